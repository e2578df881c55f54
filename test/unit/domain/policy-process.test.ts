import { describe, expect, test } from "vitest";
import { decidedRules } from "../../../src/core/domain/policy-reading/decided-rules.ts";
import { inWords, readFixture, readText, rulesFor } from "./policy-fixtures/read.ts";

const reading = readFixture("portal-process.md");

describe("a process of headings and points: planning, day before, concluded; two teams", () => {
  test("each team's activity is told three times, in Slack and by mail, and only where an impact is expected", () => {
    const told = (team: string): string[] => [
      `announce · ${team} · #portal-coordination, Email · when planning starts · if there is an impact`,
      `reminder · ${team} · #portal-coordination, Email · 1 day before, 09:00 · if there is an impact`,
      `completed · ${team} · #portal-coordination, Email · when it is over · if there is an impact`,
    ];
    expect(rulesFor(reading, "Platform team activity")).toEqual(told("Platform team"));
    expect(rulesFor(reading, "Application team activity")).toEqual(told("Application team"));
    expect(reading.rules).toHaveLength(6);
  });

  test("the people to tag are the audience, by mail as in Slack", () => {
    expect(reading.rules[0]?.rule.audience.mentions).toEqual([
      { name: "Product owners and engineers (@portal-engineers)", kind: "group" },
      { name: "System owner", kind: "person" },
    ]);
    expect(reading.rules.at(-1)?.rule.lead).toBe("Communication Owner");
  });

  test("the four facts every message must carry are kept", () => {
    expect(reading.requiredFacts).toEqual([
      "Why there is downtime",
      "What will be felt",
      "From when to when",
      "How it is rolled back",
    ]);
  });

  test("what is still to be decided is asked, and naming it adds it to that team's messages", () => {
    expect(reading.questions.map((one) => one.cell.words)).toEqual([
      "On-call of the application team (Slack user group TBD)",
      "Others? TBD",
    ]);
    const [onCall] = reading.questions;
    const rules = decidedRules(reading, new Map([[onCall?.id ?? "", 0]]));
    const named = rules.filter((rule) => rule.audience.mentions.some((one) => one.name === "On-call of the application team"));
    expect(named.map((rule) => rule.audience.name)).toEqual(["Platform team", "Platform team", "Platform team"]);
  });

  test("tasks are not notices, and empty sections are nothing", () => {
    const ignored = reading.ignored.map((one) => one.cell.words);
    expect(ignored).toContain("Submit a change ticket for the system owner's approval");
    expect(ignored).toContain("Set up a PagerDuty maintenance window");
    expect(reading.tables.map((table) => table.heading)).toEqual(["Planned downtime", "Platform team", "Application team"]);
  });
});

describe("other processes", () => {
  test("points that say themselves who, how and when are read one by one, under the change their heading names", () => {
    const steps = readText(`## Standard maintenance
1. Email all customers at least 5 business days before the maintenance.
2. Send a reminder by email 1 day before.
3. Post in #status when work starts and when complete.

## Emergency maintenance
- Post in #incidents immediately
- Email affected customers after resolution
`);
    expect(rulesFor(steps, "Standard maintenance")).toEqual([
      "announce · All customers · Email · 5 business days before, 09:00 · 5 business days promised (customer)",
      "reminder · All customers · Email · 1 day before, 09:00",
      "start · Internal teams · #status · at the start",
      "completed · Internal teams · #status · when it is over",
    ]);
    expect(rulesFor(steps, "Emergency maintenance")).toEqual([
      "announce · Internal teams · #incidents · when planning starts",
      "completed · Affected customers · Email · when it is over · if customers are affected",
    ]);
    expect(steps.questions).toEqual([]);
  });

  test("points of the form “name: words” are a row of a table", () => {
    const keyed = readText(`### Infrastructure updates
- Who: affected customers and #infra
- When: 3-5 business days before, when complete
- Owner: DevOps lead
`);
    expect(keyed.rules.filter((one) => one.rule.audience.voice === "internal").map((one) => inWords(one.rule))).toEqual([
      "announce · Internal teams · #infra · 5 business days before, 09:00 · 3 business days promised (coordinator)",
      "completed · Internal teams · #infra · when it is over",
    ]);
    expect(keyed.questions[0]?.question).toBe("Through which channel are “Affected customers” told?");
  });

  test("a sentence that says somebody is told is asked about, with whole notices to choose from", () => {
    const page = readText(
      "## Planned work\n\nWe give at least ten days' notice of work. Notices are sent by email to branch offices.",
    );
    expect(page.questions.map((one) => one.cell.words)).toEqual(["We give at least ten days' notice of work."]);
    expect(page.questions[0]?.otherCells.map((cell) => cell.words)).toEqual(["Notices are sent by email to branch offices."]);
    expect(page.questions[0]?.choices[0]?.rules.map(inWords)).toEqual([
      "announce · Branch offices · Email · 10 days before, 09:00 · 10 days promised (coordinator)",
    ]);
  });

  test("two sentences of one paragraph ask two questions, each answered by itself", () => {
    const page = readText(
      "## Maintenance\n\nUsers will be notified of outages. Urgent maintenance is announced on the status page.",
    );
    expect(page.questions).toHaveLength(2);
    expect(new Set(page.questions.map((one) => one.id)).size).toBe(2);
  });

  test("prices, claims and what readers have to tell are no notices", () => {
    const terms = readText(`## Prices
Members will be notified at least 30 days in advance.

## Maintenance
Maintenance announced five days before is not counted as downtime. Customers must notify us of broken lines.
`);
    expect([terms.rules, terms.questions]).toEqual([[], []]);
  });

  test("a runbook that happens to name channels is no policy", () => {
    const runbook = readText(`## Monitoring
- Alerts show up in #service-alerts
- Add a test account 30 minutes before the demo meeting
- Reach the team by email or Slack
`);
    expect([runbook.rules, runbook.questions]).toEqual([[], []]);
    expect(runbook.ignored).toHaveLength(3);
  });

  test("a text without a table or points gives nothing, and does not throw", () => {
    const empty = readText("We always tell everybody in good time.");
    expect([empty.rules, empty.questions]).toEqual([[], []]);
  });
});
