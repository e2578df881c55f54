import { violationsOf } from "./axe.ts";
import type { Desk } from "./desk.ts";
import { TogetherPage } from "./pages/together-page.ts";
import { expect, test } from "./with-providers.ts";

const facts = {
  changeType: "Scheduled maintenance",
  services: ["EKS cluster"],
  downtime: 10,
  customersAffected: true,
  effect: "You cannot sign in for 10 minutes. Saved data is safe.",
  reason: "The nodes need their monthly updates.",
  rollbackPlan: "We go back to the old nodes within 20 minutes.",
  lead: "DevOps engineer on duty",
} as const;

async function send({ compose, shell }: Desk, clock: Parameters<Desk["shell"]["letUndoTimePass"]>[0]): Promise<void> {
  await compose.acknowledgeWarnings();
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
}

test("a monthly series: one announcement of all dates, and who heard it hears of a date that moves", async ({ desk, clock }) => {
  test.slow();
  const { page, shell, windowForm, window, compose, practice } = desk;
  const together = new TogetherPage(page);

  await test.step("the form says what a rule comes to", async () => {
    await shell.newWindow();
    await windowForm.fill({ title: "Monthly patching", ...facts });
    await together.feltAsOutage.check();
    await windowForm.setTime("Start", "2026-12-06", "02:00");
    await windowForm.setTime("End", "2026-12-06", "04:00");
    await together.kind("It repeats").check();
    await expect(together.dates).toContainText("Every first Sunday of the month.");
    await expect(together.dates.getByRole("listitem")).toHaveCount(5);
    await expect(together.dates).toContainText(/Sun 3 Jan/u);
    expect(await violationsOf(page)).toEqual([]);
    await windowForm.saveAndSeeThePlan();
  });

  await test.step("one announcement tells all dates", async () => {
    await expect(together.members).toHaveCount(8);
    await window.review(/Announcement.*All customers/u);
    await compose.previewAs("Plain text");
    await expect(compose.preview).toContainText("All dates:");
    await send(desk, clock);
    await shell.openPracticeMailbox();
    await practice
      .place(/North/u)
      .getByRole("button", { name: /EKS cluster/u })
      .first()
      .click();
    await practice.thread.getByText("Plain text", { exact: true }).first().click();
    await expect(practice.thread).toContainText(
      "Every first Sunday of the month: Sun 6 Dec 2026, 02:00–04:00 GMT (UTC+0); Sun 3 Jan 2027",
    );
  });

  await test.step("the second date has its reminder and no announcement", async () => {
    await practice.thread.getByRole("link", { name: "Open the window" }).first().click();
    await together.members
      .filter({ hasText: /Sun 3 Jan/u })
      .getByRole("link")
      .click();
    await expect(together.members.filter({ hasText: /Sun 3 Jan/u })).toHaveAttribute("aria-current", "page");
    await expect(window.notice(/Reminder/u).first()).toBeVisible();
    await expect(window.notice(/Announcement.*All customers/u)).toHaveCount(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("one date moves, and only those who were told hear", async () => {
    await page.getByRole("button", { name: "Move…" }).click();
    await expect(together.scope("Only this one")).toBeChecked();
    await window.moveDialog.getByLabel("Start: date").fill("2027-01-10");
    await window.moveDialog.getByLabel("Why it moves").fill("The supplier is away on the third.");
    await window.moveDialog.getByRole("button", { name: "Move the window" }).click();
    await expect(window.moveDialog).toBeHidden();
    await window.review(/Rescheduled.*All customers/u);
    await send(desk, clock);
    await shell.openPracticeMailbox();
    await practice
      .place(/North/u)
      .getByRole("button", { name: /EKS cluster/u })
      .first()
      .click();
    await practice.thread.getByText("Plain text", { exact: true }).first().click();
    await expect(practice.thread).toContainText("The supplier is away on the third.");
    await expect(practice.place("#devops").getByRole("button", { name: /Moved/u })).toHaveCount(0);
  });

  await test.step("the following ones move together, and it can be undone", async () => {
    await practice.thread.getByRole("link", { name: "Open the window" }).first().click();
    await together.members
      .filter({ hasText: /Sun 7 Feb/u })
      .getByRole("link")
      .click();
    await page.getByRole("button", { name: "Move…" }).click();
    await window.moveDialog.getByLabel("Start: time, 24 hours").fill("03:00");
    await together.scope("This and the following").check();
    await expect(together.datesFromThenOn).toContainText("03:00");
    await window.moveDialog.getByRole("button", { name: "Move these windows" }).click();
    await expect(window.moveDialog).toBeHidden();
    await expect(together.members.filter({ hasText: /Sun 7 Mar, 03:00/u })).toBeVisible();
    await shell
      .toast(/windows of the series are moved/u)
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(together.members.filter({ hasText: /Sun 7 Mar, 02:00/u })).toBeVisible();
  });

  await test.step("how it repeats is said anew in the form, by keyboard, for this date and the following", async () => {
    await shell.closeToasts();
    await shell.tabTo(page.getByRole("main").getByRole("link", { name: "Edit" }));
    await page.keyboard.press("Enter");
    await shell.tabTo(together.scopeInForm("Only this one"));
    await page.keyboard.press("ArrowDown");
    await expect(together.scopeInForm("This and the following")).toBeChecked();
    await expect(together.datesFromThenOn).toContainText("Every first Sunday of the month.");
    await shell.tabTo(page.getByRole("combobox", { name: "Weekday" }));
    await page.keyboard.press("Enter");
    // Keys go to its list once that is open.
    await expect(page.getByRole("option", { name: "Saturday" })).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(together.datesFromThenOn).toContainText(/Every first Saturday of the month\..*Sat 6 Mar/u);
    expect(await violationsOf(page)).toEqual([]);
    await shell.tabTo(windowForm.save);
    await page.keyboard.press("Enter");
    await expect(together.members.filter({ hasText: /Sat 6 Mar, 02:00/u })).toBeVisible();
  });
});

test("a change in two phases, by keyboard: one announcement, and what follows answers it", async ({ desk, clock }) => {
  test.slow();
  const { page, shell, windowForm, window, practice, today } = desk;
  const together = new TogetherPage(page);
  await shell.newWindow();
  await windowForm.fill({ title: "Move the database", ...facts });
  await together.feltAsOutage.check();
  await windowForm.setTime("Start", "2026-11-24", "02:00");
  await windowForm.setTime("End", "2026-11-24", "04:00");

  await shell.tabTo(together.kind("Once"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(together.kind("In several phases")).toBeChecked();
  await expect(together.phase(2).getByLabel("Start of phase 2: date")).toHaveValue("2026-11-26");
  await expect(together.phase(2)).toContainText("Thu 26 Nov, 04:00 GMT, 2 h long");
  await expect(windowForm.consequences).toContainText("of phase 1");
  await shell.tabTo(together.phase(2).getByLabel("Title of phase 2"));
  await page.keyboard.type("Move the reports");
  expect(await violationsOf(page)).toEqual([]);
  await shell.tabTo(windowForm.save);
  await page.keyboard.press("Enter");
  await expect(together.members).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "Phase 1 of 2" })).toBeVisible();

  await window.review(/Announcement.*Internal teams/u);
  await send(desk, clock);
  await shell.openPracticeMailbox();
  await expect(practice.thread).toContainText("phase 1 of 2, Tue 24 Nov 2026");
  await clock.goTo("2026-11-24T02:30");
  await shell.goTo("Today");
  await today.running("Move the database").getByRole("button", { name: "Completed" }).focus();
  await page.keyboard.press("Enter");
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
  await shell.openPracticeMailbox();
  await expect(practice.thread).toContainText("phase 1 of 2, Tue 24 Nov 2026");
  await expect(practice.thread).toContainText("Phase 2 of 2, Thu 26 Nov 2026, 02:00–04:00 GMT (UTC+0) is still to come.");

  await clock.goTo("2026-11-26T02:30");
  await shell.goTo("Today");
  await today.running("Move the reports").getByRole("button", { name: "Completed" }).focus();
  await page.keyboard.press("Enter");
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
  await shell.openPracticeMailbox();
  await expect(practice.thread).toContainText("With this, all 2 phases are complete.");
  await expect(practice.thread).toContainText("phase 1 of 2, Tue 24 Nov 2026");
});

test("the phases of a change are one thread in Slack", async ({ desk, slack, clock, host }) => {
  test.slow();
  const { page, shell, settings, directory, windowForm, window, today } = desk;
  const together = new TogetherPage(page);
  await shell.goTo("Directory");
  await directory.show("Channels");
  await directory.open("#devops");
  await directory.fill("Channel or person in Slack", slack.channels.devops ?? "");
  await directory.save();
  await shell.goTo("Settings");
  await settings.setContactPoint("Service desk, service-desk@example.org");
  await settings.show("Connections");
  await settings.connect("Slack", slack.token, host.name === "browser" ? null : slack.url);
  await settings.show("Practice and live");
  await settings.goLive();

  await shell.newWindow();
  await windowForm.fill({ title: "Move the database", ...facts });
  await together.feltAsOutage.check();
  await windowForm.setTime("Start", "2026-11-24", "02:00");
  await windowForm.setTime("End", "2026-11-24", "04:00");
  await together.kind("In several phases").check();
  await windowForm.saveAndSeeThePlan();
  await window.review(/Announcement.*Internal teams/u);
  await send(desk, clock);
  // The example's own windows speak there, too.
  const inDevops = () =>
    slack.ledger.posts.filter(({ channel, text }) => channel === slack.channels.devops && text.includes("EKS cluster"));
  await expect.poll(() => inDevops().length).toBe(1);
  for (const [at, posts] of [
    ["2026-11-24T02:30", 2],
    ["2026-11-26T02:30", 3],
  ] as const) {
    await clock.goTo(at);
    await shell.goTo("Today");
    await today.running("Move the database").getByRole("button", { name: "Completed" }).click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await expect.poll(() => inDevops().length).toBe(posts);
  }
  const [first, ...replies] = inDevops();
  for (const reply of replies) expect(reply.threadTs).toBe(first?.ts);
});
