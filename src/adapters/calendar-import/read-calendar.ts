import ICAL from "ical.js";
import type { ForeignEntries, ForeignEntry, ForeignProblem } from "../../core/domain/calendar/foreign-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Impact } from "../../core/domain/window.ts";
import { type Block, calendarBlocks } from "./calendar-blocks.ts";
import { type FileZones, fileZones, wallOf } from "./file-zones.ts";
import { amount, type ImportLimits, LimitMet } from "./import-limits.ts";

const impactOfWord: Readonly<Record<string, Impact>> = {
  "NO-IMPACT": "none",
  "REDUCED-REDUNDANCY": "reducedRedundancy",
  DEGRADED: "degraded",
  OUTAGE: "outage",
};

/**
 * The entries of an iCalendar file, series occurrence by occurrence. What of it is broken is named by its line and spoils
 * nothing else; throws {@link LimitMet} when the file goes beyond what it may cost.
 */
export function readCalendar(text: string, now: Instant, limits: ImportLimits): ForeignEntries {
  if (text.length > limits.length) throw new LimitMet(`It is longer than ${amount(limits.length)} characters.`);
  if (!/^(?:\uFEFF)?\s*BEGIN:VCALENDAR/iu.test(text))
    throw new LimitMet("It is no calendar file: it does not begin with BEGIN:VCALENDAR.");
  const blocks = calendarBlocks(text, limits);
  const zones = fileZones(blocks.zones, limits);
  const problems: ForeignProblem[] = [...blocks.problems];
  const parsed = blocks.events.flatMap((block) => {
    try {
      return [{ block, event: new ICAL.Component(ICAL.parse(block.text)) }];
    } catch (error) {
      problems.push({ line: block.line, message: `This entry can't be read: ${wordsOf(error)}` });
      return [];
    }
  });
  /** Occurrences told by entries of their own (RECURRENCE-ID), which the series does not tell again. */
  const moved = new Set(parsed.flatMap(({ event }) => markOf(event) ?? []));
  const entries: ForeignEntry[] = [];
  for (const { block, event } of parsed) {
    const read = readEvent(block, event, { zones, moved, now, limits, isCancellation: blocks.isCancellation });
    if (read.kind === "broken") problems.push({ line: read.line, message: read.message });
    else entries.push(...read.entries);
    if (entries.length > limits.entries)
      throw new LimitMet(`It holds more than ${amount(limits.entries)} entries, series counted one by one.`);
  }
  return { entries, problems: problems.toSorted((one, other) => one.line - other.line) };
}

type Reading = {
  readonly zones: FileZones;
  readonly moved: ReadonlySet<string>;
  readonly now: Instant;
  readonly limits: ImportLimits;
  readonly isCancellation: boolean;
};

type ReadEvent =
  | { readonly kind: "entries"; readonly entries: readonly ForeignEntry[] }
  | { readonly kind: "broken"; readonly line: number; readonly message: string };

/** ical.js reads values when they are asked for: a broken one shows only then. */
function readEvent(block: Block, event: ICAL.Component, reading: Reading): ReadEvent {
  try {
    return readWholeEvent(block, event, reading);
  } catch (error) {
    if (error instanceof LimitMet) throw error;
    return { kind: "broken", line: block.lineOf.DTSTART ?? block.line, message: `This entry can't be read: ${wordsOf(error)}` };
  }
}

function readWholeEvent(block: Block, event: ICAL.Component, reading: Reading): ReadEvent {
  const broken = (property: string, message: string): ReadEvent => ({
    kind: "broken",
    line: block.lineOf[property] ?? block.line,
    message,
  });
  const uid = textOf(event, "uid");
  if (uid === "") return broken("UID", "This entry has no UID, so a later file could not be told to mean the same.");
  const start = event.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time) || !isDate(start)) return broken("DTSTART", "This entry has no start that can be read.");
  const length = lengthOf(event, start);
  if (length === null || length <= 0) return broken("DTEND", "This entry has no end after its start.");
  const tzid = tzidOf(event, "dtstart");
  const occurrence = recurrenceOf(event);
  const times = occurrence !== null ? [start] : occurrencesOf(event, start, block, reading);
  const facts = factsOf(event, reading);
  const repeats = event.hasProperty("rrule") || event.hasProperty("rdate");
  return {
    kind: "entries",
    entries: times.map((time) => {
      const end = time.clone();
      // By the clock: an occurrence that ends after a change of clocks ends at the same time of day as every other.
      end.addDuration(ICAL.Duration.fromSeconds(length));
      const mark = occurrence ?? (repeats ? occurrenceMark(uid, time) : null);
      return {
        ...facts,
        line: block.lineOf.DTSTART ?? block.line,
        key: mark === null ? `${block.line}` : `${block.line}/${wallOf(time)}`,
        uid: mark ?? uid,
        start: reading.zones.timeOf(time, tzid),
        end: reading.zones.timeOf(end, tzid),
      };
    }),
  };
}

/** Whether it is a date of the calendar: ical.js takes the 31st of February for the 3rd of March. */
function isDate(time: ICAL.Time): boolean {
  return time.year >= 1900 && time.year <= 9000 && !Number.isNaN(time.toUnixTime());
}

