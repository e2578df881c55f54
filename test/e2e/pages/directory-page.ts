import { expect, type Locator, type Page } from "@playwright/test";

export type Kind = "Services" | "Audiences" | "Customers" | "People" | "Channels" | "Change types";

/** The directory: one table for each kind of entry, and a drawer with the entry's form. */
export class DirectoryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(kind: Kind): Promise<void> {
    await this.#page.getByRole("navigation", { name: "Parts of the directory" }).getByRole("link", { name: kind }).click();
    await expect(this.#page.getByRole("region", { name: kind })).toBeVisible();
  }

  get rows(): Locator {
    return this.#page.getByRole("main").getByRole("table").getByRole("row");
  }

  get drawer(): Locator {
    return this.#page.getByRole("dialog");
  }

  async add(): Promise<void> {
    await this.#page
      .getByRole("main")
      .getByRole("button", { name: /^Add an? / })
      .click();
    await expect(this.drawer).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.#page.getByRole("main").getByRole("button", { name, exact: true }).click();
    await expect(this.drawer).toBeVisible();
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.drawer.getByLabel(label, { exact: true });
    await field.fill(text);
    // A list to pick from closes when its field is left, and no longer covers what is below it.
    await field.blur();
  }

  /** Chooses one or several of a list by typing. */
  async choose(label: string, ...options: readonly string[]): Promise<void> {
    const box = this.drawer
      .getByRole("combobox", { name: label })
      .or(this.drawer.getByRole("textbox", { name: label }))
      .first();
    for (const option of options) {
      await box.click();
      if (await box.isEditable()) await box.fill(option);
      await this.#page.getByRole("option", { name: option }).first().click();
    }
    await this.drawer.getByRole("heading").first().click();
  }

  /** Saves the entry, and waits until its drawer has closed. */
  /** Gives up what was typed. */
  async leave(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.drawer.getByRole("button", { name: "Leave without saving" }).click();
    await expect(this.drawer).toBeHidden();
  }

  async save(): Promise<void> {
    await this.drawer.getByRole("button", { name: "Save" }).click();
    await expect(this.drawer).toBeHidden();
  }
}
