import { afterEach, beforeEach, expect, test } from "vitest";
import { datadogConnector } from "../../../src/adapters/datadog/datadog-connector.ts";
import type { Place } from "../../../src/core/domain/counterpart.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { type DatadogServer, startDatadogServer } from "../../servers/datadog-server.ts";

let server: DatadogServer;
beforeEach(async () => {
  server = await startDatadogServer();
});
afterEach(async () => {
  expect(server.ledger.refused).toEqual([]);
  await server.stop();
});

const place: Place = { ids: ["service:patient-records"], name: "service:patient-records", record: null };
const leave = (): boolean => true;
const connect = (applicationKey = server.keys.application) =>
  datadogConnector(Date.now).connect({
    apiUrl: server.url,
    token: server.keys.api,
    values: { applicationKey },
    heardTime: () => undefined,
  });

function keeper() {
  const { counterparts } = connect();
  if (counterparts === undefined) throw new Error("no counterparts");
  return counterparts;
}

test("both keys are tried, and a wrong one is refused", async () => {
  expect(await connect().check()).toMatchObject({ kind: "works" });
  expect(await connect("wrong").check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("keys") });
});

test("services come from the catalogue, and any other scope can be written", async () => {
  expect(await keeper().places("patient")).toEqual({ kind: "answered", value: [place] });
  expect(await keeper().places("env:prod")).toMatchObject({ value: [{ ids: ["env:prod"] }] });
});

test("a downtime is made, found by its mark, moved, and cancelled; nobody is called by an @ in the text", async () => {
  const kept = await keeper().make(aWish(), place, leave);
  if (kept.kind !== "kept") throw new Error(kept.detail);
  expect(server.ledger.downtimes[0]?.message).not.toContain("@");
  expect(await keeper().find(aWish(), place)).toMatchObject({ kind: "found", record: { startAt: aWish().startAt } });
  const later = aWish({ startAt: Date.UTC(2026, 10, 25, 2), endAt: Date.UTC(2026, 10, 25, 4) });
  expect(await keeper().change(kept.record, later, place, leave)).toMatchObject({ kind: "kept", record: { endAt: later.endAt } });
  expect(await keeper().read(kept.record, place, aWish())).toMatchObject({ record: { startAt: later.startAt } });
  const over = aWish({ outcome: "completed" });
  expect(await keeper().change(kept.record, over, place, leave)).toMatchObject({ kind: "kept", record: { isOver: true } });
  expect(await keeper().change(kept.record, over, place, leave)).toMatchObject({ kind: "kept", record: { isOver: true } });
});

test("only what provably was not done may be tried again", async () => {
  server.fault("POST", { kind: "rateLimit", retryAfter: "7" });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unsent", retryAt: expect.any(Number) });
  server.fault("POST", { kind: "loseResponse" });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
  server.fault("POST", { kind: "serverError", status: 502, taken: false });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
  server.fault("POST", { kind: "garble" });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "unknown" });
  server.fault("POST", { kind: "refuse", code: "", status: 400, message: "Scope is not one of yours" });
  expect(await keeper().make(aWish(), place, leave)).toMatchObject({ kind: "refused", detail: expect.stringContaining("Scope") });
});
