import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConnectionKind } from "../../../src/core/domain/connection-kind.ts";
import type { Counterpart } from "../../../src/core/domain/counterpart.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { goLive } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type JiraServer, startJiraServer } from "../../servers/jira-server.ts";
import { type ServiceNowServer, startServiceNowServer } from "../../servers/service-now-server.ts";

let desk: TestApp;
let serviceNow: ServiceNowServer;
let jira: JiraServer;

beforeEach(async () => {
  desk = await openTestApp();
  [serviceNow, jira] = await Promise.all([startServiceNowServer(), startJiraServer()]);
  await makeExampleWorkspace(desk);
  await goLive(desk);
  const { user } = serviceNow;
  const { connections } = desk.app;
  granted(await connections.connect("serviceNow", { token: user.password, apiUrl: serviceNow.url, values: { user: user.name } }));
  granted(await connections.connect("jira", { token: jira.token, apiUrl: jira.url, values: { email: jira.email } }));
});

afterEach(async () => {
  await desk.close();
  expect([...serviceNow.ledger.refused, ...jira.ledger.refused]).toEqual([]);
  await Promise.all([serviceNow.stop(), jira.stop()]);
});

/** Keeps the window in the first place these words find. */
async function keepIn(
  windowId: string,
  kind: ConnectionKind,
  words: string,
  chosen: Readonly<Record<string, string>> = {},
): Promise<void> {
  const [place] = granted(await desk.app.counterparts.places(kind, words));
  if (place === undefined) throw new Error(`nothing called ${words}`);
  granted(desk.app.counterparts.add(windowId, kind, place, chosen));
}

function counterpartIn(windowId: string, kind: ConnectionKind): Counterpart {
  const found = granted(desk.app.counterparts.of(windowId)).counterparts.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`not kept in ${kind}`);
  return found;
}

/** Lets rounds pass until the counterpart says this. */
async function comesTo(
  windowId: string,
  kind: ConnectionKind,
  wanted: (counterpart: Counterpart) => boolean,
): Promise<Counterpart> {
  const isThere = async (): Promise<boolean> => {
    await desk.pass(1_000);
    return wanted(counterpartIn(windowId, kind));
  };
  await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
  return counterpartIn(windowId, kind);
}
const isInStep = ({ state, held }: Counterpart): boolean => state.kind === "inStep" && held !== null && held.status !== "";
const isOver = ({ state, held }: Counterpart): boolean => state.kind === "inStep" && held?.isOver === true;

async function keptInBoth(minutes: number): Promise<string> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, minutes, 120)));
  await keepIn(id, "serviceNow", "normal");
  await keepIn(id, "jira", "HIE-42", { comment: "yes", status: "10002" });
  await desk.pass(11_000);
  await comesTo(id, "serviceNow", isInStep);
  await comesTo(id, "jira", isInStep);
  return id;
}

test("a change request and a ticket follow a window to its end, with what was chosen for the ticket", async () => {
  const id = await keptInBoth(1);
  expect(counterpartIn(id, "jira").place).toMatchObject({ ids: ["HIE-42"], chosen: { comment: "yes", status: "10002" } });
  expect(counterpartIn(id, "jira").place).not.toHaveProperty("choices");
  serviceNow.changeByHand("CHG0030001", { state: "-2", approval: "approved" });
  await desk.pass(30 * minute);
  granted(await desk.app.windows.conclude(id, "completed", "All is well"));
  await desk.pass(11_000);
  await comesTo(id, "serviceNow", isOver);
  await comesTo(id, "jira", isOver);
  expect(serviceNow.ledger.changes).toMatchObject([{ state: "3", close_notes: expect.stringContaining("All is well") }]);
  expect(jira.ledger.issues[0]).toMatchObject({ status: "10002", comments: [expect.anything()] });
  expect(granted(desk.app.counterparts.of(id)).disagreements).toEqual([]);
});

test("a change that was never approved waits for a person, and is closed once it was and they put it right", async () => {
  const id = await keptInBoth(1);
  await desk.pass(30 * minute);
  granted(await desk.app.windows.conclude(id, "completed", ""));
  await desk.pass(11_000);
  const refused = await comesTo(id, "serviceNow", ({ state }) => state.kind === "refused");
  expect(refused.state).toMatchObject({ detail: expect.stringContaining("CHG0030001 is New") });
  await comesTo(id, "jira", isOver);
  expect(granted(desk.app.counterparts.of(id)).disagreements).toMatchObject([{ about: "over" }]);
  serviceNow.changeByHand("CHG0030001", { state: "-2", approval: "approved" });
  granted(desk.app.counterparts.mend(refused.id));
  await comesTo(id, "serviceNow", isOver);
  expect(granted(desk.app.counterparts.of(id)).disagreements).toEqual([]);
});

test("answers that were lost leave one change request, one link and one comment", async () => {
  serviceNow.fault("POST change/normal", { kind: "loseResponse" });
  jira.fault("POST issue/remotelink", { kind: "loseResponse" });
  const id = granted(await desk.app.windows.create(draftIn(desk, 24 * 60, 120))).id;
  await keepIn(id, "serviceNow", "normal");
  await keepIn(id, "jira", "HIE-42", { comment: "yes" });
  await desk.pass(11_000);
  await comesTo(id, "serviceNow", ({ state }) => state.kind === "unknown");
  await desk.pass(6_000);
  await comesTo(id, "serviceNow", isInStep);
  await comesTo(id, "jira", isInStep);
  jira.fault("POST issue/comment", { kind: "loseResponse" });
  const { window } = granted(desk.app.windows.get(id));
  granted(await desk.app.windows.cancel(id, window.revision, "Not needed"));
  await desk.pass(11_000);
  await comesTo(id, "serviceNow", isOver);
  await desk.pass(6_000);
  await comesTo(id, "jira", isOver);
  expect(serviceNow.ledger.changes).toMatchObject([{ state: "4" }]);
  expect(jira.ledger.issues[0]).toMatchObject({ links: [expect.anything()], comments: [expect.anything()] });
});
