import { readFile } from "node:fs/promises";
import { violationsOf } from "./axe.ts";
import { expect, test } from "./desk.ts";

// The example promises 99 % of each of its services: 7 h 12 min of November. The test begins on Monday 16 November.
const eks = "EKS cluster (HIE production)";
const portal = "Portal (HIE production)";

test.slow();

test("outages are recorded and told against the promise, in the months, the table, the export and the form of a window", async ({
  desk: { page, shell, uptime, windowForm, settings },
}) => {
  await test.step("by mouse: an outage is recorded, told to break the promise, corrected and removed", async () => {
    await shell.goTo("Uptime");
    const november = uptime.detail(portal, "November 2026");
    await november.getByRole("button", { name: "Record an outage" }).click();
    await uptime.fillOutage(["2026-11-10", "08:00"], ["2026-11-17", "16:30"], "A disk was full");
    await uptime.form.getByRole("button", { name: "Save" }).click();
    await expect(uptime.form).toContainText("This is still to come.");
    expect(await violationsOf(uptime.form.page())).toEqual([]);
    await uptime.time("Up again").date.fill("2026-11-10");
    await uptime.save();
    await expect(november).toContainText("1 h 18 min more than November's 7 h 12 min was used: the promised uptime is broken.");
    await expect(uptime.month(portal, "November 2026")).toContainText("broken");

    await november.getByRole("button", { name: "Edit the outage: A disk was full" }).click();
    await uptime.time("Up again").clock.fill("09:00");
    await uptime.save();
    await expect(november).toContainText("6 h 12 min of November's 7 h 12 min are left");

    await november.getByRole("button", { name: "Edit the outage: A disk was full" }).click();
    await uptime.form.getByRole("button", { name: "Remove…" }).click();
    await uptime.form.page().getByRole("button", { name: "Remove", exact: true }).click();
    await expect(november).toContainText("7 h 12 min of November's 7 h 12 min are left");
  });

  await test.step("the table says the same, and the export holds it", async () => {
    await shell.goTo("Uptime");
    await uptime.service(eks).getByText("All months as a table").click();
    await expect(uptime.service(eks).getByRole("row", { name: /^November 2026 7 h 12 min/u })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download CSV" }).click();
    const table = await readFile(await (await begun).path(), "utf8");
    expect(table.split("\r\n").filter((line) => line.startsWith('"EKS cluster"'))).toHaveLength(16);
  });

  await test.step("by keyboard: a month is chosen, and an outage recorded in it", async () => {
    await shell.goTo("Uptime");
    await uptime.month(portal, "October 2026").focus();
    await page.keyboard.press("Enter");
    const october = uptime.detail(portal, "October 2026");
    await expect(october).toContainText("100 % up so far");
    await october.getByRole("button", { name: "Record an outage" }).focus();
    await page.keyboard.press("Enter");
    // What is typed into a date field is in the order of the browser's language, so it is filled.
    await uptime.time("Down from").date.fill("2026-10-25");
    await uptime.time("Down from").clock.fill("01:30");
    // The clocks went back that night: which of the two half past ones is asked.
    await uptime.form.getByRole("radio", { name: /^First: .*BST/u }).focus();
    await page.keyboard.press("Space");
    await uptime.time("Up again").date.fill("2026-10-25");
    await uptime.time("Up again").clock.fill("02:00");
    await uptime.form.getByLabel("Note").focus();
    await page.keyboard.type("Storage");
    await page.keyboard.press("Enter");
    await expect(uptime.form).toBeHidden();
    await expect(october).toContainText("Storage");
    await expect(october.getByRole("list", { name: "What took it down" })).toContainText("1 h 30 min");
  });

  await test.step("the form warns of a window that would break the promise, and its page shows what is left", async () => {
    await shell.newWindow();
    await windowForm.line.fill("Sat 28 Nov 2026 00:00–10:00 London, rebuild the storage, Portal, outage, scheduled maintenance");
    await windowForm.fill({ downtime: 480 });
    await expect(windowForm.consequences).toContainText(
      "Breaks Portal's promised uptime: 1 h 8 min more than November's 7 h 12 min.",
    );
    await windowForm.fill({ downtime: 400 });
    await expect(windowForm.consequences).toContainText("Leaves 12 min of November's 7 h 12 min for Portal.");
    await windowForm.saveAndSeeThePlan();
    const panel = page.getByRole("region", { name: "Promised uptime" });
    await expect(panel).toContainText("Leaves 12 min of November's 7 h 12 min for Portal.");
    await expect(panel.getByRole("img", { name: /^November 2026: /u })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await panel.getByRole("link", { name: /^See the month/u }).click();
    await expect(uptime.detail(portal, "November 2026")).toContainText("rebuild the storage");
  });

  await test.step("a setting takes planned work out of the promise", async () => {
    await shell.goTo("Uptime");
    await page.getByRole("link", { name: "Change in Settings" }).click();
    await settings.show("Workspace");
    await page.getByLabel("Planned outages count against the promised uptime").setChecked(false);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
    await shell.goTo("Uptime");
    await expect(page.getByText("Only unplanned outages count against the promise")).toBeVisible();
  });
});
