import { anyOf } from "../any-of.ts";
import type { IsoDate } from "../instant.ts";
import type { Mend, Place } from "../message.ts";
import { momentOf } from "../stage-moment.ts";
import { describeDate } from "../time-text.ts";
import { dateOf, weekdayOf } from "../zoned-time.ts";
import { isOtherDeadlineDay } from "./check-deadlines.ts";
import type { ReadingCheck, Sighting } from "./check-input.ts";
import { asksToPlan, expectsEffect, isDateToldAsOld, leadsToNew } from "./moment-roles.ts";
import { withoutCircumstance } from "./moment-topic.ts";
import { promisesNextWordAt } from "./next-word-in-text.ts";
import { headingOver } from "./plain-statement.ts";
import type { FoundDate } from "./reading/dates-in-text.ts";
import { month, weekday } from "./reading/day-words.ts";
import { type PartReading, type PlacedSentence, placeIn } from "./reading/reading.ts";
import { clauseAround, isOtherTry, leadsToEvent, namesService, speaksOfWork, staysAsItIs } from "./told-of-others.ts";
import { allowsOldTime, datesOf } from "./told-times.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const whatHappened = anyOf`
  was|were|has|have|had|since|last|previous|notice of|dated|from
  ended|began|took|lasted|went|ran|expired
  found|wrote|told|said|sent|approved|agreed|decided|confirmed|posted|published|reported|withdrew
  released|introduced|bought|built
