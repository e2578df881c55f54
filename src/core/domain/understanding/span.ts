import { type Instant, type IsoDate, minute, type WallTime, type ZoneId } from "../instant.ts";
import { describeDate, describeLength } from "../time-text.ts";
import { addDays, dateOf, daysBetween, resolveWall, timeOfDayOf, wallOf } from "../zoned-time.ts";
import { readDate, type TypedDate } from "./date-words.ts";
import type { Stretch } from "./marked-line.ts";
import type { Marks } from "./marks.ts";
import { type Asked, askAbout } from "./question.ts";
import { firstDayOf } from "./repeat-words.ts";
import type { TypedTime } from "./time-words.ts";

/** What some words of the line were taken for, and where they stand. */
export type Taken = { readonly index: number; readonly words: string; readonly takenFor: string };

/** From when to when, by the clocks of one zone; null what is not said or must be asked. */
export type Span = {
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  /** What the words for days were taken for. */
  readonly taken: readonly Taken[];
  readonly questions: readonly Asked[];
};

/** Puts dates, times and lengths together: the first are the start's, the second the end's. */
export function readSpan(line: string, marks: Marks, now: Instant, zone: ZoneId, monthFirst: boolean): Span {
  const taken: Taken[] = [];
  const questions = marks.timeQuestions.map((asked) => askAbout(asked, asked.question, asked.answers));
  const open = (start: WallTime | null, question?: string | Asked): Span => ({
    start,
    end: null,
    taken,
    questions:
      question === undefined
        ? questions
        : [...questions, typeof question === "string" ? { text: question, choices: [] } : question],
  });
  const readDay = (typed: TypedDate, from: IsoDate, isOver: boolean): IsoDate | null => {
    const words = wordsAt(line, typed);
    const reading = readDate(typed, words, from, isOver, monthFirst);
    if (reading.kind === "date") {
      taken.push({ index: typed.index, words, takenFor: `day: ${describeDate(reading.date)}` });
      return reading.date;
    }
    questions.push(askAbout({ index: typed.index, length: words.length }, reading.question, reading.answers));
    return null;
  };

  const [startTime, endTime, ...moreTimes] = marks.times;
  const [startDay, endDay, ...moreDays] = withWeekdaysAsChecks(marks.dates, marks.times);
  if (moreTimes.length + moreDays.length > 0) return open(null, "There are more than one start and one end. Which are they?");
  const today = dateOf(now, zone);
  const isOver = startTime !== undefined && hasPassed(startTime, now, zone);
  const firstDay = marks.repeats === null ? null : firstDayOf(marks.repeats, isOver ? addDays(today, 1) : today);
  if (startDay === undefined && marks.repeats?.kind === "twofold") return open(null);
  if (startDay === undefined && firstDay === null) return open(null, startTime === undefined ? undefined : "On which day?");
  const startDate = startDay === undefined ? firstDay : readDay(startDay, today, isOver);
  if (startDate === null) return open(null);
  // A time that could not be read stands for the start when it comes first: the next is not moved up in its place.
  const isStartUnclear = marks.timeQuestions.some(({ index }) => startTime === undefined || index < startTime.index);
  if (isStartUnclear) return open(null);
  if (startTime === undefined) return open(null, "At what time does it start and end?");
  if (startTime.isMidnight || (endTime?.isMidnight === true && endDay !== undefined)) {
    const midnight = startTime.isMidnight ? startTime : (endTime ?? startTime);
    const answers = ["00:00", "24:00"].map((words) => ({
      label: `${words}, the ${words === "00:00" ? "beginning" : "end"} of that day`,
      words,
    }));
    const text = "Midnight begins a day and ends another. Write 00:00 or 24:00 with the date.";
    return open(null, askAbout({ index: midnight.index, length: wordsAt(line, midnight).length }, text, answers));
  }
  if (startDay !== undefined && "isNight" in startDay && startDay.isNight && startTime.minutes < earlyHours) {
    const words = wordsAt(line, startDay);
    const [first, second] = [describeDate(startDate), describeDate(addDays(startDate, 1))];
    const days = [first, second].map((day) => ({ label: day, words: day }));
    const text = `Is ${wordsAt(line, startTime)} of “${words}” on ${first} or on the day after, ${second}?`;
    return open(null, askAbout({ index: startDay.index, length: words.length }, text, days));
  }

  const start = wallFrom(startDate, startTime.minutes);
  const endDate = endDay === undefined ? null : readDay(endDay, startDate, false);
  const length = marks.lengths[0]?.minutes ?? null;
  if (endDay !== undefined && endDate === null) return open(start);
  if (endTime === undefined) {
    if (length !== null && endDay === undefined) return { start, end: after(start, length, zone), taken, questions };
    return open(start, marks.timeQuestions.length > 0 ? undefined : "When does it end?");
  }
  const reading = endFrom(startDate, startTime, endDate, endTime);
  if (reading.kind === "question") return open(start, reading.question);
  if (length !== null && after(start, length, zone) !== reading.end) {
    return open(start, `From start to end it is not ${describeLength(length)}. Which is meant, the end or the length?`);
  }
  return { start, end: reading.end, taken, questions };
}

/** A start before this, in minutes, may belong to the night before its day. */
const earlyHours = 6 * 60;

/** The words as typed, without the dash or the T that joins them to the next. */
export function wordsAt(line: string, { index, length }: Stretch): string {
  return line
    .slice(index, index + length)
    .replace(/(?<=\d)T$|[\s\-–—]+$/gu, "")
    .trim();
}

function wallFrom(date: IsoDate, minutes: number): WallTime {
  const ofDay = minutes % (24 * 60);
  const pad = (count: number) => String(count).padStart(2, "0");
  return `${addDays(date, Math.floor(minutes / (24 * 60)))}T${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`;
}

function hasPassed(time: TypedTime, now: Instant, zone: ZoneId): boolean {
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

type EndReading = { readonly kind: "end"; readonly end: WallTime } | { readonly kind: "question"; readonly question: string };

/** In days. */
const longestWindow = 180;

/** Without a date of its own, an end that is not after the start is on the next day. */
function endFrom(startDate: IsoDate, startTime: TypedTime, endDate: IsoDate | null, endTime: TypedTime): EndReading {
  if (endDate !== null) {
    const end = wallFrom(endDate, endTime.minutes);
    // Without its year, an earlier day is read as next year's: no window is that long.
    const isAfter = end > wallFrom(startDate, startTime.minutes) && daysBetween(startDate, endDate) <= longestWindow;
    return isAfter ? { kind: "end", end } : { kind: "question", question: "The end is not after the start. Which is it?" };
  }
  if (startTime.minutes === endTime.minutes) {
    return { kind: "question", question: "Start and end are the same time. When does it end?" };
  }
  const nextDay = endTime.minutes < startTime.minutes ? 24 * 60 : 0;
  return { kind: "end", end: wallFrom(startDate, endTime.minutes + nextDay) };
}

/** The wall time so many minutes of real time later; where the start itself is doubtful, minutes of the clock. */
function after(start: WallTime, minutes: number, zone: ZoneId): WallTime {
  const resolution = resolveWall(start, zone);
  if (resolution.kind === "exact") return wallOf(resolution.at + minutes * minute, zone);
  const ofDay = Number(start.slice(11, 13)) * 60 + Number(start.slice(14));
  return wallFrom(start.slice(0, 10), ofDay + minutes);
}
