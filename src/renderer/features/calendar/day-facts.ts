import type { CalendarGround, CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarMarks } from "../../../core/app/calendar/calendar-marks.ts";
import type { Freeze } from "../../../core/domain/conflicts/freeze.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf } from "../../../core/domain/zoned-time.ts";

/** Why a day is hatched: a freeze outweighs a holiday; the names are all of them. */
export type DayGround = { readonly kind: "freeze" | "holiday"; readonly names: string };

/** What a day shows beside its windows. Days without any of it are not in the map. */
export type DayFact = {
  /** How many notices are due. */
  readonly notices: number;
  /** How many windows have their last chance to be announced in time, and how many of those chances have passed. */
  readonly promises: number;
  readonly broken: number;
  readonly ground: DayGround | null;
};
export type DayFacts = ReadonlyMap<IsoDate, DayFact>;

/** Gathers what the days of a view show, in the calendar's zone. */
export function dayFacts(
  view: Pick<CalendarView, "notices"> & CalendarGround,
  marks: CalendarMarks | null,
  zone: ZoneId,
): DayFacts {
  const facts = new Map<IsoDate, { notices: number; promises: number; broken: number; ground: DayGround | null }>();
  const of = (date: IsoDate) => {
    const known = facts.get(date) ?? { notices: 0, promises: 0, broken: 0, ground: null };
    facts.set(date, known);
    return known;
  };
  for (const { dueAt } of view.notices) of(dateOf(dueAt, zone)).notices += 1;
  for (const { at, isBroken } of marks?.promises ?? []) {
    const fact = of(dateOf(at, zone));
    fact.promises += 1;
    if (isBroken) fact.broken += 1;
  }
  for (const [date, ground] of dayGrounds(view, zone)) of(date).ground = ground;
  return facts;
}

/** The hatched days: those of a freeze, and the holidays of the workspace's places. */
export function dayGrounds({ holidays, freezes }: CalendarGround, zone: ZoneId): ReadonlyMap<IsoDate, DayGround> {
  const names = new Map<IsoDate, { isFreeze: boolean; readonly names: Set<string> }>();
  const note = (date: IsoDate, name: string, isFreeze: boolean): void => {
    const known = names.get(date) ?? { isFreeze: false, names: new Set<string>() };
    known.names.add(name);
    known.isFreeze ||= isFreeze;
    names.set(date, known);
  };
  for (const freeze of freezes) for (const date of datesOf(freeze, zone)) note(date, `Freeze: ${freeze.name}`, true);
  for (const { date, name, counts } of holidays) {
    // A day that is worked in spite of a holiday is like any other.
    if (counts !== "working") note(date, counts === "half" ? `${name} (half day)` : name, false);
  }
  return new Map(
    [...names].map(([date, known]) => [
      date,
      { kind: known.isFreeze ? "freeze" : "holiday", names: [...known.names].join(", ") } satisfies DayGround,
    ]),
  );
}

/** The dates a freeze touches; at most three years of them, whatever somebody typed. */
function datesOf({ start, end }: Freeze, zone: ZoneId): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  const last = dateOf(Math.max(end.at - 1, start.at), zone);
  for (let date = dateOf(start.at, zone); date <= last && dates.length < 1100; date = addDays(date, 1)) dates.push(date);
  return dates;
}