`;
/** Told of something that has happened, a past date is history. */
const history = new RegExp(`\\b${whatHappened}\\b`, "iu");
const passive = "(?<!\\b(?:is|are|be|being|to|get|gets|been|as|now) (?:\\w+ly )?)";
const noPast = "(?!(?:re)?scheduled|planned|expected|unchanged|need|indeed|affected|interrupted|closed)";
/** Told in the past tense: “looked at it”, “passed”; not “is planned”, “will be moved”, nor “scheduled for”. */
const pastTense = new RegExp(`${passive}\\b${noPast}\\p{L}{2,}ed\\b`, "iu");
const toldOfPast = /\b(?:of|since|dated|and|in|(?<!\bbe )\p{L}+ed before)\s+(?:the\s+)?$/iu;
const stillMeant = /\b(?:for|by|before|until|till|no later than)\s+(?:the\s+)?(?:end of\s+)?$/iu;
const deadline = /\b(?:by|before|until|till|no later than)\s+(?:the\s+)?(?:end of\s+)?$/iu;
const dayToAct = /\p{L}.*\b(?:by|before|no later than)\s+(?:the\s+)?(?:end of\s+)?$/iu;

/** Dates: the weekday fits, none is past, each is one of the window's or of a planned notice. */
export const checkDates: ReadingCheck = (reading, input) => {
  const { told, rendering } = reading;
  const { window, notice, now } = input;
  const today = dateOf(now, rendering.recipient.zone);
  const current = datesOf([told.start, told.end], told.zones);
  const beside = datesOf([...told.due, ...told.beside, ...(told.ended === null ? [] : [told.ended])], told.zones);
  const former = datesOf([...told.former], told.zones);
  const between = daysOf(window.start.at, window.end.at, rendering.recipient.zone);
  const isAhead = momentOf(notice.stage) === "ahead";
  const isOver = momentOf(notice.stage) === "over";
  const saysCurrent = reading.body.sentences.some(({ dates }) =>
    dates.some((found) => found.dates.some((one) => current.has(one))),
  );
  const startDay = dateOf(told.start, rendering.recipient.zone);

  return [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap((sentence) => sentence.dates.flatMap((date) => judge(date, sentence, part) ?? [])),
  );

  function judge(found: FoundDate, sentence: PlacedSentence, part: PartReading): Sighting | null {
    const [date] = found.dates;
    if (date === undefined || !found.isWhole) return null;
    const place = placeIn(part, sentence.from + found.from, sentence.from + found.to);
    const base = { part: place.part, quote: place.quote, places: [place] };
    const { weekday } = found;
    if (weekday !== null && weekday.number !== weekdayOf(date)) {
      const right = weekdays[weekdayOf(date) - 1] ?? "";
      // “Saturday 28 November 2025”: where the weekday is the window's, it is the date that is wrong.
      const meant = isNamed(date) ? undefined : [...current].find((one) => weekdayOf(one) === weekday.number);
      if (meant !== undefined) {
        const message = `That date is a ${right}, not a ${weekdays[weekday.number - 1]}: the window is on ${describeDate(meant)}.`;
        return { check: "wrongWeekday", ...base, message, mend: writing(meant, place) };
      }
      const written = placeIn(part, place.from, place.from + weekday.written.length);
      const replacement = weekday.written.length > 4 ? right : right.slice(0, 3);
      const message = `That date is a ${right}, not a ${weekdays[weekday.number - 1]}. Use {{ window.when }}.`;
      return {
        check: "wrongWeekday",
        ...base,
        message,
        mend: { kind: "replace", label: `Write ${replacement}`, place: written, replacement },
      };
    }
    const before = sentence.text.slice(0, found.from);
    if (current.has(date)) return isAhead && date < today ? { check: "pastDate", ...base, message: past } : null;
    const isStillOld = former.has(date) && allowsOldTime(input);
    // With its clock it is judged as a time.
    const hasClock = sentence.moments.some((moment) => moment.date === found);
    const isExpected = isOnlyDate(sentence) && (isLabelledDate(before) || expectsEffect(sentence.text));
    const isLedToAsNew = !hasClock && (leadsToNew(before) || isUnderNew(part, place.from) || isExpected);
    const isOldAsNew = isStillOld && (isLedToAsNew || isSaidTwice(found, sentence, current));
    if (isStillOld && !isOldAsNew) return null;
    const isBeside = beside.has(date) || between.has(date);
    const right = describeDate(startDay);
    const mend = writing(startDay, place);
    // Told as the old one, where the notice says the new one, it misleads nobody.
    if (former.has(date) && !isOldAsNew && saysCurrent && isDateToldAsOld(sentence.text, found.from, found.to)) return null;
    if (former.has(date) && (isOldAsNew || !isBeside)) {
      return { check: "oldTime", ...base, message: "This is the date before it changed. Use {{ window.when }}.", mend };
    }
    // Its clock is judged together with it, and the next word with the plan.
    if (sentence.moments.some((moment) => moment.date === found)) return null;
    if (promisesNextWordAt(sentence.text, found.from, found.to)) return null;
    const other = {
      check: "otherDate",
      ...base,
      message: "This is no date of this window or of its notices. Check that it is meant.",
    } as const;
    const isDeadline = deadline.test(before) && date <= startDay;
    if (isDeadline && isOtherDeadlineDay(found.dates, { sentence, reading, input })) return other;
    if (part.part === "subject" && !(isDeadline && isDayToAct(before))) {
      const message = `The subject says ${place.quote}, and the window starts on ${right}.`;
      return { check: "dateDisagrees", ...base, message, mend };
    }
    if (isBeside || leadsToEvent(before) || staysAsItIs(clauseAround(sentence.text, found.from, found.to))) return null;
    if (/\b(?:that|those|the one|like) of\s+$/iu.test(before)) return null;
    const isToCome = /\bwill\b/iu.test(sentence.text) && namesService(sentence.text, input);
    const isOfWork = speaksOfWork(withoutCircumstance(sentence.text, found.quote)) || asksToPlan(sentence.text) || isToCome;
    if (date < today) {
      if (!(isOfWork || stillMeant.test(before))) return null;
      const isHistory = history.test(sentence.text) || pastTense.test(sentence.text);
      if (!(isAhead || notice.stage === "cancelled") || toldOfPast.test(before) || (isHistory && !stillMeant.test(before)))
        return null;
      return { check: "pastDate", ...base, message: past };
    }
    if (isDeadline) return null;
    // A day of something else is no matter of the window, whatever that is.
    if (!isOfWork || isOtherTry(sentence.text)) return null;
    // When all is over, a later day is another matter.
    if (isOver && part.part === "body") return null;
    return other;
  }

  /** Whether a date is one that the window or its notices have, or had. */
  function isNamed(date: IsoDate): boolean {
    return [current, beside, former, between].some((dates) => dates.has(date));
  }

  /** “Export orders by”: what readers are asked by a day. Where the service is what the words begin with, they tell of it. */
  function isDayToAct(before: string): boolean {
    const clause = (before.split(/[:;|]\s|\s[–—-]\s/u).at(-1) ?? before).trim();
    const head = clause.split(/\s+/u, 2).join(" ");
    return dayToAct.test(`${clause} `) && !speaksOfWork(clause) && !namesService(head, input);
  }
};

/** Puts a date in the place of a wrong one; a subject has no room for the year. */
function writing(date: IsoDate, place: Place): Mend {
  const right = describeDate(date);
  return { kind: "replace", label: `Write ${right}`, place, replacement: place.part === "subject" ? right.slice(0, -5) : right };
}

/** “Date: …”, in a line of its own: it says when the work is. */
function isLabelledDate(before: string): boolean {
  return /^[\s*•-]*(?:date|day|when)\s*(?:[:|]|\s{2,})[\s*]*$/iu.test(before);
}

/** Whether a date stands in a column of what is so now: “New”. */
function isUnderNew(part: PartReading, at: number): boolean {
  return /^\W*(?:new|now|after)\b/iu.test(headingOver(part, at) ?? "");
}

/** “Moved from Saturday 21 to Saturday 21 November”: the old date once more, where the new one should be. */
function isSaidTwice(found: FoundDate, { text, dates, moments }: PlacedSentence, current: ReadonlySet<IsoDate>): boolean {
  const [date] = found.dates;
  const isNewSaid = dates.some((other) => other.dates.some((one) => current.has(one)));
  const isEndOfSpan = moments.some(({ date: own, clock }) => own === found && clock.span?.end === "end" && clock.from > found.to);
  const isStartOfSpan = moments.some(({ date: own, clock }) => own === found && clock.span?.end === "start");
  const isOfSameClause = (to: number): boolean => to <= found.from && !/[;:.]\s/u.test(text.slice(to, found.from));
  if (isNewSaid || (isEndOfSpan && !isStartOfSpan)) return false;
  return dates.some((other) => other.isWhole && other.dates[0] === date && isOfSameClause(other.to));
}

/** Whether a sentence names one date, on which nothing else in it can be. */
function isOnlyDate({ dates }: PlacedSentence): boolean {
  return dates.length === 1;
}

const past = "This day has passed. Move the window, or say what is so now.";

function daysOf(from: number, to: number, zone: string): Set<IsoDate> {
  const days = new Set<IsoDate>();
  for (let at = from; at <= to && days.size < 400; at += 24 * 3_600_000) days.add(dateOf(at, zone));
  return days.add(dateOf(to, zone));
}

const clockAfter = "(?=,?\\s+(?:at\\s+|from\\s+)?\\d{1,2}(?::\\d{2}|(?:[.]\\d{2})?\\s?[ap]\\.?m))";
const leadToDate = `(?:on|by|until|from|before|since|till|${weekday})`;
/** `28/11`; before a month two days are meant: `on 5/6 December`. */
const dayAndMonth = "(?<one>\\d{1,2})/(?<two>\\d{1,2})";
const digitsOnly = [
  /(?<![\w/.-])(?<one>\d{1,2})[/.](?<two>\d{1,2})[/.](?:20\d{2}|\d{2})(?![\w/-]|\.\d)/gu,
  new RegExp(`(?<![\\w/.-])${dayAndMonth}(?![\\w/-])${clockAfter}`, "gu"),
  new RegExp(`(?<=\\b${leadToDate},?\\s+)${dayAndMonth}(?![\\w/-]|\\s+(?:of|the|${month})\\b)`, "giu"),
];

/** Dates of digits only: readers take the day for the month, or the other way round. */
export const checkDigitsOnly: ReadingCheck = (reading) => {
  const { told, rendering } = reading;
  const own = datesOf([told.start, told.end, ...told.due, ...told.beside], [rendering.recipient.zone]);
  return [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap((sentence) => {
      const found = new Map<number, Sighting>();
      for (const pattern of digitsOnly) {
        for (const match of sentence.text.matchAll(pattern)) {
          const [one, two] = [Number(match.groups?.one), Number(match.groups?.two)];
          const possible = one >= 1 && two >= 1 && ((one <= 31 && two <= 12) || (one <= 12 && two <= 31));
          if (!possible || found.has(match.index)) continue;
          // A version such as 1.2.26 has small numbers only, and is followed by no clock.
          if (
            /^\d{1,2}\.\d{1,2}\.\d{2}$/u.test(match[0]) &&
            !/\b(?:on|by|from|until)\s+$/iu.test(sentence.text.slice(0, match.index))
          )
            continue;
          const place = placeIn(part, sentence.from + match.index, sentence.from + match.index + match[0].length);
          const ending = (day: number, month: number): string => `-${two2(month)}-${two2(day)}`;
          const meant = [...own].filter((date) => date.endsWith(ending(one, two)) || date.endsWith(ending(two, one)));
          const right = meant.length === 1 && meant[0] !== undefined ? describeDate(meant[0]) : null;
          found.set(match.index, {
            check: "digitsOnlyDate",
            part: place.part,
            quote: place.quote,
            places: [place],
            message: "Readers take the day for the month, or the other way round. Write the month's name and the weekday.",
            mend: right === null ? null : { kind: "replace", label: `Write ${right}`, place, replacement: right },
          });
        }
      }
      return [...found.values()];
    }),
  );
};

function two2(value: number): string {
  return String(value).padStart(2, "0");
}
