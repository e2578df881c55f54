import { anyOf } from "../any-of.ts";
import { minute } from "../instant.ts";
import { momentOf } from "../stage-moment.ts";
import { asksReader, judgeDeadline } from "./check-deadlines.ts";
import type { CheckInput, ReadingCheck, Sighting } from "./check-input.ts";
import { phraseOf } from "./mend-times.ts";
import {
  isEndOfNight,
  isHalfOfWindow,
  isNewEndToldAsOld,
  isOldDateExpected,
  isOldEndExpected,
  isUnknownEnd,
  isWronglyBegun,
  saysEnded,
} from "./moment-ends.ts";
import { isDeadline, isStamp, isToldAsFormerEnd, isToldAsNew, isToldAsOld, isToldAsPlanned, roleOf } from "./moment-roles.ts";
import { disagrees, old, other, wrongDate } from "./moment-sightings.ts";
import { isOfOtherWindow, isOfWork, isSpanWithWindow, otherWindowAt, saysWindow } from "./moment-topic.ts";
import { promisesNextWordAt } from "./next-word-in-text.ts";
import { headingOver, isPlainStatement } from "./plain-statement.ts";
import { type Moment, type PossibleInstant, possibleInstants, saidBefore, sameClock } from "./reading/moments-in-text.ts";
import type { PartReading, PlacedSentence, Reading } from "./reading/reading.ts";
import { type FoundZone, zonesIn } from "./reading/zones-in-text.ts";
import { clauseAround, isOfAnother, tellsOfEarlier } from "./told-of-others.ts";
import { allowsOldTime, knownInstants, type Meaning, meaningsOf, saysInBody } from "./told-times.ts";
import { instantsMeant, statedZone, zoneTrouble } from "./zone-trouble.ts";

/** What is judged together: one time, in its sentence, in its part, in its notice. */
export type JudgedMoment = {
  readonly moment: Moment;
  readonly sentence: PlacedSentence;
  readonly part: PartReading;
  readonly reading: Reading;
  readonly input: CheckInput;
};

/** Times of day: each names its zone, and agrees with the window, the plan, and what else the notice says. */
export const checkMoments: ReadingCheck = (reading, input) => {
  const zone = statedZone(reading);
  return [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap((sentence) =>
      sentence.moments.flatMap((told) => {
        const moment = told.zone === null ? { ...told, zone: zoneOver(part, sentence.from + told.clock.from) ?? zone } : told;
        const sightings = inEachHalf(moment, reading.told).map((one) => judge({ moment: one, sentence, part, reading, input }));
        // “Two o'clock” is right where one of its two meanings is.
        return sightings.includes(null) ? [] : sightings.slice(0, 1).filter((sighting) => sighting !== null);
      }),
    ),
  );
};

/** The zone that the heading of a column names. */
function zoneOver(part: PartReading, at: number): FoundZone | null {
  const heading = headingOver(part, at);
  return heading === null ? null : (zonesIn(heading)[0] ?? null);
}

function inEachHalf(moment: Moment, { start, end }: Reading["told"]): Moment[] {
  if (!moment.clock.isEitherHalf) return [moment];
  const later = (moment.clock.minutes + 12 * 60) % (24 * 60);
  const halves = [moment, { ...moment, clock: { ...moment.clock, minutes: later } }];
  // Where one half is the window's own, that one is meant.
  const own = halves.filter((half) => sameClock(half, [start, end]).length > 0);
  return own.length > 0 ? own : halves;
}

function judge(judged: JudgedMoment): Sighting | null {
  const { moment, sentence, reading } = judged;
  const trouble = zoneTrouble(judged);
  if (trouble !== null) return trouble;
  if (moment.zone === null || moment.zone.meaning.kind === "unknown") return null;
  const { told } = reading;
  const same = saidBefore(moment, sentence.moments);
  // Where the first one is in no zone of that date, what says it again may be right.
  if (same !== null && zoneTrouble({ ...judged, moment: same }) === null) {
    if (isSameInstant(moment, same, knownInstants(told))) return null;
    const isOtherDay =
      moment.dates.length > 0 &&
      sameClock(
        moment,
        possibleInstants(same).map(({ at }) => at),
      ).length > 0;
    return (isOtherDay ? wrongDate(judged) : null) ?? disagrees(judged);
  }
  const isDated = moment.dates.length > 0;
  const instants = isDated ? possibleInstants(moment) : sameClock(moment, knownInstants(told));
  const meanings = new Set(instantsMeant(judged, knownInstants(told)).flatMap((at) => meaningsOf(at, told)));
  if (isWronglyBegun(judged) || isNewEndToldAsOld(judged)) return disagrees(judged);
  if (meanings.size > 0) return judgeKnown(judged, meanings);
  // Where the next word is promised, its own check compares it with the plan.
  return promisesNextWordAt(sentence.text, moment.clock.from, moment.clock.to) ? null : judgeUnknown(judged, instants);
}

