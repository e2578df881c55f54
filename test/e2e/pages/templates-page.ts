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

  get body(): Locator {
    return this.#page.getByLabel("Body, in Markdown");
  }

  get checker(): Locator {
    return this.#page.getByRole("region", { name: "Checker" });
  }

  get saved(): Locator {
    return this.#page.getByRole("status").filter({ hasText: /^Saved$/u });
  }

  get save(): Locator {
    return this.#page.getByRole("button", { name: "Save" });
  }
}
