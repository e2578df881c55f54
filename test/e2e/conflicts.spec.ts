import { violationsOf } from "./axe.ts";
import { type Desk, expect, test } from "./desk.ts";

/** On the second of February, which is typed alike wherever the day comes first or the month. */
const freeze = {
  name: "Quarter close",
  start: ["2027-02-02", "00:00"],
  end: ["2027-02-02", "23:00"],
  service: "Reporting",
  reason: "The quarter's figures are made",
} as const;

/** A window of two hours that nobody outside feels. */
const reindex = {
  title: "Reindex the reports",
  changeType: "Application update",
  services: ["Reporting"],
  lead: "Reporting engineer",
} as const;

/** The freeze ends late on Tuesday; the next day at the same time another window is there until four. */
const slot = "Next free slot: Wed 3 Feb, 04:00 GMT";

// Each walks through several forms.
test.slow();

test("what stands in a window's way is named with the next free slot, and services never depend on each other in a circle", async ({
  desk,
}) => {
  const { shell, directory, freezes, windowForm, window, page } = desk;

  await test.step("a window in a freeze names it, and takes the next free slot behind another window", async () => {
    await shell.goTo("Directory");
    await freezes.make(freeze);
    await planReindex(desk);

    await shell.newWindow();
    await windowForm.fill({ ...reindex, title: "Restart the reports" });
    await windowForm.setTime("Start", "2027-02-02", "02:00");
    await windowForm.setTime("End", "2027-02-02", "04:00");
    await expect(windowForm.conflicts).toContainText("In a freeze Quarter close");
    await expect(windowForm.conflicts).toContainText("Reporting must not change");
    await expect(windowForm.freeSlot).toHaveText(slot);
    await windowForm.freeSlot.click();
    await expect(windowForm.time("Start").date).toHaveValue("2027-02-03");
    await expect(windowForm.time("Start").clock).toHaveValue("04:00");
    await expect(windowForm.time("End").clock).toHaveValue("06:00");
    await expect(windowForm.conflicts).toBeHidden();
    await windowForm.saveAndSeeThePlan();
    await expect(window.conflicts).toBeHidden();

    await page.getByRole("main").getByRole("link", { name: "Edit" }).click();
    await windowForm.setTime("Start", "2027-02-03", "03:00");
    await expect(windowForm.conflicts).toContainText("Same service Reporting: Reindex the reports");
    await windowForm.saveAndSeeThePlan();
    await expect(window.conflicts).toContainText("Same person Reporting engineer: Reindex the reports");
    expect(await violationsOf(page)).toEqual([]);
    await window.conflicts.getByRole("link", { name: "Reindex the reports" }).first().click();
    await expect(shell.title).toHaveText("Reindex the reports");
    await expect(window.conflicts).toContainText("Restart the reports");
  });

  await test.step("a circle of services is refused with the way around, and slots are kept", async () => {
    await shell.goTo("Directory");
    await directory.open("Database");
    await directory.choose("Depends on", "Reporting");
    await directory.drawer.getByRole("button", { name: "Add a slot" }).click();
    await directory.save();
    await directory.open("Database");
    await expect(directory.drawer.getByLabel("Slot 1: from")).toHaveValue("22:00");
    await directory.drawer.getByRole("button", { name: "Close" }).last().click();
    await directory.open("Reporting");
    await directory.choose("Depends on", "Database");
    await directory.drawer.getByRole("button", { name: "Save" }).click();
    await expect(directory.drawer).toContainText("“Reporting” → “Database” → “Reporting”");
  });
});

test("a window in a freeze names it, and takes the next free slot behind another window, with the keyboard alone", async ({
  desk,
}) => {
  const { shell, freezes, windowForm, page } = desk;
  await shell.openPalette();
  await page.keyboard.type("Directory");
  await page.keyboard.press("Enter");
  await expect(shell.title).toHaveText("Directory");
  await shell.tabTo(freezes.tab);
  await page.keyboard.press("Enter");
  await shell.tabTo(freezes.add);
  await page.keyboard.press("Enter");
  await expect(freezes.name).toBeFocused();
  await page.keyboard.type(freeze.name);
  await typeInto(desk, "Start: date", "02022027");
  await typeInto(desk, "Start: time, 24 hours", "0");
  await typeInto(desk, "End: date", "02022027");
  await typeInto(desk, "End: time, 24 hours", "23");
  await shell.tabTo(freezes.services);
  await page.keyboard.type(freeze.service);
  await expect(page.getByRole("option", { name: freeze.service })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await shell.tabTo(freezes.save);
  await page.keyboard.press("Enter");
  await expect(freezes.row(freeze.name)).toBeVisible();

  // The window that is in the way is another story's: here it is planned by mouse.
  await planReindex(desk);
  await shell.openPalette();
  await page.keyboard.type("New window");
  await page.keyboard.press("Enter");
  await expect(shell.title).toHaveText("New window");
  await expect(windowForm.line).toBeFocused();
  await page.keyboard.type("2 Feb 2027 02:00–04:00 London, Restart the reports, Reporting, application update");
  await page.keyboard.press("Enter");
  await expect(windowForm.conflicts).toContainText("In a freeze Quarter close");
  await expect(windowForm.freeSlot).toHaveText(slot);
  await shell.tabTo(windowForm.freeSlot);
  await page.keyboard.press("Enter");
  await expect(windowForm.time("Start").date).toHaveValue("2027-02-03");
  await expect(windowForm.time("Start").clock).toHaveValue("04:00");
  await expect(windowForm.conflicts).toBeHidden();
});

async function planReindex({ shell, windowForm }: Desk): Promise<void> {
  await shell.newWindow();
  await windowForm.fill(reindex);
  await windowForm.setTime("Start", "2027-02-03", "02:00");
  await windowForm.setTime("End", "2027-02-03", "04:00");
  await windowForm.saveAndSeeThePlan();
}

/** Goes to a date or time and types its digits. */
async function typeInto({ shell, freezes, page }: Desk, label: string, digits: string): Promise<void> {
  await shell.tabTo(freezes.field(label));
  await page.keyboard.type(digits);
}
