import type { Instant, IsoDate, WallTime, ZoneId } from "../instant.ts";
import { describeClock, describeDate, describeDay, describeLength } from "../time-text.ts";
import { addDays, dateOf, daysBetween, instantOfWall, resolveWall, timeOfDayOf, wallOf } from "../zoned-time.ts";
import { type DateReading, readDate, type TypedDate } from "./date-words.ts";
import type { Stretch } from "./marked-line.ts";
import type { Marks } from "./marks.ts";
import type { TypedTime } from "./time-words.ts";
import { isShown, type TypedZone } from "./zone-words.ts";

/** What some words of the line were taken for, and where they stand. */
export type Taken = { readonly index: number; readonly words: string; readonly takenFor: string };

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

/** Puts the dates, times, lengths and zones found in a line together, in the zone it names or else the coordinator's. */
export function readWhen(line: string, marks: Marks, now: Instant, home: ZoneId): When {
  const taken: Taken[] = [];
  const questions: string[] = [];
  const words = ({ index, length }: Stretch) => wordsAt(line, index, length);
  const take = (stretch: Stretch, takenFor: string) => taken.push({ index: stretch.index, words: words(stretch), takenFor });
  const zoneReading = chooseZone(marks.zones, home);
  if (zoneReading.question !== null) questions.push(zoneReading.question);
  const zone = zoneReading.zone ?? home;
  const today = dateOf(now, zone);
  const dates = withWeekdaysAsChecks(marks.dates, marks.times);
  const read = (typed: TypedDate, from: IsoDate, hasPassed: boolean): IsoDate | null => {
    const reading: DateReading = readDate(typed, words(typed), from, hasPassed);
    if (reading.kind === "question") questions.push(reading.question);
    else take(typed, `day: ${describeDate(reading.date)}`);
    return reading.kind === "date" ? reading.date : null;
  };

  const [startTime, endTime, ...moreTimes] = marks.times;
  const [startDay, endDay, ...moreDays] = dates;
  questions.push(...[...marks.offsets, ...marks.timeQuestions].map(({ question }) => question));
  const isCrowded = moreTimes.length > 0 || moreDays.length > 0;
  if (isCrowded) questions.push("There are more than one start and one end. Which are they?");
  const startDate = startDay === undefined || isCrowded ? null : read(startDay, today, hasPassed(startTime, now, zone));
  const midnight = startTime?.isMidnight === true || (endTime?.isMidnight === true && endDay !== undefined);
  if (midnight) questions.push("Midnight begins a day and ends another. Write 00:00 or 24:00 with the date.");

  let start: WallTime | null = null;
  let end: WallTime | null = null;
  if (startDate !== null && startTime !== undefined && !midnight) {
    start = wallFrom(startDate, startTime.minutes);
    const endDate = endDay === undefined ? null : read(endDay, startDate, false);
    const length = marks.lengths[0]?.minutes ?? null;
    if (endTime !== undefined && (endDay === undefined || endDate !== null)) {
      const reading = endFrom(startDate, startTime, endDate, endTime);
      end = reading.end;
      if (reading.question !== null) questions.push(reading.question);
      if (end !== null && length !== null && !isLength(start, end, length, zone)) {
        questions.push(`From start to end it is not ${describeLength(length)}. Which is meant, the end or the length?`);
        end = null;
      }
    } else if (length !== null && endDay === undefined) {
      end = after(start, length, zone);
    } else if (endTime === undefined && marks.timeQuestions.length === 0) {
      questions.push("When does it end?");
    }
  } else if (!isCrowded && !midnight && startDate === null && startDay === undefined && startTime !== undefined) {
    questions.push("On which day?");
  } else if (!isCrowded && startDate !== null && startTime === undefined && marks.timeQuestions.length === 0) {
    questions.push("At what time does it start and end?");
  }

  const isKnown = isAbbreviationShown(zoneReading, start, zone, home);
  if (!isKnown.shown) questions.push(isKnown.question);
  const stated = zoneReading.zone !== null && isKnown.shown ? isKnown.zone : null;
  const isZoneOpen = stated === null && marks.zones.length + marks.offsets.length > 0;
  const clock = (wall: WallTime) => (isZoneOpen ? wall.slice(11) : clockOf(wall, stated ?? home));
  if (start !== null && startTime !== undefined) take(startTime, `start: ${clock(start)}`);
  if (end !== null && endTime !== undefined) take(endTime, `end: ${clock(end)}`);
  for (const length of marks.lengths) take(length, `length: ${describeLength(length.minutes)}`);
  if (stated !== null) for (const named of marks.zones) take(named, `zone: ${stated}`);
  return { zone: stated, isZoneOpen, start, end, taken, questions };
}

