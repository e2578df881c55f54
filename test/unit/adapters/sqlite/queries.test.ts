import { beforeEach, expect, test } from "vitest";
import { type DeliveryState, deliveryStateKinds, dueState } from "../../../../src/core/domain/delivery.ts";
import { day, hour, type Instant } from "../../../../src/core/domain/instant.ts";
import type { Window } from "../../../../src/core/domain/window.ts";
import type { Store, WriteStore } from "../../../../src/core/ports/store.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleWindow } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

const now = sampleNow;
let store: Store;

beforeEach(() => {
  store = openedStore(temporaryFile());
});

function saveWindow(writing: WriteStore, id: string, startAt: Instant, endAt: Instant, facts: Partial<Window> = {}): void {
  const start = { at: startAt, wall: "2026-11-28T09:00", zone: "UTC" };
  const end = { at: endAt, wall: "2026-11-28T09:00", zone: "UTC" };
  writing.saveWindow(sampleWindow({ id, reference: `FW-${id}`, start, end, ...facts }));
}

const completed: Window["outcome"] = { kind: "completed", at: now, endedAt: now, note: "" };

test("a range shows every window that overlaps it, however long, and none that only touches it", () => {
  store.write((writing) => {
    saveWindow(writing, "ends at its start", now - hour, now);
    saveWindow(writing, "begins at its end", now + day, now + day + hour);
    saveWindow(writing, "within", now + hour, now + 2 * hour);
    saveWindow(writing, "reaches in", now - hour, now + 1);
    saveWindow(writing, "a month long", now - 20 * day, now + 10 * day);
    saveWindow(writing, "long ago", now - 25 * day, now - 24 * day);
  });
  const found = store.read((reading) => reading.windowsBetween(now, now + day));
  expect(found.map(({ id }) => id)).toEqual(["a month long", "reaches in", "within"]);
});

test("a summary says what the window says", () => {
  store.write((writing) => saveWindow(writing, "w", now, now + hour, { serviceIds: ["s1", "s2"], outcome: completed }));
  expect(store.read((reading) => reading.windowsBetween(now, now + day))).toEqual([
    {
      id: "w",
      reference: "FW-w",
      title: "Resize the cluster's nodes",
      changeTypeId: "change-type-1",
      serviceIds: ["s1", "s2"],
      impact: "outage",
      startAt: now,
      endAt: now + hour,
      outcome: "completed",
      revision: 1,
      customersAffected: true,
      people: ["DevOps Engineer"],
      groupId: null,
    },
  ]);
});

test("running are open windows that have started, also past their end; open are those that end later", () => {
  store.write((writing) => {
    saveWindow(writing, "overrun", now - 2 * day, now - day);
    saveWindow(writing, "starts now", now, now + hour);
    saveWindow(writing, "over", now - 3 * hour, now + hour, { outcome: completed });
    saveWindow(writing, "tomorrow", now + day, now + 2 * day);
  });
  store.read((reading) => {
    expect(reading.runningWindows(now).map(({ id }) => id)).toEqual(["overrun", "starts now"]);
    expect(reading.openWindowIds(now)).toEqual(["starts now", "tomorrow"]);
    expect(reading.windowCount()).toBe(4);
  });
  store.write((writing) => saveWindow(writing, "overrun", now - 2 * day, now - day, { outcome: completed }));
  expect(store.read((reading) => reading.runningWindows(now)).map(({ id }) => id)).toEqual(["starts now"]);
});

test("windows are found by words of their title or reference, in any case and order, newest first", () => {
  store.write((writing) => {
    saveWindow(writing, "1", now, now + hour, { title: "Renew the ÜBERTRAGUNG certificate" });
    saveWindow(writing, "2", now + day, now + day + hour, { title: "100% of nodes_resized" });
    saveWindow(writing, "3", now + 2 * day, now + 2 * day + hour, { title: "Renew keys" });
  });
  const find = (words: string, limit = 10) => store.read((reading) => reading.findWindows(words, limit)).map(({ id }) => id);
  expect(find("renew")).toEqual(["3", "1"]);
  expect(find("renew", 1)).toEqual(["3"]);
  expect(find("certificate  übertragung")).toEqual(["1"]);
  expect(find("fw-2")).toEqual(["2"]);
  // Neither % nor _ stands for anything else.
  expect(find("%")).toEqual(["2"]);
  expect(find("s_r")).toEqual(["2"]);
  expect(find("nodes keys")).toEqual([]);
  expect(find("  ")).toEqual(["3", "2", "1"]);
});

test("notices due are those of one state in a range of due times, the first first", () => {
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    const save = (id: string, dueAt: Instant, isOpen = true) =>
      writing.saveNotice(
        sampleNotice({
          id,
          key: id,
          dueAt,
          state: isOpen ? { kind: "open" } : { kind: "approved", at: now, by: "Coordinator", batchId: "b" },
        }),
      );
    save("at the end", now + day);
    save("later", now + hour);
    save("at the beginning", now);
    save("approved", now + hour, false);
    save("before", now - 1);
  });
  store.read((reading) => {
    const open = reading.noticesDue(now, now + day, "open", 10);
    expect(open.map(({ id }) => id)).toEqual(["at the beginning", "later"]);
    expect(open[0]).toEqual({
      id: "at the beginning",
      windowId: "window-1",
      stage: "announce",
      audienceId: "audience-1",
      dueAt: now,
      latestUsefulAt: now + 4 * day,
      state: "open",
    });
    expect(reading.noticesDue(now, now + day, "open", 1)).toHaveLength(1);
    expect(reading.noticesDue(now, now + day, "approved", 10).map(({ id }) => id)).toEqual(["approved"]);
    expect(reading.noticesOf("window-1")).toHaveLength(5);
    expect(reading.noticesOf("window-2")).toEqual([]);
  });
});

