import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Counterpart } from "../../../src/core/domain/counterpart.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { goLive } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type PagerDutyServer, startPagerDutyServer } from "../../servers/pagerduty-server.ts";

let desk: TestApp;
let pagerDuty: PagerDutyServer;

beforeEach(async () => {
  desk = await openTestApp();
  pagerDuty = await startPagerDutyServer(() => desk.now());
  await makeExampleWorkspace(desk);
  await goLive(desk);
  granted(
    await desk.app.connections.connect("pagerDuty", {
      token: pagerDuty.token,
      apiUrl: pagerDuty.url,
      values: { from: "coordinator@example.org" },
    }),
  );
});

afterEach(async () => {
  await desk.close();
  expect(pagerDuty.ledger.refused).toEqual([]);
  await pagerDuty.stop();
});

/** A window of two hours that starts in so many minutes, kept in PagerDuty. */
async function keptWindow(minutes: number): Promise<{ id: string; counterpartId: string }> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, minutes, 120)));
  const [place] = granted(await desk.app.counterparts.places("pagerDuty", "patient"));
  if (place === undefined) throw new Error("no such service");
  const { id: counterpartId } = granted(desk.app.counterparts.add(id, "pagerDuty", place));
  await desk.pass(11_000);
  return { id, counterpartId };
}

async function settled(windowId: string, kind: Counterpart["state"]["kind"] = "inStep"): Promise<Counterpart> {
  let last: Counterpart | undefined;
  await expect
    .poll(
      async () => {
        await desk.pass(1_000);
        [last] = granted(desk.app.counterparts.of(windowId)).counterparts;
        return last?.state.kind;
      },
      { timeout: 10_000 },
    )
    .toBe(kind);
  if (last === undefined) throw new Error("no counterpart");
  return last;
}

/** Waits until what the system holds is over, as far as was heard. */
async function over(windowId: string): Promise<void> {
  const isOver = async (): Promise<boolean | undefined> => {
    await desk.pass(1_000);
    return granted(desk.app.counterparts.of(windowId)).counterparts[0]?.held?.isOver;
  };
  await expect.poll(isOver, { timeout: 10_000 }).toBe(true);
}

test("a record that was made or found is when the connection worked last", async () => {
  const lastSuccess = () => desk.app.connections.all().find(({ kind }) => kind === "pagerDuty")?.lastSuccessAt;
  const connectedAt = desk.now();
  expect(lastSuccess()).toBe(connectedAt);
  const { id } = await keptWindow(60);
  await settled(id);
  const madeAt = lastSuccess() ?? 0;
  expect(madeAt).toBeGreaterThan(connectedAt);
  await desk.pass(5 * minute);
  expect(lastSuccess()).toBe(madeAt);
});

test("a window kept in PagerDuty makes a maintenance window there, once", async () => {
  const { id } = await keptWindow(24 * 60);
  const { held } = await settled(id);
  const window = granted(desk.app.windows.get(id)).window;
  expect(pagerDuty.ledger.windows).toHaveLength(1);
  expect(pagerDuty.ledger.windows[0]).toMatchObject({
    description: expect.stringContaining(window.reference),
    services: [{ id: "PEHR01" }],
  });
  expect(held).toMatchObject({ status: "scheduled", startAt: window.start.at, endAt: window.end.at });
  await desk.pass(hour);
  expect(pagerDuty.ledger.made()).toBe(1);
});

test("it moves with its window", async () => {
  const { id } = await keptWindow(24 * 60);
  await settled(id);
  const { window } = granted(desk.app.windows.get(id));
  const wall = (at: number) => ({ wall: wallOf(at, window.zone), occurrence: null });
  granted(await desk.app.windows.move(id, window.revision, wall(window.start.at + hour), wall(window.end.at + hour), "later"));
  await desk.pass(11_000);
  await settled(id);
  await expect.poll(() => Date.parse(pagerDuty.ledger.windows[0]?.start_time ?? "")).toBe(window.start.at + hour);
  expect(pagerDuty.ledger.made()).toBe(1);
});

test("completed early it ends, and a cancelled one is taken away, once what was said can't be undone any more", async () => {
  const running = await keptWindow(1);
  await settled(running.id);
  await desk.pass(30 * minute);
  const planned = await keptWindow(24 * 60);
  await settled(planned.id);
  granted(await desk.app.windows.conclude(running.id, "completed", ""));
  await desk.pass(5_000);
  expect(pagerDuty.ledger.calls).not.toContain("DELETE /maintenance_windows/ID");
  await desk.pass(11_000);
  await over(running.id);
  const { window } = granted(desk.app.windows.get(planned.id));
  granted(await desk.app.windows.cancel(planned.id, window.revision, "Not needed"));
  await desk.pass(11_000);
  await over(planned.id);
  expect(pagerDuty.ledger.windows).toHaveLength(1);
});

