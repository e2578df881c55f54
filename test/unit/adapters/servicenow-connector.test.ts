import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serviceNowConnector } from "../../../src/adapters/servicenow/service-now-connector.ts";
import type { HeldRecord, Place } from "../../../src/core/domain/counterpart.ts";
import type { CounterpartKeeper, KeepOutcome } from "../../../src/core/ports/connector.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { listen } from "../../servers/listen.ts";
import { type ServiceNowServer, startServiceNowServer } from "../../servers/service-now-server.ts";

let server: ServiceNowServer;
beforeEach(async () => {
  server = await startServiceNowServer();
});
afterEach(async () => {
  expect(server.ledger.refused).toEqual([]);
  await server.stop();
});

const normal: Place = { ids: ["normal"], name: "Normal change", record: null };
const leave = (): boolean => true;
const later = aWish({ startAt: Date.UTC(2026, 10, 25, 2), endAt: Date.UTC(2026, 10, 25, 4) });

function connect(token = server.user.password, user = server.user.name, apiUrl = server.url) {
  return serviceNowConnector(Date.now).connect({ apiUrl, token, values: { user }, heardTime: () => undefined });
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

async function placeCalled(words: string, name: RegExp): Promise<Place> {
  const asked = await keeper().places(words);
  const found = asked.kind === "answered" ? asked.value.find((place) => name.test(place.name)) : undefined;
  if (found === undefined) throw new Error(`No place like ${name}: ${JSON.stringify(asked)}`);
  return found;
}

describe("connecting", () => {
  test("a name with its password is tried, or an OAuth token without a name; a wrong one is refused", async () => {
    expect(await connect().check()).toMatchObject({ kind: "works", account: server.user.name });
    expect(await connect(server.oauthToken, "").check()).toMatchObject({ kind: "works", account: server.user.name });
    expect(await connect("wrong").check()).toMatchObject({ kind: "refused" });
    expect(await connect(server.oauthToken).check()).toMatchObject({ kind: "refused" });
  });

  test("an address copied from a page of the instance is enough", async () => {
    expect(await connect(undefined, undefined, `${server.url}/now/nav/ui/home`).check()).toMatchObject({ kind: "works" });
  });

  test("without the role it says which one, and who gives it", async () => {
    server.fault("GET change", { kind: "refuse", code: "", status: 403, message: "User Not Authorized" });
    expect(await connect().check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("role itil") });
  });

  test.each([200, 404])("an instance that sleeps (HTTP %i) is told from one that refuses", async (status) => {
    server.sleep(status);
    expect(await connect().check()).toMatchObject({
      kind: status === 200 ? "unreachable" : "refused",
      detail: expect.stringMatching(/Check the( instance's)? address/u),
    });
  });

  test("a network's own sign-in page in the way is named, whether it answers or redirects", async () => {
    const portal = await listen(async (request, response) => {
      if (request.url?.includes("limit=1")) response.writeHead(302, { Location: "https://portal.example.org/" }).end();
      else response.writeHead(200, { "Content-Type": "text/html" }).end("<html>Accept the terms</html>");
    });
    const there = connect(undefined, undefined, portal.origin);
    expect(await there.check()).toMatchObject({ kind: "unreachable", detail: expect.stringContaining("sign-in page") });
    expect(await there.counterparts?.make(aWish(), normal, leave)).toMatchObject({ kind: "unknown" });
    await portal.stop();
  });
});

describe("where a window can be kept", () => {
  test("a new normal or emergency change, or one from each template", async () => {
    const asked = await keeper().places("");
    expect(asked.kind === "answered" && asked.value.map(({ name }) => name)).toEqual([
      "Normal change",
      "Emergency change",
      "Standard: Restart a node of a cluster",
      "Standard: Renew a certificate",
    ]);
    expect(await placeCalled("certificate", /Renew/u)).toMatchObject({ ids: ["standard", expect.any(String)], record: null });
  });

  test("a change that is there, by its number, its sys_id, its address, or words of its title", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    const address = encodeURIComponent(`change_request.do?sys_id=${made.id}`);
    for (const words of [
      "chg0030001",
      made.id,
      `${server.url}/change_request.do?sys_id=${made.id}`,
      `${server.url}/now/nav/ui/classic/params/target/${encodeURIComponent(address)}`,
      "resize the",
    ]) {
      expect(await placeCalled(words, /^CHG0030001/u)).toMatchObject({ record: { id: made.id }, choices: [{ name: "ending" }] });
    }
    expect(await keeper().places("CHG0099999")).toEqual({ kind: "answered", value: [] });
  });

  test("an address of another instance is refused", async () => {
    const address = `https://other.service-now.com/change_request.do?sys_id=${"a".repeat(32)}`;
    expect(await keeper().places(address)).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("other.service-now"),
    });
  });
});

