import ICAL from "ical.js";
import { lastChangedAt } from "../../core/domain/calendar/calendar-entry.ts";
import type { SeriesEntry } from "../../core/domain/calendar/calendar-series.ts";
import type { Workspace } from "../../core/domain/directory.ts";
import type { PhasePlace } from "../../core/domain/group.ts";
import type { Instant, WallTime, ZonedTime, ZoneId } from "../../core/domain/instant.ts";
import type { Impact, Window } from "../../core/domain/window.ts";
import { resolveWall } from "../../core/domain/zoned-time.ts";
import type { CalendarEntry } from "../../core/ports/calendar-file.ts";
import { addressPart, addText, manyLines, oneLine } from "./calendar-lines.ts";

/** The words of the maintenance notice draft 0.1 (X-MAINTNOTE-IMPACT). */
const impactWords = {
  none: "NO-IMPACT",
  reducedRedundancy: "REDUCED-REDUNDANCY",
  degraded: "DEGRADED",
  outage: "OUTAGE",
} as const satisfies Readonly<Record<Impact, string>>;

const categories = {
  none: "No impact",
  reducedRedundancy: "Reduced redundancy",
  degraded: "Degraded",
  outage: "Outage",
} as const satisfies Readonly<Record<Impact, string>>;

/** An entry as one date or the rule of a series: UID and dates are the series'. */
type EventEntry = Omit<CalendarEntry, "account"> & { readonly ofSeries?: SeriesEntry };

/** A window as a VEVENT with the X-MAINTNOTE fields (draft 0.1), all but the account it is for. */
export function eventComponent(entry: EventEntry, workspace: Workspace, now: Instant): ICAL.Component {
  const { window, services, sequence, phase, ofSeries } = entry;
  const event = new ICAL.Component("vevent");
  const names = services.map((service) => service.name);
  const changedAt = utc(ofSeries?.changedAt ?? lastChangedAt(window));
  // Without METHOD both say when the entry was last changed (RFC 5545, 3.8.7.2): the same window gives the same text.
  event.addPropertyWithValue("dtstamp", changedAt);
  event.addPropertyWithValue("last-modified", changedAt);
  addTimes(event, window);
  event.addPropertyWithValue("uid", ofSeries?.uid ?? uidOf(window));
  if (ofSeries !== undefined) addRecurrence(event, ofSeries);
  event.addPropertyWithValue("sequence", sequence);
  event.addPropertyWithValue(
    "summary",
    oneLine(`${names.join(", ")}: ${window.title}${phase === null ? "" : ` (${phaseWords(phase)})`}`),
  );
  event.addPropertyWithValue("description", manyLines(descriptionOf(entry, workspace)));
  event.addPropertyWithValue("categories", categories[window.impact]);
  event.addPropertyWithValue("status", window.outcome.kind === "cancelled" ? "CANCELLED" : "CONFIRMED");
  event.addPropertyWithValue("transp", "TRANSPARENT");
  const organizer = event.addPropertyWithValue("organizer", `mailto:${addressPart(workspace.coordinator.email)}`);
  organizer.setParameter("cn", oneLine(workspace.coordinator.name).replaceAll('"', "'"));

  addText(event, "x-maintnote-provider", workspace.name);
  addText(event, "x-maintnote-maintenance-id", window.reference).setParameter("x-maintnote-precedence", "PRIMARY");
  if (window.group !== null) {
    addText(event, "x-maintnote-maintenance-id", window.group.id).setParameter("x-maintnote-precedence", "NON-PRIMARY");
  }
  for (const name of names) addText(event, "x-maintnote-object-id", name);
  addText(event, "x-maintnote-impact", impactWords[window.impact]);
  addText(event, "x-maintnote-status", statusWord(window, now));
  return event;
}

function phaseWords({ number, of }: PhasePlace): string {
  return `phase ${number} of ${of}`;
}

/** By which rule it comes again, or which of its series' dates it is. */
function addRecurrence(event: ICAL.Component, { recurs, window }: SeriesEntry): void {
  if (recurs.kind === "date") {
    addWall(event, "recurrence-id", recurs.occurrence, recurs.zone);
    return;
  }
  if (recurs.rule !== "") event.addPropertyWithValue("rrule", ICAL.Recur.fromString(recurs.rule));
  for (const wall of recurs.left) addWall(event, "exdate", wall, window.zone);
}

/** A time of the rule, in the form the rule's first start has. */
function addWall(event: ICAL.Component, name: string, wall: WallTime, zone: ZoneId): void {
  if (isUtc(zone)) event.addPropertyWithValue(name, utc(Date.parse(`${wall}Z`)));
  else event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(`${wall}:00`)).setParameter("tzid", zone);
}

function isUtc(zone: ZoneId): boolean {
  return zone === "UTC" || zone === "Etc/UTC";
}

/** The name of a window's entry, in whatever file: it stays as long as the window does. */
function uidOf({ id }: Pick<Window, "id">): string {
  return `${id}@forewarn`;
}

/** Whether a window's times are written by its zone's clocks. Plain UTC needs no zone. */
export function isZoned({ zone, start, end }: Pick<Window, "zone" | "start" | "end">): boolean {
  return !isUtc(zone) && isPlain(start) && isPlain(end);
}

/** A wall time clocks show twice can't be told apart in a file (RFC 5545, 3.3.5): UTC says which is meant. */
function isPlain({ wall, zone, at }: ZonedTime): boolean {
  const resolved = resolveWall(wall, zone);
  return resolved.kind === "exact" && resolved.at === at;
}

function addTimes(event: ICAL.Component, window: Window): void {
  for (const [name, time] of [["dtstart", window.start] as const, ["dtend", window.end] as const]) {
    if (isZoned(window)) {
      event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(`${time.wall}:00`)).setParameter("tzid", window.zone);
    } else event.addPropertyWithValue(name, utc(time.at));
  }
}

function descriptionOf({ window, readBy, phase }: Omit<CalendarEntry, "account">, workspace: Workspace): string {
  const change = window.group?.kind === "change" ? window.group.title : "";
  const outside = [
    phase === null ? "" : `This is ${phaseWords(phase)}${change === "" ? "" : ` of “${change}”`}.`,
    window.effect,
    window.toDo,
  ];
  const inside =
    readBy === "outside"
      ? []
      : [
          window.reason,
          window.rollbackPlan === "" ? "" : `Way back: ${window.rollbackPlan}`,
          window.lead === "" ? "" : `Lead: ${[window.lead, ...window.engineers].join(", ")}`,
          window.references.map(({ label, url }) => (url === null ? label : `${label}: ${url}`)).join("\n"),
        ];
  return [...outside, ...inside, `${window.reference} · ${workspace.contactPoint}`].filter(Boolean).join("\n\n");
}

function statusWord({ outcome, start }: Window, now: Instant): string {
  switch (outcome.kind) {
    case "cancelled":
      return "CANCELLED";
    case "completed":
    case "rolledBack":
      return "COMPLETED";
    case "open":
      return now < start.at ? "CONFIRMED" : "IN-PROCESS";
  }
}

function utc(at: Instant): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true);
}
