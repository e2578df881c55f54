import { expect, type Locator, type Page } from "@playwright/test";

/** One notice: its draft, how it will arrive, what the checker sees, and its approval. */
export class ComposePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get subject(): Locator {
    return this.#page.getByRole("textbox", { name: "Subject" });
  }

  get body(): Locator {
    return this.#page.getByRole("textbox", { name: "Message, in Markdown" });
  }

  /** Puts the cursor at the end of the message and types there. */
  async addToBody(words: string): Promise<void> {
    await this.body.click();
    await this.#page.keyboard.press("ControlOrMeta+End");
    await this.#page.keyboard.insertText(words);
  }

  /** Takes out the line with these words, as a person would: by its own selection. */
  async removeLine(words: string): Promise<void> {
    await this.body.locator(".cm-line", { hasText: words }).click();
    await this.#page.keyboard.press("End");
    await this.#page.keyboard.press("Shift+Home");
    await this.#page.keyboard.press("Delete");
  }

  get preview(): Locator {
    return this.#page.getByRole("region", { name: "The message as it will arrive" });
  }

  /** The mail in its frame, as Outlook shows it. */
  get mail(): Locator {
    return this.preview.frameLocator("iframe").first().locator("body");
  }

  /** The mail before it is opened, in a phone's list. */
  get phoneRow(): Locator {
    return this.preview.getByRole("region", { name: "In a phone's list of mails" });
  }

  get inTheDark(): Locator {
    return this.preview.getByRole("button", { name: "In the dark" });
  }

  /** What follows in the thread of a Slack message. */
  get slackThread(): Locator {
    return this.preview.getByRole("region", { name: "Details in its thread" });
  }

  /** Shows the copy of the first recipient of this name. */
  async readAs(name: string): Promise<void> {
    await this.#page.getByRole("combobox", { name: "As whom it is read" }).click();
    await this.#page.getByRole("option", { name }).first().click();
  }

  async previewAs(form: "Outlook" | "Plain text" | "Slack" | "Teams"): Promise<void> {
    await this.#page.getByRole("radiogroup", { name: "Preview as" }).getByText(form, { exact: true }).click();
  }

  get findings(): Locator {
    return this.#page.getByRole("list", { name: "What the checker found" });
  }

  finding(gravity: "Error" | "Warning" | "Hint"): Locator {
    return this.findings.getByRole("listitem").filter({ has: this.#page.getByText(gravity, { exact: true }) });
  }

  /** Words of the message that the checker has something to say of, underlined where they stand. */
  marked(words: string): Locator {
    return this.body.locator("[data-mark]", { hasText: words });
  }

  /** Presses the button which makes a mend. */
  async mend(label: string): Promise<void> {
    await this.findings.getByRole("button", { name: label }).first().click();
  }

  /** Why it cannot be approved yet, or that it can. */
  get readiness(): Locator {
    return this.#page.getByRole("region", { name: "Check and approve" }).getByRole("status");
  }

  get sendNow(): Locator {
    return this.#page.getByRole("button", { name: "Approve and send now" });
  }

  get whenDue(): Locator {
    return this.#page.getByRole("button", { name: /^Approve (for|from)/u });
  }

  get openWindow(): Locator {
    return this.#page
      .getByRole("button", { name: "Open the window", exact: true })
      .or(this.#page.getByRole("link", { name: "Open the window", exact: true }));
  }

  /** Sends in spite of the first error that may be overridden, with this reason. */
  async override(reason: string): Promise<void> {
    await this.findings.getByRole("button", { name: "Override…" }).first().click();
    await this.#page.getByRole("textbox", { name: "Why it must be in this notice" }).fill(reason);
    await this.#page.getByRole("button", { name: "Override", exact: true }).click();
    await expect(this.findings.getByText(`Overridden: ${reason}`)).toBeVisible();
  }

  /** Confirms by name whatever the checker only warns of, until nothing is in the way. */
  async acknowledgeWarnings(): Promise<void> {
    await expect(this.readiness).toHaveText(/Ready|warning/u);
    for (const box of await this.finding("Warning").getByRole("checkbox").all()) await box.check();
    await expect(this.readiness).toHaveText(/^Ready/u);
  }
}
