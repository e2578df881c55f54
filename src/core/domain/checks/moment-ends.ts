import { day, minute } from "../instant.ts";
import { momentOf } from "../stage-moment.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { expectsEffect, isEndFromNow, isExpectedEnd, isToldAsAnEnd, isToldAsBegun, isToldAsFormerEnd } from "./moment-roles.ts";
import { saysWindow } from "./moment-topic.ts";
import { promisesNextWord } from "./next-word-in-text.ts";
import { tellsDetail } from "./plain-statement.ts";
import { type Moment, possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import type { PlacedSentence } from "./reading/reading.ts";
import { clauseAround } from "./told-of-others.ts";
import { isOneOf, saysInBody } from "./told-times.ts";

/**
 * Whether a time within the window stands in a span with one end of it, and the text says its other end nowhere: as long as
 * all is to come, such a span is meant to be the window.
 */
export function isHalfOfWindow({ moment, sentence, reading, input }: JudgedMoment): boolean {
  const other = moment.other === null ? undefined : sentence.moments[moment.other];
  const { stage } = input.notice;
  if (other === undefined || (momentOf(stage) !== "ahead" && stage !== "cancelled")) return false;
  const { start, end } = reading.told;
  const missing = moment.clock.span?.end === "start" ? start : end;
  if (sameClock(other, [missing === start ? end : start]).length === 0) return false;
  // When the next word comes is no statement of the window.
  const sentences = reading.body.sentences.filter(({ text }) => !promisesNextWord(text));
  return !sentences.some((said) => said.moments.some((one) => isOneOf(one, [missing]) && isOfSameWindow(one, said)));

  /** “Sat 28 Nov, 03:00–04:00 GMT” over steps without a date, or beside “21:00 EST”, says itself when the work is. */
  function isOfSameWindow(one: Moment, said: PlacedSentence): boolean {
    if (one.zone?.quote !== moment.zone?.quote) return false;
    return moment.date === null || one.date !== null || isToldAsAnEnd({ moment: one, sentence: said }) || startsAt(one, said);
  }
}

/** “The work starts at 02:00”, “from 02:00” */
function startsAt({ clock }: Moment, { text }: PlacedSentence): boolean {
  return /\b(?:starts?|begins?|from)\b[^.;:\d]{0,16}$/iu.test(text.slice(0, clock.from));
}

/** “Now ends at 05:00, not 05:00”: where the work takes longer, the end that it has is told as the one which it had. */
export function isNewEndToldAsOld(judged: JudgedMoment): boolean {
  const { moment, input, reading } = judged;
  const { start, end, former } = reading.told;
  const isEnd = sameClock(moment, [end]).length > 0 && sameClock(moment, [start, ...former]).length === 0;
  return former.size > 0 && momentOf(input.notice.stage) !== "over" && isEnd && isToldAsFormerEnd(judged);
}

/**
 * Whether a time within the window is told as an end that it has not: while the work runs, the only end that a text says; when it
 * is extended, the end it had.
 */
export function isUnknownEnd(judged: JudgedMoment): boolean {
  const { reading, input } = judged;
  const { stage } = input.notice;
  const isRunning = stage === "start" || stage === "progress";
  if (stage === "extended" || (isRunning && reading.told.former.size > 0)) {
    if (isToldAsFormerEnd(judged)) return true;
  }
  if (!isRunning) return false;
  return isExpectedEndOfAll(judged) || (!saysInBody(reading, [reading.told.end]) && isToldAsAnEnd(judged));
}

/** “We expect to finish by 03:00”; not “to finish the copy by”. */
function isExpectedEndOfAll(judged: JudgedMoment): boolean {
  const { moment, sentence, reading } = judged;
  const before = sentence.text.slice(0, moment.clock.from);
  // “We hope to be done by 03:30, at the latest by 04:00.”
  if (sentence.moments.some((other) => sameClock(other, [reading.told.end]).length > 0)) return false;
  // “Most likely between now and 03:00” tells of what is felt.
  if (isEndFromNow(judged)) return !/\b(?:likely|probably|perhaps|maybe)\b/iu.test(sentence.text);
  return isExpectedEnd(judged) && !tellsDetail(before.split(/[;:.(),]\s/u).at(-1) ?? before);
}

/** “We expect to be finished by 04:00”, “until 04:00” in a subject, where it goes on until 05:00: nobody tells the old end so. */
export function isOldEndExpected(judged: JudgedMoment): boolean {
  const { moment, sentence, part, input, reading } = judged;
  const isUntil = part.part === "subject" && /\b(?:until|till|to)\s+$/iu.test(sentence.text.slice(0, moment.clock.from));
  const saysEnd = sentence.moments.some((moment) => sameClock(moment, [reading.told.end]).length > 0);
  return input.notice.stage === "extended" && !saysEnd && (isUntil || isExpectedEnd(judged));
}

/** “Will be interrupted on Sat 21 Nov”, where it has moved to the 28th and the text says that nowhere: the old date, copied. */
export function isOldDateExpected(judged: JudgedMoment): boolean {
  const { moment, sentence, input } = judged;
  if (input.notice.stage !== "rescheduled" || moment.dates.length === 0 || saysWindow(judged)) return false;
  const clause = clauseAround(sentence.text, moment.clock.from, moment.clock.to);
  // What is struck out leaves its “(was: …)” empty.
  return expectsEffect(
    clause
      .replace(/\(was:\s*\)/iu, " ")
      .split(/:\s/u)
      .at(-1) ?? clause,
  );
}

/** “Fri 27 Nov, until 01:30”: where one date is said, a night is called by the day on which it begins. */
export function isEndOfNight({ moment, sentence, reading }: JudgedMoment): boolean {
  const { start, end } = reading.told;
  const isUntil = /\b(?:until|till|to)\s*$/iu.test(sentence.text.slice(0, moment.clock.from));
  return isUntil && sentence.dates.length === 1 && possibleInstants(moment).some(({ at }) => at + day === end && at < start);
}

/** “Started at 01:00”: work may begin late, but not before its start, and not after the word that it has begun. */
export function isWronglyBegun(judged: JudgedMoment): boolean {
  const { moment, reading, input } = judged;
  if (!isToldAsBegun(judged)) return false;
  const { start, end } = reading.told;
  const sentAt = input.notice.stage === "start" ? reading.rendering.recipient.dueAt + 30 * minute : end;
  const instants = moment.dates.length > 0 ? possibleInstants(moment) : sameClock(moment, everyMinute(start, sentAt));
  return !instants.some(({ at }) => at >= start && at <= sentAt);
}

/** At most those of one day: after it the clock shows the same again. */
function everyMinute(from: number, to: number): number[] {
  const count = Math.floor((Math.min(to, from + day) - from) / minute) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * minute);
}

/** Whether the text says elsewhere when it ended. */
export function saysEnded({ moment, reading }: JudgedMoment): boolean {
  const { ended } = reading.told;
  return ended !== null && saysInBody(reading, [ended], (other) => other.clock.quote === moment.clock.quote);
}
