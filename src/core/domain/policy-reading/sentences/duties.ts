import { timingEntries } from "../cells/timing-entries.ts";
import { plainText } from "../words/plain-text.ts";
import { aNotice, change, incident, ofLeadTime, ofStatus, ofUpdates, planned, telling } from "./duty-words.ts";
import {
  countsFromElsewhere,
  defines,
  isExample,
  isOtherMatter,
  isPurpose,
  isUnderOtherMatter,
  owesNothing,
} from "./look-alikes.ts";
import { ofTelling } from "./point-words.ts";
import { type Point, tellsContent } from "./process-points.ts";
import { aRemark, aRequest, aStep, deniedAfter, deniedBefore, problems, tellsByName, tellsUs } from "./remark-words.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * Whether a sentence says that somebody is to be told of a change or an outage. It is the net under everything else that is
 * read in sentences and lists: what states a duty is asked about, whoever it may name and however it is put, unless it is
 * plainly something else.
 */

/** In characters. What is longer is no sentence, and some patterns would try too much on it. */
const longestSentence = 1000;

/** The sentence of the point that states a duty to tell; null where none does. */
export function dutyIn(point: Point): string | null {
  const sentences = point.isProse ? [point.text] : sentencesOf(point.text);
  return sentences.find((sentence) => statesDuty(plainText(sentence).slice(0, longestSentence), point)) ?? null;
}

/** The sentence that introduces a list and states a duty by itself: `Libraries must notify patrons, and state that:`. */
export function introducesDuty(point: Point): string | null {
  const isIntroduction = point.isProse && point.text.trim().endsWith(":");
  return isIntroduction && statesDuty(plainText(point.text).slice(0, longestSentence), point, true) ? point.text : null;
}

function statesDuty(sentence: string, point: Point, isIntroduction = false): boolean {
  if (isExample(point) || isUnderOtherMatter(point) || countsFromElsewhere(point)) return false;
  // A line in capitals is a title.
  if (isSomethingElse(sentence) || !/\p{Ll}/u.test(sentence)) return false;
  const about = `${point.over.headings} ${point.label} ${point.over.item}`;
  if (incident.test(sentence) && !planned.test(sentence)) return false;
  const isOfChange = change.test(about) || ofTelling.test(about) || ofStatus.test(about);
  if (!change.test(sentence) && (!isOfChange || (incident.test(about) && !planned.test(about)))) return false;
  // An introduction is read with its list, unless it says how long before by itself (or `introducesDuty`).
  if (sentence.endsWith(":") && !isIntroduction && !isAhead(point)) return false;
  const says = telling.some((pattern) => [...sentence.matchAll(pattern)].some((match) => !isDenied(sentence, match)));
  // `Schools hear about maintenance five days ahead`: by its grammar.
  const tellsAhead = point.tells && isAhead(point) && change.test(sentence);
  return says || tellsAhead || (isTimeOfNotice(sentence, point) && !owesNothing(point));
}

/** Whether it says where problems are reported, so that nothing under it tells of the work. */
export function reportsProblems({ text }: Point): boolean {
  return problems.test(plainText(text));
}

function isSomethingElse(sentence: string): boolean {
  const isOther = [aRemark, problems, aStep, aRequest, tellsUs, tellsByName].some((pattern) => pattern.test(sentence));
  return isOther || defines(sentence) || isPurpose(sentence) || isOtherMatter(sentence) || tellsContent(sentence);
}

function isDenied(sentence: string, match: RegExpExecArray): boolean {
  return deniedBefore.test(sentence.slice(0, match.index)) || deniedAfter.test(sentence.slice(match.index));
}

/** Whether it says how long before, in figures. */
function isAhead({ words }: Point): boolean {
  return timingEntries(words).some(
    ({ when }) => when.kind === "before" || (when.kind === "unclear" && when.slot === "before" && when.near.length > 0),
  );
}

/** `Major changes: 1-2 weeks notice`, or `48 hours for …` under `How much notice we give`. */
function isTimeOfNotice(sentence: string, point: Point): boolean {
  const nearest = point.isProse ? (point.over.headings.split(" · ").at(-1) ?? "") : point.label;
  // `At start: immediate update`, or any time under `Update frequency`.
  const isOfUpdates = aNotice.test(sentence) || ofUpdates.test(point.over.headings);
  if (!point.isProse && isOfUpdates && timingEntries(point.words).length > 0) return true;
  return isAhead(point) && (/\b(?:notice|notification|notified|warning)\b/iu.test(sentence) || ofLeadTime.test(nearest));
}
