import { look, picture } from "./look.ts";
import { expect, test } from "./with-providers.ts";

test("a notice is kept from the wrong people: what a person says of channels and customers, and the right to mass mentions", async ({
  desk: { page, directory, shell, settings, window, compose },
}) => {
  await test.step("the right to mass mentions is a setting, off until somebody allows it", async () => {
    await shell.goTo("Settings");
    await settings.show("Workspace");
    const right = page.getByRole("switch", { name: "Allow mass mentions" });
    await expect(right).not.toBeChecked();
    await right.click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved")).toBeVisible();
    await look(page, "settings");
  });

  await test.step("a customer that left is marked, and forms say what that does", async () => {
    await shell.goTo("Directory");
    await directory.show("Customers");
    await directory.rows.nth(1).getByRole("button").click();
    await directory.drawer.getByRole("switch", { name: "Still a customer" }).click();
    await picture(page, "customer-form");
    await directory.save();
    await expect(directory.rows.nth(1)).toContainText("Left");
    await directory.show("People");
    await directory.add();
    await directory.drawer.getByLabel("A group").check();
    await expect(directory.drawer.getByRole("switch", { name: "A large group" })).toBeVisible();
    await directory.fill("Name", "Da\u200Bna");
    await directory.drawer.getByRole("button", { name: "Save" }).click();
    await expect(directory.drawer.getByText("a zero-width space (U+200B)")).toBeVisible();
    await picture(page, "contact-form");
    await directory.leave();
  });

  await test.step("what a person says of a channel's readers is kept, and an internal notice no longer goes there", async () => {
    await shell.goTo("Directory");
    await directory.show("Channels");
    await directory.open("#devops");
    await directory.drawer.getByRole("switch", { name: "People outside read along" }).click();
    await look(page, "channel-form");
    await directory.save();
    await expect(directory.rows.filter({ hasText: "#devops" })).toContainText("Outside too");
    await picture(page, "channels");
    await (await shell.openPalette()).fill("Resize EKS nodes");
    await page.getByRole("option", { name: /^Resize EKS nodes/u }).click();
    await window.review(/Announcement.*Internal teams/u);
    await expect(compose.finding("Error").first()).toContainText("People outside read along in #devops");
    await look(page, "compose-outside");
  });
});

test("a secret in a draft blocks it until it is overridden by name, and the history says who overrode what and why", async ({
  desk: { page, today, compose, shell },
  clock,
}) => {
  await today.needsYou.getByRole("link", { name: "Review" }).first().click();
  await compose.addToBody(" The password is Winter2026!");
  await expect(compose.readiness).toHaveText(/override/u);
  await expect(compose.finding("Error")).toContainText("This looks like a password.");
  await expect(compose.sendNow).toBeDisabled();
  await look(page, "compose-secret");
  await compose.override("The training system's public password");
  await picture(page, "compose-overridden");
  await compose.acknowledgeWarnings();
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
  await compose.openWindow.click();
  await expect(page.getByRole("main")).toContainText("a password overridden (The training system's public password)");
});
