import type { Instant, WallTime, ZoneId } from "../instant.ts";
import { describeClock, describeDay, describeLength, zoneAbbreviation } from "../time-text.ts";
import { instantOfWall } from "../zoned-time.ts";
import type { Stretch } from "./marked-line.ts";
import type { Marks } from "./marks.ts";
import { readSpan, type Taken, wordsAt } from "./span.ts";
import type { TypedZone } from "./zone-words.ts";

/** When a line says a window is; a zone only when it names one. */
export type When = {
  readonly zone: ZoneId | null;
  /** Something was said of a zone that must be asked about. */
  readonly isZoneOpen: boolean;
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  readonly taken: readonly Taken[];
  readonly questions: readonly string[];
};

/** Puts all that a line says of time together, in the zone it names or else the coordinator's. */
export function readWhen(line: string, marks: Marks, now: Instant, home: ZoneId): When {
  const named = chooseZone(marks.zones, home);
  const span = readSpan(line, marks, now, named.zone ?? home);
  const checked = checkAbbreviation(named, span.start, home);
  const { zone } = checked;
  const isZoneOpen = zone === null && marks.zones.length + marks.offsets.length > 0;
  const clock = (wall: WallTime) =>
    isZoneOpen ? wall.slice(11) : describeClock(instantOfWall(wall, zone ?? home), zone ?? home);

  const taken = [...span.taken];
  const take = (stretch: Stretch, takenFor: string) => {
    taken.push({ index: stretch.index, words: wordsAt(line, stretch), takenFor });
  };
  const [startTime, endTime] = marks.times;
  if (span.start !== null && startTime !== undefined) take(startTime, `start: ${clock(span.start)}`);
  if (span.end !== null && endTime !== undefined) take(endTime, `end: ${clock(span.end)}`);
  for (const length of marks.lengths) take(length, `length: ${describeLength(length.minutes)}`);
  if (zone !== null) for (const words of marks.zones) take(words, `zone: ${zone}`);
  const questions = [named.question, ...marks.offsets.map(({ question }) => question), ...span.questions, checked.question];
  return { zone, isZoneOpen, start: span.start, end: span.end, taken, questions: questions.filter((one) => one !== null) };
}

type ZoneReading = { readonly zone: ZoneId | null; readonly abbreviation: string | null; readonly question: string | null };

function chooseZone(typed: readonly TypedZone[], home: ZoneId): ZoneReading {
  const candidates = [...new Set(typed.flatMap(({ zones }) => zones))];
  const abbreviation = typed[0]?.abbreviation ?? null;
  const [first] = candidates;
  if (first === undefined) return { zone: null, abbreviation: null, question: null };
  if (candidates.length === 1) return { zone: first, abbreviation, question: null };
  if (typed.length === 1 && candidates.includes(home)) return { zone: home, abbreviation, question: null };
  const last = candidates.at(-1) ?? first;
  return { zone: null, abbreviation: null, question: `Which time zone: ${candidates.slice(0, -1).join(", ")} or ${last}?` };
}

/**
 * GMT in July, EST in August: clocks in that place show another time then, so it is asked which one is meant.
 * Where the coordinator's own clocks show the abbreviation, they are meant: CET typed in Paris is not Berlin's.
 */
function checkAbbreviation(
  { zone, abbreviation }: ZoneReading,
  start: WallTime | null,
  home: ZoneId,
): { readonly zone: ZoneId | null; readonly question: string | null } {
  if (zone === null || abbreviation === null || start === null) return { zone, question: null };
  const at = instantOfWall(start, zone);
  if (zoneAbbreviation(at, home) === abbreviation) return { zone: home, question: null };
  const shown = zoneAbbreviation(at, zone);
  if (shown === abbreviation) return { zone, question: null };
  const day = describeDay(at, zone);
  return {
    zone: null,
    question: `On ${day} clocks in ${zone} show ${shown}, not ${abbreviation}. Is the time that of the clocks there?`,
  };
}
