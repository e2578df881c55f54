import { type Desk, expect, test } from "./desk.ts";

// The example's windows, as they lie when the test begins on Monday 16 November.
const resize = "Resize EKS nodes";
const certificates = "Rotate certificates";
const tuesday = "Tuesday, 24 November 2026";
const friday = "Friday, 27 November 2026";

// Each goes through several screens.
test.slow();

const facts = {
  title: "Restart the gateway",
  changeType: "Application update",
  services: ["File gateway"],
  lead: "Gateway engineer",
} as const;

test("by mouse: a window is planned on the calendar, a conflict resolved there, and one that was told of is moved", async ({
  desk,
  clock,
}) => {
  const { shell, calendar, windowForm, window, compose, today } = desk;

  await test.step("a window is planned from the calendar: days are dragged over, the facts filled in, and it lies there", async () => {
    await shell.goTo("Calendar");
    await calendar.drag(calendar.day("Wednesday, 2 December 2026"), calendar.day("Thursday, 3 December 2026"));
    await windowForm.fill(facts);
    await windowForm.saveAndSeeThePlan();
    await shell.goTo("Calendar");
    await expect(calendar.day("Wednesday, 2 December 2026").getByRole("button", { name: facts.title })).toBeVisible();
  });

  await test.step("a conflict seen on the calendar is resolved there: dragged into it, its record read, and moved on to the next free slot", async () => {
    await shell.goTo("Calendar");
    await calendar.drag(calendar.window(certificates), calendar.day(tuesday));
    await expect(calendar.moveDialog).toContainText("Same customer, same day");
    await calendar.confirmMove();
    await expect(calendar.inConflict(tuesday, certificates)).toBeVisible();
    await expect(calendar.inConflict(tuesday, resize)).toBeVisible();

    await calendar.inConflict(tuesday, certificates).click();
    await expect(shell.title).toHaveText(certificates);
    await window.conflicts.getByRole("link", { name: resize }).click();
    await expect(shell.title).toHaveText(resize);
    await window.conflicts.getByRole("link", { name: certificates }).click();
    await expect(shell.title).toHaveText(certificates);
    await window.conflicts.getByRole("button", { name: "Find another time" }).click();
    await calendar.freeSlot.click();
    await expect(calendar.moveDialog).toContainText("No conflicts");
    await calendar.confirmMove();
    await expect(window.conflicts).toBeHidden();
    await shell.goTo("Calendar");
    await expect(calendar.window(certificates)).toBeVisible();
    await expect(calendar.inConflict("November 2026", certificates)).toHaveCount(0);
  });

  await test.step("a window that was told of is moved: whoever heard is named, and the correction drafted for them strikes the old time out", async () => {
    await shell.goTo("Calendar");
    await calendar.window(resize).click();
    await window.review(/Announce.*Affected customers/u);
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();

    await shell.goTo("Calendar");
    await calendar.drag(calendar.window(resize), calendar.day("Saturday, 28 November 2026"));
    await expect(calendar.moveDialog).toContainText(
      "3 recipients heard the old time: a correction is drafted for exactly those.",
    );
    await expect(calendar.corrections.getByRole("listitem")).toHaveCount(3);
    await expect(calendar.corrections).toContainText("Tue 24 Nov, 02:00–04:00");
    await calendar.moveDialog.getByLabel("Why it moves").fill("The supplier is not ready.");
    await calendar.confirmMove();
    await expect(calendar.moved).toContainText("3 recipients were told the old time: a correction is drafted");

    await shell.goTo("Today");
    await today.review(/3 recipients still have the old time/u);
    await compose.previewAs("Outlook");
    await expect(compose.mail.locator("del, s").first()).toHaveText(/Tue(sday)? 24 Nov.*02:00–04:00/u);
    await expect(compose.mail).toContainText(/Sat(urday)? 28 Nov.*02:00–04:00/u);
    await expect(compose.mail).toContainText("The supplier is not ready.");
    await expect(compose.phoneRow).toContainText(/^.*Moved: .{20,35}…/u);
    await compose.inTheDark.click();
    await expect(compose.mail).toHaveCSS("background-color", "rgb(15, 18, 22)");
    await compose.readAs("East hospital");
    await expect(compose.preview).toContainText("To: East hospital");
    await compose.previewAs("Slack");
    await expect(compose.slackThread).toContainText("What changes");
  });
});

