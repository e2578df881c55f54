import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { SlackServer } from "../servers/slack-server.ts";
import type { Desk } from "./desk.ts";
import { expect, test } from "./with-providers.ts";

const policy = readFileSync(new URL("./data/hie-matrix.md", import.meta.url), "utf8");
const infrastructureTeam = { teamId: "6f0f6a0e-6f2c-4d7c-9a6e-1f5f3a1c2b3d", channelId: "19:change-desk@thread.tacv2" };

test('the main job: from the pasted policy to "it is over"', async ({ newcomer: desk, host, clock, slack, graph }) => {
  test.setTimeout(240_000);
  const { page, shell, welcome, policyImport, settings, window, compose, practice, today, evidence } = desk;

  await test.step("the policy is pasted and read", async () => {
    await welcome.create("Paste a policy", "Exchange platform", "Europe/London");
    await policyImport.read(policy);
    await expect(policyImport.whatWasRead.getByRole("group", { name: "How often until the start?" })).toContainText(
      "weekly/bi-weekly",
    );
    await expect(policyImport.whatWasRead.getByRole("group", { name: "Which one?" })).toContainText(
      "or as part of the sprint update",
    );
    await expect(policyImport.add).toBeDisabled();
    // What rests on a cell shows while it is pointed at.
    await policyImport.sourceRow("Emergency").getByRole("button").first().hover();
    await expect(policyImport.whatWasRead.locator("[data-pointed]").first()).toBeVisible();
  });

  await test.step("the open cells are decided", async () => {
    await policyImport.decide(/Email and Portal/u, /^Email only/u);
    await policyImport.decideTheRest();
    await policyImport.add.click();
    await expect(shell.title).toHaveText("Matrix");
    await expect(page.getByRole("main").getByText("Planned infrastructure update").first()).toBeVisible();
    await shell
      .toast(/rules added to the matrix/u)
      .getByRole("button", { name: "Close" })
      .click();
  });

  await test.step("the directory learns what the policy cannot know", async () => {
    await fillDirectory(desk, slack);
    await shell.goTo("Settings");
    await settings.setContactPoint("Service desk, service-desk@example.org, open day and night");
  });

  await test.step("a trial run arrives in the practice mailbox", async () => {
    await planWindow(
      desk,
      "Wed 25 Nov 20:00–21:00 London, rehearse the resize, EKS cluster, none, planned infrastructure update",
    );
    await window.review(/Announce.*Internal teams/u);
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await shell.openPracticeMailbox();
    for (const place of ["#devops", "#infrastructure", "#product"]) await expect(practice.place(place)).toBeVisible();
    await expect(practice.thread).toContainText("rehearse the resize");
    expect(slack.ledger.posts).toEqual([]);
  });

  await test.step("two tokens are pasted, and the workspace goes live", async () => {
    const isToldByEnvironment = host.name === "browser";
    await shell.goTo("Settings");
    await settings.show("Connections");
    await settings.connect("Slack", slack.token, isToldByEnvironment ? null : slack.url);
    await settings.connect("Microsoft 365", graph.token, isToldByEnvironment ? null : graph.url);
    await settings.show("Practice and live");
    await settings.goLive();
  });

  await test.step("a window is typed, and its plan appears", async () => {
    await planWindow(
      desk,
      "Sat 28 Nov 02:00–04:00 London, resize EKS nodes, EKS cluster, outage, planned infrastructure update",
      { downtime: 10, customersAffected: true },
    );
    await expect(window.notice(/Announce.*Affected customers/u)).toContainText("2 customers");
    await expect(window.notice(/Announce.*Affected customers/u)).toContainText(/kept/iu);
    await expect(window.notice(/Announce.*Internal teams/u)).toContainText("#devops, #infrastructure, #product");
  });

  await test.step("the checker's finding is mended", async () => {
    await window.review(/Announce.*Affected customers/u);
    await compose.addToBody("\n\nSee node-3.internal.example.org and {{ window.tikcet }}.");
    await expect(compose.finding("Error").first()).toContainText("window.tikcet");
    await expect(compose.sendNow).toBeDisabled();
    await compose.removeLine("node-3.internal");
    await expect(compose.finding("Error")).toHaveCount(0);
    await compose.addToBody("Sign out by 01:30.");
    await compose.marked("01:30").click();
    await expect(compose.findings.locator("[data-pointed]")).toContainText("This time names no zone");
    await compose.mend("Add GMT");
    await expect(compose.finding("Error")).toHaveCount(0);
    await expect(compose.body).toContainText("Sign out by 01:30 GMT.");
  });

  await test.step("each customer gets a mail of its own", async () => {
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await expect
      .poll(() => graph.ledger.mails.map(({ to }) => to).toSorted())
      .toEqual([["service-desk@east.example.org"], ["service-desk@north.example.org"]]);
    expect(slack.ledger.posts).toEqual([]);
  });

  await test.step("the window moves, and only those who were told hear of it", async () => {
    await compose.openWindow.click();
    await window.move({ date: "2026-11-28", clock: "03:00" }, "The supplier's engineer is free an hour later.");
    await expect(window.moveDialog).toBeHidden();
    await shell.goTo("Today");
    await today.review(/2 recipients still have the old time/u);
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await expect.poll(() => graph.ledger.mails.length).toBe(4);
    for (const mail of graph.ledger.mails.slice(2)) {
      expect(mail.inReplyTo).toBe(graph.ledger.mails.find(({ to }) => to.join() === mail.to.join())?.id);
      expect(mail.html).toContain("03:00");
    }
    expect(slack.ledger.posts).toEqual([]);
    expect(graph.ledger.posts).toEqual([]);
  });

  await test.step("the teams are told the new time in Slack and Teams", async () => {
    await compose.openWindow.click();
    await window.review(/Announce.*Internal teams/u);
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await expect
      .poll(() => slack.ledger.posts.map(({ channel }) => channel).toSorted())
      .toEqual([slack.channels.devops, slack.channels.product].toSorted());
    await expect
      .poll(() => graph.ledger.posts.map(({ place }) => place))
      .toEqual([`${infrastructureTeam.teamId}/${infrastructureTeam.channelId}`]);
  });

  await test.step("it runs, and one click says it is over", async () => {
    await clock.goTo("2026-11-28T04:10");
    await shell.goTo("Today");
    // The trial run reached nobody, so nobody would hear of its end either.
    await expect(today.running("rehearse the resize")).toContainText("Nobody has heard of it yet");
    await expect(today.running("resize EKS nodes")).toContainText("Completed will tell 5 recipients in 5 threads");
    await today.running("resize EKS nodes").getByRole("button", { name: "Completed" }).click();
    await expect(shell.toast("resize EKS nodes is completed")).toContainText("5 messages leave in");
    await shell.letUndoTimePass(clock);
    await expect(shell.toast("resize EKS nodes is completed")).toContainText("5 of 5");
  });

  await test.step("every thread has its reply, and nobody else was told", async () => {
    expect(slack.ledger.posts).toHaveLength(4);
    // Each message's details follow in its thread.
    expect(slack.ledger.details.map(({ threadTs }) => threadTs).toSorted()).toEqual(
      slack.ledger.posts.map(({ ts, threadTs }) => threadTs ?? ts).toSorted(),
    );
    for (const reply of slack.ledger.posts.slice(2)) {
      expect(reply.threadTs).toBe(slack.ledger.posts.find(({ channel }) => channel === reply.channel)?.ts);
    }
    expect(graph.ledger.posts).toHaveLength(2);
    expect(graph.ledger.posts[1]?.parentId).toBe(graph.ledger.posts[0]?.id);
    expect(graph.ledger.mails).toHaveLength(6);
    for (const mail of graph.ledger.mails.slice(4)) {
      expect(mail.inReplyTo).not.toBeNull();
      expect(mail.subject).toContain("Completed");
    }
  });

  await test.step("the evidence is on screen, on paper and in a file", async () => {
    await (await shell.openPalette()).fill("resize EKS nodes");
    await page.getByRole("option", { name: /^resize EKS nodes/u }).click();
    await window.evidence.click();
    // Two mails, their two corrections, three announcements, five completions.
    await expect(evidence.rows).toHaveCount(12);
    const { fileName, text } = await evidence.download("CSV");
    expect(fileName).toMatch(/\.csv$/u);
    expect(text.trim().split("\r\n")).toHaveLength(13);
    expect(text).toContain(graph.ledger.mails[0]?.id);
    const exported = await evidence.download("JSON");
    expect(exported.fileName).toMatch(/\.json$/u);
    expect(JSON.parse(exported.text).deliveries).toHaveLength(12);
    await page.emulateMedia({ media: "print" });
    await expect(evidence.rows.first()).toBeVisible();
    await expect(shell.rail).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  });
});

