import { violationsOf } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { middleOf } from "./pages/calendar-page.ts";

// The example's window of next week, as it lies when the test begins on Monday 16 November.
const resize = "Resize EKS nodes";

test.beforeEach(({ desk }) => desk.shell.goTo("Calendar"));

test("each of the six views is reached, shows the same windows, is narrowed by filters, and is kept as it was left", async ({
  desk: { calendar, page, shell },
}) => {
  await test.step("filters narrow every view, by keyboard: F opens, Space chooses, the count is said, and the chip takes it away", async () => {
    await calendar.day("Monday, 16 November 2026").focus();
    await page.keyboard.press("f");
    const menu = page.getByRole("dialog", { name: "Filter" });
    await menu.getByRole("checkbox", { name: "Outage" }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByRole("region", { name: "Filter" }).getByRole("status")).toHaveText(/^\d+ of \d+ windows$/u);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(page).toHaveURL(/impact=outage/u);
    await expect(calendar.window(resize)).toBeVisible();
    await expect(calendar.window("Portal release")).toHaveCount(0);
    await page.getByRole("button", { name: "Remove Impact Outage" }).press("Enter");
    await expect(calendar.window("Portal release")).toBeVisible();
  });

  await test.step("filters narrow every view, by pointer: a service and a customer", async () => {
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByRole("dialog", { name: "Filter" }).getByText("Database", { exact: false }).first().click();
    await page.keyboard.press("Escape");
    await expect(calendar.window(resize)).toHaveCount(0);
    await calendar.show("Agenda");
    await expect(page.getByRole("link", { name: "Smaller database replicas" }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: resize })).toHaveCount(0);
    await page.getByRole("button", { name: /^Remove .*Database/u }).click();
    await expect(page.getByRole("link", { name: resize }).first()).toBeVisible();
    await calendar.show("Month");
  });

  await test.step("the digits reach them", async () => {
    await calendar.day("Tuesday, 24 November 2026").focus();
    await page.keyboard.press("2");
    await expect(page.getByRole("grid", { name: "Week" })).toBeVisible();
    await page.keyboard.press("]");
    await expect(calendar.window(resize)).toBeAttached();
    await page.keyboard.press("6");
    await expect(page.getByRole("grid", { name: "Timeline by service" })).toBeVisible();
    await expect(calendar.bar("EKS cluster", resize)).toBeVisible();
    await page.keyboard.press("5");
    await expect(page.getByRole("grid", { name: "November 2026" })).toBeVisible();
    await expect(calendar.yearDay("2026-11-24")).toHaveAttribute("aria-description", /1 window, gravest impact: Outage/u);
    await page.keyboard.press("4");
    const inAgenda = page.getByRole("region", { name: /Tuesday,? 24 November/u });
    await expect(inAgenda.getByRole("link", { name: resize }).first()).toBeVisible();
    await page.keyboard.press("1");
    await expect(calendar.grid).toBeVisible();
  });

  await test.step("the year's arrow keys go over the months' ends, and Enter opens the day", async () => {
    await calendar.show("Year");
    await calendar.yearDay("2026-11-16").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(calendar.yearDay("2026-12-01")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("grid", { name: "Day" })).toBeVisible();
    await expect(calendar.heading).toHaveText("Tuesday, 1 December 2026");
  });

  await test.step("a look is kept in the address, and the calendar is found as it was left", async () => {
    await calendar.show("Timeline");
    await page.getByRole("combobox", { name: "Zoom" }).selectOption("quarter");
    await page.getByRole("combobox", { name: "Lines" }).selectOption("customer");
    await expect(page).toHaveURL(/view=timeline.*zoom=quarter&by=customer/u);
    await shell.goTo("Today");
    await shell.goTo("Calendar");
    await expect(page.getByRole("grid", { name: "Timeline by customer" })).toBeVisible();
    await expect(page).toHaveURL(/view=timeline.*zoom=quarter&by=customer/u);
    await page.reload();
    await expect(page.getByRole("grid", { name: "Timeline by customer" })).toBeVisible();
  });

  await test.step("the night of a change of clocks has its repeated hour twice, and its skipped hour not at all", async () => {
    await page.evaluate(() => {
      location.hash = "#/calendar?view=week&date=2026-10-25";
    });
    await expect(page.getByText("again", { exact: true })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Sunday, 25 October 2026" })).toContainText("25 hours");
    await page.evaluate(() => {
      location.hash = "#/calendar?view=week&date=2027-03-28";
    });
    await expect(page.getByText("does not exist")).toBeVisible();
  });
});