describe("a change request", () => {
  test("is made in UTC whatever the user's zone is, found by its mark, and moved", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    expect(server.ledger.changes[0]).toMatchObject({
      type: "normal",
      start_date: "2026-11-24 02:00:00",
      correlation_id: aWish().mark,
      backout_plan: "Back to the old nodes",
      impact: "1",
    });
    expect(made).toMatchObject({ name: "CHG0030001", status: "New", startAt: aWish().startAt, endAt: aWish().endAt });
    expect(await keeper().find(aWish(), normal)).toMatchObject({ kind: "found", record: { id: made.id } });
    expect(await keeper().find(aWish({ mark: "FW-1 (other)" }), normal)).toEqual({ kind: "absent" });
    const moved = recordIn(await keeper().change(made, later, normal, leave));
    expect(moved).toMatchObject({ startAt: later.startAt, endAt: later.endAt });
    expect(recordIn(await keeper().change(moved, later, normal, leave))).toMatchObject({ startAt: later.startAt });
    expect(server.ledger.changes).toHaveLength(1);
  });

  test("of the emergency kind, or from a template, whose plan stays as it was agreed", async () => {
    await keeper().make(aWish(), await placeCalled("emergency", /^Emergency/u), leave);
    await keeper().make(aWish(), await placeCalled("restart", /Restart/u), leave);
    expect(server.ledger.changes).toMatchObject([{ type: "emergency" }, { type: "standard" }]);
    expect(server.ledger.changes[1]).not.toHaveProperty("backout_plan");
  });

  test("says where its approval stands, whom it waits for, and what it is in conflict with", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    expect(made.remarks).toEqual(["Approval: not yet requested.", "ServiceNow is looking for conflicts now."]);
    server.changeByHand("CHG0030001", { state: "-4", approval: "requested" });
    server.approvers("CHG0030001", { name: "Release board", state: "requested" }, { name: "Network lead", state: "rejected" });
    server.conflicts("CHG0030001", { type: "Not In Maintenance Window", change: "CHG0030009" });
    const seen = await keeper().read(made, normal, aWish());
    expect(seen).toMatchObject({
      record: {
        status: "Assess",
        remarks: [
          "Approval: requested. It waits for Release board. Network lead said no.",
          "In conflict: Not In Maintenance Window (CHG0030009).",
        ],
      },
    });
    server.conflicts("CHG0030001");
    server.changeByHand("CHG0030001", { state: "-2", approval: "approved" });
    server.approvers("CHG0030001");
    expect(await keeper().read(made, normal, aWish())).toMatchObject({ record: { remarks: ["Approval: approved."] } });
  });

  test("is kept even where ServiceNow can't look for conflicts, and that is said", async () => {
    server.fault("POST change/ID/conflict", { kind: "refuse", code: "", status: 400, message: "No configuration item" });
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    expect(made.remarks[1]).toContain("could not be made to look for conflicts. ServiceNow refuses: No configuration item.");
    expect(await keeper().read(made, normal, aWish())).toMatchObject({
      record: { remarks: ["Approval: not yet requested.", "ServiceNow has not looked for conflicts yet."] },
    });
  });

  test("says which fields were not taken, also when it is asked again, until they are", async () => {
    server.makeReadOnly("backout_plan", "start_date");
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    const [remark] = made.remarks;
    expect(remark).toContain("ServiceNow did not take the planned start, the rollback plan");
    expect(await keeper().read(made, normal, aWish())).toMatchObject({
      record: { startAt: null, remarks: [remark, "Approval: not yet requested."] },
    });
  });

  test("that was approved is implemented, reviewed and closed with its window, once", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    server.changeByHand("CHG0030001", { state: "-2", approval: "approved" });
    const over = aWish({ outcome: "completed", endedAt: Date.UTC(2026, 10, 24, 3), note: "All nodes are back" });
    const closed = recordIn(await keeper().change(made, over, normal, leave));
    expect(closed).toMatchObject({ isOver: true, status: "Closed", remarks: [] });
    expect(server.ledger.changes[0]).toMatchObject({
      state: "3",
      close_code: "successful",
      close_notes: expect.stringContaining("All nodes are back"),
    });
    const patches = (): number => server.ledger.calls.filter((call) => call.startsWith("PATCH")).length;
    expect(patches()).toBe(3);
    expect(recordIn(await keeper().change(closed, over, normal, leave))).toMatchObject({ isOver: true });
    expect(patches()).toBe(3);
  });

  test("that was rolled back is closed as unsuccessful, and one that does not take place is cancelled", async () => {
    const one = recordIn(await keeper().make(aWish(), normal, leave));
    const other = recordIn(await keeper().make(aWish(), normal, leave));
    server.changeByHand("CHG0030001", { state: "-1" });
    recordIn(await keeper().change(one, aWish({ outcome: "rolledBack", endedAt: aWish().endAt }), normal, leave));
    recordIn(await keeper().change(other, aWish({ outcome: "cancelled", note: "Not needed" }), normal, leave));
    expect(server.ledger.changes).toMatchObject([
      { state: "3", close_code: "unsuccessful" },
      { state: "4", work_notes: expect.stringContaining("Not needed") },
    ]);
  });

  test("that was never approved is not pushed past its approvers", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    expect(await keeper().change(made, aWish({ outcome: "completed" }), normal, leave)).toEqual({
      kind: "refused",
      detail:
        "CHG0030001 is New (approval: not yet requested), and ServiceNow does not let it be closed from there. Have it approved, or close it in ServiceNow.",
    });
    expect(server.ledger.changes[0]).toMatchObject({ state: "-5" });
  });

  test("that was closed there can't be moved any more, and that is said", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    server.changeByHand("CHG0030001", { state: "3", active: "false" });
    expect(await keeper().change(made, later, normal, leave)).toMatchObject({
      kind: "refused",
      detail: "CHG0030001 is Closed in ServiceNow and can't be moved any more.",
    });
    server.removeByHand("CHG0030001");
    expect(await keeper().read(made, normal, aWish())).toEqual({ kind: "absent" });
  });

  test("that was linked keeps its own words, is moved with the window, and is left to its people where that was chosen", async () => {
    const made = recordIn(await keeper().make(aWish({ title: "Somebody's own change" }), normal, leave));
    const place = await placeCalled("CHG0030001", /^CHG/u);
    const moved = recordIn(await keeper().change(made, later, place, leave));
    expect(moved).toMatchObject({ startAt: later.startAt });
    expect(server.ledger.changes[0]?.short_description).toContain("Somebody's own change");
    const over = aWish({ outcome: "cancelled" });
    const left = await keeper().change(made, over, { ...place, chosen: { ending: "leave" } }, leave);
    expect(left).toMatchObject({ kind: "kept", record: { isOver: false, endAt: null } });
    expect(server.ledger.changes[0]).toMatchObject({ state: "-5" });
    expect(await keeper().change(made, over, place, leave)).toMatchObject({ kind: "kept", record: { isOver: true } });
  });
});