const seeds = new URL("../../../shared/seeds/", import.meta.url);

test("the real policy's matrix, all six rows, becomes rules and questions", async ({ newcomer: { welcome, policyImport } }) => {
  test.skip(!existsSync(seeds), "The policy's own document is not part of the project, and not on this machine.");
  const document = readdirSync(seeds)
    .map((name) => readFileSync(new URL(name, seeds), "utf8"))
    .find((text) => text.includes("Communication Matrix"));
  await welcome.create("Paste a policy", "Exchange platform", "Europe/London");
  await policyImport.read(document ?? "");
  await expect(policyImport.questions).toHaveCount(10);
  const rows = [
    "Emergency Fix",
    "Planned Infra Update",
    "Application Update",
    "Scheduled Maintenance",
    "IAM Permission Change",
    "Cost Optimization",
  ];
  for (const row of rows) await expect(policyImport.sourceRow(row)).toBeVisible();
  await policyImport.decideTheRest();
  await expect(policyImport.add).toHaveText(/^Add 2[0-9] rules$/u);
});

async function fillDirectory({ shell, directory }: Desk, slack: SlackServer): Promise<void> {
  await shell.goTo("Directory");
  for (const name of ["EKS cluster", "Reporting"]) {
    await directory.show("Services");
    await directory.add();
    await directory.fill("Name", name);
    await directory.save();
  }
  for (const name of ["North", "East", "West"]) {
    await directory.show("People");
    await directory.add();
    await directory.fill("Name", `${name} service desk`);
    await directory.fill("Mail", `service-desk@${name.toLowerCase()}.example.org`);
    await directory.save();
    await directory.show("Customers");
    await directory.add();
    await directory.fill("Name", `${name} hospital`);
    await directory.choose("Contacts", `${name} service desk`);
    // West uses another service, so nothing of this window concerns it.
    if (name === "West") await directory.choose("Services it uses", "Reporting");
    await directory.save();
  }
  await directory.show("Audiences");
  await directory.open("Affected customers");
  await directory.choose("Customers", "North hospital", "East hospital", "West hospital");
  await directory.save();
  await directory.show("Channels");
  for (const name of ["devops", "product"]) {
    await directory.open(`#${name}`);
    await directory.fill("Channel or person in Slack", slack.channels[name] ?? "");
    await directory.save();
  }
  await directory.open("#infrastructure");
  await directory.choose("Kind", "Teams channel");
  await directory.fill("Team", infrastructureTeam.teamId);
  await directory.fill("Channel of the team", infrastructureTeam.channelId);
  await directory.save();
}

async function planWindow(
  { shell, windowForm }: Desk,
  line: string,
  facts: { readonly downtime?: number; readonly customersAffected?: boolean } = {},
): Promise<void> {
  await shell.newWindow();
  await windowForm.line.fill(line);
  await expect(windowForm.understood).toContainText("Planned infrastructure update");
  await windowForm.fill({
    effect: "Sign-in and queries stop for up to ten minutes. Files already delivered stay readable.",
    reason: "The nodes run out of memory at month's end.",
    rollbackPlan: "The old nodes are kept for a day and take over again within ten minutes.",
    lead: "DevOps lead",
    ...facts,
  });
  await expect(windowForm.plannedNotices.getByRole("listitem").first()).toBeVisible();
  await windowForm.saveAndSeeThePlan();
}
