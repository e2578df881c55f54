import type { FactName } from "../fact-names.ts";
import type { Mend } from "../message.ts";
import { momentOf } from "../stage-moment.ts";
import { describeDate, describeDay } from "../time-text.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { isToldAsBegun, isToldAsReplaced, roleOf } from "./moment-roles.ts";
import type { FoundDate } from "./reading/dates-in-text.ts";
import { dateInItsZone, possibleInstants, sameClock } from "./reading/moments-in-text.ts";
import { placeIn } from "./reading/reading.ts";

/** Where the words of a time begin and end in their part: its date right before or after, the other end of its span, its zone. */
export function phraseOf({ moment, sentence }: JudgedMoment): { readonly from: number; readonly to: number } {
  const { text, from: offset } = sentence;
  const other = moment.other === null ? undefined : sentence.moments[moment.other];
  const parts = [moment, ...(other === undefined ? [] : [other])].flatMap(({ clock, date, zone }) => [
    clock,
    ...(date === null ? [] : [date]),
    ...(zone === null ? [] : [zone]),
  ]);
  let { from, to } = moment.clock;
  // Grows as long as nothing but a joint lies between.
  for (let grows = true; grows; ) {
    const before = parts.find((part) => part.from < from && isJoint(text.slice(part.to, from)));
    const after = parts.find((part) => part.to > to && isJoint(text.slice(to, part.from)));
    grows = before !== undefined || after !== undefined;
    from = before?.from ?? from;
    to = after?.to ?? to;
  }
  const offsetBeside = /^\s*\((?:UTC|GMT)[^)]*\)/u.exec(text.slice(to))?.[0].length ?? 0;
  const opened = (text.slice(from, to).match(/\(/gu) ?? []).length > (text.slice(from, to).match(/\)/gu) ?? []).length;
  const closing = opened && text[to] === ")" ? 1 : 0;
  return { from: offset + from, to: offset + to + Math.max(offsetBeside, closing) };
}

/** Whether a date stands beside its time, and is replaced together with it. */
function isInPhrase(date: FoundDate, judged: JudgedMoment): boolean {
  const { from, to } = phraseOf(judged);
  return judged.sentence.from + date.from >= from && judged.sentence.from + date.to <= to;
}

function isJoint(words: string): boolean {
  return /^[\s,(]*(?:–|-|—|to|until|and|at|from|between|on)?[\s,(]*$/iu.test(words);
}

/** Puts the window's own time in the place of a wrong one, as the fact that follows the window when it moves. */
export function mendOfTime(judged: JudgedMoment): Mend | null {
  const { moment, part, input, reading, sentence } = judged;
  const { start, end, ended } = reading.told;
  const isSubject = part.part === "subject";
  const isDone = momentOf(input.notice.stage) === "over" && input.notice.stage !== "cancelled";
  const replace = (from: number, to: number, replacement: string, label: string): Mend => ({
    kind: "replace",
    label,
    place: placeIn(part, from, to),
    replacement,
  });
  const right = sameClock(moment, [start, end, ...(ended === null ? [] : [ended])])[0]?.at;
  if (
    right !== undefined &&
    moment.date !== null &&
    moment.dates.length > 0 &&
    !possibleInstants(moment).some(({ at }) => at === right) &&
    (roleOf(judged) === null || !isInPhrase(moment.date, judged)) &&
    !(isSubject && isDone)
  ) {
    // In the zone that is written there: the reader's own may be a day off.
    const dateThere = dateInItsZone(moment, right);
    const whole = dateThere === null ? describeDay(right, reading.rendering.recipient.zone) : describeDate(dateThere);
    const day = isSubject ? whole.slice(0, -5) : whole;
    const { date } = moment;
    return replace(sentence.from + date.from, sentence.from + date.to, day, `Write ${day}`);
  }
  const { from, to } = phraseOf(judged);
  // What the end was before is stated nowhere but in what readers were told.
  if (isToldAsReplaced(judged)) return null;
  const fact = (name: FactName, label: string): Mend => replace(from, to, `{{ ${name} }}`, label);
  if (isDone && (isSubject || roleOf(judged) === "since")) {
    return fact(isSubject ? "window.endedBrief" : "window.endedAt", "Use the time it really ended");
  }
  if (moment.other !== null && !isSubject) return fact("window.when", "Use the window's time");
  const role = roleOf(judged);
  const formerEnds = input.window.formerTimes.map((former) => former.end.at);
  const isEndHere = ["start", "progress", "extended"].includes(input.notice.stage) || sameClock(moment, formerEnds).length > 0;
  const isEnd = !isToldAsBegun(judged) && role !== "start" && (role === "end" || isEndHere);
  if (role === null && !isSubject) return null;
  if (isEnd) return fact(isSubject ? "window.endBrief" : "window.end", "Use the window's end");
  return fact(isSubject ? "window.startBrief" : "window.start", "Use the window's start");
}