test("by keyboard alone: a window is planned on the calendar, a conflict resolved there, and one that was told of is moved", async ({
  desk,
  clock,
}) => {
  const { shell, calendar, windowForm, window, compose, page } = desk;
  await shell.refusePointer();

  await test.step("a window is planned from the calendar: N on a day, the facts typed, and it lies there", async () => {
    await shell.goByPalette("Calendar");
    await shell.tabTo(calendar.focusedDay);
    await page.keyboard.press("PageDown");
    await expect(calendar.heading).toHaveText("December 2026");
    await expect(calendar.day("Wednesday, 16 December 2026")).toBeFocused();
    await page.keyboard.press("n");
    await expect(windowForm.line).toBeFocused();
    await page.keyboard.type("Restart the gateway, File gateway, application update");
    await expect(windowForm.understood).toContainText("File gateway");
    await expect(windowForm.time("Start").date).toHaveValue("2026-12-16");
    await shell.tabTo(windowForm.save);
    await page.keyboard.press("Enter");
    await expect(window.plan).toBeVisible();
    await shell.goByPalette("Calendar");
    await expect(calendar.day("Wednesday, 16 December 2026").getByRole("button", { name: facts.title })).toBeVisible();
    await shell.tabTo(calendar.focusedDay);
    await page.keyboard.press("PageUp");
    await expect(calendar.heading).toHaveText("November 2026");
  });

  await test.step("a conflict seen on the calendar is resolved there: carried into it, its record read, and moved on to the next free slot", async () => {
    await shell.goByPalette("Calendar");
    await reach(desk, friday, certificates);
    await page.keyboard.press("m");
    for (let days = 0; days < 3; days += 1) await page.keyboard.press("ArrowLeft");
    await expect(calendar.spoken).toContainText("Tue 24 Nov, 20:00");
    await expect(calendar.spoken).toContainText("1 conflict: same customer, same day");
    await page.keyboard.press("Enter");
    await confirmByKeys(desk);
    await expect(calendar.inConflict(tuesday, certificates)).toBeVisible();

    await reach(desk, tuesday, certificates);
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText(certificates);
    await shell.tabTo(window.conflicts.getByRole("link", { name: resize }));
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText(resize);

    await shell.goByPalette("Calendar");
    await reach(desk, tuesday, certificates);
    await page.keyboard.press("m");
    await page.keyboard.press("Enter");
    await shell.tabTo(calendar.freeSlot);
    await page.keyboard.press("Enter");
    await expect(calendar.moveDialog).toContainText("No conflicts");
    await confirmByKeys(desk);
    await expect(calendar.window(certificates)).toBeVisible();
    await expect(calendar.inConflict("November 2026", certificates)).toHaveCount(0);
  });

  await test.step("a window that was told of is moved: taken back from its own page", async () => {
    await shell.goByPalette(resize);
    await shell.tabTo(window.notice(/Announce.*Affected customers/u).getByRole("link", { name: /^Review/u }));
    await page.keyboard.press("Enter");
    await expect(compose.readiness).toHaveText(/Ready|warning/u);
    for (const box of await compose.finding("Warning").getByRole("checkbox").all()) {
      await shell.tabTo(box);
      await page.keyboard.press("Space");
    }
    await shell.tabTo(compose.sendNow);
    await page.keyboard.press("Enter");
    await shell.letUndoTimePass(clock);

    await shell.goByPalette("Calendar");
    await reach(desk, tuesday, resize);
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(calendar.spoken).toContainText("Wed 25 Nov, 02:15");
    await expect(calendar.spoken).toContainText(
      /Moves \d+ unsent notices?\..*3 recipients were told the old time: a correction is drafted/u,
    );
    await page.keyboard.press("Enter");
    await expect(calendar.corrections.getByRole("listitem")).toHaveCount(3);
    await confirmByKeys(desk);
    await expect(calendar.moved).toContainText("3 recipients were told the old time: a correction is drafted");

    await shell.goByPalette(resize);
    await expect(window.notice(/Rescheduled.*Affected customers/u)).toBeVisible();
    await shell.tabTo(page.getByRole("button", { name: "Move…" }));
    await page.keyboard.press("Enter");
    await shell.tabTo(calendar.moveDialog.getByLabel("Start: time, 24 hours"));
    await page.keyboard.type("0515");
    await page.keyboard.press("Tab");
    await expect(calendar.corrections.getByRole("listitem")).toHaveCount(3);
    await confirmByKeys(desk);
    await expect(page.getByRole("main")).toContainText("Wed 25 Nov, 05:15–07:15");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("main")).toContainText("Wed 25 Nov, 02:15–04:15");
  });
});

/** Goes to a day of the month by Tab and arrows, and into it to a window. */
async function reach({ shell, calendar, page }: Desk, day: string, title: string): Promise<void> {
  await expect(calendar.day(day).getByRole("button", { name: title })).toBeVisible();
  await shell.tabTo(calendar.focusedDay);
  await page.keyboard.press("Home");
  const first = (await calendar.focusedDay.getAttribute("aria-description")) ?? "";
  const start = new Date(first.replace(/^.*?(\d+ \w+ \d{4}).*$/u, "$1"));
  const target = new Date(day.replace(/^\w+, /u, ""));
  const days = Math.round((target.getTime() - start.getTime()) / 86_400_000);
  for (let weeks = 0; weeks < Math.floor(days / 7); weeks += 1) await page.keyboard.press("ArrowDown");
  for (let rest = 0; rest < ((days % 7) + 7) % 7; rest += 1) await page.keyboard.press("ArrowRight");
  await expect(calendar.day(day)).toBeFocused();
  await page.keyboard.press("Enter");
  const chip = calendar.day(day).getByRole("button", { name: title });
  for (let presses = 0; presses < 10; presses += 1) {
    if (await chip.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("ArrowDown");
  }
  await expect(chip).toBeFocused();
}

async function confirmByKeys({ shell, calendar, page }: Desk): Promise<void> {
  await shell.tabTo(calendar.confirm);
  await expect(calendar.confirm).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(calendar.moveDialog).toBeHidden();
}
