import type { ChangeType, Service } from "./directory.ts";
import type { Instant, WallTime, ZoneId } from "./instant.ts";
import { mark } from "./understanding/marked-line.ts";
import { findMarks } from "./understanding/marks.ts";
import { readWhat } from "./understanding/what.ts";
import { readWhen } from "./understanding/when.ts";
import type { Impact } from "./window.ts";

/** What a line is read against: today, the coordinator's zone, and the names it may use. */
export type UnderstandingContext = {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly services: readonly Service[];
  readonly changeTypes: readonly ChangeType[];
};

/** A wall time as typed; a time that clocks show twice is asked about later, so the occurrence stays open. */
type UnderstoodTime = { readonly wall: WallTime; readonly occurrence: null };

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
  };
  readonly parts: readonly { readonly words: string; readonly takenFor: string }[];
  readonly questions: readonly string[];
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
  if (line.trim() === "") return { draft: {}, parts: [], questions: [] };
  const marks = findMarks(line);
  const when = readWhen(line, marks, context.now, context.zone);
  const what = readWhat(marks.rest, context);
  const questions = [...when.questions, ...what.questions];
  const isWhenSaid = marks.dates.length + marks.times.length + marks.timeQuestions.length > 0;
  if (!isWhenSaid) questions.push("When does it start and end?");

  let zone = when.zone;
  if (zone === null && when.start !== null && !when.isZoneOpen) {
    const elsewhere = what.services.find((service) => service.zone !== context.zone);
    if (elsewhere === undefined) zone = context.zone;
    else questions.push(`Whose clocks are meant: ${context.zone} (yours) or ${elsewhere.zone} (${elsewhere.name})?`);
  }
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
    },
    parts,
    questions: [...new Set(questions)],
  };
}
