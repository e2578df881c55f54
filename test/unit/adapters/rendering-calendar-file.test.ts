import ICAL from "ical.js";
import { expect, test } from "vitest";
import { renderCalendarFile } from "../../../src/adapters/rendering/calendar-file.ts";
import type { Window } from "../../../src/core/domain/window.ts";
import { aDirectory, aWorkspace } from "../../builders/directory.ts";
import { aWindow, exampleStart, zonedTime } from "../../builders/window.ts";

function eventOf(window: Window, now = exampleStart - 1000) {
  const services = aDirectory().services.filter((service) => window.serviceIds.includes(service.id));
  const file = renderCalendarFile({ window, workspace: aWorkspace(), services, phase: null, series: [], now })("North Hospital");
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent("vevent");
  if (event === null) throw new Error("no event");
  return { file, calendar, event, value: (name: string) => String(event.getFirstPropertyValue(name)) };
}

test("the file says when, by the clocks of its zone, and what it means for the customer", () => {
  const { event, value, file } = eventOf(aWindow({ serviceIds: ["portal", "api"] }));
  expect(file).toContain("DTSTART;TZID=Europe/London:20261128T020000\r\n");
  expect(file).toContain("DTEND;TZID=Europe/London:20261128T040000\r\n");
  expect(value("x-maintnote-provider")).toBe("Regional health platform");
  expect(value("x-maintnote-account")).toBe("North Hospital");
  expect(value("x-maintnote-impact")).toBe("OUTAGE");
  expect(value("x-maintnote-maintenance-id")).toBe("FW-2026-118");
  expect(value("x-maintnote-status")).toBe("CONFIRMED");
  expect(event.getAllProperties("x-maintnote-object-id").map((property) => property.getFirstValue())).toEqual([
    "Patient portal",
    "Partner API",
  ]);
  expect(file).toContain("X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:FW-2026-118");
  for (const once of ["dtstamp", "dtstart", "dtend", "uid", "summary", "organizer", "sequence", "x-maintnote-impact"]) {
    expect(event.getAllProperties(once), once).toHaveLength(1);
  }
});

test("no calendar adds it by itself", () => {
  expect(eventOf(aWindow()).calendar.getFirstPropertyValue("method")).toBeNull();
});

test("a moved window keeps its UID and raises its sequence", () => {
  const before = eventOf(aWindow());
  const after = eventOf(aWindow({ revision: 2, start: zonedTime(exampleStart + 3_600_000) }));
  expect(after.value("uid")).toBe(before.value("uid"));
  expect(before.value("sequence")).toBe("1");
  expect(after.value("sequence")).toBe("2");
});

test("a cancelled window is cancelled in both ways of saying it", () => {
  const { value } = eventOf(aWindow({ outcome: { kind: "cancelled", at: 1, note: "" } }));
  expect(value("status")).toBe("CANCELLED");
  expect(value("x-maintnote-status")).toBe("CANCELLED");
});

test("a running window is in process, a concluded one completed", () => {
  expect(eventOf(aWindow(), exampleStart + 1).value("x-maintnote-status")).toBe("IN-PROCESS");
  const outcome = { kind: "completed", at: exampleStart, endedAt: exampleStart, note: "" } as const;
  expect(eventOf(aWindow({ outcome }), exampleStart + 1).value("x-maintnote-status")).toBe("COMPLETED");
});

test("a value with line breaks stays inside its property", () => {
  const title = "Upgrade\r\nMETHOD:REQUEST\r\nATTENDEE:mailto:all@example.org; really, yes";
  const { calendar, event, file } = eventOf(aWindow({ title }));
  expect(file).not.toMatch(/^(?:METHOD|ATTENDEE)/mu);
  expect(calendar.getFirstPropertyValue("method")).toBeNull();
  expect(event.getFirstPropertyValue("summary")).toContain("; really, yes");
});
