import type { Place } from "../message.ts";
import { describeDate, describeSpan, describeTime } from "../time-text.ts";
import { dateOf } from "../zoned-time.ts";
import type { Sighting } from "./check-input.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { mendOfTime, phraseOf } from "./mend-times.ts";
import { counterpartOf, isToldAsNew } from "./moment-roles.ts";
import { otherWindowAt } from "./moment-topic.ts";
import { dateInItsZone, possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import { placeIn } from "./reading/reading.ts";

/** The words of a time: its clock, or both ends of its span where nothing but a dash or a word joins them. */
function quoted({ moment, sentence, part }: JudgedMoment): Place {
  const other = moment.other === null ? undefined : sentence.moments[moment.other];
  const from = Math.min(moment.clock.from, other?.clock.from ?? moment.clock.from);
  const to = Math.max(moment.clock.to, other?.clock.to ?? moment.clock.to);
  const isClose = to - from <= 24;
  return placeIn(part, sentence.from + (isClose ? from : moment.clock.from), sentence.from + (isClose ? to : moment.clock.to));
}

function windowSpan({ reading, input }: JudgedMoment): string {
  return describeSpan(input.window.start.at, input.window.end.at, reading.rendering.recipient.zone);
}

export function disagrees(judged: JudgedMoment): Sighting {
  const place = quoted(judged);
  const against = counterpartOf(judged);
  const other = otherWindowAt(judged);
  const whose = other === undefined ? "" : ` It is a time of ${other.reference}, ${other.title}.`;
  const { ended } = judged.reading.told;
  const really =
    ended !== null && judged.input.window.outcome.kind !== "cancelled"
      ? ` and ended ${describeTime(ended, judged.reading.rendering.recipient.zone)}`
      : "";
  const isSo = `is ${windowSpan(judged)}${really}.${whose}`;
  const message =
    against === null
      ? `This is not the window's time, which ${isSo}`
      : `This disagrees with “${against.quote}” in the ${against.part === "subject" ? "subject" : "text"}; the window ${isSo}`;
  return {
    check: "timeDisagrees",
    part: place.part,
    quote: place.quote,
    places: against === null ? [place] : [place, against],
    message,
    mend: mendOfTime(judged),
  };
}

export function wrongDate(judged: JudgedMoment): Sighting | null {
  const { moment, sentence, part, reading, input } = judged;
  const { date } = moment;
  if (date === null) return null;
  const { start, end, former } = reading.told;
  const isFormerDay = possibleInstants(moment).some(({ at }) => former.has(at));
  if (isFormerDay) return null;
  const place = placeIn(part, sentence.from + date.from, sentence.from + date.to);
  const right = sameClock(moment, [start, end]).map(({ at }) => at)[0] ?? reading.told.ended ?? start;
  const { zone } = reading.rendering.recipient;
  const dateThere = dateInItsZone(moment, right);
  const isOtherDay = dateThere !== null && dateThere !== dateOf(right, zone);
  const really = `${isOtherDay ? `${describeDate(dateThere)}; for this reader ` : ""}${describeTime(right, zone)}`;
  const against = counterpartOf(judged);
  return {
    check: "dateDisagrees",
    part: place.part,
    quote: place.quote,
    places: against === null ? [place] : [place, against],
    message: `With this time the date is wrong: it ${input.window.outcome.kind === "open" ? "is" : "was"} ${really}.`,
    mend: mendOfTime(judged),
  };
}

export function old(judged: JudgedMoment): Sighting {
  const { moment, part, reading } = judged;
  const { from, to } = phraseOf(judged);
  // Moved to another day at the same hours, it is old because of its date.
  const isOtherDay = moment.dates.length > 0 && sameClock(moment, [reading.told.start, reading.told.end]).length > 0;
  const place = isToldAsNew(judged) || isOtherDay ? placeIn(part, from, to) : quoted(judged);
  const message = `This is the time before it changed. It is now ${windowSpan(judged)}.`;
  return { check: "oldTime", part: place.part, quote: place.quote, places: [place], message, mend: mendOfTime(judged) };
}

export function other(judged: JudgedMoment, words?: { readonly from: number; readonly to: number }): Sighting {
  const place = words === undefined ? quoted(judged) : placeIn(judged.part, words.from, words.to);
  const message = `This is neither the start nor the end, nor the time of a planned notice; the window is ${windowSpan(judged)}. Check that it is meant.`;
  return { check: "otherTime", part: place.part, quote: place.quote, places: [place], message };
}
