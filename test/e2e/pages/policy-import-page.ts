import type { Locator, Page } from "@playwright/test";

/** A policy goes in: pasted, read, decided, added. */
export class PolicyImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get source(): Locator {
    return this.#page.getByRole("textbox", { name: "The policy" });
  }

  async read(source: string): Promise<void> {
    await this.source.fill(source);
    await this.readIt();
  }

  /** Pastes as a program hands it over: `text/html` from a page, `text/plain` from an editor. */
  async paste(type: string, words: string): Promise<void> {
    await this.source.evaluate(
      (field, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(pasted.type, pasted.words);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      { type, words },
    );
  }

  async readIt(): Promise<void> {
    await this.#page.getByRole("button", { name: "Read the policy" }).click();
  }

  get whatWasRead(): Locator {
    return this.#page.getByRole("region", { name: "What was read" });
  }

  /** The questions, in the order of the policy; each is a group named by what it asks. */
  get questions(): Locator {
    return this.whatWasRead.locator("fieldset");
  }

  /** Answers the first open question that asks this. */
  async decide(question: string | RegExp, answer: string | RegExp): Promise<void> {
    const open = this.whatWasRead
      .getByRole("group", { name: question })
      .filter({ has: this.#page.getByText("Decide", { exact: true }) });
    await open.first().getByRole("radio", { name: answer }).check();
  }

  /** Answers every question that is still open with its first, likeliest answer. */
  async decideTheRest(): Promise<void> {
    const open = this.questions.filter({ has: this.#page.getByText("Decide", { exact: true }) });
    for (let left = await open.count(); left > 0; left = await open.count()) {
      await open.first().getByRole("radio").first().check();
    }
  }

  get add(): Locator {
    return this.#page.getByRole("button", { name: /^Add \d+ rules?$/u });
  }

  /** A row of the policy's own table, as it was read. */
  sourceRow(words: string): Locator {
    return this.#page.getByRole("region", { name: "The policy" }).getByRole("row").filter({ hasText: words }).first();
  }
}
