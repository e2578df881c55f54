import { minute } from "../instant.ts";
import { momentOf } from "../stage-moment.ts";
import { describeLength } from "../time-text.ts";
import type { ReadingCheck, Sighting } from "./check-input.ts";
import {
  boundAfter,
  boundBefore,
  briefly,
  felt,
  feltAfter,
  feltBefore,
  feltBeside,
  fromAClock,
  inAllAfter,
  inAllBefore,
  labelOfEffect,
  marginForReader,
  notNow,
  ofNothing,
  ofTheEffect,
  ofTheWork,
  ofWindowAfter,
  ofWindowBefore,
  ofWindowOrBreak,
  spokenOld,
  spokenPast,
  vague,
} from "./length-words.ts";
import { type FoundLength, lengthsIn } from "./reading/lengths-in-text.ts";
import { sameClock } from "./reading/moments-in-text.ts";
import { type PlacedSentence, placeIn, type Reading } from "./reading/reading.ts";

/** How long it takes: the window's length is the window's, and what readers feel fits into it. */
export const checkLengths: ReadingCheck = (reading, { window, notice }) => {
  const whole = (reading.told.end - reading.told.start) / minute;
  const expected = window.expectedDowntimeMinutes;
  const part = reading.body;
  return [reading.subject, part].flatMap((one) =>
    one.sentences.flatMap((sentence) => {
      const { text, from, moments } = sentence;
      return lengthsIn(text)
        .filter((length) => !moments.some(({ clock }) => clock.from < length.to && length.from < clock.to))
        .flatMap((length): Sighting[] => {
          const found = judge(length, text, isBesideWindow(length, sentence, reading));
          if (found === null) return [];
          const inParentheses = text[length.from - 1] === "(" && text[length.to] === ")" ? 1 : 0;
          const place = placeIn(one, from + length.from - inParentheses, from + length.to + inParentheses);
          const target = placeIn(one, from + length.from, from + length.to);
          const upTo = /(?:for )?(?:up to|about|around|at most)\s+$/iu.exec(text.slice(0, length.from))?.[0] ?? "";
          const replaced =
            found.fact === "window.downtime"
              ? placeIn(one, from + length.from - upTo.replace(/^for /iu, "").length, from + length.to)
              : target;
          // “a 90-minute window” takes no fact: its words would not fit.
          const isAdjective = /\d-(?:hour|minute)$/iu.test(length.quote) || found.fact === null;
          return [
            {
              check: found.check,
              part: place.part,
              quote: place.quote,
              places: [place],
              message: found.message,
              mend:
                isAdjective || found.fact === null
                  ? null
                  : { kind: "replace", label: found.label, place: replaced, replacement: `{{ ${found.fact} }}` },
            },
          ];
        });
    }),
  );

  function judge(length: FoundLength, text: string, isBesideWindowSpan: boolean) {
    const before = text.slice(0, length.from);
    const after = text.slice(length.to);
    if (notNow.test(after) || spokenOld.test(before)) return null;
    if (marginForReader.test(before)) return null;
    // “In the last years the break was 4 to 7 minutes long”: what was is no promise.
    if (momentOf(notice.stage) === "ahead" && spokenPast.test(before)) return null;
    const isInAll = isAllOfWork(before, after);
    if (length.minutes === expected && (isInAll || ofWindowOrBreak.test(before))) return null;
    const isLedTo = ofWindowBefore.test(before) && !feltAfter.test(after);
    const isOfWindow = isBesideWindowSpan || isInAll || ofWindowAfter.test(after) || isLedTo;
    if (isOfWindow && !/\b(?:in|for) an?\s*$/iu.test(before.replace(/\d.*$/u, ""))) {
      if (length.minutes === whole) return null;
      return {
        check: "wrongLength",
        message: `The window is ${describeLength(whole)} long. Check which of the two is right.`,
        fact: "window.length",
        label: "Use the window's length",
      } as const;
    }
    if (isOfWindow && ofWindowAfter.test(after)) {
      return length.minutes === whole
        ? null
        : ({ check: "wrongLength", message: `The window is ${describeLength(whole)} long.`, fact: null, label: "" } as const);
    }
    const isBesideFelt = feltBeside.test(before) && /^\s*(?:[.,;)|\n]|max\b|$)/iu.test(after);
    const isFelt = isBesideFelt || feltBefore.test(before) || feltAfter.test(after) || isBoundOfFelt(before, after);
    if (!isFelt && !(fromAClock.test(before) && length.minutes > whole)) return null;
    if (length.minutes > whole) {
      return {
        check: "longerThanWindow",
        message: `This is longer than the window, which is ${describeLength(whole)}. Check which of the two is right.`,
        ...(expected !== null && expected > 0 && expected < whole
          ? ({ fact: "window.downtime", label: "Use the break the window states" } as const)
          : ({ fact: "window.length", label: "Use the window's length" } as const)),
      } as const;
    }
    if (
      expected === null ||
      expected === 0 ||
      length.minutes <= expected ||
      length.minutes === whole ||
      momentOf(notice.stage) === "over"
    )
      return null;
    return {
      check: "longerThanBreak",
      message: `The window expects a break of at most ${describeLength(expected)}. Change it there, or these words.`,
      fact: expected < whole ? "window.downtime" : null,
      label: "Use the break the window states",
    } as const;
  }
};

