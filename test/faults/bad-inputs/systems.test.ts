import { expect, test } from "vitest";
import { datadogConnector } from "../../../src/adapters/datadog/datadog-connector.ts";
import { githubConnector } from "../../../src/adapters/github/github-connector.ts";
import { graphConnector } from "../../../src/adapters/graph/graph-connector.ts";
import { jiraConnector } from "../../../src/adapters/jira/jira-connector.ts";
import { pagerDutyConnector } from "../../../src/adapters/pagerduty/pagerduty-connector.ts";
import { serviceNowConnector } from "../../../src/adapters/servicenow/service-now-connector.ts";
import type { Place } from "../../../src/core/domain/counterpart.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { listen } from "../../servers/listen.ts";
import { systems } from "./systems.ts";

const token = "secret-token";
const connectors = [
  pagerDutyConnector,
  serviceNowConnector,
  jiraConnector,
  datadogConnector,
  githubConnector,
  graphConnector,
].map((make) => make(Date.now));
const values = { from: "coordinator@example.org", user: "coordinator", email: "", link: "", applicationKey: "secret-too" };
const places: Readonly<Record<string, readonly string[]>> = {
  pagerDuty: ["PEHR01"],
  serviceNow: ["normal"],
  jira: ["HIE-42"],
  datadog: ["service:patient-records"],
  github: ["coordinator/changes"],
  graph: ["cal-changes"],
};

test.each(systems)("$name: $expected", async ({ answer, keep }) => {
  const writes: string[] = [];
  let isFirst = true;
  const server = await listen(async (request, response) => {
    if (request.method !== "GET") writes.push(`${request.method} ${request.url}`);
    // Which Jira it is is asked first; here it is what comes afterwards that goes wrong.
    if (!isFirst && request.url?.endsWith("/serverInfo")) {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ baseUrl: "https://jira.example.org", deploymentType: "Cloud" }));
      return;
    }
    answer(response);
  });
  for (const connector of connectors) {
    const open = () => connector.connect({ apiUrl: server.origin, token, values, heardTime: () => undefined });
    isFirst = true;
    const health = await open().check();
    expect.soft([connector.kind, health.kind]).not.toEqual([connector.kind, "works"]);
    // A sentence that says what to do, not a code alone.
    expect.soft("detail" in health && health.detail.length, connector.kind).toBeGreaterThan(20);
    isFirst = false;
    writes.length = 0;
    const place: Place = { ids: places[connector.kind] ?? [], name: "there", record: null };
    const outcome = await open().counterparts?.make(aWish(), place, () => true);
    expect.soft([connector.kind, outcome?.kind]).toEqual([connector.kind, keep]);
    // Whatever comes of it, it was tried once: a second try may make a second record.
    expect.soft([connector.kind, writes.length]).toEqual([connector.kind, 1]);
    const held = { id: "R1", url: null, status: "", startAt: 0, endAt: 0, isOver: false, remarks: [], readAt: 0 };
    const ended = await open().counterparts?.change(held, aWish({ outcome: "cancelled" }), place, () => true);
    expect.soft([connector.kind, ended?.kind]).not.toEqual([connector.kind, "kept"]);
    const seen = await open().counterparts?.read(held, place, aWish());
    expect.soft([connector.kind, seen?.kind]).toEqual([connector.kind, "cannotTell"]);
    expect(JSON.stringify([health, outcome, ended, seen])).not.toContain("secret");
  }
  await server.stop();
});
