import { expect, test } from "./with-providers.ts";

const pageWithMergedCells = `<table><tr><th>Change type</th><th>Audience</th><th>Channel</th><th>Timing</th></tr>
<tr><td rowspan="2">Planned update</td><td>Internal teams</td><td>#ops</td><td>48 hours before</td></tr>
<tr><td>Affected customers</td><td>Email</td><td>5 business days before</td></tr>
<tr><td>Emergency fix</td><td>Internal teams</td><td>#ops</td><td>24 hours before</td></tr></table>`;

test("a policy that cannot be read is told as such, stays, and the page goes on working", async ({
  newcomer: { page, policyImport, welcome },
}) => {
  const nothingFound = page.getByText("No communication matrix was found in this text");
  await welcome.create("Paste a policy", "Exchange platform", "Europe/London");

  await test.step("ten megabytes are refused at once", async () => {
    await policyImport.paste("text/plain", "| a | b |\n".repeat(1_000_000));
    await expect(page.getByText(/longer than 2,000,000 characters/u)).toBeVisible();
  });

  await test.step("words without a matrix", async () => {
    await policyImport.read("We tell people when we get round to it.");
    await expect(nothingFound).toBeVisible();
    await expect(policyImport.source).toHaveValue("We tell people when we get round to it.");
  });

  await test.step("a page's merged cells stand once, over their rows, with what rests on any of them", async () => {
    await policyImport.paste("text/html", pageWithMergedCells);
    await policyImport.readIt();
    const merged = page.getByRole("gridcell", { name: "Planned update" });
    await expect(merged).toHaveAttribute("aria-rowspan", "2");
    await merged.getByRole("button").hover();
    await expect(policyImport.whatWasRead.locator("[data-pointed]")).toHaveCount(2);
    // The arrows go past it as a whole.
    await merged.getByRole("button").press("ArrowDown");
    await expect(page.getByRole("gridcell", { name: "Emergency fix" }).getByRole("button")).toBeFocused();
  });
});

test("an unknown variable, a line break, a refused token and impossible times are told where they were typed", async ({
  desk: { page, shell, today, compose, directory, settings, windowForm, window },
  slack,
}) => {
  await test.step("an unknown variable blocks approval and says what is meant", async () => {
    await today.needsYou.getByRole("link", { name: "Review" }).first().click();
    await expect(compose.readiness).toHaveText(/Ready|warning/u);
    await compose.addToBody(" {{ window.titel }}");
    await expect(compose.finding("Error")).toContainText("is it window.title");
    await expect(compose.sendNow).toBeDisabled();
    // A megabyte is refused where it stands, and the screen goes on.
    await compose.addToBody(`\n${"word ".repeat(200_000)}`);
    await expect(page.getByText(/no notice is that long/u)).toBeVisible();
    await expect(compose.readiness).toHaveText("Shorten it first.");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(compose.readiness).not.toHaveText("Shorten it first.");
  });

  await test.step("an address with a line break is refused at its field, and nothing is saved", async () => {
    await shell.goTo("Directory");
    await directory.show("People");
    await directory.add();
    await directory.fill("Name", "Night desk");
    await directory.fill("Mail", "night@example.org\r\nBcc: all@example.org");
    await directory.drawer.getByRole("button", { name: "Save" }).click();
    await expect(directory.drawer.getByText("Write one address, as name@example.org.")).toBeVisible();
    await expect(directory.drawer.getByLabel("Name", { exact: true })).toHaveValue("Night desk");
    // Escape loses nothing that was typed before it has asked.
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keep editing" }).press("Enter");
    await expect(directory.drawer.getByLabel("Name", { exact: true })).toHaveValue("Night desk");
    await directory.leave();
  });

  await test.step("a token the provider refuses is told at its field and not kept", async () => {
    await shell.goTo("Settings");
    await settings.show("Connections");
    await settings.paste("Slack", "xoxb-not-the-right-one");
    await expect(settings.connection("Slack").getByText(/The token was not kept, and nothing was sent/u)).toBeVisible();
    await expect(settings.connection("Slack").getByText("Not connected")).toBeVisible();
    await page.reload();
    await settings.chooseToken("Slack");
    await expect(settings.token("Slack")).toHaveValue("");
    expect(slack.ledger.posts).toEqual([]);
  });

  await shell.newWindow();
  await windowForm.fill({ title: "Patch the database", changeType: "Scheduled maintenance", services: ["Database"] });

  await test.step("a window's times are told at their fields: an end before the start is told at the end", async () => {
    await windowForm.setTime("Start", "2026-11-28", "02:00");
    await windowForm.setTime("End", "2026-11-28", "01:00");
    await windowForm.save.click();
    await expect(windowForm.time("End").group.getByRole("alert")).toContainText(/end/iu);
    await expect(shell.title).toHaveText("New window");
  });

  await test.step("a window's times are told at their fields: a zone nobody knows cannot be chosen", async () => {
    const zone = page.getByRole("combobox", { name: "Planned in the zone" });
    await zone.click();
    await zone.fill("Atlantis");
    await expect(page.getByText("No such zone. Try a large city, such as London.")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a window's times are told at their fields: a time the clocks skip is refused with its neighbours", async () => {
    await windowForm.setTime("Start", "2027-03-28", "01:30");
    await windowForm.setTime("End", "2027-03-28", "04:00");
    await windowForm.save.click();
    await expect(windowForm.time("Start").group.getByRole("alert")).toContainText(/02:30|skip|does not exist/iu);
  });

  await test.step("a window's times are told at their fields: a time the clocks show twice is asked about", async () => {
    await windowForm.setTime("Start", "2027-10-31", "01:30");
    await windowForm.setTime("End", "2027-10-31", "04:00");
    const which = windowForm.time("Start").group.getByRole("radiogroup");
    await expect(which.getByRole("radio")).toHaveCount(2);
    // Once it is answered the question goes away, so there is nothing left to be checked.
    await which.getByRole("radio").nth(1).click();
    await windowForm.saveAndSeeThePlan();
    await expect(window.plan).toBeVisible();
  });
});
