import { violationsOf } from "./axe.ts";
import { expect, test } from "./desk.ts";

// The test begins on Monday 16 November 2026, 10:00 in London.
test.slow();

test("a typed line asks what it leaves open, takes the answers, and fills the form", async ({
  desk: { page, shell, windowForm },
}) => {
  await test.step("by mouse: a date that can be read in two ways is asked about, and an answer rewrites the line", async () => {
    await shell.newWindow();
    await windowForm.line.fill("12/06/2027 22:00-23:00 London, patch the storage, Portl, degraded");
    const date = windowForm.question(/^Is “12\/06\/2027” Sat 12 Jun 2027 or Mon 6 Dec 2027\?/u);
    await expect(date.getByRole("button")).toHaveText(["Sat 12 Jun 2027", "Mon 6 Dec 2027"]);
    await expect(windowForm.time("Start").date).toHaveValue("");
    const name = windowForm.question(/Did you mean Portal/u);
    await expect(name).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await date.getByRole("button", { name: "Mon 6 Dec 2027" }).click();
    await expect(windowForm.line).toHaveValue("Mon 6 Dec 2027 22:00-23:00 London, patch the storage, Portl, degraded");
    await expect(windowForm.line).toBeFocused();
    await expect(windowForm.time("Start").date).toHaveValue("2027-12-06");
    await name.getByRole("button").click();
    await expect(name).toBeHidden();
    await expect(windowForm.understood).toContainText("service: Portal");
    await expect(windowForm.line).toHaveAccessibleDescription(/It fills the form below.*service: Portal/u);
  });

  await test.step("by keyboard: from the palette to a form filled by the line, each question answered with Tab and Enter", async () => {
    await shell.goTo("Today");
    await (await shell.openPalette()).fill("plan: Sat 9-11 London, rotate the keys, Sign-in, outage");
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText("New window");
    await expect(windowForm.line).toHaveValue("Sat 9-11 London, rotate the keys, Sign-in, outage");
    await expect(windowForm.question(/^Is “9-11” in the morning or in the evening\?/u)).toBeVisible();
    await windowForm.line.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "21:00–23:00" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(windowForm.line).toBeFocused();
    await expect(windowForm.line).toHaveValue("Sat 21:00–23:00 London, rotate the keys, Sign-in, outage");
    await expect(windowForm.time("Start").date).toHaveValue("2026-11-21");
    await expect(windowForm.time("Start").clock).toHaveValue("21:00");
    await expect(windowForm.time("End").clock).toHaveValue("23:00");
  });

  await test.step("what a line says is in the form: a time that clocks show twice is asked about, and one answer is the form's too", async () => {
    await windowForm.line.fill("31 Oct 2027 01:30-03:00 London, swap the disks, Portal, outage");
    const question = windowForm.question(/^The clocks go back that night: 01:30 occurs twice/u);
    await question.getByRole("button", { name: /GMT/u }).click();
    await expect(question).toBeHidden();
    await expect(windowForm.time("Start").group.getByRole("radio", { name: /^Second: .*GMT/u })).toBeChecked();
  });

  await test.step("what a line says is in the form: that it comes again is understood, and the form repeats it", async () => {
    await windowForm.line.fill("every first Sunday 02:00–04:00 London, patch the cluster, EKS cluster, degraded");
    await expect(windowForm.understood).toContainText("repeats: every first Sunday of the month; first Sun 6 Dec 2026");
    await expect(windowForm.time("Start").date).toHaveValue("2026-12-06");
    const often = page.getByRole("group", { name: "How often it takes place" });
    await expect(often.getByRole("radio", { name: /repeat/iu })).toBeChecked();
  });
});