/** A time that neither the window nor its plan knows: a wrong one of the work, or one of something else. */
function judgeUnknown(judged: JudgedMoment, instants: readonly PossibleInstant[]): Sighting | null {
  const { moment, sentence, part, reading, input } = judged;
  if (part.part === "body" && isToldAsPlanned(judged)) return disagrees(judged);
  const { start, end, ended } = reading.told;
  const isDated = moment.dates.length > 0;
  const clause = clauseAround(sentence.text, moment.clock.from, moment.clock.to);
  if (isDated && instants.every(({ at }) => at < input.now) && tellsOfEarlier(clause)) return null;
  const right = sameClock(moment, [start, end, ...(ended === null ? [] : [ended])]);
  // “Until 04:00 it may be slow” is told of the work; a deadline is asked of the reader.
  const isLast = isDeadline(judged) && (asksReader(judged) || !isOfWork(judged));
  const isAnothers = part.part === "body" && !isLast && roleOf(judged) === null && isOfAnother(clause, input);
  const isOver = momentOf(input.notice.stage) === "over";
  if (isEndOfNight(judged) || isOfOtherWindow(judged, isOver)) return null;
  if (isDated && right.length > 0 && !isLast) {
    if (saysWindow(judged) && !isOfWork(judged) && !isAnothers) return null;
    return isAnothers ? other(judged, phraseOf(judged)) : wrongDate(judged);
  }
  if (isAnothers) return null;
  const isInside = (isDated ? instants : sameClock(moment, minutesOf(judged))).some(
    ({ at }) => at >= start && at <= Math.max(end, ended ?? end),
  );
  const said = roleOf(judged);
  const role = said === "since" && !isOver ? null : said;
  if (isInside && part.part === "body" && role === null) return judgeInside(judged);
  // When all is over, what comes after it is another matter, unless it is told of the work.
  const isLater = isOver && isDated && instants.every(({ at }) => at > Math.max(end, ended ?? end, input.now));
  // Colleagues tell what was back before all was over.
  if (isInside && role === "since" && input.voice === "internal" && saysEnded(judged)) return null;
  const isPlain = isPlainStatement(sentence) || (isOver && isStamp(judged));
  if (isLater && role === null && part.part === "body" && !isPlain && !isSpanWithWindow(judged) && !ofEnd.test(clause))
    return null;
  if (isLast && isDated) return judgeDeadline(judged);
  const beforeStart = sameClock(
    moment,
    Array.from({ length: 36 }, (_, index) => start - (index + 1) * 5 * minute),
  );
  if (isDeadline(judged) && beforeStart.length > 0) return null;
  // What was before is history, unless it is told as still to come: the check of dates says so.
  if (isDated && !isInside && role === null && instants.every(({ at }) => at < input.now)) return null;
  if (!isLast && !isOfWork(judged)) return null;
  if (isLast && !asksReader(judged)) return null;
  const isOfWindow =
    moment.other !== null || part.part === "subject" || role !== null || (ofWindow.test(sentence.text) && !isLast);
  // Certain only where it is told as the start or the end, is another window's, or nothing else says when the work is.
  const isCertain =
    role !== null ||
    part.part === "subject" ||
    isSpanWithWindow(judged) ||
    reachesIntoWindow(judged) ||
    otherWindowAt(judged) !== undefined ||
    !saysWindow(judged);
  if (!isOfWindow && input.voice === "internal") return null;
  return isOfWindow && isCertain ? disagrees(judged) : other(judged);
}

const wordsOfWindow = anyOf`
  window|maintenance|works?|worked|upgrade[ds]?|interrupt\w*|unavailable|down|off|offline|outage
  starts?|begins?|ends?|until|since|done|back
`;
/** Words with which a sentence speaks of the window itself. */
const ofWindow = new RegExp(`\\b${wordsOfWindow}\\b`, "iu");

/** Words of an end: a later time among them is a wrong one. */
const ofEnd =
  /\b(?:interrupt\w*|unavailable|offline|outage|window|maintenance|works?|worked|ended|since|done|back|finished|completed)\b/iu;

