import type { Locator } from "@playwright/test";
import { look, picture } from "./look.ts";
import { expect, test } from "./with-providers.ts";

const inSlack = (drawer: Locator): Locator => drawer.getByRole("combobox", { name: "Channel or person in Slack" });

test("channels and people are picked by name, a missing app is found at once, and without Slack there is the kept list", async ({
  desk: { page, shell, settings, directory },
  slack,
}) => {
  await shell.goTo("Settings");
  await settings.show("Connections");
  await settings.connect("Slack", slack.token, slack.url);

  await shell.goTo("Directory");
  await directory.show("Channels");
  await directory.open("#devops");
  const field = inSlack(directory.drawer);
  await field.click();
  await expect(page.getByRole("option", { name: /^#general.*The app is not in this channel/u })).toBeVisible();
  await look(page, "picker");
  await field.pressSequentially("devo");
  await expect(page.getByRole("option")).toHaveCount(1);
  await field.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-activedescendant", /\S/u);
  await field.press("Enter");
  await expect(field).toHaveValue("#devops");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(directory.drawer).toContainText(slack.channels.devops ?? "nothing");
  await directory.save();

  await directory.add();
  await field.pressSequentially("gener");
  await page.getByRole("option", { name: /^#general/u }).click();
  await expect(directory.drawer.getByLabel("Name", { exact: true })).toHaveValue("#general");
  await expect(directory.drawer.getByRole("status").filter({ hasText: "invite it with /invite" })).toBeVisible();
  await directory.save();
  await expect(directory.rows.filter({ hasText: "#general" })).toContainText("Can't post");
  await expect(directory.rows.filter({ hasText: "#devops" })).not.toContainText("Can't post");
  await directory.open("#general");
  await expect(directory.drawer).toContainText("Notices can't be posted there.");
  await look(page, "channel-problem");
  await directory.drawer.getByRole("button", { name: "Close", exact: true }).first().click();

  await directory.show("People");
  await directory.add();
  const person = directory.drawer.getByRole("combobox", { name: "In Slack" });
  await person.pressSequentially("colleague");
  await page.getByRole("option", { name: /^A colleague/u }).click();
  await expect(directory.drawer.getByLabel("Mail", { exact: true })).toHaveValue("colleague@example.org");
  await slack.shut();
  await directory.drawer.getByRole("button", { name: "Ask Slack again for In Slack" }).click();
  await expect(page.getByText(/This is what Slack listed/u)).toBeVisible();
  await expect(page.getByRole("option", { name: /^A colleague/u })).toBeVisible();
  await picture(page, "kept-list");
  await page.keyboard.press("Escape");
  await slack.open();
  await directory.save();

  await shell.goTo("Settings");
  await settings.show("Connections");
  const card = settings.connection("Slack");
  await expect(card.getByRole("listitem").filter({ hasText: "#general" })).toContainText("invite it with /invite");
  await picture(page, "slack-card");
  await slack.invite(slack.channels.general ?? "");
  await card.getByRole("button", { name: "Check now" }).click();
  await expect(card.getByRole("listitem").filter({ hasText: "#general" })).toHaveCount(0);
});

test("somebody signs in to Slack in the browser, by an app without a secret", async ({ desk: { page, shell, settings }, slack }, {
  project,
}) => {
  test.skip(project.name === "electron host", "A desktop takes no address of another Slack from its environment.");
  await shell.goTo("Settings");
  await settings.show("Connections");
  const card = await settings.unfold("Slack");
  await card.getByLabel("Client ID of the Slack app").fill(slack.signIn.clientId);
  await look(page, "slack-sign-in");
  const opened = page.context().waitForEvent("page");
  await card.getByRole("button", { name: "Sign in in the browser" }).click();
  const refusing = await opened;
  await refusing.getByRole("button", { name: "Cancel" }).click();
  await expect(refusing.getByRole("heading")).toHaveText("You can close this tab");
  await refusing.close();
  await expect(card.getByRole("alert")).toContainText("You did not agree to it on Slack's page");

  const again = page.context().waitForEvent("page");
  await card.getByRole("button", { name: "Sign in in the browser" }).click();
  const agreeing = await again;
  await expect(agreeing.getByRole("heading")).toContainText("Forewarn is requesting permission");
  await picture(page, "slack-sign-in-waits");
  // What somebody else sends to this computer is no answer.
  const redirect = slack.signIn.asked()?.get("redirect_uri") ?? "";
  const forged = await page.request.get(`${redirect}?code=stolen&state=${"x".repeat(43)}`);
  expect(forged.status()).toBe(400);
  await agreeing.getByRole("button", { name: "Allow" }).click();
  await expect(agreeing.getByRole("heading")).toHaveText("You can close this tab");
  const address = agreeing.url();
  await expect(card.getByText("Connected", { exact: true })).toBeVisible();
  await expect(card).toContainText("Example Platform");
  await picture(page, "slack-signed-in");
  // The page's address is worth nothing any more: nobody listens there.
  await expect(page.request.get(address)).rejects.toThrow();
  expect(slack.ledger.calls.filter((method) => method === "oauth.v2.access")).toHaveLength(1);
});
