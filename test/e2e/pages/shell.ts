import { expect, type Locator, type Page } from "@playwright/test";
import type { TestClock } from "../test-clock.ts";

/** The frame around every page: the rail, the bar, the palette, and what was just done. */
export class Shell {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get title(): Locator {
    return this.#page.getByRole("banner").getByRole("heading", { level: 1 });
  }

  get rail(): Locator {
    return this.#page.getByRole("complementary", { name: "Workspace" });
  }

  /** Follows a link of the rail and waits until its page is there. */
  async goTo(
    place: "Today" | "Calendar" | "Matrix" | "Templates" | "Uptime" | "Directory" | "Outbox" | "Settings",
  ): Promise<void> {
    await this.rail.getByRole("link", { name: place }).click();
    await expect(this.title).toHaveText(place);
  }

  /** Why nothing is sent for the time being, above every page. */
  get sendingBanner(): Locator {
    return this.#page.getByRole("region", { name: "Sending", exact: true });
  }

  /** Answers the question that is open, giving a reason, by the button of that name. */
  async giveReason(label: string, reason: string, confirm: string): Promise<void> {
    const question = this.#page.getByRole("dialog").last();
    await question.getByLabel(label).fill(reason);
    await question.getByRole("button", { name: confirm, exact: true }).click();
    await expect(question).toBeHidden();
  }

  async openPracticeMailbox(): Promise<void> {
    await this.rail.getByRole("link", { name: /Practice mode/u }).click();
    await expect(this.title).toHaveText("Practice mailbox");
  }

  async newWindow(): Promise<void> {
    await this.#page.getByRole("banner").getByRole("link", { name: "New window" }).click();
    await expect(this.title).toHaveText("New window");
  }

  async openPalette(): Promise<Locator> {
    await this.#page.keyboard.press("ControlOrMeta+k");
    const search = this.#page.getByRole("combobox", { name: "Search or do" });
    await expect(search).toBeFocused();
    return search;
  }

  /** Goes where the palette leads by these words, with the keyboard alone. */
  async goByPalette(words: string, title: string = words): Promise<void> {
    const search = await this.openPalette();
    await this.#page.keyboard.type(words);
    // Until a window of that name is found, the offer to plan one stands first, and quotes the same words.
    const meant = this.#page.getByRole("option", { name: new RegExp(`^${words}`, "u") });
    await expect(meant.first()).toHaveAttribute("aria-selected", "true");
    await this.#page.keyboard.press("Enter");
    await expect(this.title).toHaveText(title);
    // It gives the focus back as it goes.
    await expect(search).toBeHidden();
  }

  /** From here on a press of a pointer is an error of the page, which fails the test. */
  async refusePointer(): Promise<void> {
    await this.#page.evaluate(() => {
      addEventListener("pointerdown", () => {
        throw new Error("A pointer was used.");
      });
    });
  }

  /** What was just done, with its Undo: one toast a step that tells people. */
  toast(title: string | RegExp): Locator {
    return this.#page.getByRole("region", { name: "What was just done" }).getByRole("article", { name: title });
  }

  /** Presses Tab until the element has the focus, as somebody without a mouse does. */
  async tabTo(element: Locator): Promise<void> {
    await expect(element).toBeVisible();
    const isThere = (): Promise<boolean> => element.evaluate((node) => node === document.activeElement);
    for (let presses = 0; presses < 80; presses += 1) {
      if (await isThere()) return;
      await this.#page.keyboard.press("Tab");
    }
    await expect(element, "cannot be reached with Tab").toBeFocused();
  }

  /** Waits until a step that tells people is taken, and lets the ten seconds in which it can be undone go by. */
  async letUndoTimePass(clock: TestClock): Promise<void> {
    const undo = this.#page.getByRole("region", { name: "What was just done" }).getByRole("button", { name: "Undo" });
    await expect(undo.last()).toBeVisible();
    await clock.advance({ seconds: 11 });
    await expect(undo).toHaveCount(0);
  }

  async closeToasts(): Promise<void> {
    const close = this.#page.getByRole("region", { name: "What was just done" }).getByRole("button", { name: "Close" });
    while ((await close.count()) > 0) await close.first().click();
  }
}
