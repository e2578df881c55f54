import fc from "fast-check";
import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, test } from "vitest";
import { renderCalendar } from "../../../src/adapters/rendering/calendar-file.ts";
import { sequenceOf, takenBackTo } from "../../../src/core/domain/calendar/calendar-entry.ts";
import { day, hour, type ZoneId } from "../../../src/core/domain/instant.ts";
import { impacts, type Window } from "../../../src/core/domain/window.ts";
import { zonedTimeOf } from "../../../src/core/domain/zoned-time.ts";
import type { CalendarEntry } from "../../../src/core/ports/calendar-file.ts";
import { aService, aWorkspace } from "../../builders/directory.ts";
import { aWindow, exampleStart } from "../../builders/window.ts";

function anEntry(window: Window, changes: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    window,
    services: [aService()],
    phase: null,
    sequence: sequenceOf(window),
    account: "North Hospital",
    readBy: "outside",
    ...changes,
  };
}

function fileOf(...entries: readonly CalendarEntry[]): string {
  return renderCalendar({ name: "Changes, all", workspace: aWorkspace(), entries, now: exampleStart - day });
}

function windowAt(at: number, zone: ZoneId, changes: Partial<Window> = {}): Window {
  return aWindow({ zone, start: zonedTimeOf(at, zone), end: zonedTimeOf(at + 2 * hour, zone), ...changes });
}

/** What ical.js reads, by the file's own VTIMEZONE and not by what it knows of zones. */
function readByIcal(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone];
    }),
  );
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const instant = (name: string): number => {
      const property = component.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
      const zone = zones.get(String(property?.getParameter("tzid")));
      if (zone !== undefined) time.zone = zone;
      return time.toUnixTime() * 1000;
    };
    const value = (name: string): string => String(component.getFirstPropertyValue(name));
    return { component, value, start: instant("dtstart"), end: instant("dtend") };
  });
}

const zones: readonly ZoneId[] = [
  "Europe/London",
  "Europe/Dublin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "America/Phoenix",
  "Pacific/Apia",
  "UTC",
];

describe("A calendar of several windows", () => {
  test.each(zones)("says the same instants in %s as Forewarn, around every change of clocks of seven years", (zone) => {
    const from = Date.UTC(2024, 0, 1);
    // So odd a step meets all times of day, and every change at one of its sides.
    const times = Array.from({ length: 220 }, (_, number) => from + number * 281 * hour);
    const file = fileOf(...times.map((at) => anEntry(windowAt(at, zone))));
    expect(readByIcal(file).map(({ start, end }) => [start, end])).toEqual(times.map((at) => [at, at + 2 * hour]));
  });

  test("is read alike by two independent parsers", () => {
    const title = 'Nodes, disks; "caches" \\ 👩‍💻 and\nmore '.repeat(4);
    const windows = [
      aWindow({ id: "a", title }),
      windowAt(exampleStart + day, "America/New_York", { id: "b", revision: 7, effect: "First line.\nSecond, line; third \\n." }),
      aWindow({ id: "c", outcome: { kind: "cancelled", at: exampleStart - 2 * day, note: "" } }),
    ];
    const file = fileOf(...windows.map((window) => anEntry(window)));
    const other = convertIcsCalendar(undefined, file);
    const ours = readByIcal(file);
    expect(other.events?.length).toBe(3);
    for (const [index, event] of (other.events ?? []).entries()) {
      const mine = ours[index];
      expect(event.uid).toBe(mine?.value("uid"));
      expect(String(event.sequence)).toBe(mine?.value("sequence"));
      expect(event.summary).toBe(mine?.value("summary"));
      expect(event.description).toBe(mine?.value("description"));
      expect(event.status).toBe(mine?.value("status"));
      expect(event.start.date.getTime()).toBe(mine?.start);
      expect(event.end?.date.getTime()).toBe(mine?.end);
    }
    expect(other.timezones?.map(({ id }) => id)).toEqual(["Europe/London", "America/New_York"]);
    expect(other.method).toBeUndefined();
  });

  test("names each zone once, and gives a rule where its clocks keep one", () => {
    const file = fileOf(anEntry(aWindow()), anEntry(windowAt(exampleStart, "America/New_York")), anEntry(aWindow({ id: "w2" })));
    expect(file.match(/BEGIN:VTIMEZONE/gu)).toHaveLength(2);
    expect(file).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    expect(file).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
  });

  test("writes a wall time that clocks show twice in UTC, since a file can't tell the two apart", () => {
    const second = Date.UTC(2026, 9, 25, 1, 30);
    const file = fileOf(anEntry(windowAt(second, "Europe/London")));
    expect(file).toContain("DTSTART:20261025T013000Z");
    expect(readByIcal(file)[0]?.start).toBe(second);
  });

  test("keeps reason, way back, lead and links inside", () => {
    const inside = fileOf(anEntry(aWindow(), { readBy: "inside" })).replaceAll("\r\n ", "");
    const outside = fileOf(anEntry(aWindow())).replaceAll("\r\n ", "");
    for (const words of ["security fixes", "go back to the old version", "engineer on duty", "changes.example.org"]) {
      expect(inside).toContain(words);
      expect(outside).not.toContain(words);
    }
  });

  test("is the same text as long as nothing changes", () => {
    expect(fileOf(anEntry(aWindow()))).toBe(fileOf(anEntry(aWindow())));
  });
});

