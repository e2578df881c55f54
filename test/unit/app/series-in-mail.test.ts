import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { second } from "../../../src/core/domain/instant.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Window } from "../../../src/core/domain/window.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

/** Two hours from 02:00 in London on the day given, or other times of it. */
function draftOn(date: string, from = "02:00", to = "04:00") {
  return {
    ...draftIn(desk, 60, 120),
    changeTypeId: "maintenance",
    start: { wall: `${date}T${from}`, occurrence: null },
    end: { wall: `${date}T${to}`, occurrence: null },
  };
}

async function createSeries(rule = "FREQ=MONTHLY;BYDAY=1SU", date = "2026-12-06"): Promise<readonly Window[]> {
  const { id } = granted(await desk.app.series.create(draftOn(date), rule, []));
  return membersOf(id);
}

function membersOf(id: string): readonly Window[] {
  const view = granted(desk.app.series.ofWindow(id));
  return (view?.members ?? []).map((member) => windowOf(member.id));
}

const windowOf = (id: string): Window => granted(desk.app.windows.get(id)).window;

function nth(windows: readonly Window[], index: number): Window {
  const window = windows[index];
  if (window === undefined) throw new Error(`There is no window ${index}`);
  return windowOf(window.id);
}

/** Approves and sends what is open of a stage to customers, some seconds after what was before. */
async function send(windowId: string, stage: Stage): Promise<void> {
  await desk.pass(3 * second);
  const { notices } = granted(desk.app.windows.get(windowId));
  const owed = notices.filter((notice) => notice.stage === stage && notice.state.kind === "open" && notice.voice === "customer");
  expect(owed.length).toBeGreaterThan(0);
  for (const notice of owed) {
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
    granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  }
  await desk.pass(15 * second);
}

/** The files one customer got, in order. */
function files(): readonly string[] {
  const mails = desk.app.outbox.practiceMailbox().toSorted((one, other) => one.at - other.at);
  const reader = mails.find(({ content }) => content.kind === "mail" && content.calendar !== "")?.customerId;
  return mails.flatMap(({ content, customerId }) =>
    content.kind === "mail" && customerId === reader && content.calendar !== "" ? [content.calendar] : [],
  );
}

/** A reader's calendar, as RFC 5545 has programs keep it: by UID and RECURRENCE-ID, whatever has a lower number ignored. */
class Reader {
  readonly #entries = new Map<string, ICAL.Component>();

