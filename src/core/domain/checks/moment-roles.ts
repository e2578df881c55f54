import type { Place } from "../message.ts";
import type { JudgedMoment } from "./check-moments.ts";
import {
  andFinish,
  anEnd,
  begun,
  deadline,
  endAfter,
  ends,
  expectedEnd,
  felt,
  formerEnd,
  goesOff,
  labelledNew,
  movedTo,
  newTime,
  noLonger,
  ofTheOld,
  planned,
  replaced,
  saidThen,
  since,
  spokenOld,
  starts,
  toldOld,
  toldOldAfter,
  untilItsEnd,
  weStartAt,
} from "./moment-role-words.ts";
import { hasRowOfSameZone, headingOver, isSpanOfWindow } from "./plain-statement.ts";
import { type Moment, possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import { type PartReading, placeIn } from "./reading/reading.ts";
import { clauseAround } from "./told-of-others.ts";

/** What a sentence says a time is: the window's start or end, since when all works again, or nothing in particular. */
export type Role = "start" | "end" | "since" | null;

/** The words before a time, with its date taken out. */
function before({ moment, sentence }: Pick<JudgedMoment, "moment" | "sentence">): string {
  const upTo = sentence.text.slice(0, moment.clock.from);
  const { date } = moment;
  if (date === null || date.to > moment.clock.from) return upTo;
  // 2026-11-28T02:00Z: the T goes with the date.
  return `${upTo.slice(0, date.from)}${upTo.slice(date.to).replace(/^T$/u, "")}`;
}

/** Whether nothing but a mark or a count (“T+2h”) stands before a time: it heads its line. */
function isAtHead(words: string): boolean {
  return /^\W*(?:T\s?[+−-]\s?\w+)?\W*$/u.test(words);
}

/** Whether a time heads its sentence, as the stamp of a message does. */
export function isStamp(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return judged.moment.other === null && isAtHead(before(judged));
}

/** What the words around a time, its line or its column say that it is. */
export function roleOf(judged: Pick<JudgedMoment, "moment" | "sentence" | "part">): Role {
  const words = before(judged);
  // “Goes offline on Friday at nine” says when; “goes down at half past” may be a detail of a longer window.
  if (judged.moment.dates.length > 0 && judged.moment.other === null && goesOff.test(words)) return "start";
  if (starts.some((lead) => lead.test(words))) return "start";
  if (ends.some((lead) => lead.test(words))) return "end";
  const after = judged.sentence.text.slice(judged.moment.clock.to);
  if (isAtHead(words) && judged.moment.other === null && endAfter.test(after)) return "end";
  if (weStartAt.test(words) && andFinish.test(after)) return "start";
  if (since.test(words)) return "since";
  const { moment, sentence, part } = judged;
  if (isSpanOfWindow(moment, sentence, clauseAround(sentence.text, moment.clock.from, moment.clock.to)))
    return moment.clock.span?.end ?? null;
  const heading = headingOver(part, sentence.from + moment.clock.from);
  if (heading === null) return null;
  // Rows that share a zone are the steps of the work; a row of its own zone is the window, told to the readers there.
  if (hasRowOfSameZone(part, sentence.from + moment.clock.from)) return null;
  return /^(?:start|begin|from\b)/iu.test(heading)
    ? "start"
    : /^(?:end|finish|(?:to|until|till)\b)/iu.test(heading)
      ? "end"
      : null;
}

/** Whether a sentence asks readers to plan for a day. */
export function asksToPlan(sentence: string): boolean {
  return /\bplease (?:\w+ )?(?:plan|prepare|expect|keep|mark|be ready)\b/iu.test(sentence);
}

/** Whether a sentence tells readers to expect the effect on the one date that it names. */
export function expectsEffect(sentence: string): boolean {
  // “Please keep that night free” asks for it, and frees nothing.
  const asked = sentence.replace(/(?<=\bkeep\b[^.;]*)\bfree\b/iu, " ");
  const rest = asked.replace(felt, " ");
  return rest !== asked && !ofTheOld.test(rest.replace(felt, " "));
}

/** Whether a time is told as the end that is expected now. */
export function isExpectedEnd(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  const words = clauseBefore(before(judged));
  const found = expectedEnd.exec(words);
  return found !== null && !/\b(?:was|were|had|been|not|instead|rather|than|originally|first|earlier)\b|n['’]t\b/iu.test(words);
}

/** Whether a time ends what is left of the work: “between now and”. */
export function isEndFromNow(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return untilItsEnd.test(before(judged));
}

/** Of the words before a time those after the last joint of the sentence. */
function clauseBefore(words: string): string {
  return words.split(/[;:.]\s|\s[–—]\s|,\s|\sand (?=(?:now )?(?:ends|runs|finishes|lasts|continues|goes) )/u).at(-1) ?? words;
}

/** Whether the words around a date say that it is one which holds no more: “we first wrote of … ; that no longer holds”. */
export function isDateToldAsOld(text: string, from: number, to: number): boolean {
  return saidThen.test(text.slice(Math.max(0, from - 60), from)) || noLonger.test(text.slice(to));
}

/** Whether words lead to a date or a time as the one that holds from now on. */
export function leadsToNew(words: string): boolean {
  if (movedTo.test(words) || labelledNew.test(words)) return true;
  const rest = newTime.exec(words)?.groups?.rest;
  return rest !== undefined && !spokenOld.test(rest);
}

/**
 * Whether words say of a time that it holds no more: “instead of”, “the first one” before it, or “in the first plan” after it,
 * where the new one stands beside it.
 */
export function isToldAsOld({ moment, sentence, reading }: Pick<JudgedMoment, "moment" | "sentence" | "reading">): boolean {
  const { text, moments } = sentence;
  if (toldOld.test(text.slice(Math.max(0, moment.clock.from - 40), moment.clock.from))) return true;
  const { start, end } = reading.told;
  const saysNew = moments.some((other) => other !== moment && sameClock(other, [start, end]).length > 0);
  return saysNew && toldOldAfter.test(text.slice(moment.clock.to));
}

/** Whether a time is told as the new one: “it now ends at …”, “moved from … to …”; not the second of “now ends at …, not …”. */
export function isToldAsNew(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  const { moment, sentence } = judged;
  if (isToldAsReplaced(judged)) return false;
  const start = moment.clock.span?.end === "end" && moment.other !== null ? sentence.moments[moment.other] : undefined;
  const from = Math.min(moment.clock.from, start?.clock.from ?? moment.clock.from);
  const { date } = moment;
  const isBeside = date !== null && date.to <= from;
  return leadsToNew(sentence.text.slice(0, isBeside ? date.from : from));
}

/** Whether a time is told as the end that was planned. */
export function isToldAsPlanned(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return planned.test(before(judged));
}

/** Whether a time is told right before as one which another has replaced: “instead of 04:00”, “(was 04:00)”. */
export function isToldAsReplaced(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return replaced.test(before(judged));
}

/** Whether a time is told as the end that the work had, before it took longer. */
export function isToldAsFormerEnd(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return isToldAsReplaced(judged) || isToldAsPlanned(judged) || formerEnd.test(before(judged));
}

/** Whether a time is told as an end, of whatever it may be. */
export function isToldAsAnEnd(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return anEnd.test(before(judged));
}

/** Whether a time is told as the one at which the work began: it may begin late, and not before its start. */
export function isToldAsBegun(judged: Pick<JudgedMoment, "moment" | "sentence">): boolean {
  return begun.test(before(judged));
}

/** Whether a time is told as one by which the reader must have done something. */
export function isDeadline(judged: Pick<JudgedMoment, "moment" | "sentence" | "part">): boolean {
  if (judged.moment.other !== null || roleOf(judged) !== null) return false;
  if (!deadline.test(before(judged))) return false;
  // “It is back by 04:00” says when it ends, “open until 18:00” when a desk closes: neither asks anything of the reader.
  if (/\b(?:open|staffed)\s+(?:until|till|to)[\s,]*$/iu.test(before(judged))) return false;
  return !/\b(?:back|works? again|interrupted|unavailable|down|offline|done|over|finished|complete|ends?)\b[^,;:]{0,30}$/iu.test(
    before(judged).replace(/[\s,]+$/u, ""),
  );
}

/** Another statement of the same time in the notice which is right: what a wrong one disagrees with. */
export function counterpartOf({ moment, part, reading }: JudgedMoment): Place | null {
  const { subject, body, told } = reading;
  const wanted = told.ended !== null && told.ended !== told.end ? [told.ended, told.start, told.end] : [told.start, told.end];
  const others = part.part === "subject" ? [body, subject] : [subject, body];
  for (const at of moment.clock.span?.end === "end" ? [...wanted].reverse() : wanted) {
    for (const other of others) {
      const found = statementOf(at, other, moment);
      if (found !== null) return found;
    }
  }
  return null;
}

function statementOf(at: number, part: PartReading, except: Moment): Place | null {
  for (const sentence of part.sentences) {
    for (const moment of sentence.moments) {
      if (moment.clock === except.clock) continue;
      const instants = moment.dates.length > 0 ? possibleInstants(moment) : sameClock(moment, [at]);
      if (!instants.some((instant) => instant.at === at)) continue;
      const isDateFirst = moment.date !== null && moment.date.to <= moment.clock.from && moment.clock.from - moment.date.to < 4;
      const from = isDateFirst && moment.date !== null ? moment.date.from : moment.clock.from;
      return placeIn(part, sentence.from + from, sentence.from + moment.clock.to);
    }
  }
  return null;
}
