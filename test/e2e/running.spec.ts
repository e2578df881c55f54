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

test("a window is completed by mistake, taken back, and completed for good", async ({
  desk: { shell, today, practice },
  clock,
}) => {
  const completed = today.running(title).getByRole("button", { name: "Completed" });
  const toast = shell.toast(`${title} is completed`);

  await test.step("Completed can be undone for ten seconds, and then nobody is told", async () => {
    await completed.click();
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(toast).toContainText("2 messages taken back");
    await expect(today.running(title)).toBeVisible();
    await clock.advance({ seconds: 11 });
    await shell.openPracticeMailbox();
    await expect(practice.place("#ops").getByRole("button", { name: /reply/u })).toHaveCount(0);
    await shell.closeToasts();
  });

  await test.step("after ten seconds the toast offers no undo any more", async () => {
    await shell.goTo("Today");
    await completed.click();
    await expect(toast).toContainText("2 messages leave in");
    await expect(toast.getByRole("button", { name: "Undo" })).toBeVisible();
    await shell.letUndoTimePass(clock);
    await expect(toast.getByRole("button", { name: "Undo" })).toHaveCount(0);
  });

  await test.step("Completed, from Today, tells exactly those who heard, in their threads", async () => {
    await expect(toast).toContainText("2 of 2");
    await shell.openPracticeMailbox();
    await expect(practice.place("#ops").getByRole("button", { name: /1 reply/u })).toBeVisible();
    await expect(practice.places).toHaveCount(2);
  });
});

test("a window is extended, runs over its end all the same, and is rolled back", async ({
  desk: { page, shell, today, window },
  clock,
}) => {
  await test.step("Extend, from the window, moves the end and tells those who heard", async () => {
    await today.openWindow(title);
    await window.extend.click();
    await page.getByRole("button", { name: /^\+30 min/u }).click();
    await expect(shell.toast(/now ends/u)).toContainText("2 messages leave in");
    await shell.letUndoTimePass(clock);
    await expect(shell.toast(/now ends/u)).toContainText("2 of 2");
    await expect(window.deliveries.getByText("Extended").first()).toBeVisible();
    await shell.closeToasts();
  });

  await test.step("an end that is over is said at once, and the window stays until somebody says it is over", async () => {
    await shell.goTo("Today");
    await clock.goTo("2026-11-16T23:30");
    await expect(today.running(title)).toContainText("Running over by");
  });

  await test.step("Roll back, from the window, asks what happened and tells those who heard", async () => {
    await today.openWindow(title);
    await window.rollBack.click();
    await page.getByLabel(/^What happened/u).fill("The new exports were incomplete.");
    await page.getByRole("button", { name: "Roll back and tell them" }).click();
    await expect(shell.toast(`${title} was rolled back`)).toContainText("2 messages leave in");
    await shell.letUndoTimePass(clock);
    await expect(shell.toast(`${title} was rolled back`)).toContainText("2 of 2");
    await expect(window.completed).toHaveCount(0);
  });
});
