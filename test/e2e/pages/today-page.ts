import type { Locator, Page } from "@playwright/test";

/** Today: what needs the coordinator now, what runs, what comes. */
export class TodayPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get needsYou(): Locator {
    return this.#page.getByRole("region", { name: "Needs you" });
  }

  get runningNow(): Locator {
    return this.#page.getByRole("region", { name: "Running now" });
  }

  get thisWeek(): Locator {
    return this.#page.getByRole("region", { name: "This week by service" });
  }

  get firstSteps(): Locator {
    return this.#page.getByRole("region", { name: "Start here" });
  }

  /** The card of a window under way. */
  running(title: string): Locator {
    return this.runningNow.getByRole("article", { name: title });
  }

  /** Opens the first notice that waits and says these words. */
  async review(words: string | RegExp): Promise<void> {
    const heading = this.needsYou.getByRole("heading", { name: words }).first();
    await heading
      .locator("xpath=ancestor::div[.//a[normalize-space()='Review']][1]")
      .getByRole("link", { name: "Review" })
      .click();
  }

  /** Opens the page of a window that Today or the toast names. */
  async openWindow(title: string): Promise<void> {
    await this.#page.getByRole("link", { name: title }).first().click();
  }
}
