import { expect, type Locator, type Page } from "@playwright/test";

export type ForeignFile = { readonly name: string; readonly text: string };

/** The import of foreign calendars and tables, and what waits there for a decision. */
export class CalendarImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    // Somebody who listens from the start: a key may open the chooser before a listener that came with it is told to the browser.
    page.on("filechooser", () => undefined);
  }

  get openButton(): Locator {
    return this.#page.getByRole("button", { name: "Open a file" });
  }

  /** Opens a file by pressing the button as `press` does, and waits until it was read. */
  async open(file: ForeignFile, press: () => Promise<void> = () => this.openButton.click()): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent("filechooser"), press()]);
    await chooser.setFiles({ name: file.name, mimeType: "text/plain", buffer: Buffer.from(file.text) });
  }

  /** A row of the preview by its title. */
  row(title: string): Locator {
    return this.#page.getByRole("table", { name: "What each row becomes" }).getByRole("row").filter({ hasText: title });
  }

  get problems(): Locator {
    return this.#page.getByRole("region", { name: "What could not be read" });
  }

  column(field: string): Locator {
    return this.#page.getByRole("group", { name: "Which column is what" }).getByLabel(field);
  }

  keepButton(proposals: string): Locator {
    return this.#page.getByRole("button", { name: `Keep ${proposals}` });
  }

  async keep(proposals: string): Promise<void> {
    await this.keepButton(proposals).click();
    await expect(this.#page.getByText(`${proposals} kept`)).toBeVisible();
  }

  proposal(title: string): Locator {
    return this.#page.getByRole("region", { name: "Proposals" }).getByRole("article", { name: title });
  }
}
