import { type JiraServer, startJiraServer } from "../servers/jira-server.ts";
import { type PagerDutyServer, startPagerDutyServer } from "../servers/pagerduty-server.ts";
import { type ServiceNowServer, startServiceNowServer } from "../servers/service-now-server.ts";
import type { Desk } from "./desk.ts";
import { look, picture } from "./look.ts";
import { test as base, expect } from "./with-providers.ts";

type Systems = { readonly pagerDuty: PagerDutyServer; readonly serviceNow: ServiceNowServer; readonly jira: JiraServer };

const test = base.extend<Systems>({
  pagerDuty: async ({ clock }, use) => {
    const server = await startPagerDutyServer(() => clock.now());
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "PagerDuty would not have understood this").toEqual([]);
  },
  serviceNow: async ({ browserName: _ }, use) => {
    const server = await startServiceNowServer();
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "ServiceNow would not have understood this").toEqual([]);
  },
  jira: async ({ browserName: _ }, use) => {
    const server = await startJiraServer();
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "Jira would not have understood this").toEqual([]);
  },
});

test("PagerDuty, ServiceNow and Jira follow a window from its plan to its end; one that disagrees is found and put right", async ({
  desk,
  clock,
  host,
  slack,
  pagerDuty,
  serviceNow,
  jira,
}) => {
  test.setTimeout(240_000);
  const { page, shell, settings, directory, window, compose, today } = desk;

  await test.step("the systems are connected, and one is tested", async () => {
    await shell.goTo("Settings");
    await settings.setContactPoint("Service desk, service-desk@example.org");
    await settings.show("Connections");
    await settings.connect("Slack", slack.token, host.name === "browser" ? null : slack.url);
    await (await settings.unfold("PagerDuty")).getByLabel("Your address in PagerDuty").fill("coordinator@example.org");
    await settings.connect("PagerDuty", pagerDuty.token, pagerDuty.url);
    await (await settings.unfold("ServiceNow")).getByLabel("User name in ServiceNow").fill(serviceNow.user.name);
    await settings.connect("ServiceNow", serviceNow.user.password, serviceNow.url);
    await (await settings.unfold("Jira")).getByLabel("Your account's e-mail").fill(jira.email);
    await settings.connect("Jira", jira.token, jira.url);
    await settings.connection("ServiceNow").getByRole("button", { name: "Check now" }).click();
    await expect(settings.connection("ServiceNow").getByRole("status")).toContainText(`It works: ${serviceNow.user.name}`);
    await look(page, "connections");
    await settings.show("Practice and live");
    await settings.goLive();
  });

  await test.step("a window is planned, and kept in all three", async () => {
    await shell.goTo("Directory");
    await directory.show("Channels");
    await directory.open("#devops");
    await directory.fill("Channel or person in Slack", slack.channels.devops ?? "");
    await directory.save();
    await planWindow(desk);
    await window.keepIn("PagerDuty", "patient", /^Patient records/u);
    await window.keepIn("ServiceNow", "", /^Normal change$/u);
    await window.keepIn("Jira", "HIE-42", /^HIE-42/u, {
      "When the work is over": "Comment on the issue, too",
      "Its status when the work is completed": "Move it to Done",
    });
    await clock.advance({ seconds: 15 });
    for (const system of ["PagerDuty", "ServiceNow", "Jira"]) {
      await expect(window.counterpart(system).getByText("In step")).toBeVisible();
    }
    await expect(window.counterpart("ServiceNow")).toContainText("Approval: not yet requested.");
    const duty = window.counterpart("PagerDuty");
    await expect(duty).toContainText("1 incident is open there.");
    await expect(duty).toContainText("First, level 1");
    await duty.getByRole("button", { name: "Tell First…" }).click();
    await expect(duty).toContainText("They are named in its Slack messages");
    await duty.getByRole("button", { name: "Add them" }).click();
    await expect(duty).toContainText("told with Internal teams");
  });

  await test.step("ServiceNow is found to disagree, and is put right", async () => {
    serviceNow.changeByHand("CHG0030001", { end_date: "2026-11-25 03:00:00", state: "-2", approval: "approved" });
    serviceNow.conflicts("CHG0030001", { type: "Not In Maintenance Window", change: "CHG0030007" });
    await window.counterpart("ServiceNow").getByRole("button", { name: "Ask again" }).click();
    await expect(window.counterpart("ServiceNow")).toContainText(
      /ServiceNow: CHG0030001 ends .*03:00.*, the window says .*04:00.*\. Put it right there\./u,
    );
    await expect(window.counterpart("ServiceNow")).toContainText("In conflict: Not In Maintenance Window (CHG0030007).");
    await look(page, "window-disagrees");
    await shell.goTo("Today");
    await expect(today.needsYou).toContainText("1 window disagrees with another system");
    await today.needsYou.getByRole("link", { name: "Compare" }).click();
    await expect(page.getByRole("main").getByRole("status")).toContainText("1 window disagrees");
    await look(page, "agreement");
    await page.getByRole("button", { name: "Put it right" }).click();
    await clock.advance({ seconds: 15 });
    await expect(page.getByRole("main").getByRole("status")).toContainText("the same everywhere");
    await expect.poll(() => serviceNow.ledger.changes[0]?.end_date).toBe("2026-11-25 04:00:00");
    await page.getByRole("link", { name: /^Renew the cluster's certificates/u }).click();
  });

  await test.step("the teams are told", async () => {
    await window.review(/Announce.*Internal teams/u);
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await expect.poll(() => slack.ledger.posts.map(({ channel }) => channel)).toContain(slack.channels.devops);
    await compose.openWindow.click();
  });

  await test.step("completed early, it ends everywhere", async () => {
    await clock.goTo("2026-11-25T03:00");
    await window.completed.click();
    await shell.letUndoTimePass(clock);
    await shell.closeToasts();
    await clock.advance({ seconds: 15 });
    await expect(window.counterpart("PagerDuty")).toContainText("ended");
    await expect(window.counterpart("ServiceNow")).toContainText("Closed");
    await expect(window.counterpart("Jira")).toContainText("Done");
    await picture(page, "window-over");
    const [maintenance] = pagerDuty.ledger.windows;
    expect(Date.parse(maintenance?.end_time ?? "")).toBeLessThan(Date.UTC(2026, 10, 25, 3, 5));
    expect(serviceNow.ledger.changes).toMatchObject([{ state: "3", close_code: "successful" }]);
    expect(jira.ledger.issues[0]).toMatchObject({ status: "10002", links: [{ object: { status: { resolved: true } } }] });
    expect(jira.ledger.issues[0]?.comments).toHaveLength(1);
  });
});

async function planWindow({ shell, windowForm }: Desk): Promise<void> {
  await shell.newWindow();
  await windowForm.line.fill(
    "Wed 25 Nov 02:00–04:00 London, renew the cluster's certificates, EKS cluster, degraded, planned infrastructure update",
  );
  await expect(windowForm.understood).toContainText("Planned infrastructure update");
  await windowForm.fill({
    title: "Renew the cluster's certificates",
    effect: "Sign-in may take a minute longer.",
    reason: "They end in December.",
    rollbackPlan: "The old certificates are put back.",
    lead: "DevOps lead",
  });
  await expect(windowForm.plannedNotices.getByRole("listitem").first()).toBeVisible();
  await windowForm.saveAndSeeThePlan();
}
