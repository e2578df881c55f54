import { expect, type Locator, type Page } from "@playwright/test";

/** What a window's form is filled with; what is left out stays as it is. */
export type Facts = {
  readonly title?: string;
  readonly changeType?: string;
  readonly services?: readonly string[];
  readonly impact?: "No impact" | "Reduced redundancy" | "Degraded" | "Outage";
  readonly downtime?: number;
  readonly customersAffected?: boolean;
  readonly effect?: string;
  readonly reason?: string;
  readonly rollbackPlan?: string;
  readonly lead?: string;
};

/** A new window, or the facts of one that is there. */
export class WindowFormPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get line(): Locator {
    return this.#page.getByLabel("Type it");
  }

  /** What each part of the typed line was taken for. */
  get understood(): Locator {
    return this.#page.getByRole("list", { name: "What was understood" });
  }

  /** What the typed line leaves open, with its answers as buttons. */
  question(text: string | RegExp): Locator {
    return this.#page.getByRole("group", { name: text });
  }

  get title(): Locator {
    return this.#page.getByLabel("Title");
  }

  time(end: "Start" | "End"): { readonly date: Locator; readonly clock: Locator; readonly group: Locator } {
    const group = this.#page.getByRole("group", { name: end, exact: true });
    return { group, date: group.getByLabel(`${end}: date`), clock: group.getByLabel(`${end}: time, 24 hours`) };
  }

  async setTime(end: "Start" | "End", date: string, clock: string): Promise<void> {
    await this.time(end).date.fill(date);
    await this.time(end).clock.fill(clock);
  }

  /** The side panel: every notice the window would owe. */
  get consequences(): Locator {
    return this.#page.getByRole("region", { name: /What it brings about/u });
  }

  /** Which promises of notice hold, for whom, and what would keep all. */
  get promises(): Locator {
    return this.#page.getByRole("region", { name: "Promised notice" });
  }

  /** Why its notice is short, and who agreed: asked for where a promise would be broken. */
  get shortNotice(): { readonly reason: Locator; readonly approver: Locator } {
    return { reason: this.#page.getByLabel("Why it is shorter notice"), approver: this.#page.getByLabel("Who agreed to it") };
  }

  get plannedNotices(): Locator {
    return this.#page.getByRole("list", { name: "Planned notices" });
  }

  /** What stands against the times as they are. */
  get conflicts(): Locator {
    return this.consequences.getByRole("list", { name: "Conflicts" });
  }

  get freeSlot(): Locator {
    return this.consequences.getByRole("button", { name: /^Next free slot: / });
  }

  async fill(facts: Facts): Promise<void> {
    if (facts.title !== undefined) await this.title.fill(facts.title);
    if (facts.changeType !== undefined) await this.#choose("Change type", facts.changeType);
    for (const service of facts.services ?? []) await this.#choose("Services", service);
    if (facts.impact !== undefined) {
      await this.#page.getByRole("group", { name: "Impact" }).getByRole("radio", { name: facts.impact }).check();
    }
    if (facts.downtime !== undefined) {
      await this.#page.getByLabel(/^Expected downtime, in minutes/u).fill(String(facts.downtime));
    }
    if (facts.customersAffected !== undefined) {
      await this.#page.getByLabel("Customers outside are affected").setChecked(facts.customersAffected);
    }
    if (facts.effect !== undefined) await this.#page.getByLabel(/^What readers will notice/u).fill(facts.effect);
    if (facts.reason !== undefined) await this.#page.getByLabel(/^Reason/u).fill(facts.reason);
    if (facts.rollbackPlan !== undefined) await this.#page.getByLabel(/^Rollback plan/u).fill(facts.rollbackPlan);
    if (facts.lead !== undefined) await this.#page.getByLabel(/^Lead/u).fill(facts.lead);
  }

  async #choose(field: string, option: string): Promise<void> {
    const box = this.#page.getByRole("combobox", { name: field }).or(this.#page.getByRole("textbox", { name: field }));
    await box.first().click();
    await box.first().fill(option);
    await this.#page.getByRole("option", { name: option }).first().click();
    await this.#page.keyboard.press("Escape");
  }

  get save(): Locator {
    return this.#page.getByRole("button", { name: /^(Save and see the plan|Save the change)$/u });
  }

  /** Saves, and waits until the window's page shows it. */
  async saveAndSeeThePlan(): Promise<void> {
    // The plan beside the form grows as it is made, and the button below it moves.
    await expect(this.consequences).not.toContainText("looking…");
    await this.save.click();
    await expect(this.#page.getByRole("region", { name: /^Plan/u })).toBeVisible();
  }
}
