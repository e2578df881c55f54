import type { ChangeType, HolidayRegion, Service } from "./directory.ts";
import type { Instant, WallTime, ZoneId } from "./instant.ts";
import { describeDate, describeTime } from "./time-text.ts";
import { mark } from "./understanding/marked-line.ts";
import { findMarks, type Marks } from "./understanding/marks.ts";
import { type Asked, answered, askAbout, askAtEnd } from "./understanding/question.ts";
import { wordsAt } from "./understanding/span.ts";
import { readWhat } from "./understanding/what.ts";
import { readWhen } from "./understanding/when.ts";
import type { Impact, Reference } from "./window.ts";
import { addDays, dateOf, resolveWall, wallOf } from "./zoned-time.ts";

/** What a line is read against: today, the coordinator's zone and place, and the names it may use. */
export type UnderstandingContext = {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly services: readonly Service[];
  readonly changeTypes: readonly ChangeType[];
  /** How this workspace numbers records elsewhere (`OPS-#`), beside the usual ways. */
  readonly referencePatterns?: readonly string[];
  /** The coordinator's place: whether digits are more likely meant month first, as in the US. Both are asked about all the same. */
  readonly holidayRegion?: HolidayRegion | null;
};

/** A wall time as typed; a time that clocks show twice is asked about, so the occurrence stays open. */
type UnderstoodTime = { readonly wall: WallTime; readonly occurrence: null };

/** An answer to choose: a line that leaves the question out, or which of two times of the clock is meant. */
export type LineAnswer = { readonly label: string } & (
  | { readonly kind: "line"; readonly line: string }
  | {
      readonly kind: "occurrence";
      readonly end: "start" | "end";
      readonly wall: WallTime;
      readonly occurrence: "earlier" | "later";
    }
);

/** Something a line leaves open, with answers to choose from where there are any. */
export type LineQuestion = { readonly text: string; readonly answers: readonly LineAnswer[] };

/** What a typed line says of a window, what each part was taken for, and what must be asked. */
export type Understood = {
  readonly draft: {
    readonly title?: string;
    readonly changeTypeId?: string;
    readonly serviceIds?: readonly string[];
    readonly zone?: ZoneId;
    readonly start?: UnderstoodTime;
    readonly end?: UnderstoodTime;
    readonly impact?: Impact;
    readonly references?: readonly Reference[];
  };
  readonly parts: readonly { readonly words: string; readonly takenFor: string }[];
  /** The texts of `asked`. */
  readonly questions: readonly string[];
  readonly asked: readonly LineQuestion[];
  /** By which rule of RFC 5545 it comes again, by the wall clock of its zone; null where the line does not say that it does. */
  readonly repeats: string | null;
};

/** A line is typed, not pasted: what follows is not read. */
const longestLine = 1000;

/**
 * Reads a line such as `Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage`, its parts in any order.
 * What is ambiguous (03/04, "next Tuesday" on a Monday, GMT in July) becomes a question and stays out of the draft.
 * Times without a zone are the coordinator's, unless the service is elsewhere: then it is asked.
 */
