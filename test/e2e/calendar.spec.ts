import { expect, test } from "./desk.ts";
import { bottomOf, middleOf } from "./pages/calendar-page.ts";

// The example's window of this week and next, as it lies when the test begins on Monday 16 November.
const resize = "Resize EKS nodes";

test("dragging and keys plan windows and move them", async ({ desk: { calendar, page, shell, windowForm } }) => {
  await shell.goTo("Calendar");
  // What a key or a drag does to a day depends on what lies on it.
  await expect(calendar.window(resize)).toBeVisible();

  await test.step("by pointer: dragging over empty time plans a window on it, over the hours of the week, by the quarter of an hour", async () => {
    await calendar.show("Week");
    const noon = await middleOf(calendar.weekDay("Saturday, 21 November"));
    await calendar.dragBetween(noon, { x: noon.x, y: noon.y + 72 });
    await expect(windowForm.time("Start").date).toHaveValue("2026-11-21");
    await expect(windowForm.time("Start").clock).toHaveValue("12:00");
    await expect(windowForm.time("End").clock).toHaveValue("13:30");
  });

  await test.step("by pointer: dragging over empty time plans a window on it, over days of the month", async () => {
    await shell.goTo("Calendar");
    await calendar.show("Month");
    await expect(calendar.window(resize)).toBeVisible();
    await calendar.drag(calendar.day("Tuesday, 1 December 2026"), calendar.day("Wednesday, 2 December 2026"));
    await expect(shell.title).toHaveText("New window");
    await expect(windowForm.time("Start").date).toHaveValue("2026-12-01");
    await expect(windowForm.time("End").date).toHaveValue("2026-12-02");
  });

  await test.step("by keyboard: from day to day, Enter into one, Alt with an arrow moves the window", async () => {
    await shell.goTo("Calendar");
    await calendar.stepFrom("Monday, 16 November 2026", "Tuesday, 24 November 2026", resize);
    await page.keyboard.press("Alt+ArrowRight");
    await expect(calendar.moveDialog).toContainText("Wed 25 Nov");
    await page.keyboard.press("Escape");
    await expect(calendar.moveDialog).toBeHidden();
    await expect(calendar.day("Tuesday, 24 November 2026").getByRole("button", { name: resize })).toBeVisible();
  });

  await test.step("by pointer: dragging a window says what that brings about, and a move that is left leaves the window where it was", async () => {
    await calendar.drag(calendar.window(resize), calendar.day("Saturday, 28 November 2026"));
    await calendar.moveDialog.getByRole("button", { name: "Leave it" }).click();
    await expect(calendar.moveDialog).toBeHidden();
    await expect(calendar.day("Tuesday, 24 November 2026").getByRole("button", { name: resize })).toBeVisible();
  });

  await test.step("by pointer: it moves once that is confirmed, to another day", async () => {
    await calendar.drag(calendar.window(resize), calendar.day("Saturday, 28 November 2026"));
    await expect(calendar.moveDialog).toContainText("Sat 28 Nov");
    await expect(calendar.moveDialog).toContainText("Nobody has heard the old time");
    await calendar.confirmMove();
    await expect(calendar.day("Saturday, 28 November 2026").getByRole("button", { name: resize })).toBeVisible();
  });

  await test.step("by pointer: dragging its lower edge in the week makes it longer", async () => {
    await calendar.show("Week");
    await page.getByRole("button", { name: "Today", exact: true }).click();
    const chip = calendar.window("Restore report exports");
    await chip.scrollIntoViewIfNeeded();
    const edge = await bottomOf(chip);
    await calendar.dragBetween(edge, { x: edge.x, y: edge.y + 48 });
    await expect(calendar.moveDialog).toContainText("15:00–17:00");
  });

  await test.step("by keyboard: Page Down turns to the next month and keeps the day", async () => {
    await page.keyboard.press("Escape");
    await expect(calendar.moveDialog).toBeHidden();
    await calendar.show("Month");
    await calendar.day("Monday, 16 November 2026").focus();
    await page.keyboard.press("PageDown");
    await expect(calendar.heading).toHaveText("December 2026");
    await expect(calendar.day("Wednesday, 16 December 2026")).toBeFocused();
    await page.keyboard.press("PageUp");
    await expect(calendar.day("Monday, 16 November 2026")).toBeFocused();
  });

  await test.step("by keyboard: Enter on an empty day plans a window there", async () => {
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText("New window");
    await expect(windowForm.time("Start").date).toHaveValue("2026-11-09");
  });
});
