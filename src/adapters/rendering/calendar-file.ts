import ICAL from "ical.js";
import { sequenceOf } from "../../core/domain/calendar/calendar-entry.ts";
import type { Workspace } from "../../core/domain/directory.ts";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { Window } from "../../core/domain/window.ts";
import type { CalendarEntry, CalendarFileFor, CalendarFileRenderer } from "../../core/ports/calendar-file.ts";
import { eventComponent, isZoned } from "./calendar-event.ts";
import { addText, escapedText, folded, oneLine, refolded } from "./calendar-lines.ts";
import { yearOf, zoneComponent } from "./calendar-zone.ts";

export type CalendarFileInput = Parameters<CalendarFileRenderer>[0];

/**
 * The window as an iCalendar file with the X-MAINTNOTE fields (draft 0.1), to attach to a mail. Its times are those of
 * its zone's clocks. Without METHOD, so that no calendar adds it by itself. The UID stays and SEQUENCE grows with every
 * change, so that a later file replaces this one.
 */
export function renderCalendarFile({ window, workspace, services, phase, series, now }: CalendarFileInput): CalendarFileFor {
  const calendar = emptyCalendar([window, ...series.map((each) => each.window)], series.length > 0 ? yearsAhead : 0);
  const entry = { services, phase, readBy: "outside" } as const;
  if (series.length === 0) {
    calendar.addSubcomponent(eventComponent({ ...entry, window, sequence: sequenceOf(window) }, workspace, now));
  }
  for (const ofSeries of series) {
    const { window: shown, sequence } = ofSeries;
    calendar.addSubcomponent(eventComponent({ ...entry, window: shown, sequence, ofSeries }, workspace, now));
  }
  // Written once: of two hundred readers' files one line of each entry differs. A line that begins like this is no folded one.
  const parts = refolded(calendar.toString()).split(beforeAccount);
  return (account) => parts.join(`\r\n${folded(`X-MAINTNOTE-ACCOUNT:${escapedText(account)}`)}${beforeAccount}`);
}

/** How far the clocks of a zone without a yearly rule are told of where windows go on repeating. */
const yearsAhead = 5;

const beforeAccount = "\r\nX-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:";

/** Several windows as one calendar, to save or to subscribe to. The same entries give the same text. */
export function renderCalendar({
  name,
  workspace,
  entries,
  now,
}: {
  readonly name: string;
  readonly workspace: Workspace;
  readonly entries: readonly CalendarEntry[];
  readonly now: Instant;
}): string {
  const calendar = emptyCalendar(entries.map(({ window }) => window));
  // Outlook and Google read the older names, newer programs those of RFC 7986.
  addText(calendar, "x-wr-calname", name);
  addText(calendar, "name", oneLine(name));
  calendar.addPropertyWithValue("refresh-interval", ICAL.Duration.fromString("PT1H"));
  addText(calendar, "x-published-ttl", "PT1H");
  for (const entry of entries) {
    const event = eventComponent(entry, workspace, now);
    addText(event, "x-maintnote-account", entry.account);
    calendar.addSubcomponent(event);
  }
  return refolded(calendar.toString());
}

/** A calendar with the zones its windows are in, as their clocks go until so many years after the last of them. */
function emptyCalendar(windows: readonly Window[], yearsAfter = 0): ICAL.Component {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Forewarn//Maintenance notices//EN");
  const years = new Map<ZoneId, readonly [first: number, last: number]>();
  for (const window of windows) {
    if (!isZoned(window)) continue;
    const [first, last] = [yearOf(window.start.at, window.zone), yearOf(window.end.at, window.zone)];
    const [least, most] = years.get(window.zone) ?? [first, last];
    years.set(window.zone, [Math.min(least, first), Math.max(most, last)]);
  }
  for (const [zone, [first, last]] of years) calendar.addSubcomponent(zoneComponent(zone, first, last + yearsAfter));
  return calendar;
}