test("completed an hour early, PagerDuty's window ends then, and not at its planned end", async () => {
  const { id } = await keptWindow(1);
  await settled(id);
  await desk.pass(hour);
  granted(await desk.app.windows.conclude(id, "completed", ""));
  const concludedAt = desk.now();
  await desk.pass(11_000);
  await over(id);
  const { window } = granted(desk.app.windows.get(id));
  const ended = Date.parse(pagerDuty.ledger.windows[0]?.end_time ?? "");
  expect(ended).toBeLessThan(window.end.at - 30 * minute);
  expect(ended - concludedAt).toBeLessThan(minute);
});

describe("who is on call, and what is wrong there", () => {
  test("is asked for as long as the window is open, first level first", async () => {
    const { id, counterpartId } = await keptWindow(1);
    await settled(id);
    const duty = granted(await desk.app.duty.of(counterpartId));
    expect(duty?.onCall.map(({ name, email, role }) => [name, email, role])).toEqual([
      ["First", "colleague@example.org", "level 1"],
      ["Second", "second@example.org", "level 2"],
    ]);
    expect(duty).toMatchObject({ incidents: [{ title: "Queue grows" }], problem: null });
    pagerDuty.resolveIncidents();
    expect(granted(await desk.app.duty.of(counterpartId))?.incidents).toEqual([]);
    granted(await desk.app.windows.cancel(id, granted(desk.app.windows.get(id)).window.revision, "Not needed"));
    expect(granted(await desk.app.duty.of(counterpartId))).toBeNull();
  });

  test("what can't be asked is said, and the rest is shown", async () => {
    const { id, counterpartId } = await keptWindow(1);
    await settled(id);
    pagerDuty.fault("GET /oncalls", { kind: "rateLimit", retryAfter: "30" });
    expect(granted(await desk.app.duty.of(counterpartId))).toMatchObject({
      onCall: [],
      incidents: [{ title: "Queue grows" }],
      problem: expect.stringContaining("asks to wait"),
    });
  });
});

describe("an answer that was lost", () => {
  test("is looked for before anything is made again", async () => {
    pagerDuty.fault("POST /maintenance_windows", { kind: "loseResponse" });
    const { id } = await keptWindow(24 * 60);
    await settled(id, "unknown");
    await desk.pass(6_000);
    await settled(id);
    expect(pagerDuty.ledger.made()).toBe(1);
  });

  test("of a request that was lost, too, is made again only after a second look", async () => {
    pagerDuty.fault("POST /maintenance_windows", { kind: "loseRequest" });
    const { id } = await keptWindow(24 * 60);
    await settled(id, "unknown");
    await desk.pass(6_000);
    await settled(id, "unknown");
    expect(pagerDuty.ledger.made()).toBe(0);
    await desk.pass(minute);
    await settled(id);
    expect(pagerDuty.ledger.made()).toBe(1);
  });
});

test("what PagerDuty refuses waits for a person, who mends it", async () => {
  pagerDuty.fault("POST /maintenance_windows", { kind: "refuse", code: "", status: 400, message: "Services are missing" });
  const { id, counterpartId } = await keptWindow(24 * 60);
  expect((await settled(id, "refused")).state).toMatchObject({ detail: expect.stringContaining("Services are missing") });
  await desk.pass(hour);
  expect(pagerDuty.ledger.made()).toBe(0);
  granted(desk.app.counterparts.mend(counterpartId));
  await settled(id);
  expect(pagerDuty.ledger.made()).toBe(1);
});

test("a refused sign-in pauses the connection and loses nothing", async () => {
  pagerDuty.fault("POST /maintenance_windows", { kind: "refuse", code: "", status: 401 });
  const { id } = await keptWindow(24 * 60);
  await settled(id, "behind");
  expect(desk.app.connections.all().find(({ kind }) => kind === "pagerDuty")?.paused).not.toBeNull();
  await desk.app.connections.check("pagerDuty");
  await desk.pass(2 * minute);
  await settled(id);
  expect(pagerDuty.ledger.made()).toBe(1);
});

test("a system that carries no messages can't stop all sending with a wrong clock", async () => {
  const late = await startPagerDutyServer(() => desk.now() - hour);
  granted(
    await desk.app.connections.connect("pagerDuty", {
      token: late.token,
      apiUrl: late.url,
      values: { from: "coordinator@example.org" },
    }),
  );
  await desk.pass(1_000);
  expect(desk.app.workspaces.view().sending.pauses).toEqual([]);
  await late.stop();
});

