import { expect, test } from "./desk.ts";

// The example's emergency of the first afternoon: its rule tells the teams by itself as soon as it is planned.
const title = "Restore report exports";

test.beforeEach(async ({ desk: { shell, practice }, clock }) => {
  await shell.openPracticeMailbox();
  // Approved by its rule at the first round, it leaves ten seconds later.
  await expect(async () => {
    await clock.advance({ seconds: 11 });
    await expect(practice.place("#ops")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await clock.goTo("2026-11-16T15:20");
  await shell.goTo("Today");
});

test("Completed, from Today, tells exactly those who heard, in their threads", async ({
  desk: { shell, today, practice },
  clock,
}) => {
  await today.running(title).getByRole("button", { name: "Completed" }).click();
  await expect(shell.toast(`${title} is completed`)).toContainText("2 messages leave in");
  await shell.letUndoTimePass(clock);
  await expect(shell.toast(`${title} is completed`)).toContainText("2 of 2");
  await shell.openPracticeMailbox();
  await expect(practice.place("#ops").getByRole("button", { name: /1 reply/u })).toBeVisible();
  await expect(practice.places).toHaveCount(2);
});

test("Completed can be undone for ten seconds, and then nobody is told", async ({ desk: { shell, today, practice }, clock }) => {
  await today.running(title).getByRole("button", { name: "Completed" }).click();
  await shell.toast(`${title} is completed`).getByRole("button", { name: "Undo" }).click();
  await expect(shell.toast(`${title} is completed`)).toContainText("2 messages taken back");
  await expect(today.running(title)).toBeVisible();
  await clock.advance({ seconds: 11 });
  await shell.openPracticeMailbox();
  await expect(practice.place("#ops").getByRole("button", { name: /reply/u })).toHaveCount(0);
});

test("after ten seconds the toast offers no undo any more", async ({ desk: { shell, today }, clock }) => {
  await today.running(title).getByRole("button", { name: "Completed" }).click();
  await expect(shell.toast(`${title} is completed`).getByRole("button", { name: "Undo" })).toBeVisible();
  await shell.letUndoTimePass(clock);
  await expect(shell.toast(`${title} is completed`).getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("Extend, from the window, moves the end and tells those who heard", async ({
  desk: { page, shell, today, window },
  clock,
}) => {
  await today.openWindow(title);
  await window.extend.click();
  await page.getByRole("button", { name: /^\+30 min/u }).click();
  await expect(shell.toast(/now ends/u)).toContainText("2 messages leave in");
  await shell.letUndoTimePass(clock);
  await expect(shell.toast(/now ends/u)).toContainText("2 of 2");
  await expect(window.deliveries.getByText("Extended").first()).toBeVisible();
});

test("Roll back, from the window, asks what happened and tells those who heard", async ({
  desk: { page, shell, today, window },
  clock,
}) => {
  await today.openWindow(title);
  await window.rollBack.click();
  await page.getByLabel(/^What happened/u).fill("The new exports were incomplete.");
  await page.getByRole("button", { name: "Roll back and tell them" }).click();
  await expect(shell.toast(`${title} was rolled back`)).toContainText("2 messages leave in");
  await shell.letUndoTimePass(clock);
  await expect(shell.toast(`${title} was rolled back`)).toContainText("2 of 2");
  await expect(window.completed).toHaveCount(0);
});

test("an end that is over is said at once, and the window stays until somebody says it is over", async ({
  desk: { today },
  clock,
}) => {
  await clock.goTo("2026-11-16T23:30");
  await expect(today.running(title)).toContainText("Running over by");
});
