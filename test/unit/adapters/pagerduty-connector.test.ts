import { afterEach, beforeEach, expect, test } from "vitest";
import { pagerDutyConnector } from "../../../src/adapters/pagerduty/pagerduty-connector.ts";
import type { HeldRecord, Place } from "../../../src/core/domain/counterpart.ts";
import { hour } from "../../../src/core/domain/instant.ts";
import type { CounterpartKeeper, KeepOutcome } from "../../../src/core/ports/connector.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { type PagerDutyServer, startPagerDutyServer } from "../../servers/pagerduty-server.ts";

const before = aWish().startAt - 24 * hour;
let now = before;
let server: PagerDutyServer;

beforeEach(async () => {
  now = before;
  server = await startPagerDutyServer(() => now);
});
afterEach(async () => {
  expect(server.ledger.refused).toEqual([]);
  await server.stop();
});

const place: Place = { ids: ["PEHR01"], name: "Patient records (HIE production)", record: null };
const leave = (): boolean => true;
const cancelled = aWish({ outcome: "cancelled" });

function connect(token = server.token, apiUrl = server.url) {
  const values = { from: "coordinator@example.org" };
  return pagerDutyConnector(() => now).connect({ apiUrl, token, values, heardTime: () => undefined });
}

function keeper(): CounterpartKeeper {
  const { counterparts } = connect();
  if (counterparts === undefined) throw new Error("no counterparts");
  return counterparts;
}

function recordIn(outcome: KeepOutcome): HeldRecord {
  if (outcome.kind !== "kept") throw new Error(outcome.detail);
  return outcome.record;
}

test("a person's key says who they are, an account's key whose name stands for it", async () => {
  expect(await connect().check()).toMatchObject({ kind: "works", account: "coordinator@example.org" });
  server.fault("GET /users/me", { kind: "refuse", code: "", status: 400 });
  expect(await connect().check()).toMatchObject({ kind: "works", account: "the account's key, as coordinator@example.org" });
});

test("a token that is not known here may be of the other region, and its address is said", async () => {
  expect(await connect("u+of-another-region").check()).toMatchObject({
    kind: "refused",
    detail: expect.stringContaining("write https://api.eu.pagerduty.com as the API address"),
  });
});

test("services are found by words of their name", async () => {
  expect(await keeper().places("patient")).toEqual({ kind: "answered", value: [place] });
});

test("a window is made, found by its mark, moved, and taken away before it began", async () => {
  const made = recordIn(await keeper().make(aWish(), place, leave));
  expect(made).toMatchObject({ status: "scheduled", startAt: aWish().startAt, endAt: aWish().endAt });
  expect(await keeper().find(aWish(), place)).toMatchObject({ kind: "found", record: { id: made.id } });
  expect(await keeper().find(aWish({ mark: "FW-1 (other)" }), place)).toEqual({ kind: "absent" });
  const later = aWish({ startAt: aWish().startAt + hour, endAt: aWish().endAt + hour });
  expect(recordIn(await keeper().change(made, later, place, leave))).toMatchObject({ endAt: later.endAt });
  expect(recordIn(await keeper().change(made, cancelled, place, leave))).toMatchObject({ isOver: true });
  expect(server.ledger.windows).toEqual([]);
  expect(recordIn(await keeper().change(made, cancelled, place, leave))).toMatchObject({ isOver: true });
  expect(await keeper().read(made, place, cancelled)).toEqual({ kind: "absent" });
});

test("one that runs is ended, once; what has begun keeps its start", async () => {
  const made = recordIn(await keeper().make(aWish(), place, leave));
  now = aWish().startAt + hour / 2;
  const longer = aWish({ endAt: aWish().endAt + hour });
  expect(recordIn(await keeper().change(made, longer, place, leave))).toMatchObject({ status: "ongoing", endAt: longer.endAt });
  const over = aWish({ outcome: "completed", endedAt: now });
  expect(recordIn(await keeper().change(made, over, place, leave))).toMatchObject({ isOver: true, endAt: now });
  now += hour;
  expect(recordIn(await keeper().change(made, over, place, leave))).toMatchObject({ isOver: true, endAt: now - hour });
});

test("only what provably was not done may be tried again", async () => {
  const operation = "POST /maintenance_windows";
  const make = () => keeper().make(aWish(), place, leave);
  server.fault(operation, { kind: "rateLimit", retryAfter: "7" });
  expect(await make()).toMatchObject({ kind: "unsent", retryAt: now + 7_000 });
  server.fault(operation, { kind: "serverError", status: 503, taken: false });
  expect(await make()).toMatchObject({ kind: "unknown" });
  server.fault(operation, { kind: "refuse", code: "", status: 400, message: "Service not found" });
  expect(await make()).toMatchObject({ kind: "refused", detail: expect.stringContaining("Service not found") });
  server.fault(operation, { kind: "refuse", code: "", status: 401 });
  expect(await make()).toMatchObject({ kind: "signInNeeded" });
  expect(await keeper().make(aWish(), place, () => false)).toMatchObject({ kind: "unsent" });
  expect(server.ledger.made()).toBe(0);
});

test.each(["loseResponse", "garble", "truncate"] as const)(
  "a lost answer (%s) is in doubt, and the window is found",
  async (kind) => {
    server.fault("POST /maintenance_windows", { kind });
    expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
    expect(await keeper().find(aWish(), place)).toMatchObject({ kind: "found" });
    expect(server.ledger.made()).toBe(1);
  },
);

test("who is on call is told level by level, and what is open is told", async () => {
  const { duty } = connect();
  const onCall = await duty?.onCall(place, aWish().startAt, aWish().endAt);
  expect(onCall?.kind === "answered" && onCall.value.map(({ name, role }) => [name, role])).toEqual([
    ["First", "level 1"],
    ["Second", "level 2"],
  ]);
  expect(await duty?.openIncidents(place)).toMatchObject({ kind: "answered", value: [{ title: "Queue grows" }] });
  server.resolveIncidents();
  expect(await duty?.openIncidents(place)).toEqual({ kind: "answered", value: [] });
});
