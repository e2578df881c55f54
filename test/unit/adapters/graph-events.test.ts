import { afterEach, beforeEach, expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import type { HeldRecord, Place } from "../../../src/core/domain/counterpart.ts";
import { hour } from "../../../src/core/domain/instant.ts";
import type { CounterpartKeeper } from "../../../src/core/ports/connector.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";

const place: Place = { ids: ["cal-changes"], name: "Production changes (Platform)", record: null };
const leave = (): boolean => true;
let graph: GraphServer;
beforeEach(async () => {
  graph = await startGraphServer();
});
afterEach(async () => {
  await graph.stop();
});

function keeper(): CounterpartKeeper {
  const connection = createGraphConnection({ apiUrl: graph.url, token: graph.token, heardTime: () => undefined });
  if (connection.counterparts === undefined) throw new Error("It keeps nothing");
  return connection.counterparts;
}

async function made(): Promise<HeldRecord> {
  const outcome = await keeper().make(aWish(), place, leave);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  return outcome.record;
}

test("calendars one may write in are offered, with whose they are", async () => {
  expect(await keeper().places("change")).toEqual({ kind: "answered", value: [place] });
  const all = await keeper().places("");
  expect(all.kind === "answered" && all.value.map(({ name }) => name)).not.toContain("Holidays (Human resources)");
});

test("a window becomes an event with its times, its text as plain text, nobody invited and no time taken", async () => {
  const record = await made();
  const { startAt, endAt } = aWish();
  expect(record).toMatchObject({ startAt, endAt, status: "planned", isOver: false, url: expect.stringMatching(/^https:/u) });
  const [event] = graph.calendars.events;
  expect(event).toMatchObject({
    subject: "Resize the cluster's nodes @everyone (FW-2026-118)",
    showAs: "free",
    isReminderOn: false,
  });
  expect(event?.body.content).toContain("<img src=x>");
  expect(graph.ledger.refused).toEqual([]);
});

test("when the answer is lost the event is found by its mark, and making it again makes no second one", async () => {
  graph.fault("createEvent", { kind: "loseResponse" });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
  expect(await keeper().find(aWish(), place)).toMatchObject({ kind: "found", record: { status: "planned" } });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
  expect(graph.calendars.events).toHaveLength(1);
});

test("what was provably not sent says so, and what was not to leave did not", async () => {
  expect(await keeper().make(aWish(), place, () => false)).toMatchObject({ kind: "unsent" });
  await graph.shut();
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unsent" });
  await graph.open();
  expect(graph.calendars.events).toEqual([]);
});

test("a moved window moves its event, twice to the same", async () => {
  const record = await made();
  const later = aWish({ startAt: aWish().startAt + hour, endAt: aWish().endAt + hour });
  for (const _ of [1, 2]) {
    expect(await keeper().change(record, later, place, leave)).toMatchObject({
      kind: "kept",
      record: { startAt: later.startAt },
    });
  }
  expect(await keeper().read(record, place, aWish())).toMatchObject({ kind: "found", record: { endAt: later.endAt } });
});

test("a cancelled window says so in the calendar, and a completed one ends when the work did", async () => {
  const record = await made();
  expect(await keeper().change(record, aWish({ outcome: "cancelled" }), place, leave)).toMatchObject({
    kind: "kept",
    record: { isOver: true, status: "cancelled" },
  });
  const endedAt = aWish().startAt + hour / 2;
  expect(await keeper().change(record, aWish({ outcome: "completed", endedAt }), place, leave)).toMatchObject({
    kind: "kept",
    record: { isOver: true, status: "completed", endAt: endedAt },
  });
  expect(graph.calendars.events[0]?.subject).toMatch(/^Completed: /u);
});

test("an event somebody took away is absent, and a calendar one may not write in is told with the next step", async () => {
  const record = await made();
  graph.calendars.events = [];
  expect(await keeper().read(record, place, aWish())).toEqual({ kind: "absent" });
  expect(await keeper().find(aWish(), place)).toEqual({ kind: "absent" });
  expect(await keeper().make(aWish(), { ...place, ids: ["cal-read"] }, leave)).toMatchObject({
    kind: "refused",
    detail: expect.stringContaining("choose “Shared calendar”"),
  });
});

test("a page of the network's says nothing of an event", async () => {
  const record = await made();
  graph.fault("getEvent", { kind: "garble" });
  expect(await keeper().read(record, place, aWish())).toMatchObject({ kind: "cannotTell" });
});

test("a sign-in that ended pauses, and says so", async () => {
  graph.rotate("another-token");
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "signInNeeded" });
  expect(await keeper().places("")).toMatchObject({ kind: "signInNeeded" });
});
