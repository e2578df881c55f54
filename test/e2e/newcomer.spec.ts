import { expect, test } from "./desk.ts";

test("a newcomer gets from the first screen to a first notice in the practice mailbox with a handful of clicks", async ({
  newcomer: { page, welcome, today, compose, practice, shell },
  clock,
}) => {
  await page.evaluate(() => {
    document.documentElement.dataset.clicks = "0";
    const count = (event: Event): void => {
      const { dataset } = document.documentElement;
      if (event.isTrusted) dataset.clicks = String(Number(dataset.clicks) + 1);
    };
    addEventListener("pointerdown", count, true);
  });
  await welcome.openExample("HIE platform");
  await today.needsYou.getByRole("link", { name: "Review" }).first().click();
  await compose.acknowledgeWarnings();
  const subject = await compose.subject.innerText();
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.openPracticeMailbox();
  await expect(practice.places.first()).toBeVisible();
  await expect(practice.thread).toBeVisible();
  expect(subject).not.toBe("");
  expect(Number(await page.locator("html").getAttribute("data-clicks"))).toBeLessThanOrEqual(8);
});

test("the same goes with the keyboard alone", async ({ newcomer: { page, welcome, today, compose, practice, shell }, clock }) => {
  await expect(welcome.heading).toBeVisible();
  await shell.tabTo(page.getByRole("button", { name: "Open HIE platform" }));
  await page.keyboard.press("Enter");
  await shell.tabTo(today.needsYou.getByRole("link", { name: "Review" }).first());
  await page.keyboard.press("Enter");
  await expect(compose.readiness).toHaveText(/Ready|warning/u);
  for (const box of await compose.finding("Warning").getByRole("checkbox").all()) {
    await shell.tabTo(box);
    await page.keyboard.press("Space");
  }
  await shell.tabTo(compose.sendNow);
  await page.keyboard.press("Enter");
  await shell.letUndoTimePass(clock);
  await shell.openPalette();
  await page.keyboard.type("practice mailbox");
  await page.keyboard.press("Enter");
  await expect(shell.title).toHaveText("Practice mailbox");
  await expect(practice.thread).toBeVisible();
});
