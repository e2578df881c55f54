import { expect, type Locator, type Page } from "@playwright/test";

/** The first screen, while there is no workspace. */
export class WelcomePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page.getByRole("heading", { name: "Forewarn", level: 1 });
  }

  /** A way to start: an example's name, `Paste a policy` or `Blank`. */
  start(name: string): Locator {
    return this.#page.getByRole("radio", { name });
  }

  get name(): Locator {
    return this.#page.getByLabel("Workspace", { exact: true });
  }

  get zone(): Locator {
    return this.#page.getByRole("combobox", { name: "Your time zone" });
  }

  get address(): Locator {
    return this.#page.getByLabel("Your address");
  }

  async openExample(name: string): Promise<void> {
    await this.start(name).check();
    await this.#page.getByRole("button", { name: `Open ${name}` }).click();
    await expect(this.#page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  }

  /** A workspace without an example. With a policy to paste, it goes on to the import. */
  async create(kind: "Blank" | "Paste a policy", name: string, zone: string): Promise<void> {
    await this.start(kind).check();
    await this.name.fill(name);
    if ((await this.zone.inputValue()) !== zone) {
      await this.zone.click();
      await this.zone.fill(zone);
      await this.#page.getByRole("option", { name: zone }).click();
    }
    const button = kind === "Blank" ? "Create the workspace" : "Go on to paste the policy";
    await this.#page.getByRole("button", { name: button }).click();
    const title = kind === "Blank" ? "Today" : /policy/iu;
    await expect(this.#page.getByRole("banner").getByRole("heading", { level: 1 })).toHaveText(title);
  }
}
