import type { Locator, Page } from "@playwright/test";

/** Repeating and phases: in the form of a window, on its page, and in the questions that ask which windows are meant. */
export class TogetherPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The choice in the form: once, repeating, or in phases. */
  kind(name: "Once" | "It repeats" | "In several phases"): Locator {
    return this.#page.getByRole("radio", { name });
  }

  /** The tile is its label: the radio in it lies invisibly behind the words, and is reached by its name. */
  get feltAsOutage(): { readonly check: () => Promise<void> } {
    const tile = this.#page.getByRole("group", { name: "What users will feel" }).locator("label", { hasText: "Outage" });
    return { check: () => tile.click() };
  }

  /** What a rule comes to: its words and next dates. */
  get dates(): Locator {
    return this.#page.getByRole("region", { name: "Dates", exact: true });
  }

  phase(number: number): Locator {
    return this.#page.getByRole("group", { name: `Phase ${number}`, exact: true });
  }

  /** On a window's page: those it is told of together with. */
  get members(): Locator {
    return this.#page.getByRole("list", { name: "Windows told of together" }).getByRole("listitem");
  }

  scope(name: "Only this one" | "This and the following" | "All that are still to come"): Locator {
    return this.#page.getByRole("dialog").getByRole("radio", { name });
  }

  /** The same, asked in the form that edits a window. */
  scopeInForm(name: "Only this one" | "This and the following" | "All that are still to come"): Locator {
    return this.#page.getByRole("group", { name: "Which windows of the series" }).getByRole("radio", { name });
  }

  /** What moving several comes to. */
  get datesFromThenOn(): Locator {
    return this.#page.getByRole("region", { name: "Dates from then on" });
  }
}
