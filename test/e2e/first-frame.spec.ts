import type { Page } from "@playwright/test";
import { expect, test } from "./desk.ts";

/** Reloads the page and keeps its application's code back; returns what lets it come. */
async function reloadWithoutCode(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const code = "**/assets/first-screen-*.js";
  await page.route(
    code,
    async (route) => {
      await released;
      await route.continue();
    },
    { times: 1 },
  );
  // Not reload(), which waits for the code.
  await page.evaluate(() => location.reload());
  return () => release();
}

test.beforeEach(({ host }) => {
  test.skip(host.name === "electron", "Files of app:// cannot be kept back.");
});

test("the first screen stands before its code is read, and keeps what is done to it", async ({
  desk: { page, shell, today },
}) => {
  await test.step("Today is on screen before its code is read, and is taken over as it stands", async () => {
    // One notice of the example leaves by itself: while it still waits, the list would change beneath the frame.
    await expect(shell.rail.getByRole("link", { name: "Today" })).toContainText("6");
    const letCodeCome = await reloadWithoutCode(page);
    await expect(shell.title).toHaveText("Today");
    await expect(today.needsYou).toBeVisible();
    // The policy refuses styles within elements, so a frame with some would look different from what comes after it.
    await expect(page.locator("#root [style]")).toHaveCount(0);
    const frame = await page.evaluateHandle(() => [...document.querySelectorAll("#root main a, #root h1, #root aside")]);
    expect(await frame.evaluate((elements) => elements.length)).toBeGreaterThan(2);
    letCodeCome();
    await expect(page).toHaveTitle("Today · Forewarn");
    expect(await frame.evaluate((elements) => elements.every((element) => element.isConnected))).toBe(true);
  });

  await test.step("what is pressed before the code is there is done once it is", async () => {
    const letCodeCome = await reloadWithoutCode(page);
    await page.getByRole("button", { name: /Search or do/u }).click();
    await expect(page.getByRole("combobox", { name: "Search or do" })).toHaveCount(0);
    letCodeCome();
    await expect(page.getByRole("combobox", { name: "Search or do" })).toBeFocused();
  });

  await test.step("so is the key that opens the palette", async () => {
    const letCodeCome = await reloadWithoutCode(page);
    await page.getByRole("button", { name: /Search or do/u }).waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    letCodeCome();
    await expect(page.getByRole("combobox", { name: "Search or do" })).toBeFocused();
  });

  await test.step("a link that is followed before the code is there leads to its place", async () => {
    const letCodeCome = await reloadWithoutCode(page);
    await shell.rail.getByRole("link", { name: "Directory" }).click();
    letCodeCome();
    await expect(shell.title).toHaveText("Directory");
    await expect(page.getByRole("region", { name: "Services" })).toBeVisible();
  });
});
