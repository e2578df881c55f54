import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { everything } from "../../../src/core/domain/calendar/calendar-filter.ts";
import { day, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { dateOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

/** Monday 23 November 2026, 09:00 in London. */
let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

const stretch = (): [number, number] => [desk.now() - 30 * day, desk.now() + 60 * day];
const shown = async (filter: Partial<typeof everything>) => desk.app.calendar.range(...stretch(), { ...everything, ...filter });

describe("what a filter lets through", () => {
  test("an impact, a state and a service narrow what is shown, and all are counted", async () => {
    const all = await shown({});
    expect(all.total).toBe(all.windows.length);
    const outages = await shown({ impacts: ["outage"] });
    expect(outages.windows.length).toBeLessThan(all.windows.length);
    expect(outages.windows.every(({ impact }) => impact === "outage")).toBe(true);
    expect(outages.total).toBe(all.total);
    const [first] = all.windows;
    const serviceId = first?.serviceIds[0] ?? "";
    const own = await shown({ serviceIds: [serviceId] });
    expect(own.windows.map(({ id }) => id)).toEqual(
      all.windows.filter(({ serviceIds }) => serviceIds.includes(serviceId)).map(({ id }) => id),
    );
    const both = await shown({ serviceIds: [serviceId], impacts: ["outage"] });
    expect(both.windows.every(({ impact, serviceIds }) => impact === "outage" && serviceIds.includes(serviceId))).toBe(true);
    expect((await shown({ states: ["cancelled"] })).windows).toEqual([]);
    expect((await shown({ states: ["planned", "running", "done"] })).windows).toHaveLength(all.total);
  });

  test("the phases of a change are numbered by start, those cancelled left out", async () => {
    const phase = (days: number) => {
      const { start, end } = draftIn(desk, days * 24 * 60, 60);
      return { title: "", start, end };
    };
    const { id } = granted(await desk.app.phases.create(draftIn(desk, 8 * 24 * 60, 60), [phase(6), phase(10)]));
    const places = async () => (await shown({})).phases.map(({ number, of }) => `${number} of ${of}`).toSorted();
    expect(await places()).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
    expect((await shown({})).phases).toContainEqual({ windowId: id, number: 2, of: 3 });
    granted(await desk.app.windows.cancel(id, 1, ""));
    expect(await places()).toEqual(["1 of 2", "2 of 2"]);
  });

  test("a customer is shown the windows of the services it uses", async () => {
    const { customers } = desk.app.directory.all();
    const some = customers.find(({ serviceIds }) => serviceIds.length > 0);
    if (some === undefined) throw new Error("The example has a customer of some services.");
    const { windows } = await shown({ customerIds: [some.id] });
    expect(windows.length).toBeGreaterThan(0);
    expect(windows.every(({ serviceIds }) => serviceIds.some((id) => some.serviceIds.includes(id)))).toBe(true);
  });

  test("conflicts alone, each with its kinds; the notices are those of the windows that are shown", async () => {
    granted(await desk.app.windows.create(draftIn(desk, 3 * 24 * 60, 120)));
    granted(await desk.app.windows.create(draftIn(desk, 3 * 24 * 60 + 30, 120, { title: "At the same time" })));
    const { windows, conflicts, notices } = await shown({ conflictsOnly: true });
    expect(windows.length).toBeGreaterThanOrEqual(2);
    const inConflict = new Set(conflicts.map(({ windowId }) => windowId));
    expect(windows.every(({ id }) => inConflict.has(id))).toBe(true);
    const ids = new Set(windows.map(({ id }) => id));
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every(({ windowId }) => ids.has(windowId))).toBe(true);
    const marks = desk.app.calendar.marks(...stretch(), { ...everything, conflictsOnly: true });
    expect(new Set(marks.notices.map(({ windowId }) => windowId)).isSubsetOf(ids)).toBe(true);
    expect(marks.notices.length).toBe(notices.length);
  });
});

describe("marks", () => {
  test("a notice is waiting, then due, then sent; its promise has a last chance until somebody was told", async () => {
    const { id } = granted(await desk.app.windows.create(draftIn(desk, 9 * 24 * 60, 120)));
    const [from, to] = stretch();
    const marksOf = () => {
      const { notices, promises } = desk.app.calendar.marks(from, to);
      return {
        notices: notices.filter(({ windowId }) => windowId === id),
        promises: promises.filter(({ windowId }) => windowId === id),
      };
    };
    const before = marksOf();
    expect(before.notices.some(({ standing }) => standing === "waiting")).toBe(true);
    expect(before.promises.length).toBeGreaterThan(0);
    expect(before.promises.every(({ isBroken }) => !isBroken)).toBe(true);
    for (const notice of granted(desk.app.windows.get(id)).notices.filter(({ stage }) => stage === "announce")) {
      const { draft } = granted(desk.app.notices.compose(notice.id));
      const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
      const answer = await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey));
      expect(answer.ok).toBe(true);
    }
    await desk.pass(minute);
    expect(marksOf().notices.some(({ standing }) => standing === "sent")).toBe(true);
    expect(marksOf().promises.length).toBeLessThan(before.promises.length);
  });

  test("a last chance that has passed with nobody told is a broken promise", async () => {
    const { id } = granted(await desk.app.windows.create(draftIn(desk, 9 * 24 * 60, 120)));
    await desk.pass(8 * day);
    const broken = desk.app.calendar.marks(...stretch()).promises.filter((mark) => mark.windowId === id && mark.isBroken);
    expect(broken.length).toBeGreaterThan(0);
  });
});

describe("a year", () => {
  test("counts every day a window touches, with the gravest impact", async () => {
    const start = 10 * 24 * 60 - 60;
    granted(await desk.app.windows.create(draftIn(desk, start, 3 * 24 * 60, { impact: "degraded", title: "Three days" })));
    granted(await desk.app.windows.create(draftIn(desk, start + 600, 60, { impact: "outage", title: "One hour" })));
    const { days, windows, total } = await desk.app.calendar.year(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(windows).toBe(total);
    const dateAt = (minutes: number) => dateOf(desk.now() + minutes * minute, "Europe/London");
    for (const minutes of [start, start + 24 * 60, start + 48 * 60]) {
      expect(days.find(({ date }) => date === dateAt(minutes))).toBeDefined();
    }
    expect(days.find(({ date }) => date === dateAt(start + 600))).toMatchObject({ impact: "outage" });
    const sum = days.reduce((all, each) => all + each.windows, 0);
    expect(sum).toBeGreaterThanOrEqual(windows);
  });
});
