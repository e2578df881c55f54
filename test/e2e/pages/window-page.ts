import { expect, type Locator, type Page } from "@playwright/test";

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

  /** What one system holds of it. */
  counterpart(system: string): Locator {
    return this.elsewhere.getByRole("article", { name: new RegExp(`^${system}:`, "u") });
  }

  /** Keeps it in a system from now on, in the first place of that name; `choices` answers what is asked about it. */
  async keepIn(system: string, words: string, place: RegExp, choices: Readonly<Record<string, string>> = {}): Promise<void> {
    const { elsewhere } = this;
    await elsewhere.getByRole("button", { name: "Keep it in…" }).click();
    const systems = elsewhere.getByLabel("System");
    if ((await systems.count()) > 0) await systems.selectOption(system);
    await elsewhere.getByLabel(`Search in ${system}`).fill(words);
    await elsewhere.getByRole("button", { name: place }).first().click();
    if (Object.keys(choices).length > 0) {
      for (const [label, option] of Object.entries(choices)) await elsewhere.getByLabel(label).selectOption(option);
      await elsewhere.getByRole("button", { name: "Keep it there" }).click();
    }
    await expect(this.counterpart(system)).toBeVisible();
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
    // The time it has is struck out once there is another, and not before.
    await expect(this.moveDialog.locator("s")).toHaveCount(0);
    await this.moveDialog.getByLabel("Start: date").fill(start.date);
    await this.moveDialog.getByLabel("Start: time, 24 hours").fill(start.clock);
    await expect(this.moveDialog.locator("s")).toHaveCount(1);
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
