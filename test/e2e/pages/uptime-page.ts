import { expect, type Locator, type Page } from "@playwright/test";

/** What of the promised uptime each service used, month by month. */
export class UptimePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  service(name: string): Locator {
    return this.#page.getByRole("region", { name, exact: true });
  }

  month(service: string, month: string): Locator {
    return this.service(service).getByRole("button", { name: new RegExp(`^${month}: `, "u") });
  }

  /** The chosen month of a service, in full. */
  detail(service: string, month: string): Locator {
    return this.service(service).getByRole("region", { name: `${month}, ${service}`, exact: true });
  }

  get form(): Locator {
    return this.#page.getByRole("dialog");
  }

  time(end: "Down from" | "Up again"): { readonly date: Locator; readonly clock: Locator } {
    return { date: this.form.getByLabel(`${end}: date`), clock: this.form.getByLabel(`${end}: time`) };
  }

  async fillOutage(from: readonly [date: string, clock: string], to: readonly [date: string, clock: string], note: string) {
    await this.time("Down from").date.fill(from[0]);
    await this.time("Down from").clock.fill(from[1]);
    await this.time("Up again").date.fill(to[0]);
    await this.time("Up again").clock.fill(to[1]);
    await this.form.getByLabel("Note").fill(note);
  }

  async save(): Promise<void> {
    await this.form.getByRole("button", { name: "Save" }).click();
    await expect(this.form).toBeHidden();
  }
}
