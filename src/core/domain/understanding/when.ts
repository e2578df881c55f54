import { type Instant, minute, type WallTime, type ZoneId } from "../instant.ts";
import { describeRule } from "../recurrence/recurrence-words.ts";
import { describeClock, describeDate, describeDay, describeLength, zoneAbbreviation } from "../time-text.ts";
import { instantOfWall, offsetAt } from "../zoned-time.ts";
import type { Stretch } from "./marked-line.ts";
import type { Marks, TypedOffset } from "./marks.ts";
import { type Asked, askAbout } from "./question.ts";
import { firstDayOf, ruleOf, type TypedRepeats } from "./repeat-words.ts";
import { readSpan, type Taken, wordsAt } from "./span.ts";
import type { TypedTime } from "./time-words.ts";
import type { TypedZone } from "./zone-words.ts";

/** When a line says a window is; a zone only when it names one. */
export type When = {
  readonly zone: ZoneId | null;
  /** Something was said of a zone that must be asked about. */
  readonly isZoneOpen: boolean;
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  readonly taken: readonly Taken[];
  /** An RFC 5545 rule, where the line says that it comes again. */
  readonly rule: string | null;
  readonly questions: readonly Asked[];
};

/** Puts all that a line says of time together, in the zone it names or else the coordinator's. */
export function readWhen(line: string, marks: Marks, now: Instant, home: ZoneId, monthFirst: boolean): When {
  const named = chooseZone(marks.zones, home);
  const span = readSpan(line, marks, now, named.zone ?? home, monthFirst);
  const checked = checkAbbreviation(named, marks.zones[0] ?? null, span.start, home);
  const { zone } = checked;
  const isZoneOpen = zone === null && marks.zones.length + marks.offsets.length > 0;
  const clock = (wall: WallTime) =>
    isZoneOpen ? wall.slice(11) : describeClock(instantOfWall(wall, zone ?? home), zone ?? home);

  const taken = [...span.taken];
  const take = (stretch: Stretch, takenFor: string) => {
    taken.push({ index: stretch.index, words: wordsAt(line, stretch), takenFor });
  };
  const [startTime, endTime] = marks.times;
  if (startTime !== undefined)
    take(startTime, span.start === null ? `time: ${timeOf(startTime)}` : `start: ${clock(span.start)}`);
  if (endTime !== undefined) take(endTime, span.end === null ? `time: ${timeOf(endTime)}` : `end: ${clock(span.end)}`);
  for (const length of marks.lengths) take(length, `length: ${describeLength(length.minutes)}`);
  if (zone !== null) for (const words of marks.zones) take(words, `zone: ${zone}`);
  const rule = marks.repeats === null ? null : ruleOf(marks.repeats, span.start?.slice(0, 10) ?? null);
  if (marks.repeats !== null && rule !== null) {
    const first = span.start === null || marks.dates.length > 0 ? "" : `; first ${describeDate(span.start.slice(0, 10))}`;
    take(marks.repeats, `repeats: ${describeRule(rule)}${first}`);
  }
  const offsets = marks.offsets.map((offset) => askOffset(offset, span.start, now, home));
  const misfit = marks.repeats === null ? null : askMisfit(line, marks, marks.repeats, span.start);
  const twofold = marks.repeats?.kind === "twofold" ? askTwofold(marks.repeats) : null;
  const questions = [named.question, ...offsets, ...span.questions, twofold, misfit, checked.question].filter(
    (one) => one !== null,
  );
  return { zone, isZoneOpen, start: span.start, end: span.end, rule, taken, questions };
}

/** A time whose day is still open, as `22:00`. */
function timeOf({ minutes }: TypedTime): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Places whose clocks are offered where only an offset was typed, beside the coordinator's own. */
const wellKnown = [
  "Europe/London",
  "Europe/Berlin",
  "Europe/Helsinki",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Asia/Dubai",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
] as const satisfies readonly ZoneId[];