test("a window is moved in the month and on the timeline", async ({ desk: { calendar, page, shell } }) => {
  await test.step("by pointer: the dialog lists every notice before and after, and a move can be taken back", async () => {
    await calendar.drag(calendar.window(resize), calendar.day("Saturday, 28 November 2026"));
    const list = calendar.moveDialog.getByRole("region", { name: "Notices before and after" });
    await expect(list.getByRole("row", { name: /Announcement.*Affected customers/u })).toContainText(/Tue 17 Nov.*Mon 23 Nov/u);
    await calendar.moveDialog.getByRole("button", { name: "Move the window" }).click();
    await expect(calendar.day("Saturday, 28 November 2026").getByRole("button", { name: resize })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(calendar.day("Tuesday, 24 November 2026").getByRole("button", { name: resize })).toBeVisible();
  });

  await test.step("by pointer: a bar of the timeline says where it would go and what that brings about, and can be let go", async () => {
    await calendar.show("Timeline");
    const bar = calendar.bar("EKS cluster", resize);
    const from = await middleOf(bar);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y, { steps: 6 });
    await expect(calendar.carried).toContainText("Resize EKS nodes");
    await expect(calendar.carried).toContainText(/Moves \d+ unsent notices/u);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(calendar.carried).toBeHidden();
    await expect(calendar.moveDialog).toBeHidden();
  });

  await test.step("by keyboard alone: the timeline's lines and bars are reached by arrows, and Escape leaves a move", async () => {
    await calendar.show("Timeline");
    const bar = calendar.bar("EKS cluster", resize);
    await expect(bar).toBeVisible();
    await calendar.line("EKS cluster").focus();
    await page.keyboard.press("ArrowDown");
    await expect(calendar.line("Database")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await expect(bar).toBeFocused();
    await page.keyboard.press("m");
    await page.keyboard.press("PageUp");
    await expect(calendar.carried).toContainText("Tue 17 Nov");
    await page.keyboard.press("Escape");
    await expect(calendar.carried).toBeHidden();
    await expect(bar).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(resize);
  });

  await test.step("by keyboard alone: M takes a window, arrows say the consequence, Enter asks, Enter in the dialog moves it", async () => {
    await shell.goTo("Calendar");
    await calendar.show("Month");
    await calendar.stepFrom("Monday, 16 November 2026", "Tuesday, 24 November 2026", resize);
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(calendar.spoken).toContainText("Wed 25 Nov, 02:15");
    await expect(calendar.spoken).toContainText(/Nobody was told the old time/u);
    await page.keyboard.press("Shift+ArrowDown");
    await expect(calendar.spoken).toContainText("02:15–04:30");
    await page.keyboard.press("Enter");
    await expect(calendar.moveDialog).toContainText("Wed 25 Nov, 02:15–04:30");
    await calendar.moveDialog.getByLabel("Why it moves").press("Tab");
    await calendar.moveDialog.getByRole("button", { name: "Move the window" }).focus();
    await page.keyboard.press("Enter");
    await expect(calendar.moveDialog).toBeHidden();
    await expect(calendar.day("Wednesday, 25 November 2026").getByRole("button", { name: resize })).toBeVisible();
  });
});

test("axe finds nothing on any view in either theme", async ({ desk: { calendar, page } }) => {
  test.slow();
  // The month is one of a11y.spec's screens.
  for (const view of ["Week", "Day", "Agenda", "Year", "Timeline"] as const) {
    await calendar.show(view);
    await expect(page.getByRole("main").locator("[data-window], [data-date]").filter({ visible: true }).first()).toBeVisible();
    expect(await violationsOf(page), view).toEqual([]);
  }
  for (const name of ["Legend", "Filter"]) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    expect(await violationsOf(page), name).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
