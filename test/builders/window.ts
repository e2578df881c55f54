import { hour, type Instant, type ZoneId } from "../../src/core/domain/instant.ts";
import type { FormerTime, Window } from "../../src/core/domain/window.ts";
import { wallOf } from "../../src/core/domain/zoned-time.ts";

/** Sat 28 Nov 2026, 02:00 in London. */
export const exampleStart: Instant = Date.UTC(2026, 10, 28, 2);

export function zonedTime(at: Instant, zone: ZoneId = "Europe/London") {
  return { at, wall: wallOf(at, zone), zone };
}

/** An outage of a patient portal, two hours long, with a break of ten minutes. */
export function aWindow(changes: Partial<Window> = {}): Window {
  return {
    id: "w1",
    reference: "FW-2026-118",
    revision: 1,
    createdAt: Date.UTC(2026, 10, 16, 9),
    title: "Upgrade of the booking database",
    changeTypeId: "scheduled",
    serviceIds: ["portal"],
    start: zonedTime(exampleStart),
    end: zonedTime(exampleStart + 2 * hour),
    zone: "Europe/London",
    impact: "outage",
    expectedDowntimeMinutes: 10,
    customersAffected: true,
    reason: "The old version gets no more security fixes.",
    effect: "You cannot sign in during the break. Bookings made before are kept.",
    toDo: "",
    rollbackPlan: "We go back to the old version within 20 minutes.",
    lead: "Database engineer on duty",
    engineers: [],
    communicationOwner: "Release office",
    references: [{ label: "Change record", url: "https://changes.example.org/118" }],
    outcome: { kind: "open" },
    group: null,
    shortNotice: null,
    formerTimes: [],
    ...changes,
  };
}

/** The window's time as it was before it moved or grew. */
export function formerTime(start: Instant, end: Instant, by: FormerTime["by"], why: string): FormerTime {
  return { start: zonedTime(start), end: zonedTime(end), revision: 1, replacedAt: Date.UTC(2026, 10, 24, 10), by, why };
}