  take(file: string): void {
    const calendar = new ICAL.Component(ICAL.parse(file));
    for (const event of calendar.getAllSubcomponents("vevent")) {
      const uid = String(event.getFirstPropertyValue("uid"));
      const key = `${uid} ${String(event.getFirstPropertyValue("recurrence-id") ?? "")}`;
      const number = (entry: ICAL.Component): number => Number(entry.getFirstPropertyValue("sequence"));
      const known = this.#entries.get(key);
      if (known !== undefined && number(known) > number(event)) continue;
      // A rule stated anew takes its old exceptions along.
      if (event.getFirstPropertyValue("rrule") !== null) {
        for (const each of [...this.#entries.keys()]) if (each.startsWith(`${uid} `)) this.#entries.delete(each);
      }
      this.#entries.set(key, event);
    }
  }

  /** The starts it shows until the end of a year, by London's clocks, in order. */
  shows(until: string): readonly string[] {
    const entries = [...this.#entries.values()];
    const rules = entries.filter((event) => event.getFirstPropertyValue("recurrence-id") === null);
    const starts = rules.flatMap((rule) => {
      if (rule.getFirstPropertyValue("status") === "CANCELLED") return [];
      const event = new ICAL.Event(rule);
      for (const other of entries) {
        if (other !== rule && other.getFirstPropertyValue("uid") === event.uid) event.relateException(other);
      }
      const dates: string[] = [];
      const iterator = event.iterator();
      for (let next = iterator.next(); next != null && dates.length < 100; next = iterator.next()) {
        const { item, startDate } = event.getOccurrenceDetails(next);
        if (wallOf(startDate.toJSDate().getTime(), "Europe/London") >= until) break;
        if (item.component.getFirstPropertyValue("status") === "CANCELLED") continue;
        dates.push(wallOf(startDate.toJSDate().getTime(), "Europe/London"));
      }
      return dates;
    });
    return starts.sort();
  }
}

/** What a reader who took every file sees, beside what is planned. */
function expectTheSame(until: string, ...of: readonly Window[]): void {
  const reader = new Reader();
  for (const file of files()) reader.take(file);
  const planned = of
    .map(({ id }) => windowOf(id))
    .filter(({ outcome, start }) => outcome.kind !== "cancelled" && start.wall < until)
    .map(({ start }) => start.wall);
  expect(reader.shows(until)).toEqual(planned.sort());
}

const last = (windows: readonly Window[]): string => `${nth(windows, windows.length - 1).start.wall.slice(0, 10)}T23:59`;

describe("the file in a series' mails", () => {
  test("the announcement's enters every date, and a second parser reads the same rule", async () => {
    const windows = await createSeries();
    await send(nth(windows, 0).id, "announce");
    expectTheSame(last(windows), ...windows);
    const [file = ""] = files();
    const [event] = convertIcsCalendar(undefined, file).events ?? [];
    expect(event).toMatchObject({ recurrenceRule: { frequency: "MONTHLY" }, start: { local: { timezone: "Europe/London" } } });
    expect(new Set(file.match(/^X-MAINTNOTE-ACCOUNT:.*$/gmu)).size).toBe(1);
  });

  test("every entry of it keeps the rules of maintenance notices: each field once, and one primary id", async () => {
    const windows = await createSeries();
    const { id, revision } = nth(windows, 1);
    const moved = draftOn("2027-01-10");
    granted(await desk.app.windows.move(id, revision, moved.start, moved.end, ""));
    await send(nth(windows, 0).id, "announce");
    const entries = files().flatMap((file) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent"));
    expect(entries).toHaveLength(2);
    const once = ["dtstamp", "dtstart", "dtend", "uid", "summary", "organizer", "sequence"];
    const fields = ["provider", "account", "impact", "status"].map((field) => `x-maintnote-${field}`);
    for (const entry of entries) {
      for (const name of [...once, ...fields]) expect(entry.getAllProperties(name), name).toHaveLength(1);
      const ids = entry.getAllProperties("x-maintnote-maintenance-id");
      expect(ids.filter((property) => property.getFirstParameter("x-maintnote-precedence") === "PRIMARY")).toHaveLength(1);
      expect(entry.getAllProperties("x-maintnote-object-id").length).toBeGreaterThan(0);
    }
  });

  test("a date that moves or is cancelled is that date of the same entry, with a higher number", async () => {
    const windows = await createSeries();
    await send(nth(windows, 0).id, "announce");
    const { id, revision } = nth(windows, 1);
    const moved = draftOn("2027-01-10", "03:00", "04:30");
    granted(await desk.app.windows.move(id, revision, moved.start, moved.end, "The supplier is away"));
    await send(id, "rescheduled");
    expectTheSame(last(windows), ...windows);
    const gone = nth(windows, 2);
    granted(await desk.app.windows.cancel(gone.id, gone.revision, "Not needed"));
    await send(gone.id, "cancelled");
    expectTheSame(last(windows), ...windows);
    const parsed = files().map((file) => convertIcsCalendar(undefined, file).events ?? []);
    expect(parsed.map((events) => events.length)).toEqual([1, 1, 1]);
    expect(new Set(parsed.flat().map(({ uid }) => uid)).size).toBe(1);
    const numbers = parsed.flat().map(({ sequence }) => sequence ?? -1);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(parsed[1]?.[0]?.recurrenceId?.value.local).toMatchObject({ timezone: "Europe/London" });
    expect(files()[1]).toContain("RECURRENCE-ID;TZID=Europe/London:20270103T020000\r\n");
    expect(parsed[2]?.[0]?.status).toBe("CANCELLED");
  });

  test("this and the following: the old entry ends where the new one begins", async () => {
    const windows = await createSeries();
    await send(nth(windows, 0).id, "announce");
    const third = nth(windows, 2);
    const move = { ...draftOn("2027-02-07", "03:00", "05:30"), rule: null };
    granted(await desk.app.series.move(third.id, third.revision, "following", move, [], ""));
    await send(third.id, "rescheduled");
    expectTheSame(last(windows), ...windows);
    // A date of the new entry, and one of the old.
    for (const [index, date] of [
      [4, "2027-04-11"],
      [1, "2027-01-09"],
    ] as const) {
      const { id, revision } = nth(windows, index);
      const moved = draftOn(date);
      granted(await desk.app.windows.move(id, revision, moved.start, moved.end, ""));
      await send(id, "rescheduled");
      expectTheSame(last(windows), ...windows);
    }
    const sixth = nth(windows, 5);
    granted(await desk.app.series.cancel(sixth.id, sixth.revision, "following", "The service is retired"));
    await send(sixth.id, "cancelled");
    expectTheSame("2029-01-01T00:00", ...windows);
  });

  test("a split that kept all times is none in a calendar: its dates stay dates of the entry there is", async () => {
    const windows = await createSeries("FREQ=MONTHLY;BYDAY=1SU;COUNT=8");
    await send(nth(windows, 0).id, "announce");
    const third = nth(windows, 2);
    granted(
      await desk.app.series.change(
        third.id,
        third.revision,
        "following",
        { ...draftOn("2027-02-07"), lead: "Somebody else" },
        null,
        [],
        "",
      ),
    );
    const { id, revision } = nth(windows, 3);
    const moved = draftOn("2027-03-14");
    granted(await desk.app.windows.move(id, revision, moved.start, moved.end, ""));
    await send(id, "rescheduled");
    expectTheSame("2029-01-01T00:00", ...windows);
  });

  test("all of it cancelled empties the calendar", async () => {
    const windows = await createSeries();
    await send(nth(windows, 0).id, "announce");
    const first = nth(windows, 0);
    granted(await desk.app.series.cancel(first.id, first.revision, "all", "The service is retired"));
    await send(first.id, "cancelled");
    expectTheSame("2029-01-01T00:00", ...windows);
    expect(files().at(-1)).toContain("STATUS:CANCELLED");
  });

  test("dates the clocks skip are where they were answered to be", async () => {
    const draft = draftOn("2026-12-27", "01:30", "02:30");
    const rule = "FREQ=MONTHLY;BYDAY=-1SU;COUNT=5";
    const { questions } = desk.app.series.preview({
      zone: draft.zone,
      start: draft.start.wall,
      end: draft.end.wall,
      rule,
      answers: [],
    });
    const answers = questions.map(({ occurrence, choices }) => {
      const [, second] = choices;
      return { occurrence, times: second === undefined ? null : { startAt: second.start.at, endAt: second.end.at } };
    });
    const { id } = granted(await desk.app.series.create(draft, rule, answers));
    await send(id, "announce");
    const windows = membersOf(id);
    expect(windows).toHaveLength(5);
    expectTheSame("2029-01-01T00:00", ...windows);
  });
});

test("a phase says in its mail's file which of how many it is", async () => {
  const phase = {
    title: "",
    start: { wall: "2026-12-08T02:00", occurrence: null },
    end: { wall: "2026-12-08T04:00", occurrence: null },
  };
  const { id } = granted(await desk.app.phases.create(draftOn("2026-12-06"), [phase]));
  await send(id, "announce");
  const [file = ""] = files();
  const [event] = convertIcsCalendar(undefined, file).events ?? [];
  expect(event?.summary).toMatch(/ \(phase 1 of 2\)$/u);
  expect(event?.description).toMatch(/^This is phase 1 of 2 of “/u);
});
