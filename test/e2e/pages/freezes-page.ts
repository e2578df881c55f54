import { expect, type Locator, type Page } from "@playwright/test";

/** What a freeze's form is filled with. */
export type FreezeFacts = {
  readonly name: string;
  readonly start: readonly [date: string, time: string];
  readonly end: readonly [date: string, time: string];
  readonly service: string;
  readonly reason: string;
};

/** The Directory's freezes, and the drawer with one's form. */
export class FreezesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get tab(): Locator {
    return this.#page.getByRole("navigation", { name: "Parts of the directory" }).getByRole("link", { name: "Freezes" });
  }

  get add(): Locator {
    return this.#page.getByRole("main").getByRole("button", { name: "Add a freeze" });
  }

  get drawer(): Locator {
    return this.#page.getByRole("dialog");
  }

  get name(): Locator {
    return this.drawer.getByLabel("Name", { exact: true });
  }

  get save(): Locator {
    return this.drawer.getByRole("button", { name: "Save" });
  }

  field(label: string): Locator {
    return this.drawer.getByLabel(label, { exact: true });
  }

  get services(): Locator {
    return this.drawer
      .getByRole("combobox", { name: "Services" })
      .or(this.drawer.getByRole("textbox", { name: "Services" }))
      .first();
  }

  row(name: string): Locator {
    return this.#page.getByRole("main").getByRole("row", { name });
  }

  /** Adds a freeze of one service by mouse, and waits until it is in the list. */
  async make({ name, start, end, service, reason }: FreezeFacts): Promise<void> {
    await this.tab.click();
    await this.add.click();
    await this.name.fill(name);
    await this.field("Start: date").fill(start[0]);
    await this.field("Start: time, 24 hours").fill(start[1]);
    await this.field("End: date").fill(end[0]);
    await this.field("End: time, 24 hours").fill(end[1]);
    await this.services.click();
    await this.services.fill(service);
    await this.#page.getByRole("option", { name: service }).click();
    await this.field("Reason").fill(reason);
    await this.save.click();
    await expect(this.row(name)).toBeVisible();
  }
}
