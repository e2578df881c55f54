import { anyOf } from "../any-of.ts";
import type { Instant, IsoDate } from "../instant.ts";
import { momentOf } from "../stage-moment.ts";
import { describeTime } from "../time-text.ts";
import type { Sighting } from "./check-input.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { phraseOf } from "./mend-times.ts";
import { other } from "./moment-sightings.ts";
import { isOfWork } from "./moment-topic.ts";
import { possibleInstants } from "./reading/moments-in-text.ts";
import { placeIn } from "./reading/reading.ts";
import { datesOf, timesIn } from "./told-times.ts";

export function judgeDeadline(judged: JudgedMoment): Sighting | null {
  const { moment, reading, input, part } = judged;
  const instants = possibleInstants(moment);
  const sentAt = Math.max(input.now, reading.rendering.recipient.dueAt);
  if (instants.some(({ at }) => at > sentAt && at <= reading.told.end)) return isOtherDeadline(judged) ? other(judged) : null;
  const isAhead = momentOf(input.notice.stage) === "ahead";
  if (instants.some(({ at }) => at > reading.told.end)) return asksReader(judged) || isOfWork(judged) ? other(judged) : null;
  if (!isAhead && !asksReader(judged)) return null;
  const { from, to } = phraseOf(judged);
  const place = placeIn(part, from, to);
  const sent = describeTime(sentAt, reading.rendering.recipient.zone);
  return {
    check: "tooLateToAct",
    part: part.part,
    quote: place.quote,
    places: [place],
    message: `This notice is sent ${sent}: nobody can do it by then any more. Give a later time.`,
  };
}

const asks = anyOf`
  // “Export your orders”
  ^\W*\p{L}+ (?:all |any )?(?:of )?your\b
  \b(?:please|kindly|make sure|remember|be sure|required)\b
  \b(?:must|should(?! (?:you|there|any|it|this)\b)|need(?:s|ed)? to|ha(?:ve|s) to)\b
`;
const asked = new RegExp(asks, "iu");

/** Whether a deadline is one for the reader, and not of what others do by then; nor a condition: “if it fails after 05:00, call”. */
export function asksReader(judged: JudgedMoment): boolean {
  const { text } = judged.sentence;
  if (/\b(?:if|when|once|unless)\b[^,;]*$/iu.test(text.slice(0, judged.moment.clock.from))) return false;
  return asked.test(text) || saysToDo(judged);
}

/** Whether the window states another time by which readers must do what this sentence asks of them. */
function isOtherDeadline({ moment, sentence, input }: JudgedMoment): boolean {
  const deadlines = deadlinesOf(input);
  return (
    deadlines.length > 0 && !possibleInstants(moment).some(({ at }) => deadlines.includes(at)) && saysToDo({ sentence, input })
  );
}

/** The same of a day without a time: “export your orders by Thursday”, where the window states Friday. */
export function isOtherDeadlineDay(
  days: readonly IsoDate[],
  { sentence, reading, input }: Pick<JudgedMoment, "sentence" | "reading" | "input">,
): boolean {
  const deadlines = datesOf(deadlinesOf(input), reading.told.zones);
  return deadlines.size > 0 && !days.some((one) => deadlines.has(one)) && saysToDo({ sentence, input });
}

function deadlinesOf({ window: { toDo, toDoBy, start } }: JudgedMoment["input"]): Instant[] {
  return [...(toDoBy ? [toDoBy.at] : []), ...timesIn(toDo, start.at)];
}

/** Whether a sentence asks what the window asks of readers. */
function saysToDo({ sentence, input }: Pick<JudgedMoment, "sentence" | "input">): boolean {
  const { toDo } = input.window;
  const wanted = [...new Set(toDo.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter((word) => word !== "your");
  const said = sentence.text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const isSaid = (word: string): boolean => said.some((one) => one.startsWith(word.slice(0, 6)));
  return wanted.length > 0 && wanted.filter(isSaid).length * 2 > wanted.length;
}