export function understandWindow(typed: string, context: UnderstandingContext): Understood {
  const line = typed.slice(0, longestLine).replaceAll(mark, " ");
  if (line.trim() === "") return { draft: {}, parts: [], questions: [], asked: [], repeats: null };
  const marks = findMarks(line);
  const monthFirst = context.holidayRegion?.startsWith("US") === true;
  const when = readWhen(line, marks, context.now, context.zone, monthFirst);
  const what = readWhat(marks.rest, context);
  const questions: Asked[] = [...when.questions, ...what.questions];
  const isWhenSaid = marks.dates.length + marks.times.length + marks.timeQuestions.length > 0 || marks.repeats !== null;
  if (!isWhenSaid) questions.push({ text: "When does it start and end?", choices: [] });

  let zone = when.zone;
  if (zone === null && when.start !== null && !when.isZoneOpen) {
    const elsewhere = what.services.find((service) => service.zone !== context.zone);
    if (elsewhere === undefined) zone = context.zone;
    else {
      const text = `Whose clocks are meant: ${context.zone} (yours) or ${elsewhere.zone} (${elsewhere.name})?`;
      questions.push(askAtEnd(text, line.trimEnd().length, [context.zone, elsewhere.zone]));
    }
  }
  if (zone !== null && when.start !== null) questions.push(...askPast(line, marks, when.start, zone, context.now));
  const asked = unlike([...questions.map((one) => ofLine(one, line)), ...askClocks(line, marks, when, zone)]);
  const parts = [...when.taken, ...what.taken]
    .sort((one, other) => one.index - other.index)
    .map(({ words, takenFor }) => ({ words, takenFor }));
  return {
    draft: {
      ...(what.title === null ? {} : { title: what.title }),
      ...(what.changeType === null ? {} : { changeTypeId: what.changeType.id }),
      ...(what.services.length === 0 ? {} : { serviceIds: what.services.map(({ id }) => id) }),
      ...(zone === null ? {} : { zone }),
      ...(when.start === null ? {} : { start: { wall: when.start, occurrence: null } }),
      ...(when.end === null ? {} : { end: { wall: when.end, occurrence: null } }),
      ...(what.impact === null ? {} : { impact: what.impact }),
      ...(what.records.length === 0 ? {} : { references: what.records.map((label) => ({ label, url: null })) }),
    },
    parts,
    questions: asked.map(({ text }) => text),
    asked,
    repeats: when.rule,
  };
}

function ofLine({ text, choices }: Asked, line: string): LineQuestion {
  return { text, answers: choices.map((choice) => ({ kind: "line", label: choice.label, line: answered(line, choice) })) };
}

function unlike(questions: readonly LineQuestion[]): readonly LineQuestion[] {
  return questions.filter(({ text }, number) => questions.findIndex((one) => one.text === text) === number);
}

/** A start that is over already: perhaps the same date of a coming year is meant. It stays as it was written. */
function askPast(line: string, marks: Marks, start: WallTime, zone: ZoneId, now: Instant): readonly Asked[] {
  const resolved = resolveWall(start, zone);
  if (resolved.kind !== "exact" || resolved.at >= now) return [];
  const [typed] = marks.dates;
  const text = `${describeTime(resolved.at, zone)} is over. Is that meant?`;
  if (typed === undefined) return [{ text, choices: [] }];
  const today = dateOf(now, zone);
  const sameDay = (years: number): string => `${Number(today.slice(0, 4)) + years}${start.slice(4, 10)}`;
  const next = typed.kind === "inDays" ? addDays(today, 1) : [sameDay(0), sameDay(1)].find((date) => date > today);
  // The 29th of February has no such day in most years.
  const exists = next !== undefined && addDays(next, 0) === next;
  const where = { index: typed.index, length: wordsAt(line, typed).length };
  return [askAbout(where, text, exists ? [{ label: describeDate(next), words: describeDate(next) }] : [])];
}

/** A time that clocks skip or show twice there: its neighbours, or which of the two. */
function askClocks(
  line: string,
  marks: Marks,
  when: { readonly start: WallTime | null; readonly end: WallTime | null },
  zone: ZoneId | null,
): readonly LineQuestion[] {
  if (zone === null) return [];
  return (["start", "end"] as const).flatMap((end, number): LineQuestion[] => {
    const wall = when[end];
    const resolved = wall === null ? null : resolveWall(wall, zone);
    if (wall === null || resolved === null || resolved.kind === "exact") return [];
    const time = wall.slice(11);
    if (resolved.kind === "repeated") {
      const answers = (["earlier", "later"] as const).map(
        (occurrence): LineAnswer => ({
          kind: "occurrence",
          label: describeTime(resolved[occurrence], zone),
          end,
          wall,
          occurrence,
        }),
      );
      return [{ text: `The clocks go back that night: ${time} occurs twice in ${zone}. Which one?`, answers }];
    }
    const text = `The clocks go forward that night: ${time} does not exist in ${zone}. Which time is meant?`;
    const typed = marks.times[number];
    if (typed === undefined) return [{ text, answers: [] }];
    const where = { index: typed.index, length: wordsAt(line, typed).length };
    const answers = [resolved.before, resolved.after]
      .map((at) => wallOf(at, zone).slice(11))
      .map((words) => ({ label: words, words }));
    return [ofLine(askAbout(where, text, answers), line)];
  });
}
