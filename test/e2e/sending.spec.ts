import type { Desk } from "./desk.ts";
import { expect, test } from "./with-providers.ts";

/** Opens a notice of the window that announces it to its internal teams, ready to be approved. */
async function reviewAnnouncement({ page, shell, window, compose }: Desk): Promise<void> {
  await (await shell.openPalette()).fill("Resize EKS nodes");
  await page.getByRole("option", { name: /^Resize EKS nodes/u }).click();
  await window.review(/Announcement.*Internal teams/u);
  await compose.acknowledgeWarnings();
}

test("sending is paused by a person, by a clock and by sleep, each told with what to decide, and all is in the audit log", async ({
  desk,
  clock,
}) => {
  const { page, shell, directory, today, compose, outbox, audit } = desk;

  await test.step("the audit log is searched, checked and exported with where it ended", async () => {
    await shell.goTo("Outbox");
    await outbox.pause.click();
    await shell.giveReason("Reason", "=A drill", "Pause all sending");
    await shell.goTo("Settings");
    await audit.open();
    await expect(audit.entries.first()).toContainText("“=A drill”");
    await audit.verify.click();
    await expect(page.getByText(/Intact: \d entries\./u)).toBeVisible();
    const csv = await audit.download("CSV");
    expect(csv.fileName).toMatch(/^audit-log-.*-\d-entries\.csv$/u);
    expect(csv.text).toContain('"End of the log"');
    expect(JSON.parse((await audit.download("JSON")).text.replace(/^\uFEFF/u, ""))).toMatchObject({
      log: { lastHash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
    await audit.show("Pauses of sending");
    await expect(audit.entries).toHaveCount(1);
    await audit.filter("About", "nothing is called that");
    await expect(page.getByText("No entry fits.")).toBeVisible();
    await shell.sendingBanner.getByRole("button", { name: "Go on sending" }).click();
    await shell.giveReason("Why now", "The drill is over", "Go on sending");
    await expect(shell.sendingBanner).toHaveCount(0);
  });

  await test.step("a person pauses all sending from the palette, every screen says so, and sending goes on with a reason", async () => {
    await (await shell.openPalette()).fill("pause all");
    await page.keyboard.press("Enter");
    await shell.giveReason("Reason", "A freeze was called", "Pause all sending");
    await expect(outbox.pause).toHaveCount(0);
    for (const place of ["Today", "Calendar", "Outbox"] as const) {
      await shell.goTo(place);
      await expect(shell.sendingBanner).toContainText("A freeze was called");
    }
    await shell.sendingBanner.getByRole("button", { name: "Go on sending" }).click();
    await shell.giveReason("Why now", "The freeze is over", "Go on sending");
    await expect(shell.sendingBanner).toHaveCount(0);
    await expect(outbox.pause).toBeVisible();
  });

  await test.step("a clock that was set back pauses sending until a person vouches for it", async () => {
    await clock.advance({ minutes: -10 });
    await expect(shell.sendingBanner).toContainText("set back by 10 minutes");
    await shell.sendingBanner.getByRole("button", { name: "clock is right" }).click();
    await shell.giveReason("How you know", "The station's clock says the same", "This computer’s clock is right");
    await expect(shell.sendingBanner).toHaveCount(0);
  });

  await test.step("quiet hours are set for an audience and shown in its list", async () => {
    await shell.goTo("Directory");
    await directory.show("Audiences");
    await directory.open("Affected customers");
    await page.getByRole("switch", { name: "Quiet hours" }).click();
    await page.getByLabel("Quiet until").fill("06:30");
    await expect(directory.drawer).toContainText("waits until 06:30 the next morning");
    await directory.save();
    await expect(directory.rows.filter({ hasText: "Affected customers" })).toContainText("22:00–06:30");
  });

  await test.step("what came due while the computer slept is decided once, with a reason", async () => {
    await reviewAnnouncement(desk);
    await compose.sendNow.click();
    await expect(shell.toast(/Announcement/u).getByRole("button", { name: "Undo" })).toBeVisible();
    await clock.advance({ minutes: 60 * 24 });
    await shell.goTo("Today");
    await expect(today.needsYou).toContainText("came due while nothing could be sent");
    await today.needsYou.getByRole("link", { name: "Decide once" }).click();
    await expect(outbox.lapsed).toContainText(/still of use/u);
    await outbox.lapsed.getByRole("button", { name: "Send none" }).click();
    await shell.giveReason("Reason", "Told by telephone", "Send none");
    await expect(outbox.lapsed).toHaveCount(0);
    await expect(page.getByText("Nothing was sent.").first()).toBeVisible();
    await shell.goTo("Settings");
    await audit.open();
    await expect(audit.entries.filter({ hasText: "Lapsed message: not sent" }).first()).toContainText("Told by telephone");
  });
});

test("a lost answer is told with all that is known, and sending again warns of a double by name", async ({
  desk,
  slack,
  clock,
  host,
}) => {
  test.slow();
  const { page, shell, settings, directory, compose, outbox } = desk;
  await shell.goTo("Directory");
  await directory.show("Channels");
  await directory.open("#devops");
  await directory.fill("Channel or person in Slack", slack.channels.devops ?? "");
  await directory.save();
  await shell.goTo("Settings");
  await settings.setContactPoint("Service desk, service-desk@example.org");
  await settings.show("Connections");
  await settings.connect("Slack", slack.token, host.name === "browser" ? null : slack.url);
  await settings.show("Practice and live");
  await settings.goLive();
  await reviewAnnouncement(desk);
  slack.fault("chat.postMessage", { kind: "loseResponse" });
  for (let look = 0; look < 5; look += 1) slack.fault("conversations.history", { kind: "refuse", code: "missing_scope" });
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.goTo("Outbox");
  const card = outbox.decision(/^Was the announcement to #(devops|ops) sent\?$/u);
  await expect(card).toContainText("What came back");
  await expect(card.getByText("Begun")).toBeVisible();
  await card.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("dialog").last()).toContainText("It may arrive twice");
  await expect(page.getByRole("dialog").last()).toContainText(/#(devops|ops)/u);
  await page.keyboard.press("Escape");
  await card.getByRole("button", { name: "It was sent" }).click();
  await shell.giveReason("How you know", "It stands in the channel", "It was sent");
  await expect(card).toHaveCount(0);
  // Only an answer was lost: nothing stands in any channel twice.
  const posts = slack.ledger.posts.map(({ channel, text }) => `${channel} ${text}`);
  expect(posts).toEqual([...new Set(posts)]);
});