describe("what goes wrong on the way", () => {
  test("only what provably was not done may be tried again", async () => {
    const make = () => keeper().make(aWish(), normal, leave);
    server.fault("POST change/normal", { kind: "rateLimit", retryAfter: "7" });
    expect(await make()).toMatchObject({ kind: "unsent", retryAt: expect.any(Number) });
    server.fault("POST change/normal", { kind: "serverError", status: 502, taken: false });
    expect(await make()).toMatchObject({ kind: "unknown" });
    server.fault("POST change/normal", { kind: "refuse", code: "", status: 400, message: "Data Policy Exception" });
    expect(await make()).toMatchObject({ kind: "refused", detail: "ServiceNow refuses it: Data Policy Exception." });
    server.fault("POST change/normal", { kind: "refuse", code: "", status: 401 });
    expect(await make()).toMatchObject({ kind: "signInNeeded" });
    expect(await keeper().make(aWish(), normal, () => false)).toMatchObject({ kind: "unsent" });
    expect(server.ledger.changes).toEqual([]);
  });

  test.each(["loseResponse", "garble", "truncate"] as const)(
    "an answer that was lost (%s) is in doubt, and the change is found",
    async (kind) => {
      server.fault("POST change/normal", { kind });
      expect(await keeper().make(aWish(), normal, leave)).toMatchObject({ kind: "unknown" });
      expect(await keeper().find(aWish(), normal)).toMatchObject({ kind: "found", record: { name: "CHG0030001" } });
    },
  );

  test("the change is found by its description, too, where the correlation id is not ours to set", async () => {
    server.makeReadOnly("correlation_id");
    await keeper().make(aWish(), normal, leave);
    expect(await keeper().find(aWish(), normal)).toMatchObject({ kind: "found" });
  });

  test("closing that breaks off goes on from where it stands", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    server.changeByHand("CHG0030001", { state: "-2" });
    const over = aWish({ outcome: "completed", endedAt: aWish().endAt });
    server.fault("PATCH change/ID", { kind: "loseResponse" });
    expect(await keeper().change(made, over, normal, leave)).toMatchObject({ kind: "unknown" });
    expect(server.ledger.changes[0]).toMatchObject({ state: "-1" });
    expect(await keeper().change(made, over, normal, leave)).toMatchObject({ kind: "kept", record: { isOver: true } });
  });

  test("a sleeping instance's 404 does not say that a change is gone", async () => {
    const made = recordIn(await keeper().make(aWish(), normal, leave));
    server.sleep(404);
    expect(await keeper().read(made, normal, aWish())).toMatchObject({ kind: "cannotTell" });
    expect(await keeper().find(aWish(), normal)).toMatchObject({ kind: "cannotTell" });
  });
});
