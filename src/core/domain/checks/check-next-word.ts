import { recipientKey } from "../delivery.ts";
import { minute } from "../instant.ts";
import { nextWordOf } from "../next-word.ts";
import { describeTime } from "../time-text.ts";
import { dateOf } from "../zoned-time.ts";
import type { CheckInput, ReadingCheck, Sighting } from "./check-input.ts";
import { phraseOf } from "./mend-times.ts";
import { promisesNextWord, promisesNextWordAt } from "./next-word-in-text.ts";
import { lengthsIn } from "./reading/lengths-in-text.ts";
import { possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import { type PartReading, type PlacedSentence, placeIn, type Reading } from "./reading/reading.ts";

const often = /\b(?:hourly|half-hourly)\b|\bevery\s+(?:half(?: an)? hour|hour|(?:\w+[\s-])?(?:hours?|minutes?|mins?))\b/giu;
const after = /\b(?:in|within)\s+(?:(?:about|the next)\s+)?(?=\d|a|an|one|two|three|half|ten|fifteen|twenty|thirty)/giu;

/** A promised next word is a clock time, and the plan holds that notice for that reader. */
export const checkNextWord: ReadingCheck = (reading, input) =>
  [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap((sentence) => (promisesNextWord(sentence.text) ? judge(sentence, part, reading, input) : [])),
  );

function judge(sentence: PlacedSentence, part: PartReading, reading: Reading, input: CheckInput): Sighting[] {
  const { text, from, moments, dates } = sentence;
  const found: Sighting[] = [];
  const planned = dueTo(reading, input);
  const { start, end, ended } = reading.told;
  const zone = reading.rendering.recipient.zone;
  const say = (at: number, to: number, why: string): void => {
    const place = placeIn(part, at, to);
    const next = nextWordOf(input)(reading.rendering.recipient);
    const plan =
      next.kind === "notice"
        ? ` The next one planned for this reader is due ${describeTime(next.at, zone)}.`
        : next.kind === "ending"
          ? " The plan holds none for this reader before the work is over."
          : " This is the last notice of the plan.";
    const isLabelled = /^\s*(?:next (?:word|update|message|notice))\s*[:|]/iu.test(text);
    found.push({
      check: "nextWordUnplanned",
      part: place.part,
      quote: place.quote,
      places: [place],
      message: `${why}${plan}`,
      mend:
        isLabelled && next.kind !== "none"
          ? { kind: "replace", label: "Use the next word of the plan", place, replacement: "{{ next.word }}" }
          : null,
    });
  };
  const known = [...planned, start, end, ...(ended === null ? [] : [ended]), ...reading.told.beside];
  for (const [index, moment] of moments.entries()) {
    if (moment.zone === null || moment.zone.meaning.kind === "unknown") continue;
    if (moment.other !== null && moment.other < index) continue;
    if (!promisesNextWordAt(text, moment.clock.from, moment.clock.to)) continue;
    const instants = moment.dates.length > 0 ? possibleInstants(moment) : sameClock(moment, known);
    if (instants.some(({ at }) => known.includes(at))) continue;
    const { from: begin, to } = phraseOf({ moment, sentence, part, reading, input });
    say(begin, to, "No notice of the plan is due then.");
  }
  for (const date of dates) {
    if (!date.isWhole || moments.some((moment) => moment.date === date)) continue;
    if (!promisesNextWordAt(text, date.from, date.to)) continue;
    const days = new Set(known.map((at) => dateOf(at, zone)));
    if (!date.dates.some((one) => days.has(one)))
      say(from + date.from, from + date.to, "No notice of the plan is due on that day.");
  }
  for (const match of text.matchAll(often)) {
    const [length] = lengthsIn(
      match[0]
        .replace(/\bhourly\b/iu, "1 hour")
        .replace(/\bevery hour\b/iu, "1 hour")
        .replace(/\bevery\s+/iu, ""),
    );
    const gap = length?.minutes ?? (/half/iu.test(match[0]) ? 30 : 60);
    const wanted = Math.ceil((end - start) / (gap * minute)) - 1;
    const running = planned.filter((at) => at > start && at < end).length;
    if (running < Math.max(1, wanted)) {
      say(from + match.index, from + match.index + match[0].length, "The plan does not hold that many notices.");
    }
  }
  for (const match of text.matchAll(after)) {
    const at = match.index + match[0].length;
    const length = lengthsIn(text).find((one) => one.from === at);
    if (length === undefined) continue;
    say(from + match.index, from + length.to, "Nobody knows from when to count. Promise a clock time with its zone.");
  }
  return found;
}

/** When notices of the plan are due to this reader, this one left out. */
function dueTo({ rendering }: Reading, { plan, notice }: CheckInput): number[] {
  const key = recipientKey(rendering.recipient);
  return plan
    .filter((planned) => planned.key !== notice.key)
    .flatMap(({ recipients }) =>
      recipients.filter((one) => recipientKey(one) === key).map(({ dueAt }) => Math.floor(dueAt / minute) * minute),
    );
}