/** Seconds from start to end by the wall clock, or null where neither an end nor a length is said. */
function lengthOf(event: ICAL.Component, start: ICAL.Time): number | null {
  const end = event.getFirstPropertyValue("dtend");
  if (end instanceof ICAL.Time) {
    const startZone = tzidOf(event, "dtstart");
    const endZone = tzidOf(event, "dtend");
    if (startZone === endZone || end.zone === start.zone) return end.subtractDate(start).toSeconds();
    return end.toUnixTime() - start.toUnixTime();
  }
  const duration = event.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return duration.toSeconds();
  return start.isDate ? 86_400 : null;
}

/** The starts of a series within the range, or the one start there is. Counted as they come. */
function occurrencesOf(
  event: ICAL.Component,
  start: ICAL.Time,
  block: Block,
  { moved, now, limits }: Reading,
): readonly ICAL.Time[] {
  if (!event.hasProperty("rrule") && !event.hasProperty("rdate")) return [start];
  const line = block.lineOf.RRULE ?? block.line;
  const uid = textOf(event, "uid");
  for (const property of event.getAllProperties("rrule")) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new LimitMet(`Line ${line}: this rule can't be read.`);
    if (rule.freq === "SECONDLY" || rule.freq === "MINUTELY" || rule.freq === "HOURLY") {
      throw new LimitMet(`Line ${line}: it repeats more often than daily.`);
    }
    const aDay = (["BYHOUR", "BYMINUTE", "BYSECOND"] as const).reduce(
      (product, name) => product * (rule.parts[name]?.length ?? 1),
      1,
    );
    if (aDay > 4) throw new LimitMet(`Line ${line}: it repeats ${amount(aDay)} times a day.`);
  }
  const [from, to] = [now - limits.range, now + limits.range];
  const [rule, another] = event.getAllProperties("rrule").map((property) => property.getFirstValue());
  const months = another === undefined && rule instanceof ICAL.Recur ? (rule.parts.BYMONTH ?? null) : null;
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: start });
  const found: ICAL.Time[] = [];
  for (let steps = 0; ; steps += 1) {
    if (steps > limits.steps) throw new LimitMet(`Line ${line}: its repetitions need more than ${amount(limits.steps)} steps.`);
    const next = expansion.next() as ICAL.Time | undefined | null;
    if (next === undefined || next === null) return found;
    const at = next.toUnixTime() * 1000;
    if (at > to) return found;
    // ical.js follows a rule for a day no year has (30 February) to the next one there is.
    if (months !== null && found.length > 0 && !months.includes(next.month)) continue;
    if (at < from || moved.has(occurrenceMark(uid, next))) continue;
    found.push(next.clone());
    if (found.length > limits.occurrences) {
      throw new LimitMet(`Line ${line}: it repeats more than ${amount(limits.occurrences)} times within two years.`);
    }
  }
}

/** One occurrence of a series under its UID and the wall time its rule gives it. */
function occurrenceMark(uid: string, time: ICAL.Time): string {
  return `${uid}#${wallOf(time)}`;
}

function recurrenceOf(event: ICAL.Component): string | null {
  const id = event.getFirstPropertyValue("recurrence-id");
  return id instanceof ICAL.Time ? occurrenceMark(textOf(event, "uid"), id) : null;
}

/** Which occurrence an entry tells anew; none where it can't be read, which is told when the entry itself is. */
function markOf(event: ICAL.Component): string | null {
  try {
    return recurrenceOf(event);
  } catch {
    return null;
  }
}

function factsOf(
  event: ICAL.Component,
  { isCancellation }: Reading,
): Omit<ForeignEntry, "line" | "key" | "uid" | "start" | "end"> {
  const organizer = event.getFirstProperty("organizer");
  const address = String(organizer?.getFirstValue() ?? "").replace(/^mailto:/iu, "");
  const name = String(organizer?.getParameter("cn") ?? "");
  const status = [textOf(event, "status"), rawOf(event, "x-maintnote-status")].map((word) => word.toUpperCase());
  const ids = event.getAllProperties("x-maintnote-maintenance-id");
  const primary = ids.find((property) => property.getParameter("x-maintnote-precedence") === "PRIMARY") ?? ids[0];
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return {
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    isCancelled: isCancellation || status.includes("CANCELLED"),
    title: textOf(event, "summary").slice(0, 300),
    description: textOf(event, "description").slice(0, 10_000),
    impact: impactOfWord[rawOf(event, "x-maintnote-impact").toUpperCase()] ?? null,
    provider: (rawOf(event, "x-maintnote-provider") || name || address).slice(0, 300),
    organizer: address.slice(0, 300),
    reference: (primary === undefined ? "" : unescaped(String(primary.getFirstValue()))).slice(0, 300),
    objects: event
      .getAllProperties("x-maintnote-object-id")
      .slice(0, 100)
      .map((property) => unescaped(String(property.getFirstValue())).slice(0, 300)),
  };
}

function tzidOf(event: ICAL.Component, name: string): string | null {
  const tzid = event.getFirstProperty(name)?.getParameter("tzid");
  return typeof tzid === "string" && tzid !== "" ? tzid : null;
}

function textOf(event: ICAL.Component, name: string): string {
  return String(event.getFirstPropertyValue(name) ?? "").trim();
}

/** ical.js gives properties it does not know as they stand in the file. */
function rawOf(event: ICAL.Component, name: string): string {
  return unescaped(textOf(event, name));
}

function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/gu, (_whole, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown";
}
