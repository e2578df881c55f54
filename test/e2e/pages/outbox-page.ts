import type { Locator, Page } from "@playwright/test";

/** Everything approved, and what became of it. */
export class OutboxPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get decisions(): Locator {
    return this.#page.getByRole("region", { name: "Needs your decision" });
  }

  /** A delivery nothing happens to without a person. */
  decision(title: string | RegExp): Locator {
    return this.decisions.getByRole("article", { name: title });
  }

  /** What came due while nothing could be sent. */
  get lapsed(): Locator {
    return this.#page.getByRole("region", { name: "Came due while nothing could be sent" });
  }

  get waiting(): Locator {
    return this.#page.getByRole("region", { name: /^Waiting/u });
  }

  /** How far the batch is that is leaving. */
  get progress(): Locator {
    return this.#page.getByRole("progressbar", { name: /on their way/u });
  }

  get pause(): Locator {
    return this.#page.getByRole("button", { name: "Pause all sending" });
  }

  get toDo(): Locator {
    return this.#page.getByRole("region", { name: "To do by hand" });
  }

  get settled(): Locator {
    return this.#page.getByRole("region", { name: /^Settled/u });
  }
}
