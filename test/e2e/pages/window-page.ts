import type { Locator, Page } from "@playwright/test";

/** One window: facts, plan, deliveries, history. */
export class WindowPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What stands against its time; not there when nothing does. */
  get conflicts(): Locator {
    return this.#page.getByRole("region", { name: /^Conflicts/u });
  }

  /** What other systems hold of it. */
  get elsewhere(): Locator {
    return this.#page.getByRole("region", { name: "In other systems" });
  }

  get plan(): Locator {
    return this.#page.getByRole("region", { name: /^Plan/u });
  }

  get deliveries(): Locator {
    return this.#page.getByRole("region", { name: /^Deliveries/u });
  }

  get history(): Locator {
    return this.#page.getByRole("region", { name: /^History/u });
  }

  /** A notice of the plan, as `Announce Affected customers`. */
  notice(words: string | RegExp): Locator {
    return this.plan.getByRole("row").filter({ hasText: words });
  }

  async review(words: string | RegExp): Promise<void> {
    await this.notice(words)
      .first()
      .getByRole("link", { name: /^Review/u })
      .click();
  }

  get moveDialog(): Locator {
    return this.#page.getByRole("dialog", { name: /^Move/u });
  }

  /** Moves the window by its dialog. */
  async move(start: { readonly date: string; readonly clock: string }, why: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Move…" }).click();
    await this.moveDialog.getByLabel("Start: date").fill(start.date);
    await this.moveDialog.getByLabel("Start: time, 24 hours").fill(start.clock);
    await this.moveDialog.getByLabel("Why it moves").fill(why);
    await this.moveDialog.getByRole("button", { name: "Move the window" }).click();
  }

  async cancel(why: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Cancel window" }).click();
    await this.#page.getByLabel(/^Why it will not take place/u).fill(why);
    await this.#page.getByRole("button", { name: "Cancel the window" }).click();
  }

  get completed(): Locator {
    return this.#page.getByRole("button", { name: "Completed" });
  }

  get extend(): Locator {
    return this.#page.getByRole("button", { name: "Extend", exact: true });
  }

  get rollBack(): Locator {
    return this.#page.getByRole("button", { name: "Roll back", exact: true });
  }

  get evidence(): Locator {
    return this.#page.getByRole("main").getByRole("link", { name: "Evidence" }).first();
  }
}
