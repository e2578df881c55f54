import { anyOf } from "../any-of.ts";
import { momentOf } from "../stage-moment.ts";
import type { OtherWindow } from "./check-input.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { cannotUse } from "./effect-words.ts";
import { roleOf } from "./moment-roles.ts";
import { isPlainStatement } from "./plain-statement.ts";
import { possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import {
  clauseAround,
  isOtherTry,
  namesOtherEnvironment,
  namesOtherService,
  namesService,
  tellsApart,
  tellsOfHabit,
} from "./told-of-others.ts";
import { saysInBody } from "./told-times.ts";

const wordsOfWork = anyOf`
  window|maintenance|(?<!\bto )works?|worked|upgrad\w+|migrat\w+
  // Its end
  finish\w*|(?:be|is) (?:done|over|completed?)|(?:done|over|completed?) (?:by|at)|took
  // What readers feel
  interrupt\w*|unavailable|offline|breaks?|downtime|outage
  sign-in|sign(?:ing)? in (?:to|fails|stops|works)|logging in|log-?in|(?:can|able to|try to) (?:sign|log) in
  ${cannotUse}|you can (?:\w+ )?(?:sign|log|use|work|book|order)
`;
/** Words of the work itself, or of what readers feel of it. */
const ofWork = new RegExp(`\\b${wordsOfWork}\\b`, "iu");
const beforeState = anyOf`
  is|are|be|been|was|were|goes|go|going|stays?|comes?|taken?|switched|turned
  sign-?in|portal|service|system|it|all|traffic|everything|^
`;
/** A state: “the portal is off”, “sign-in back by”; “the match kicks off” is none. */
const ofState = new RegExp(`\\b${beforeState}\\s+(?:\\w+\\s+)?(?:down|off|back)\\b|^\\W*(?:down|off|back)\\b`, "iu");
const course = anyOf`
  \b(?:it|we) (?:\w+ ){0,2}(?:start|begin|began|end|finish|stop|run|last|go|take|switch|expect|plan|aim|come|return)\w*\b
  \bit (?:\w+ )?(?:open|close)s?\b
  ^\W*(?:start|begin|end|finish|runs?|lasts?|from|until|between)\w*\b
`;
/** “It starts”, “we finish”, or at the head of a line “starts”, “until”: of whatever, without other words, of the work. */
const ofCourse = new RegExp(course, "iu");
const speaksOfWork = [ofWork, ofState, ofCourse];
/** “The 02:30 import”: what stands before and after a time that names a thing. */
const namedBefore = /\b(?:the|your|our|each|every|nightly)\s+$/iu;
const namedAfter =
  /^(?:\s?[A-Z]{2,5})?\s+(?!(?:and|or|to|until|on|at|for|start|end|window|maintenance|upgrade|slot)\b)\p{Ll}{3,}/u;
/** “Jobs of 01:30”; not “the window of 01:30”. */
const namedByTime = /(?<!\b(?:window|works?|maintenance|upgrade|outage|interruption|start|end|time|notice) )\bof\s+$/iu;
const thing = "(?:^\\W*|\\b(?:the|your|our|all|any|every|each|those|these)\\s+)(?<thing>(?:\\p{L}+\\s+){1,3})";
const made = "(?!planned|scheduled|announced|expected)(?:\\p{L}{2,}ed|sent|made|taken|written|given|drawn)";
const then = "(?:on\\s+[^,.;:]{3,24}\\s)?(?:at|by|before|after|until|up to|from)";
/** “The lists printed at 18:00 GMT on Friday are complete”: when a thing was made tells which one it is. */
const madeThen = new RegExp(`${thing}${made}\\s+${then}\\s+$`, "iu");
const thenIsToldOf =
  /^(?:(?!\band\b)[^,.;:–—]){0,28}?\b(?:is|are|was|were|will|stays?|remains?|has|have|can|may|must|needs?|goes|go)\b/iu;
const tries = anyOf`
  \b(?:next|new|another|second|further) (?:\w+ ){0,2}(?:tr(?:y|ies)|attempts?|maintenance|upgrade|windows?|works?|dates?|one)\b
  \b(?:re-?try|re-?tries|try (?:it )?again|follow-?up)\b
`;
const nextTry = new RegExp(tries, "iu");

const whenOrWhy = "(?:during|in|after|before|by|throughout|outside|within|because of|due to)";
const workOrEffect = "(?:works?|break|maintenance|window|outage|upgrade|interruption|downtime)";
const itsTime = "(?:(?:on|from|between|at|of|\\()\\s?)?(?:\\d|\\p{Lu}\\p{Ll}+day)";
/** “Orders sent during the break go out by 05:00”: the work is only when or why, unless the time stands right beside it. */
const circumstance = new RegExp(`\\b${whenOrWhy} (?:the|this|that|our|its) (?:\\w+ )?${workOrEffect}\\b(?!,? ${itsTime})`, "giu");
/** “If it does not work by 05:00, call us”: a margin for the reader. */
const condition = /\b(?:if|unless)\b[^,;]*$/iu;

/**
 * Whether a time is told of the work or of the service: only then it is compared with the window. A notice tells of much else
 * that has its times, and no list would hold it all.
 */
export function isOfWork(judged: JudgedMoment): boolean {
  const { moment, sentence, part, input } = judged;
  const role = roleOf(judged);
  // “Since” tells of the work where it is over; before, of whatever has been so since then.
  const isRole = role !== null && (role !== "since" || momentOf(input.notice.stage) === "over");
  if (part.part === "subject" || isRole || isPlainStatement(sentence)) return true;
  if (namesThing(judged)) return false;
  const clause = clauseAround(sentence.text, moment.clock.from, moment.clock.to);
  if (tellsOfHabit(clause)) return false;
  if (isSpanWithWindow(judged)) return true;
  if (condition.test(sentence.text.slice(0, moment.clock.from))) return false;
  const told = withoutCircumstance(clause, moment.clock.quote);
  if (speaksOfWork.some((words) => words.test(told))) return true;
  // Colleagues tell one another of all that is done around a service.
  return input.voice !== "internal" && namesService(clause.replace(/\babout (?:the|our) [\p{L} ]+/iu, " "), input);
}

/** Words without those that name the work only as when or why something else is so; with them where the time or the date is its own. */
export function withoutCircumstance(words: string, time: string): string {
  const without = words.replace(circumstance, " ");
  return without.includes(time) ? without : words;
}

/** Whether a time names a thing, and tells nothing of it. */
function namesThing({ moment: { clock, other }, sentence: { text }, input }: JudgedMoment): boolean {
  if (other !== null) return false;
  const [before, after] = [text.slice(0, clock.from), text.slice(clock.to)];
  if (namedByTime.test(before) || (namedBefore.test(before) && namedAfter.test(after))) return true;
  const thing = madeThen.exec(before)?.groups?.thing;
  if (thing === undefined || namesService(thing, input)) return false;
  return thenIsToldOf.test(after) && !speaksOfWork.some((words) => words.test(thing));
}

/** The other window of these weeks that starts or ends at a time. */
export function otherWindowAt({ moment, input }: Pick<JudgedMoment, "moment" | "input">): OtherWindow | undefined {
  return input.others?.find(({ startAt, endAt }) => sameClock(moment, [startAt, endAt]).length > 0);
}

/** Whether a time is that of another window: one told apart, of another service, a second night, or a next try when all is over. */
export function isOfOtherWindow(judged: JudgedMoment, isOver: boolean): boolean {
  const { moment, sentence, part, input } = judged;
  if (part.part === "subject" || !saysWindow(judged)) return false;
  const clause = clauseAround(sentence.text, moment.clock.from, moment.clock.to);
  if ((namesOtherService(clause, input) && !namesService(clause, input)) || namesOtherEnvironment(clause, input)) return true;
  if (otherWindowAt(judged) !== undefined && tellsApart(clause)) return true;
  const isLater = possibleInstants(moment).every(({ at }) => at > judged.reading.told.end);
  return moment.dates.length > 0 && (isOtherTry(clause) || (isOver && isLater && nextTry.test(clause)));
}

/** Whether the text says the window's start, or when it ended, somewhere else. */
export function saysWindow({ moment, reading }: JudgedMoment): boolean {
  const { start, end, ended } = reading.told;
  return saysInBody(reading, [start, end, ...(ended === null ? [] : [ended])], (other) => other.clock === moment.clock);
}

/** Whether the other end of a time's span is one of the window's: then the span is meant to be the window's, too. */
export function isSpanWithWindow({ moment, sentence, reading: { told } }: JudgedMoment): boolean {
  const other = moment.other === null ? undefined : sentence.moments[moment.other];
  return other !== undefined && sameClock(other, [told.start, told.end, ...told.former]).length > 0;
}
