import { anyOf } from "../any-of.ts";
import { type Instant, minute } from "../instant.ts";
import { describeLength } from "../time-text.ts";
import type { CheckInput, ReadingCheck, Sighting } from "./check-input.ts";
import { type FoundLength, lengthsIn } from "./reading/lengths-in-text.ts";
import { placeIn, type Reading } from "./reading/reading.ts";

/** Words that say a length is what an end was put off by. */
const another = /\b(?:another|a further|an additional|an extra)\s+$/iu;
const putOffBy =
  /\bextend(?:s|ing)? (?:\w+ ){0,4}by\s+$|\b(?:extended|prolonged|overruns?|delayed|longer|later|put off) by\s+$/iu;
const longer =
  /^\s*(?:more|longer|later|extra)\b(?!\s+than (?!planned|expected|announced|first|originally|scheduled|thought|hoped|we|it))/iu;
const thanPlanned = "than (?:planned|expected|announced|scheduled)";
const plannedEnd = "(?:the )?(?:planned|scheduled|announced) end";
/** Words that say a length is what lies between the planned end and the real one. */
const early = new RegExp(`^\\s*(?:early\\b|earlier ${thanPlanned}|ahead of (?:time|plan|schedule)|before ${plannedEnd})`, "iu");
const lateWords = anyOf`
  late\b|later ${thanPlanned}|longer ${thanPlanned}
  behind (?:time|plan|schedule)|after ${plannedEnd}
`;
const late = new RegExp(`^\\s*${lateWords}`, "iu");
const ofEnd = /\b(?:finish\w*|end(?:s|ed)?|complet\w+|done|back|works?|worked|available|restored|over|ready|closed|up again)\b/iu;
const partsOfWork = anyOf`
  copy\w*|copies|dump|import|export|restor\w+
  steps?|phase|(?:re)?index\w*|builds?|jobs?|nodes?
  rehearsal|tests?|checks?|break|queue
`;
/** What a part of the work took longer by is no matter of its end. */
const ofPart = new RegExp(`\\b${partsOfWork}\\b`, "iu");
/** What is said of all of it, and not of one of its parts. */
const ofWhole = /\b(?:we|it|that|this|all|everything|maintenance|works?|worked|upgrade|update|window|service|back|available)\b/iu;
const roughly =
  /\b(?:about|around|nearly|almost|some|roughly|approximately|over|more than|less than|under|just|well|c\.)\s+$|~\s*$/iu;

const joint = /[:;,]\s|\s(?:because|since|as)\s/iu;

/** “The copy takes half an hour longer”; not “we need half an hour more, as the copy is slow”. */
function isOfPart(before: string, after: string): boolean {
  return ofPart.test(`${before.split(joint).at(-1) ?? ""} ${after.split(joint, 1)[0] ?? ""}`);
}

/** How much later or earlier: what is said of the end agrees with the plan, the old end and the real one. */
export const checkShifts: ReadingCheck = (reading, input) => {
  const { stage } = input.notice;
  if (stage === "extended") return judgeExtension(reading, input);
  return stage === "completed" || stage === "rolledBack" ? judgeEnd(reading, input) : [];
};

/** “Two more hours”, “30 additional minutes”. */
function isExtra(text: string, before: string, after: string): boolean {
  return /\s(?:more|further|additional|extra)\s/iu.test(text.slice(before.length, text.length - after.length));
}

type Shift = { readonly length: FoundLength; readonly text: string; readonly from: number; readonly part: Reading["body"] };

function shiftsIn(reading: Reading, isShift: (before: string, after: string, text: string) => boolean): Shift[] {
  return [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap(({ text, from, moments }) =>
      lengthsIn(text)
        .filter(({ from: at, to }) => !moments.some(({ clock }) => clock.from < to && at < clock.to))
        .filter((length) => isShift(text.slice(0, length.from), text.slice(length.to), text))
        .map((length) => ({ length, text, from, part })),
    ),
  );
}

/** “Another two hours”, while the end moved by one. What is left from now on, and what all extensions come to, is right too. */
function judgeExtension(reading: Reading, { notice, window, told: before }: CheckInput): Sighting[] {
  const { told, rendering } = reading;
  const former = [...window.formerTimes.map(({ end }) => end.at), ...before.map(({ endAt }) => endAt)];
  if (former.length === 0) return [];
  const right = former.map((at) => (told.end - at) / minute);
  const left = (told.end - Math.max(notice.dueAt, rendering.recipient.dueAt)) / minute;
  const shifts = shiftsIn(
    reading,
    (words, after, text) =>
      (another.test(words) ||
        putOffBy.test(words) ||
        isExtra(text, words, after) ||
        (longer.test(after) && !isOfPart(words, after))) &&
      !roughly.test(words),
  );
  // “Another 90 minutes” may count from now; “extended by 90 minutes” counts from the old end.
  const isRight = ({ length, text }: Shift): boolean =>
    right.includes(length.minutes) || (!putOffBy.test(text.slice(0, length.from)) && Math.abs(length.minutes - left) <= 15);
  if (shifts.some(isRight)) return [];
  const newest = Math.min(...right.filter((length) => length > 0));
  if (!Number.isFinite(newest)) return [];
  return shifts.map((shift) =>
    sightingOf(shift, `The new end is ${describeLength(newest)} later than the old one. Check which of the two is right.`),
  );
}

/** “40 minutes early”, of an end that was 20 minutes before the planned one. */
function judgeEnd(reading: Reading, { window }: CheckInput): Sighting[] {
  const { told } = reading;
  if (told.ended === null || window.outcome.kind === "cancelled") return [];
  const ended: Instant = told.ended;
  const planned = [told.end, ...told.former];
  const judge = (pattern: RegExp, sign: 1 | -1): Sighting[] =>
    shiftsIn(
      reading,
      (words, after, text) =>
        pattern.test(after) &&
        (ofEnd.test(text) || /^\s*(?:that|this) (?:is|was)\b/iu.test(text)) &&
        ofWhole.test(text) &&
        !ofPart.test(text) &&
        !roughly.test(words),
    )
      .filter(({ length }) => {
        const slack = Math.max(5, length.minutes * 0.15);
        return !planned.some((at) => Math.abs(((at - ended) / minute) * sign - length.minutes) <= slack);
      })
      .map((shift) => sightingOf(shift, endMessage((told.end - ended) / minute)));
  return [...judge(early, 1), ...judge(late, -1)];
}

function endMessage(minutes: number): string {
  if (minutes === 0) return "It ended when it was planned to. Check which of the two is right.";
  const length = describeLength(Math.abs(minutes));
  return `It ended ${length} ${minutes > 0 ? "before" : "after"} the planned end. Check which of the two is right.`;
}

function sightingOf({ length, from, part }: Shift, message: string): Sighting {
  const place = placeIn(part, from + length.from, from + length.to);
  return { check: "wrongLength", part: place.part, quote: place.quote, places: [place], message };
}
