import { expect, type Locator, type Page } from "@playwright/test";

export type Part = "Workspace" | "Practice and live" | "Connections" | "Appearance" | "Backups";
export type Provider = "Slack" | "Microsoft 365";

/** Settings, and the connections within. */
export class SettingsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(part: Part): Promise<void> {
    await this.#page.getByRole("navigation", { name: "Parts of the settings" }).getByRole("link", { name: part }).click();
  }

  connection(provider: Provider): Locator {
    return this.#page.getByRole("region", { name: new RegExp(`^${provider}`, "u") });
  }

  token(provider: Provider): Locator {
    return this.connection(provider).getByLabel(`${provider} token`);
  }

  async paste(provider: Provider, token: string): Promise<void> {
    await this.token(provider).fill(token);
    await this.connection(provider).getByRole("button", { name: "Connect and check" }).click();
  }

  /** Pastes a token, and an address where the host takes none from its environment; waits until the provider took it. */
  async connect(provider: Provider, token: string, apiUrl: string | null = null): Promise<void> {
    if (apiUrl !== null) {
      await this.connection(provider).getByText("Advanced").click();
      await this.connection(provider).getByLabel("API address").fill(apiUrl);
    }
    await this.paste(provider, token);
    await expect(this.connection(provider).getByText("Connected", { exact: true })).toBeVisible();
  }

  async goLive(): Promise<void> {
    await this.#page.getByRole("button", { name: "Switch to live…" }).click();
    await this.#page.getByRole("dialog").getByRole("button", { name: "Switch to live" }).click();
    await expect(this.#page.getByText("This workspace is live")).toBeVisible();
  }

  /** Says whom readers may ask: stands in every notice. */
  async setContactPoint(words: string): Promise<void> {
    await this.#page.getByLabel("Whom readers may ask").fill(words);
    await this.#page.getByRole("button", { name: "Save" }).click();
    await expect(this.#page.getByText("Saved")).toBeVisible();
  }
}
