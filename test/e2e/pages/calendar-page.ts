import { expect, type Locator, type Page } from "@playwright/test";

/** The calendar in its six views. */
export class CalendarPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(view: "Month" | "Week" | "Day" | "Agenda" | "Year" | "Timeline"): Promise<void> {
    await this.#page.getByRole("radiogroup", { name: "View" }).getByText(view, { exact: true }).click();
    await expect(this.#page.getByRole("radio", { name: view })).toBeChecked();
  }

  async next(): Promise<void> {
    await this.#page.getByRole("button", { name: /^Next/u }).click();
  }

  get heading(): Locator {
    return this.#page.getByRole("main").getByRole("heading", { level: 2 });
  }

  get grid(): Locator {
    return this.#page.getByRole("grid", { name: "Month" });
  }

  /** A day of the month that is shown, as `Tuesday, 24 November 2026` or part of it. The months beside it are drawn, too. */
  day(name: string): Locator {
    return this.grid.locator(`[role="gridcell"][aria-description*="${name}"]`).filter({ visible: true });
  }

  /** A day of the week or day view, as `Tuesday, 24 November`. */
  weekDay(name: string): Locator {
    return this.#page.getByRole("grid", { name: /Week|Day/u }).locator(`[role="gridcell"][aria-description*="${name}"]`);
  }

  /** A window as it lies on the month or week. */
  window(title: string): Locator {
    return this.#page.getByRole("main").getByRole("button", { name: title }).first();
  }

  /** Goes by keys from a day of the month to the one a week and a day later, and into it, to its first window. */
  async stepFrom(day: string, weekAndDayLater: string, title: string): Promise<void> {
    // On a day whose windows are not there yet, Enter plans a new one.
    await expect(this.window(title)).toBeVisible();
    await this.day(day).focus();
    await this.#page.keyboard.press("ArrowDown");
    await this.#page.keyboard.press("ArrowRight");
    await expect(this.day(weekAndDayLater)).toBeFocused();
    await this.#page.keyboard.press("Enter");
    await expect(this.window(title)).toBeFocused();
  }

  /** A line of the timeline, by its service or customer. */
  line(name: string): Locator {
    return this.#page.getByRole("grid", { name: /^Timeline/u }).locator(`[role="gridcell"][aria-description^="${name}"]`);
  }

  /** A window on a line of the timeline. */
  bar(line: string, title: string): Locator {
    return this.line(line).locator("[data-window]").filter({ hasText: title });
  }

  /** A day of the year, as `2026-11-24`. */
  yearDay(date: string): Locator {
    return this.#page.getByRole("main").locator(`[role="gridcell"][data-date="${date}"]`);
  }

  /** What is said of a window while it is carried. */
  get carried(): Locator {
    return this.#page.locator("[data-window-carried]");
  }

  /** What is read aloud of a window that is carried by keys. */
  get spoken(): Locator {
    return this.#page.getByRole("main").locator("[aria-live='assertive']");
  }

  get moveDialog(): Locator {
    return this.#page.getByRole("dialog", { name: /^Move/u });
  }

  get confirm(): Locator {
    return this.moveDialog.getByRole("button", { name: "Move the window" });
  }

  async confirmMove(): Promise<void> {
    await this.confirm.click();
    await expect(this.moveDialog).toBeHidden();
  }

  /** In the dialog of a move: the next start at which nothing is in the way. */
  get freeSlot(): Locator {
    return this.moveDialog.getByRole("button", { name: /^Next free slot: / });
  }

  /** In the dialog of a move: who is owed a correction, by name. */
  get corrections(): Locator {
    return this.moveDialog.getByRole("region", { name: "Who gets a correction" });
  }

  /** What is said of a move that was just made, with its Undo. */
  get moved(): Locator {
    return this.#page.getByRole("status").filter({ hasText: "was moved." });
  }

  /** A window on a day of the month that says it is in conflict. */
  inConflict(day: string, title: string): Locator {
    return this.day(day).getByRole("button", { name: new RegExp(`${title}.*Conflicts: `, "u") });
  }

  /** The day of the month that Tab goes to. */
  get focusedDay(): Locator {
    return this.grid.locator("[role='gridcell'][tabindex='0']").filter({ visible: true });
  }

  /** Drags from the middle of one element to the middle of another, in steps, as a hand would. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await this.dragBetween(await middleOf(from), await middleOf(to));
  }

  async dragBetween(from: Spot, to: Spot): Promise<void> {
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.#page.mouse.move(to.x, to.y, { steps: 4 });
    await this.#page.mouse.up();
  }
}

export type Spot = { readonly x: number; readonly y: number };

export async function middleOf(element: Locator): Promise<Spot> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("The element is not on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Just inside the lower edge, where a window of the week is taken to change its end. */
export async function bottomOf(element: Locator): Promise<Spot> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("The element is not on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height - 2 };
}
