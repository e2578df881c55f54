import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Who did what, when: searched, checked, exported. */
export class AuditPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole("navigation", { name: "Parts of the settings" }).getByRole("link", { name: "Audit log" }).click();
  }

  /** The entries on screen, the newest first. */
  get entries(): Locator {
    return this.#page.getByRole("region", { name: "Entries, the newest first" }).locator("tbody tr");
  }

  async filter(field: "Who" | "About", words: string): Promise<void> {
    await this.#page.getByRole("textbox", { name: field }).fill(words);
  }

  async show(area: string): Promise<void> {
    await this.#page.getByRole("combobox", { name: "What" }).click();
    await this.#page.getByRole("option", { name: area }).click();
  }

  get verify(): Locator {
    return this.#page.getByRole("button", { name: "Verify the chain" });
  }

  /** Downloads one of the exports and reads it. */
  async download(kind: "CSV" | "JSON"): Promise<{ readonly fileName: string; readonly text: string }> {
    const coming = this.#page.waitForEvent("download");
    await this.#page.getByRole("button", { name: kind, exact: true }).click();
    const download = await coming;
    return { fileName: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
}