/** The words as typed, without the dash or the T that joins them to the next. */
function wordsAt(line: string, index: number, length: number): string {
  return line
    .slice(index, index + length)
    .replace(/(?<=\d)T$|[\s\-–—]+$/gu, "")
    .trim();
}

function clockOf(wall: WallTime, zone: ZoneId): string {
  return describeClock(instantOfWall(wall, zone), zone);
}

function wallFrom(date: IsoDate, minutes: number): WallTime {
  const ofDay = minutes % (24 * 60);
  const pad = (count: number) => String(count).padStart(2, "0");
  return `${addDays(date, Math.floor(minutes / (24 * 60)))}T${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`;
}

function hasPassed(time: TypedTime | undefined, now: Instant, zone: ZoneId): boolean {
  if (time === undefined) return false;
  return wallFrom(dateOf(now, zone), time.minutes) <= `${dateOf(now, zone)}T${timeOfDayOf(now, zone)}`;
}

/** "Sat, 28 Nov": a weekday beside a date, with no time between them, is there to check it by. */
function withWeekdaysAsChecks(dates: readonly TypedDate[], times: readonly TypedTime[]): readonly TypedDate[] {
  const [one, other] = dates;
  if (one === undefined || other === undefined || dates.length > 2) return dates;
  if (times.some(({ index }) => one.index < index && index < other.index)) return dates;
  if (one.kind === "weekday" && other.kind === "date") return [{ ...other, weekday: other.weekday ?? one.weekday }];
  if (one.kind === "date" && other.kind === "weekday") return [{ ...one, weekday: one.weekday ?? other.weekday }];
  return dates;
}

/** In days. */
const longestWindow = 180;

/** Without a date of its own, an end that is not after the start is on the next day. */
function endFrom(
  startDate: IsoDate,
  startTime: TypedTime,
  endDate: IsoDate | null,
  endTime: TypedTime,
): { readonly end: WallTime | null; readonly question: string | null } {
  const start = wallFrom(startDate, startTime.minutes);
  if (endDate !== null) {
    const end = wallFrom(endDate, endTime.minutes);
    // Without its year, an earlier day is read as next year's: no window is that long.
    const isAfter = end > start && daysBetween(startDate, endDate) <= longestWindow;
    return isAfter ? { end, question: null } : { end: null, question: "The end is not after the start. Which is it?" };
  }
  if (startTime.minutes === endTime.minutes) return { end: null, question: "Start and end are the same time. When does it end?" };
  const nextDay = endTime.minutes < startTime.minutes ? 24 * 60 : 0;
  return { end: wallFrom(startDate, endTime.minutes + nextDay), question: null };
}

/** The wall time so many minutes of real time later; where the start itself is doubtful, minutes of the clock. */
function after(start: WallTime, minutes: number, zone: ZoneId): WallTime {
  const resolution = resolveWall(start, zone);
  if (resolution.kind === "exact") return wallOf(resolution.at + minutes * 60_000, zone);
  const ofDay = Number(start.slice(11, 13)) * 60 + Number(start.slice(14));
  return wallFrom(start.slice(0, 10), ofDay + minutes);
}

function isLength(start: WallTime, end: WallTime, minutes: number, zone: ZoneId): boolean {
  return after(start, minutes, zone) === end;
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
function isAbbreviationShown(
  { zone, abbreviation }: ZoneReading,
  start: WallTime | null,
  spoken: ZoneId,
  home: ZoneId,
): { readonly shown: true; readonly zone: ZoneId } | { readonly shown: false; readonly question: string } {
  if (zone === null || abbreviation === null || start === null) return { shown: true, zone: spoken };
  const at = instantOfWall(start, zone);
  if (isShown(abbreviation, home, at)) return { shown: true, zone: home };
  if (isShown(abbreviation, zone, at)) return { shown: true, zone };
  const shownThere = describeClock(at, zone).slice(6);
  return {
    shown: false,
    question: `On ${describeDay(at, zone)} clocks in ${zone} show ${shownThere}, not ${abbreviation}. Is the time that of the clocks there?`,
  };
}
