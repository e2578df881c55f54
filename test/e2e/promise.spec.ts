import { type Desk, expect, test } from "./desk.ts";
import { look } from "./look.ts";

const reason = "The supplier closed a hole that is in use";

/** A window on Wednesday, typed on Monday: one clear day, where three are promised. */
async function typeLateWindow({ shell, windowForm }: Desk): Promise<void> {
  await shell.newWindow();
  await windowForm.line.fill("Wed 18 Nov 20:00–21:00 London, patch the portal, portal, outage, planned infrastructure update");
  await windowForm.fill({
    effect: "Sign-in stops for up to ten minutes. Files already delivered stay readable.",
    reason: "The portal's software has a hole that is in use.",
    rollbackPlan: "The old version is put back within ten minutes.",
    lead: "DevOps lead",
    downtime: 10,
    customersAffected: true,
  });
}

test("a late window: the earliest start that keeps every promise, a reason and an approver, and the evidence of what was not kept", async ({
  desk,
  clock,
}) => {
  // From the form to the evidence: more steps than other tests have.
  test.slow();
  const { page, shell, windowForm, window, compose, evidence } = desk;

  await test.step("the earliest start that keeps every promise is one step away, by keyboard alone", async () => {
    await typeLateWindow(desk);
    const better = windowForm.promises.getByRole("button", { name: /^Start .* instead$/u });
    await expect(better).toBeVisible();
    await look(page, "late-window");
    await shell.tabTo(better);
    await page.keyboard.press("Enter");
    await expect(windowForm.promises).toContainText("The promised notice is kept");
    await expect(windowForm.shortNotice.reason).toBeHidden();
  });

  await test.step("a late window asks for a reason and an approver, tells its readers why, and its evidence says what was not kept", async () => {
    await windowForm.setTime("Start", "2026-11-18", "20:00");
    await windowForm.setTime("End", "2026-11-18", "21:00");
    await expect(windowForm.promises).toContainText("The promised notice is broken");
    await expect(windowForm.promises).toContainText("England and Wales, clear days");
    await expect(windowForm.promises).toContainText("last chance was");
    await windowForm.saveAndSeeThePlan();

    await window.review(/Announce.*Affected customers/u);
    await expect(compose.finding("Error")).toContainText("Say why, and who agreed to it");
    await expect(compose.sendNow).toBeDisabled();
    await page.getByRole("link", { name: "Open the window's facts" }).first().click();
    await expect(windowForm.shortNotice.reason).toBeFocused();
    await windowForm.shortNotice.reason.fill(reason);
    await windowForm.shortNotice.approver.fill("Head of operations");
    await windowForm.saveAndSeeThePlan();
    await expect(page.getByRole("region", { name: "Facts" })).toContainText("Head of operations");

    await window.review(/Announce.*Affected customers/u);
    await expect(compose.preview.frameLocator("iframe").locator("body").or(compose.preview)).toContainText([
      "This is shorter notice than we promise, because the supplier closed a hole that is in use.",
    ]);
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await page
      .getByRole("main")
      .getByRole("link", { name: /patch the portal/iu })
      .first()
      .click();
    await expect(window.notice(/Announce.*Affected customers/u)).toContainText(/broken/u);
    await window.evidence.click();
    await expect(evidence.rows.first()).toContainText("Not kept");
    await expect(page.getByRole("main")).toContainText("Agreed to by Head of operations");
    await look(page, "late-evidence");
    const { text } = await evidence.download("CSV");
    expect(text).toContain("not kept");
    expect(text).toContain("Head of operations");
  });
});

test("a workspace's own days move the last chance of every promise, and stand in the calendar", async ({ desk }) => {
  const { page, shell, settings, windowForm } = desk;
  await shell.goTo("Settings");
  await settings.show("Own days");
  await settings.addOwnDay({ date: "2026-11-18", name: "Office move" });
  await settings.addOwnDay({ date: "2026-11-19", name: "Staff party", closesAt: "12:30" });
  await look(page, "own-days");
  await settings.saveOwnDays();
  await typeLateWindow(desk);
  await windowForm.setTime("Start", "2026-11-24", "20:00");
  await windowForm.setTime("End", "2026-11-24", "21:00");
  // Mon 23, Fri 20 and Tue 17 are the three whole days: the last chance is the Monday before them, and not Wed 18.
  await expect(windowForm.promises).toContainText("Mon 16 Nov");
  await shell.goTo("Calendar");
  await expect(page.getByText("Office move").first()).toBeVisible();
});