const receipt = { messageId: "m", threadId: "t", at: now, detail: "" };

function saveDeliveries(states: Readonly<Record<string, { state: DeliveryState; sendAt?: Instant }>>): void {
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
    for (const [id, facts] of Object.entries(states)) writing.saveDelivery(sampleDelivery({ id, ...facts }));
  });
}

test("deliveries in several states come in one order, by the time they are to leave", () => {
  saveDeliveries({
    third: { state: dueState(now), sendAt: now + 3 },
    first: { state: { kind: "approved" }, sendAt: now + 1 },
    other: { state: { kind: "failed", since: now, detail: "" }, sendAt: now },
    fourth: { state: { kind: "approved" }, sendAt: now + 4 },
    second: { state: dueState(now), sendAt: now + 2 },
  });
  const ids = (limit: number) =>
    store.read((reading) => reading.deliveriesIn(["approved", "due"], limit)).map((delivery) => delivery.id);
  expect(ids(10)).toEqual(["first", "second", "third", "fourth"]);
  expect(ids(3)).toEqual(["first", "second", "third"]);
  expect(store.read((reading) => reading.deliveriesIn([], 10))).toEqual([]);
});

test("what the outbox looks at every second is what is due by then, the earliest first", () => {
  saveDeliveries({
    later: { state: { kind: "approved" }, sendAt: now + 2 },
    now: { state: { kind: "approved" }, sendAt: now },
    earlier: { state: { kind: "approved" }, sendAt: now - 1 },
    due: { state: dueState(now), sendAt: now },
    doubtful: { state: { kind: "unknown", since: now, detail: "", looks: 0, seen: "", nextLookAt: null }, sendAt: now },
  });
  store.read((reading) => {
    const ids = (state: "approved" | "due", limit: number) => reading.deliveriesDue(state, now, limit).map(({ id }) => id);
    expect(ids("approved", 10)).toEqual(["earlier", "now"]);
    expect(ids("approved", 1)).toEqual(["earlier"]);
    expect(ids("due", 10)).toEqual(["due"]);
    expect(reading.deliveryIdsIn("unknown", 10)).toEqual(["doubtful"]);
  });
});

test("a batch's progress counts what has not left yet", () => {
  saveDeliveries({
    waiting: { state: { kind: "approved" } },
    leaving: { state: { kind: "sending", since: now, attempt: 1, leaseUntil: now, dueSince: now, byPerson: false } },
    gone: { state: { kind: "accepted", receipt } },
    doubtful: { state: { kind: "unknown", since: now, detail: "", looks: 0, seen: "", nextLookAt: null } },
  });
  store.read((reading) => {
    expect(reading.batchProgress(sampleDelivery().batchId)).toEqual({ total: 4, waiting: 2 });
    expect(reading.batchProgress("another")).toEqual({ total: 0, waiting: 0 });
  });
});

test("recent deliveries are the settled ones, the last settled first", () => {
  saveDeliveries({
    waiting: { state: { kind: "approved" } },
    unknown: { state: { kind: "unknown", since: now + 9, detail: "", looks: 0, seen: "", nextLookAt: null } },
    accepted: { state: { kind: "accepted", receipt: { ...receipt, at: now + 1 } } },
    cancelled: { state: { kind: "cancelled", at: now + 3, reason: "" } },
    confirmed: { state: { kind: "confirmed", receipt: { ...receipt, at: now + 2 } } },
    superseded: { state: { kind: "superseded", at: now + 4 } },
  });
  const recent = store.read((reading) => reading.recentDeliveries(3));
  expect(recent.map(({ id }) => id)).toEqual(["superseded", "cancelled", "confirmed"]);
});

test("the counts follow every change of state", () => {
  saveDeliveries({ one: { state: { kind: "approved" } }, two: { state: { kind: "approved" } } });
  store.write((writing) => {
    writing.saveDelivery(
      sampleDelivery({
        id: "two",
        state: { kind: "sending", since: now, attempt: 1, leaseUntil: now, dueSince: now, byPerson: false },
      }),
    );
    writing.saveDelivery(sampleDelivery({ id: "two", state: { kind: "accepted", receipt } }));
  });
  const none = Object.fromEntries(deliveryStateKinds.map((kind) => [kind, 0]));
  expect(store.read((reading) => reading.deliveryCounts())).toEqual({ ...none, approved: 1, accepted: 1 });
});

test("deliveries are found by window, notice and batch", () => {
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
    writing.saveNotice(sampleNotice({ id: "notice-2", key: "2" }));
    writing.saveDelivery(sampleDelivery({ id: "d1" }));
    writing.saveDelivery(sampleDelivery({ id: "d2", noticeId: "notice-2", batchId: "batch-2" }));
  });
  store.read((reading) => {
    expect(reading.deliveriesOf("window-1").map(({ id }) => id)).toEqual(["d1", "d2"]);
    expect(reading.deliveriesOfNotice("notice-2").map(({ id }) => id)).toEqual(["d2"]);
    expect(reading.deliveriesOfBatch("batch-1").map(({ id }) => id)).toEqual(["d1"]);
    const { kind } = sampleDelivery().state;
    expect(reading.deliveriesOfNoticeIn("notice-2", [kind]).map(({ id }) => id)).toEqual(["d2"]);
    expect(
      reading.deliveriesOfNoticeIn(
        "notice-2",
        deliveryStateKinds.filter((other) => other !== kind),
      ),
    ).toEqual([]);
  });
});
