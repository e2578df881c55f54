import type { Locator, Page } from "@playwright/test";

/** The mailbox of practice mode. */
export class PracticePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A place messages arrived in, as `#devops` or a customer's name. */
  place(name: string | RegExp): Locator {
    return this.#page.getByRole("navigation", { name: "Threads by place" }).getByRole("region", { name });
  }

  get places(): Locator {
    return this.#page.getByRole("navigation", { name: "Threads by place" }).getByRole("region");
  }

  get thread(): Locator {
    return this.#page.getByRole("region", { name: /^Thread:/u });
  }
}
