import { expect, type Locator, type Page } from "@playwright/test";

export type Part =
  | "Workspace"
  | "House style"
  | "Own days"
  | "Practice and live"
  | "Connections"
  | "Appearance"
  | "Calendar feeds"
  | "Backups";
export type Provider = "Slack" | "Microsoft 365" | "PagerDuty" | "ServiceNow" | "Jira";

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
    return this.connection(provider).getByLabel(new RegExp(`^${provider} .*token$`, "u"));
  }

  /** Unfolds what is to be filled in to connect a provider. */
  async unfold(provider: Provider): Promise<Locator> {
    const card = this.connection(provider);
    const unfold = card.getByRole("button", { name: new RegExp(`^(?:Connect|Fold)\\s${provider}$`, "u") });
    await expect(unfold).toBeVisible();
    if ((await unfold.getAttribute("aria-expanded")) === "false") await unfold.click();
    return card;
  }

  /** Chooses to paste a token, where signing in is offered, too. */
  async chooseToken(provider: Provider): Promise<void> {
    await this.unfold(provider);
    const choice = this.connection(provider).getByText("Paste a token", { exact: true });
    await expect(this.token(provider).or(choice).first()).toBeVisible();
    if (await choice.isVisible()) await choice.click();
  }

  async paste(provider: Provider, token: string): Promise<void> {
    await this.chooseToken(provider);
    await this.token(provider).fill(token);
    await this.connection(provider).getByRole("button", { name: "Connect and check" }).click();
  }

  /** Pastes a token, and an address where the host takes none from its environment; waits until the provider took it. */
  async connect(provider: Provider, token: string, apiUrl: string | null = null): Promise<void> {
    await this.chooseToken(provider);
    if (apiUrl !== null) {
      const card = this.connection(provider);
      await expect(this.token(provider)).toBeVisible();
      // Where everyone has an address of their own it is asked for openly.
      const own = card.getByLabel("Address", { exact: true });
      if ((await own.count()) > 0) await own.fill(apiUrl);
      else {
        await card.getByText("Advanced").click();
        await card.getByLabel("API address").fill(apiUrl);
      }
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

  /** Adds a day this workspace counts otherwise, as the last row of the table. */
  async addOwnDay(own: { readonly date: string; readonly name: string; readonly closesAt?: string }): Promise<void> {
    const page = this.#page;
    await page.getByRole("button", { name: "Add a day" }).click();
    const row = page.getByRole("region", { name: "Own days" }).locator("tbody tr").last();
    await row.getByLabel(/^Date/u).fill(own.date);
    await row.getByLabel(/^Name/u).fill(own.name);
    if (own.closesAt === undefined) return;
    await row
      .getByLabel(/^Counts as/u)
      .first()
      .click();
    await page.getByRole("option", { name: "Half day" }).click();
    await row.getByLabel(/^Closes at/u).fill(own.closesAt);
  }

  async saveOwnDays(): Promise<void> {
    await this.#page.getByRole("button", { name: "Save own days" }).click();
    await expect(this.#page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  }
}