test("in practice nothing is made", async () => {
  const { workspace } = desk.app.workspaces.view();
  if (workspace === null) throw new Error("no workspace");
  granted(await desk.app.workspaces.update({ ...workspace, mode: "practice" }));
  const { id } = await keptWindow(24 * 60);
  await desk.pass(hour);
  expect(granted(desk.app.counterparts.of(id)).counterparts[0]?.state.kind).toBe("behind");
  expect(pagerDuty.ledger.made()).toBe(0);
});

test("a change made in PagerDuty itself shows as a disagreement, and is mended there", async () => {
  const { id, counterpartId } = await keptWindow(24 * 60);
  await settled(id);
  const { window } = granted(desk.app.windows.get(id));
  pagerDuty.changeByHand("PW1", { end_time: new Date(window.end.at - hour).toISOString() });
  granted(await desk.app.counterparts.look(counterpartId));
  expect(granted(desk.app.counterparts.of(id)).disagreements).toEqual([
    {
      of: { kind: "counterpart", id: counterpartId, name: "PagerDuty: Patient records (HIE production)" },
      about: "end",
      says: window.end.at - hour,
      window: window.end.at,
      readers: 0,
    },
  ]);
  granted(desk.app.counterparts.mend(counterpartId));
  await settled(id);
  expect(Date.parse(pagerDuty.ledger.windows[0]?.end_time ?? "")).toBe(window.end.at);
  expect(granted(desk.app.counterparts.of(id)).disagreements).toEqual([]);
});

test("a change made in PagerDuty itself shows by itself within a quarter of an hour, and what stays as it is leaves no trace", async () => {
  const { id } = await keptWindow(12 * 60);
  await settled(id);
  const looks = async (): Promise<number> => {
    const { lines } = await desk.app.audit.entries({ who: "", area: "windows", about: "" }, null);
    return lines.filter(({ what }) => what === "counterparts.look").length;
  };
  const asked = (): number => pagerDuty.ledger.calls.filter((call) => call === "GET /maintenance_windows/ID").length;
  await desk.pass(16 * minute);
  await expect.poll(asked).toBe(1);
  expect(await looks()).toBe(0);
  const { window } = granted(desk.app.windows.get(id));
  pagerDuty.changeByHand("PW1", { end_time: new Date(window.end.at - hour).toISOString() });
  await desk.pass(16 * minute);
  await expect.poll(() => granted(desk.app.counterparts.of(id)).disagreements).toMatchObject([{ about: "end" }]);
  expect(await looks()).toBe(1);
});

describe("a window that changes while its record is asked for or brought in step", () => {
  test("is brought in step all the same when the answer comes after it was completed", async () => {
    const { id, counterpartId } = await keptWindow(1);
    await settled(id);
    await desk.pass(30 * minute);
    pagerDuty.fault("GET /maintenance_windows/ID", { kind: "slow", milliseconds: 200 });
    const asking = desk.app.counterparts.look(counterpartId);
    granted(await desk.app.windows.conclude(id, "completed", ""));
    granted(await asking);
    await desk.pass(11_000);
    await over(id);
  });

  test("is moved again there when it moved again while the first move was on its way", async () => {
    const { id } = await keptWindow(24 * 60);
    await settled(id);
    const wall = (at: number, zone: string) => ({ wall: wallOf(at, zone), occurrence: null });
    const moveBy = async (by: number): Promise<number> => {
      const { window } = granted(desk.app.windows.get(id));
      const [start, end] = [wall(window.start.at + by, window.zone), wall(window.end.at + by, window.zone)];
      granted(await desk.app.windows.move(id, window.revision, start, end, "later"));
      return window.start.at + by;
    };
    pagerDuty.fault("PUT /maintenance_windows/ID", { kind: "slow", milliseconds: 300 });
    await moveBy(hour);
    await desk.pass(11_000);
    await settled(id, "working");
    const wanted = await moveBy(hour);
    await settled(id);
    await desk.pass(11_000);
    await expect.poll(() => Date.parse(pagerDuty.ledger.windows[0]?.start_time ?? "")).toBe(wanted);
    expect(pagerDuty.ledger.made()).toBe(1);
  });
});

test("a restart in the middle finds what was being done in doubt, and looks", async () => {
  pagerDuty.fault("POST /maintenance_windows", { kind: "slow", milliseconds: 300 });
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 24 * 60, 120)));
  const [place] = granted(await desk.app.counterparts.places("pagerDuty", "patient"));
  if (place === undefined) throw new Error("no such service");
  granted(desk.app.counterparts.add(id, "pagerDuty", place));
  await desk.pass(11_000);
  await settled(id);
  await desk.reopen();
  await desk.pass(minute);
  expect(pagerDuty.ledger.made()).toBe(1);
});
