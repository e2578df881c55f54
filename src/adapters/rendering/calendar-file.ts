import ICAL from "ical.js";
import type { Service, Workspace } from "../../core/domain/directory.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Impact, Window } from "../../core/domain/window.ts";
import type { CalendarFileFor } from "../../core/ports/calendar-file.ts";

export type CalendarFileInput = {
  readonly window: Window;
  readonly workspace: Workspace;
  /** The services of this window. */
  readonly services: readonly Service[];
  readonly now: Instant;
};

/** The words of the maintenance notice draft 0.1 (FACTS.md §5). */
const impactWords = {
  none: "NO-IMPACT",
  reducedRedundancy: "REDUCED-REDUNDANCY",
  degraded: "DEGRADED",
  outage: "OUTAGE",
} as const satisfies Readonly<Record<Impact, string>>;

/**
 * The window as an iCalendar file with the X-MAINTNOTE fields (draft 0.1), to attach to a mail. Times are UTC.
 * Without METHOD, so that no calendar adds it by itself. The UID stays and SEQUENCE is the revision, so that a later
 * file replaces this one.
 */
export function renderCalendarFile({ window, workspace, services, now }: CalendarFileInput): CalendarFileFor {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Forewarn//Maintenance notices//EN");

  const event = new ICAL.Component("vevent");
  const names = services.map((service) => service.name);
  event.addPropertyWithValue("dtstamp", utc(now));
  event.addPropertyWithValue("dtstart", utc(window.start.at));
  event.addPropertyWithValue("dtend", utc(window.end.at));
  event.addPropertyWithValue("uid", `${window.id}@forewarn`);
  event.addPropertyWithValue("sequence", window.revision);
  event.addPropertyWithValue("summary", oneLine(`${names.join(", ")}: ${window.title}`));
  event.addPropertyWithValue(
    "description",
    manyLines([window.effect, window.toDo, `${window.reference} · ${workspace.contactPoint}`].filter(Boolean).join("\n\n")),
  );
  event.addPropertyWithValue("status", window.outcome.kind === "cancelled" ? "CANCELLED" : "CONFIRMED");
  event.addPropertyWithValue("transp", "TRANSPARENT");
  const organizer = event.addPropertyWithValue("organizer", `mailto:${addressPart(workspace.coordinator.email)}`);
  organizer.setParameter("cn", oneLine(workspace.coordinator.name).replaceAll('"', "'"));

  addText(event, "x-maintnote-provider", workspace.name);
  addText(event, "x-maintnote-maintenance-id", window.reference).setParameter("x-maintnote-precedence", "PRIMARY");
  for (const name of names) addText(event, "x-maintnote-object-id", name);
  addText(event, "x-maintnote-impact", impactWords[window.impact]);
  addText(event, "x-maintnote-status", statusWord(window, now));
  calendar.addSubcomponent(event);

  // Written once: of two hundred readers' files one line differs. A line that begins like this is no folded one.
  const [before, after] = splitBefore(refolded(calendar.toString()), "\r\nX-MAINTNOTE-MAINTENANCE-ID;");
  return (account) => `${before}\r\n${folded(`X-MAINTNOTE-ACCOUNT:${escaped(account)}`)}${after}`;
}

function splitBefore(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error("The calendar file has no maintenance id");
  return [text.slice(0, at), text.slice(at)];
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

/** ical.js writes properties it does not know as they are: the escaping of text (RFC 5545, 3.3.11) is ours to do. */
function addText(component: ICAL.Component, name: string, value: string): ICAL.Property {
  return component.addProperty(new ICAL.Property([name, {}, "unknown", escaped(value)], component));
}

function escaped(value: string): string {
  return oneLine(value).replace(/[\\;,]/gu, "\\$&");
}

/** Text of several lines: breaks become `\n` in the file, and no other control character may be in it (RFC 5545, 3.3.11). */
function manyLines(text: string): string {
  return text.replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}

/** An address as part of a URI: nothing in it ends the value or begins another line. */
function addressPart(email: string): string {
  return encodeURI(email.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ""));
}

/** Lines of at most 75 octets, never cut inside a character (RFC 5545, 3.1). ical.js counts the fold's own space out. */
function refolded(file: string): string {
  return file
    .replace(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

function folded(line: string): string {
  let written = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      written += "\r\n ";
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
