import type { Locator, Page } from "@playwright/test";

/** The templates by stage and voice, and the editor of one. */
export class TemplatesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(stage: string, voice: string): Promise<void> {
    await this.#page.getByRole("link", { name: new RegExp(`^${stage}, ${voice}`, "u") }).click();
  }

  get subject(): Locator {
    return this.#page.getByLabel("Subject");
  }

  /** Replaces the subject as a person does: selects it all, deletes it, types. */
  async writeSubject(words: string): Promise<void> {
    await this.subject.click();
    await this.#page.keyboard.press("ControlOrMeta+a");
    await this.#page.keyboard.press("Delete");
    await this.#page.keyboard.insertText(words);
  }

  /** Puts the first fact with these words where the cursor is, by keyboard. */
  async insertFact(words: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Insert a fact" }).click();
    await this.#page.getByRole("combobox", { name: "Find a fact" }).fill(words);
    await this.#page.keyboard.press("Enter");
  }

  get body(): Locator {
    return this.#page.getByLabel("Body, in Markdown");
  }

  /** Types at the end of the body. */
  async append(words: string): Promise<void> {
    await this.body.click();
    await this.#page.keyboard.press("ControlOrMeta+End");
    // In one step, so that one step takes it back.
    await this.#page.keyboard.insertText(`\n${words}`);
  }

  /** What is said under the text of a line that can't be rendered. */
  get trouble(): Locator {
    return this.#page.getByRole("status").filter({ hasText: /^Line \d/u });
  }

  get markedLine(): Locator {
    return this.body.locator('[class*="troubled"]');
  }

  get unsaved(): Locator {
    return this.#page.getByText("Not saved", { exact: true });
  }

  get preview(): Locator {
    return this.#page.getByRole("region", { name: "Preview" });
  }

  get versions(): Locator {
    return this.#page.getByRole("region", { name: "Versions" });
  }

  async tryOn(window: string): Promise<void> {
    await this.preview.getByRole("button", { name: /^Tried on/u }).click();
    await this.#page.getByRole("button", { name: new RegExp(`^${window}`, "u") }).click();
  }

  /** Saves the edited templates as a file, from the list of all. */
  async copyOut(): Promise<string> {
    await this.#page.getByRole("link", { name: "All templates" }).click();
    const download = this.#page.waitForEvent("download");
    await this.#page.getByRole("button", { name: "Copy the edited ones as a file" }).click();
    return await (await download).path();
  }

  async copyIn(file: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Take over from a file…" }).click();
    await this.#page.setInputFiles('input[type="file"]', file);
  }

  get checker(): Locator {
    return this.#page.getByRole("region", { name: "Checker" });
  }

  get saved(): Locator {
    return this.#page.getByRole("status").filter({ hasText: /^\s*Saved$/u });
  }

  get save(): Locator {
    return this.#page.getByRole("button", { name: "Save" });
  }
}
