import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Who was told what, when, by whom approved, with the provider's receipt. */
export class EvidencePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get rows(): Locator {
    return this.#page.getByRole("region", { name: "Evidence, line by line" }).locator("tbody tr");
  }

  get print(): Locator {
    return this.#page.getByRole("button", { name: "Print" });
  }

  /** Downloads the CSV or the JSON and reads it. */
  async download(form: "CSV" | "JSON"): Promise<{ readonly fileName: string; readonly text: string }> {
    const coming = this.#page.waitForEvent("download");
    await this.#page.getByRole("button", { name: `Download ${form}` }).click();
    const download = await coming;
    return { fileName: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
}