/** The draft's own rules of how often a property may be in an event, and what may be in it. */
describe("The X-MAINTNOTE fields, by the draft's own rules", () => {
  const windows = [
    ...impacts.map((impact) => aWindow({ impact })),
    aWindow({ outcome: { kind: "cancelled", at: 1, note: "" } }),
    aWindow({ outcome: { kind: "completed", at: exampleStart, endedAt: exampleStart, note: "" } }),
    aWindow({ group: { kind: "change", id: "change-1", title: "Both phases" } }),
  ];
  test.each(windows.map((window, number) => ({ number, window })))("window $number", ({ window }) => {
    const services = [aService(), aService({ id: "api", name: "Partner, API" })];
    const [event] = readByIcal(fileOf(anEntry(window, { services })));
    const values = (name: string) => event?.component.getAllProperties(name).map((found) => String(found.getFirstValue())) ?? [];
    const once = ["dtstamp", "dtstart", "dtend", "uid", "summary", "organizer", "sequence"];
    for (const name of [...once, "x-maintnote-provider", "x-maintnote-account", "x-maintnote-impact"]) {
      expect(values(name), name).toHaveLength(1);
      expect(values(name)[0], name).not.toBe("");
    }
    expect(["NO-IMPACT", "REDUCED-REDUNDANCY", "DEGRADED", "OUTAGE"]).toContain(values("x-maintnote-impact")[0]);
    expect(["TENTATIVE", "CONFIRMED", "CANCELLED", "IN-PROCESS", "COMPLETED"]).toContain(values("x-maintnote-status")[0]);
    expect(values("x-maintnote-status")).toHaveLength(1);
    expect(values("x-maintnote-object-id")).toHaveLength(services.length);
    const precedences = event?.component
      .getAllProperties("x-maintnote-maintenance-id")
      .map((found) => found.getParameter("x-maintnote-precedence"));
    expect(precedences?.filter((precedence) => precedence === "PRIMARY")).toHaveLength(1);
    expect(precedences?.every((precedence) => precedence === "PRIMARY" || precedence === "NON-PRIMARY")).toBe(true);
  });
});

describe("The number of an entry", () => {
  test("never goes back, whatever is undone", () => {
    const first = aWindow();
    const extended = { ...first, revision: 2 };
    const undone = takenBackTo(first, extended, 5);
    const changed = { ...undone, revision: undone.revision + 1 };
    const undoneTwice = takenBackTo(undone, changed, 6);
    expect([first, extended, undone, changed, undoneTwice].map(sequenceOf)).toEqual([1, 2, 3, 4, 5]);
    expect(undone.revision).toBe(1);
  });
  test("stays where nothing was changed in between", () => {
    expect(takenBackTo(aWindow(), aWindow(), 5)).toEqual(aWindow());
  });
});

test("any text comes out as it went in, on lines of at most 75 octets", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }));
  fc.assert(
    fc.property(text, text, (title, effect) => {
      const file = fileOf(anEntry(aWindow({ title, effect }), { account: title }));
      expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
      const [event] = readByIcal(file);
      const wellFormed = title.toWellFormed();
      const words = wellFormed.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
      expect(event?.value("summary")).toBe(`Patient portal: ${words}`.trim());
      const lines = effect
        .toWellFormed()
        .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "");
      expect(event?.value("description").startsWith(lines)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
