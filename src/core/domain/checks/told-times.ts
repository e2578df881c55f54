import { type ContactThen, contactBetween } from "../contact-hours.ts";
import type { Instant, IsoDate, TimeOfDay, ZoneId } from "../instant.ts";
import { zoneAbbreviation } from "../time-text.ts";
import type { Window } from "../window.ts";
import { dateOf, timeOfDayOf } from "../zoned-time.ts";
import type { CheckedRendering, CheckInput } from "./check-input.ts";

/** A time as a reader's clock shows it. */
export type ClockReading = { readonly clock: TimeOfDay; readonly zone: string };

/** The times a notice of this stage may name, as clocks in every zone concerned show them. */
export type ToldTimes = {
  readonly zones: readonly ZoneId[];
  /** The window's time now. */
  readonly current: readonly Instant[];
  /** Times it had before and has no more. */
  readonly former: readonly Instant[];
  /** The end of the work, when notices are due, and the times of other windows told of together. */
  readonly other: readonly Instant[];
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
const instants = new WeakMap<CheckInput, Omit<ToldTimes, "zones">>();

function instantsIn(input: CheckInput): Omit<ToldTimes, "zones"> {
  const { window, plan, notice, told, group, workspace, now } = input;
  const current = [window.start.at, window.end.at];
  const former = [
    ...window.formerTimes.flatMap(({ start, end }) => [start.at, end.at]),
    ...told.flatMap(({ startAt, endAt }) => [startAt, endAt]),
  ].filter((at) => !current.includes(at));
  return {
    current,
    former: distinct(former),
    // Recipients mostly share their due times: two hundred come to a handful.
    other: distinct([
      ...endedAt(window),
      ...[...plan, notice].flatMap(({ recipients }) => recipients.map(({ dueAt }) => dueAt)),
      ...told.map(({ at }) => at),
      ...(window.toDoBy ? [window.toDoBy.at] : []),
      ...[window.start.at, now, notice.dueAt].flatMap((at) => opensAgain(contactBetween(workspace, at, at))),
      // A notice of a change or a series says when its other windows are.
      ...(group?.members ?? []).flatMap(({ start, end }) => [start.at, end.at]),
    ]),
  };
}

function opensAgain(contact: ContactThen): Instant[] {
  return contact.kind === "closed" && contact.opensAt !== null ? [contact.opensAt] : [];
}

function distinct(instants: readonly Instant[]): Instant[] {
  return [...new Set(instants)];
}

export function allowsOldTime(input: CheckInput): boolean {
  return saysOldTime.has(input.notice.stage);
}

function endedAt({ outcome }: Window): Instant[] {
  if (outcome.kind === "open") return [];
  return outcome.kind === "cancelled" ? [outcome.at] : [outcome.at, outcome.endedAt];
}

export function clocksOf(instants: readonly Instant[], zones: readonly ZoneId[]): ClockReading[] {
  return instants.flatMap((at) => zones.map((zone) => ({ clock: timeOfDayOf(at, zone), zone: zoneAbbreviation(at, zone) })));
}

export function datesOf(instants: readonly Instant[], zones: readonly ZoneId[]): Set<IsoDate> {
  return new Set(instants.flatMap((at) => zones.map((zone) => dateOf(at, zone))));
}
