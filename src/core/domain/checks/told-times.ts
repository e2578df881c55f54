import { type ContactThen, contactBetween } from "../contact-hours.ts";
import type { Instant, IsoDate, TimeOfDay, ZoneId } from "../instant.ts";
import { minute } from "../instant.ts";
import { zoneAbbreviation } from "../time-text.ts";
import { dateOf, timeOfDayOf } from "../zoned-time.ts";
import type { CheckedRendering, CheckInput } from "./check-input.ts";
import { type Moment, possibleInstants, readSentence, sameClock } from "./reading/moments-in-text.ts";
import type { Reading } from "./reading/reading.ts";
import { sentencesOf } from "./reading/sentences.ts";

/** A time as a reader's clock shows it. */
export type ClockReading = { readonly at: Instant; readonly clock: TimeOfDay; readonly zone: string; readonly date: IsoDate };

/** The times a notice may name, in the zones concerned. All are whole minutes. */
export type ToldTimes = KnownTimes & {
  /** The reader's zone first, then the window's, the workspace's, the services', and UTC. */
  readonly zones: readonly ZoneId[];
};

type KnownTimes = {
  readonly start: Instant;
  readonly end: Instant;
  /** When the work really ended, or was cancelled; null while it is open. */
  readonly ended: Instant | null;
  /** Starts and ends it had before and has no more. */
  readonly former: ReadonlySet<Instant>;
  /** When notices of its plan are due. */
  readonly due: ReadonlySet<Instant>;
  /** When its readers were told, by when they must act, when the contact opens, and the times of windows told of together. */
  readonly beside: ReadonlySet<Instant>;
};

/** Stages that say both the old and the new time. */
const saysOldTime: ReadonlySet<string> = new Set(["rescheduled", "extended", "cancelled"]);

export function toldTimes(rendering: CheckedRendering, input: CheckInput): ToldTimes {
  const { window, workspace, directory } = input;
  const services = directory.services.filter((service) => window.serviceIds.includes(service.id));
  const zones = [
    rendering.recipient.zone,
    window.zone,
    workspace.zone,
    workspace.secondZone,
    ...services.map(({ zone }) => zone),
    "UTC",
  ];
  const known = instants.get(input) ?? instantsIn(input);
  instants.set(input, known);
  return { zones: [...new Set(zones.filter((zone) => zone !== null))], ...known };
}

/** Of one check's input they are the same for each of its readers: two hundred of them have a thousand due times. */
const instants = new WeakMap<CheckInput, KnownTimes>();

function instantsIn(input: CheckInput): KnownTimes {
  const { window, plan, notice, told, group, workspace, now } = input;
  const start = toMinute(window.start.at);
  const end = toMinute(window.end.at);
  const former = [
    ...window.formerTimes.flatMap((time) => [time.start.at, time.end.at]),
    ...told.flatMap(({ startAt, endAt }) => [startAt, endAt]),
  ].map(toMinute);
  const { outcome } = window;
  return {
    start,
    end,
    ended: outcome.kind === "open" ? null : toMinute(outcome.kind === "cancelled" ? outcome.at : outcome.endedAt),
    former: new Set(former.filter((at) => at !== start && at !== end)),
    // Recipients mostly share their due times: two hundred come to a handful.
    due: new Set([...plan, notice].flatMap(({ recipients }) => recipients.map(({ dueAt }) => toMinute(dueAt)))),
    beside: new Set(
      [
        ...told.map(({ at }) => at),
        ...(outcome.kind === "open" ? [] : [outcome.at]),
        ...(window.toDoBy ? [window.toDoBy.at] : []),
        ...statedIn(input),
        ...[window.start.at, now, notice.dueAt].flatMap((at) => opensAgain(contactBetween(workspace, at, at))),
        // A notice of a change or a series says when its other windows are.
        ...(group?.members ?? []).flatMap((member) => [member.start.at, member.end.at]),
      ].map(toMinute),
    ),
  };
}

/** Times that the facts of the window state in words: “Export your orders by Fri 27 Nov 2026, 17:00 GMT.” */
function statedIn({ window }: CheckInput): Instant[] {
  const { toDo, toDoAfter = "", effect, goesOn = "", afterwards = "" } = window;
  return [toDo, toDoAfter, effect, goesOn, afterwards].flatMap((fact) => timesIn(fact, window.start.at));
}

/** The instants a text states with date and zone. `near` is the start of the window. */
export function timesIn(text: string, near: Instant): Instant[] {
  return sentencesOf(text).flatMap((sentence) =>
    readSentence(sentence, near).moments.flatMap((moment) => possibleInstants(moment).map(({ at }) => at)),
  );
}

function opensAgain(contact: ContactThen): Instant[] {
  return contact.kind === "closed" && contact.opensAt !== null ? [contact.opensAt] : [];
}

function toMinute(at: Instant): Instant {
  return Math.floor(at / minute) * minute;
}

export function allowsOldTime(input: CheckInput): boolean {
  return saysOldTime.has(input.notice.stage);
}

/** What an instant is to the window; null when it is nothing of it. */
export type Meaning = "start" | "end" | "ended" | "due" | "beside" | "former";

export function meaningsOf(at: Instant, { start, end, ended, due, beside, former }: ToldTimes): readonly Meaning[] {
  return [
    ...(at === start ? ["start" as const] : []),
    ...(at === end ? ["end" as const] : []),
    ...(at === ended ? ["ended" as const] : []),
    ...(due.has(at) ? ["due" as const] : []),
    ...(beside.has(at) ? ["beside" as const] : []),
    ...(former.has(at) ? ["former" as const] : []),
  ];
}

/** Every instant a notice of the window may name. */
export function knownInstants({ start, end, ended, due, beside, former }: ToldTimes): Instant[] {
  return [start, end, ...(ended === null ? [] : [ended]), ...due, ...beside, ...former];
}

export function clocksOf(instantsMeant: readonly Instant[], zones: readonly ZoneId[]): ClockReading[] {
  return instantsMeant.flatMap((at) =>
    zones.map((zone) => ({ at, clock: timeOfDayOf(at, zone), zone: zoneAbbreviation(at, zone), date: dateOf(at, zone) })),
  );
}

export function datesOf(instantsMeant: readonly Instant[], zones: readonly ZoneId[]): Set<IsoDate> {
  return new Set(instantsMeant.flatMap((at) => zones.map((zone) => dateOf(at, zone))));
}

/** Whether the text of a notice says one of these instants, but for the moments that are left out. */
export function saysInBody(
  { body }: Pick<Reading, "body">,
  instantsMeant: readonly Instant[],
  isLeftOut: (moment: Moment) => boolean = () => false,
): boolean {
  return body.sentences.some(({ moments }) =>
    moments.some((moment) => {
      return !isLeftOut(moment) && isOneOf(moment, instantsMeant);
    }),
  );
}

/** Whether a time is one of these instants; without a date its clock shows one of them. */
export function isOneOf(moment: Moment, instantsMeant: readonly Instant[]): boolean {
  const isDated = moment.dates.length > 0 && moment.zone !== null;
  return isDated
    ? possibleInstants(moment).some(({ at }) => instantsMeant.includes(at))
    : sameClock(moment, instantsMeant).length > 0;
}