/** An offset knows no change of clocks, so a place is asked for: first those whose clocks show it then. */
function askOffset(typed: TypedOffset, start: WallTime | null, now: Instant, home: ZoneId): Asked {
  const at = start === null ? now : Date.parse(`${start}Z`) - typed.minutes * minute;
  const places = [...new Set([home, ...wellKnown])].filter((zone) => offsetAt(at, zone) === typed.minutes * minute);
  const text = `Which place's clocks are meant by ${typed.words}? An offset does not know when clocks change; write a city.`;
  return askAbout(typed, text, [...new Set(typed.minutes === 0 ? ["UTC", ...places] : places)].slice(0, 4).map(plainAnswer));
}

/** “Every second Sunday”: two answers that leave no doubt. */
function askTwofold(typed: Extract<TypedRepeats, { kind: "twofold" }>): Asked {
  const { weekday } = typed;
  return askAbout(typed, `Is that every other ${weekday}, or the second ${weekday} of the month?`, [
    plainAnswer(`every other ${weekday}`),
    plainAnswer(`2nd ${weekday} of every month`),
  ]);
}

/** A first day that the rule does not give: the next one that it does is offered. */
function askMisfit(line: string, marks: Marks, repeats: TypedRepeats, start: WallTime | null): Asked | null {
  const [typed] = marks.dates;
  if (typed === undefined || start === null) return null;
  const day = start.slice(0, 10);
  const first = firstDayOf(repeats, day);
  if (first === null || first === day) return null;
  const text = `${describeDate(day)} is not such a day. The first from then on is ${describeDate(first)}. Which is meant?`;
  return askAbout({ index: typed.index, length: wordsAt(line, typed).length }, text, [plainAnswer(describeDate(first))]);
}

function plainAnswer(words: string): { readonly label: string; readonly words: string } {
  return { label: words, words };
}

type ZoneReading = { readonly zone: ZoneId | null; readonly abbreviation: string | null; readonly question: Asked | null };

function chooseZone(typed: readonly (TypedZone & Stretch)[], home: ZoneId): ZoneReading {
  const candidates = [...new Set(typed.flatMap(({ zones }) => zones))];
  const abbreviation = typed[0]?.abbreviation ?? null;
  const [first] = candidates;
  if (first === undefined) return { zone: null, abbreviation: null, question: null };
  if (candidates.length === 1) return { zone: first, abbreviation, question: null };
  if (typed.length === 1 && candidates.includes(home)) return { zone: home, abbreviation, question: null };
  const last = candidates.at(-1) ?? first;
  const text = `Which time zone: ${candidates.slice(0, -1).join(", ")} or ${last}?`;
  const [only, ...others] = typed;
  const question =
    only !== undefined && others.length === 0 ? askAbout(only, text, candidates.map(plainAnswer)) : { text, choices: [] };
  return { zone: null, abbreviation: null, question };
}

/**
 * GMT in July, EST in August: clocks in that place show another time then, so it is asked which one is meant.
 * Where the coordinator's own clocks show the abbreviation, they are meant: CET typed in Paris is not Berlin's.
 */
function checkAbbreviation(
  { zone, abbreviation }: ZoneReading,
  typed: Stretch | null,
  start: WallTime | null,
  home: ZoneId,
): { readonly zone: ZoneId | null; readonly question: Asked | null } {
  if (zone === null || abbreviation === null || start === null) return { zone, question: null };
  const at = instantOfWall(start, zone);
  if (zoneAbbreviation(at, home) === abbreviation) return { zone: home, question: null };
  const shown = zoneAbbreviation(at, zone);
  if (shown === abbreviation) return { zone, question: null };
  const day = describeDay(at, zone);
  const text = `On ${day} clocks in ${zone} show ${shown}, not ${abbreviation}. Is the time that of the clocks there?`;
  const there = { label: `Clocks in ${zone} (${shown})`, words: zone };
  // Greenwich's own time is no place's in summer, and yet a zone.
  const answers = abbreviation === "GMT" ? [there, { label: "UTC, which is GMT all year", words: "UTC" }] : [there];
  return { zone: null, question: typed === null ? { text, choices: [] } : askAbout(typed, text, answers) };
}
