import type { IsoDate } from "../../../core/domain/instant.ts";

const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const names = new Map<IsoDate, string>();
/** About ten years, and an end to what a page that stays open keeps. */
const namesKept = 4000;

/** A date as people say it: `Saturday, 28 November 2026`. Dates have no zone, so they are read in UTC. */
export function longDay(date: IsoDate): string {
  let name = names.get(date);
  if (name === undefined) {
    if (names.size >= namesKept) names.clear();
    name = format.format(Date.parse(date));
    names.set(date, name);
  }
  return name;
}
