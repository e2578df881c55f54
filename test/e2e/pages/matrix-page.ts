import type { Locator, Page } from "@playwright/test";

/** The matrix: the policy as data. */
export class MatrixPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A change type's row. */
  row(changeType: string): Locator {
    return this.#page.getByRole("row").filter({ has: this.#page.getByRole("rowheader", { name: changeType }) });
  }
}