/** Whether the other end of a time's span lies within the window: “the break is 03:00–05:00” of a window that ends at 04:00. */
function reachesIntoWindow(judged: JudgedMoment): boolean {
  const { moment, sentence } = judged;
  const end = moment.other === null ? undefined : sentence.moments[moment.other];
  return end !== undefined && sameClock(end, minutesOf({ ...judged, moment: end })).length > 0;
}

/** Every minute of the clock for a time without a date would be too many: those of the window, in steps that it can show. */
function minutesOf({ moment, reading }: JudgedMoment): number[] {
  const { start, end, ended } = reading.told;
  const to = Math.min(Math.max(end, ended ?? end), start + 24 * 60 * minute);
  const step = moment.clock.minutes % 5 === 0 ? 5 : 1;
  const first = Math.ceil(start / (step * minute)) * step * minute;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / (step * minute)) + 1) },
    (_, index) => first + index * step * minute,
  );
}

/** Whether its date, where it has one, is the window's: the other dates of a series are not inside. */
function mayBeInside({ moment, reading }: JudgedMoment): boolean {
  const { start, end, ended } = reading.told;
  const isInside = ({ at }: PossibleInstant): boolean => at >= start && at <= Math.max(end, ended ?? end);
  return moment.dates.length === 0 || possibleInstants(moment).some(isInside);
}

/** A time within the window is a detail of the work, unless it is told as the window's start or end. */
function judgeInside(judged: JudgedMoment): Sighting | null {
  if (isHalfOfWindow(judged)) return disagrees(judged);
  return isUnknownEnd(judged) ? other(judged) : null;
}

/** A time that the window or its plan knows: the right one for what it is said of, or the old one where that holds no more. */
function judgeKnown(judged: JudgedMoment, meanings: ReadonlySet<Meaning>): Sighting | null {
  const { part, input, reading, moment } = judged;
  const is = (...some: Meaning[]): boolean => some.some((meaning) => meanings.has(meaning));
  if (!is("start", "end", "ended", "due", "beside")) {
    if (allowsOldTime(input))
      return isToldAsNew(judged) || isOldEndExpected(judged) || isOldDateExpected(judged) ? old(judged) : null;
    if (isToldAsOld(judged) && saysWindow(judged)) return null;
    if (isToldAsFormerEnd(judged) && saysInBody(reading, [reading.told.end])) return null;
    // The date says so already, where it is another one.
    const isDated = moment.dates.length > 0 && moment.date?.isWhole === true;
    return isDated && !isOfWindowDay(judged) ? null : old(judged);
  }
  if (!is("start", "end", "ended", "former")) {
    const within = part.part === "body" && mayBeInside(judged) ? judgeInside(judged) : null;
    if (within !== null) return within;
    if (isDeadline(judged) && moment.dates.length > 0) return judgeDeadline(judged);
  }
  const role = roleOf(judged);
  const isDone = input.notice.stage === "completed" || input.notice.stage === "rolledBack";
  if (isDone && reading.told.ended !== null && !is("ended", "beside")) {
    if (role === "since" || (part.part === "subject" && moment.other === null && !is("start"))) return disagrees(judged);
  }
  if (is("beside") || isDone) return null;
  if (part.part === "subject" && !is("start", "end", "ended") && !isOwnHour(judged)) return disagrees(judged);
  if (role === "start" && !is("start")) return disagrees(judged);
  if (role === "end" && !is("end", "ended") && !(is("former") && allowsOldTime(input))) return disagrees(judged);
  return null;
}

/** “Progress, 03:00 GMT”: the hour of a word in the middle is when it was written, unless words make another of it. */
function isOwnHour({ moment, sentence, input }: JudgedMoment): boolean {
  const isBound = /\b(?:until|till|to|by|from|at|ends?|starts?)\s*$/iu.test(sentence.text.slice(0, moment.clock.from));
  const due = input.notice.recipients.map(({ dueAt }) => dueAt);
  return input.notice.stage === "progress" && !isBound && moment.other === null && sameClock(moment, due).length > 0;
}

function isOfWindowDay({ moment, reading }: JudgedMoment): boolean {
  const { start, end } = reading.told;
  return sameClock(moment, [start, end]).length === 0;
}

/** Whether two times of a sentence, the second in another zone, are one. Without a date they may be those of any known instant. */
function isSameInstant(moment: Moment, same: Moment, known: readonly number[]): boolean {
  const of = (one: Moment): number[] =>
    (one.dates.length > 0 ? possibleInstants(one) : sameClock(one, known)).map(({ at }) => at);
  const [these, those] = [of(moment), of(same)];
  return those.length === 0 || those.some((at) => these.includes(at));
}
