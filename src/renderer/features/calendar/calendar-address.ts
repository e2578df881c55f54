import {
  type CalendarFilter,
  everything,
  type WindowState,
  windowStates,
} from "../../../core/domain/calendar/calendar-filter.ts";
import type { IsoDate } from "../../../core/domain/instant.ts";
import { type Impact, impacts } from "../../../core/domain/window.ts";
import { isIsoDate } from "../../../core/domain/zoned-time.ts";

export const calendarModes = ["month", "week", "day", "agenda", "year", "timeline"] as const;
export type CalendarMode = (typeof calendarModes)[number];

/** How much time a timeline shows at once. */
export const zooms = ["day", "week", "month", "quarter"] as const;
export type Zoom = (typeof zooms)[number];
export type TimelineRows = "service" | "customer";

/** How the calendar is looked at. All of it is in the address, so that a view can be kept as a bookmark. */
export type CalendarPlace = {
  readonly mode: CalendarMode;
  /** The day in focus; its month, week or year is shown. Null means today. */
  readonly date: IsoDate | null;
  readonly filter: CalendarFilter;
  readonly zoom: Zoom;
  readonly rows: TimelineRows;
};

export const firstPlace: CalendarPlace = { mode: "month", date: null, filter: everything, zoom: "month", rows: "service" };

/** Reads what stands behind the `?`. What is not understood is left out, so that an old or mistyped address still opens. */
export function readPlace(search: string): CalendarPlace {
  const words = new URLSearchParams(search);
  const date = words.get("date") ?? "";
  return {
    mode: oneOf(calendarModes, words.get("view")) ?? firstPlace.mode,
    date: isIsoDate(date) ? date : null,
    zoom: oneOf(zooms, words.get("zoom")) ?? firstPlace.zoom,
    rows: words.get("by") === "customer" ? "customer" : "service",
    filter: {
      serviceIds: words.getAll("service"),
      customerIds: words.getAll("customer"),
      impacts: words.getAll("impact").flatMap((word): Impact[] => listed(oneOf(impacts, word))),
      states: words.getAll("state").flatMap((word): WindowState[] => listed(oneOf(windowStates, word))),
      conflictsOnly: words.get("conflicts") === "only",
    },
  };
}

/** The address of a place, without what goes without saying; `/calendar` alone is the first place. */
export function placeAddress({ mode, date, filter, zoom, rows }: CalendarPlace): string {
  const words = new URLSearchParams();
  if (mode !== firstPlace.mode) words.set("view", mode);
  if (date !== null) words.set("date", date);
  if (mode === "timeline" && zoom !== firstPlace.zoom) words.set("zoom", zoom);
  if (mode === "timeline" && rows !== firstPlace.rows) words.set("by", rows);
  for (const id of filter.serviceIds) words.append("service", id);
  for (const id of filter.customerIds) words.append("customer", id);
  for (const impact of filter.impacts) words.append("impact", impact);
  for (const state of filter.states) words.append("state", state);
  if (filter.conflictsOnly) words.set("conflicts", "only");
  const search = words.toString();
  return search === "" ? "/calendar" : `/calendar?${search}`;
}

function oneOf<Word extends string>(all: readonly Word[], word: string | null): Word | null {
  return all.find((each) => each === word) ?? null;
}

function listed<Word>(word: Word | null): Word[] {
  return word === null ? [] : [word];
}