/** “02:00–04:00 GMT (two hours)”: a length in parentheses beside the window's span; of another span it is that one's. */
function isBesideWindow({ from, to }: FoundLength, { text, moments }: PlacedSentence, { told }: Reading): boolean {
  const before = moments.filter(({ clock }) => clock.to <= from).at(-1);
  if (before === undefined || before.other === null || !/^\s*[,;)]/u.test(text.slice(to))) return false;
  if (!/^\)?\s?(?:\([A-Z]{2,5}\)|[A-Z]{2,5}|\))?[\s,]*\($/u.test(text.slice(before.clock.to, from))) return false;
  return [before, moments[before.other]].some((end) => end !== undefined && sameClock(end, [told.start, told.end]).length > 0);
}

/** “The work takes two hours altogether”: as long as the window is, where the clause names nothing else that takes it. */
function isAllOfWork(before: string, after: string): boolean {
  const own = clauseBefore(before);
  return (inAllAfter.test(after) || inAllBefore.test(own)) && own.replace(ofTheWork, "").replace(ofNothing, "") === "";
}

/** Of the words before a length those after the last joint of the sentence. */
function clauseBefore(before: string): string {
  return before.split(/[,;:(|]|\s[–—-]\s/u).at(-1) ?? "";
}

/** “Interrupted on Saturday, for at most 40 minutes”: a bound that names nothing else is one of what the sentence says is felt. */
function isBoundOfFelt(before: string, after: string): boolean {
  const isBound = boundBefore.test(before) || boundAfter.test(after) || /[≤<~]\s*$/u.test(before);
  const clause = clauseBefore(before);
  const own = /\blasting\b/iu.test(clause) ? "" : clause;
  return isBound && (labelOfEffect.test(before) || felt.test(own.replace(ofNothing, "") === "" ? `${before}${after}` : own));
}

/** Whether a part says how long readers feel it. */
function saysFelt({ sentences }: Reading["body"]): boolean {
  return sentences.some(({ text }) =>
    lengthsIn(text).some(({ from, to }) => {
      const [before, after] = [text.slice(0, from), text.slice(to)];
      return feltBefore.test(before) || feltAfter.test(after) || boundBefore.test(before) || boundAfter.test(after);
    }),
  );
}

/** No figure: readers cannot plan with “brief” or “several hours”. */
export const checkFigures: ReadingCheck = (reading, { window, notice }) => {
  const isOver = momentOf(notice.stage) === "over";
  const felt = window.expectedDowntimeMinutes;
  const canFill = felt !== null && felt > 0 && felt * minute < reading.told.end - reading.told.start;
  // A subject is short: its “short interruption” may have its figure in the text.
  const saysFigure = saysFelt(reading.body);
  // Of a window that nobody is to notice, its own check says that these words contradict it.
  const needsFigure = !saysFigure && window.impact !== "none";
  const parts = saysFigure ? [reading.body] : [reading.subject, reading.body];
  return parts.flatMap((part) =>
    part.sentences.flatMap(({ text, from }) =>
      [...text.matchAll(vague), ...(needsFigure ? text.matchAll(briefly) : [])].flatMap((match): Sighting[] => {
        if (!ofTheEffect.test(text)) return [];
        // “It was gone for a moment”: nobody plans with what has been.
        if (isOver && /\b(?:was|were|had)\b/iu.test(text)) return [];
        // “A short break of up to 10 minutes” has its figure.
        if (
          /^(?:[^.]|(?<=\b(?:max|approx))\.){0,30}\b\d+\s?(?:h|hours?|min|minutes?|seconds?|s)\b/iu.test(
            text.slice(match.index + match[0].length),
          )
        )
          return [];
        const place = placeIn(part, from + match.index, from + match.index + match[0].length);
        const isBreak =
          canFill && /(?:interruption|outage|break|disruption|pause)$/iu.test(place.quote) && /^an?\s/iu.test(place.quote);
        const noun = place.quote.split(/\s+/u).at(-1) ?? "";
        return [
          {
            check: "noFigure",
            part: place.part,
            quote: place.quote,
            places: [place],
            message: "Readers cannot plan with this. Give a figure: how long at most, or until when.",
            mend: isBreak
              ? {
                  kind: "replace",
                  label: "Use the break the window states",
                  place,
                  replacement: `${/^[aeiou]/iu.test(noun) ? "an" : "a"} ${noun} of {{ window.downtime }}`,
                }
              : null,
          },
        ];
      }),
    ),
  );
};
