import type { CalendarMarks } from "../../../core/app/calendar/calendar-marks.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import type { TimelineRows } from "./calendar-address.ts";
import { gatherMarks, type MarkGroup } from "./mark-groups.ts";

/** A line of the timeline: a service or a customer, and which windows are its. */
export type RowSubject = {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly holidayRegion: string | null;
  readonly isCustomer: boolean;
  /** Windows of these services lie on this line; null means those of any. */
  readonly serviceIds: readonly string[] | null;
};

/** One window on one line. Places are fractions of the shown time, 0 to 1. */
export type Bar = {
  readonly window: WindowSummary;
  /** Where the window itself begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Where what stands for it begins and ends: it may be wider, to be grasped and read. */
  readonly left: number;
  readonly right: number;
  readonly lane: number;
  readonly continuesFrom: boolean;
  readonly continuesTo: boolean;
};

export type TimelineRow = {
  readonly subject: RowSubject;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  readonly marks: readonly MarkGroup[];
  /** In pixels from the first line's top. */
  readonly top: number;
  readonly height: number;
};

export const barHeight = 24;
const rowPadding = 6;
const markHeight = 16;
/** A bar is at least so wide that its shape can be grasped; with room, so wide that its title can be read beside it. */
const leastBar = 16;
const labelWidths = [216, 148];
const closestMarks = 24;

/** The lines of a timeline, in the directory's order. */
export function rowSubjects(by: TimelineRows, directory: Directory): readonly RowSubject[] {
  if (by === "service") {
    return directory.services.map(({ id, name, environment, holidayRegion }) => ({
      id,
      name,
      detail: environment,
      holidayRegion,
      isCustomer: false,
      serviceIds: [id],
    }));
  }
  return directory.customers
    .filter(({ active }) => active !== false)
    .map((customer) => ({
      id: customer.id,
      name: customer.name,
      detail: customer.zone.split("/").at(-1)?.replaceAll("_", " ") ?? "",
      holidayRegion: customer.holidayRegion,
      isCustomer: true,
      serviceIds: customer.serviceIds.length === 0 ? null : customer.serviceIds,
    }));
}

/**
 * Places each window on every line it belongs to, in the topmost lane that is free; a line is as high as its lanes.
 * `width` is the shown time's in pixels: what is read beside a short bar needs room, which a crowded line has not.
 */
export function layOutTimeline(
  windows: readonly WindowSummary[],
  subjects: readonly RowSubject[],
  stretch: { readonly from: Instant; readonly to: Instant },
  width: number,
  marks: CalendarMarks | null,
): readonly TimelineRow[] {
  const length = stretch.to - stretch.from;
  const place = (at: Instant): number => Math.min(1, Math.max(0, (at - stretch.from) / length));
  const shown = windows.filter(({ startAt, endAt }) => startAt < stretch.to && endAt > stretch.from);
  const ordered = [...shown].sort((one, other) => one.startAt - other.startAt || (one.id < other.id ? -1 : 1));
  const ownOf = windowsByLine(ordered);
  let top = 0;
  return subjects.map((subject) => {
    const own = ownOf(subject);
    const roomy = labelWidths.find((label) => own.length * label < 2.5 * width);
    const least = (roomy ?? leastBar) / Math.max(1, width);
    const laneEnds: number[] = [];
    const bars = own.map((window): Bar => {
      const [from, to] = [place(window.startAt), place(window.endAt)];
      // At the right edge there is no room beside a bar but before it.
      const isLate = from + least > 1;
      const right = isLate ? Math.min(1, Math.max(to, from + leastBar / Math.max(1, width))) : Math.max(to, from + least);
      const left = isLate ? Math.min(from, Math.max(0, right - least)) : from;
      const free = laneEnds.findIndex((end) => end <= left + 1e-9);
      const lane = free === -1 ? laneEnds.length : free;
      laneEnds[lane] = right;
      const continuesFrom = window.startAt < stretch.from;
      return { window, from, to, left, right, lane, continuesFrom, continuesTo: window.endAt > stretch.to };
    });
    const groups = marks === null ? [] : groupMarks(marks, subject, place, closestMarks / Math.max(1, width));
    const lanes = Math.max(1, laneEnds.length);
    const height = lanes * barHeight + rowPadding + markHeight;
    const row = { subject, bars, lanes, marks: groups, top, height };
    top += height;
    return row;
  });
}

/** Whether what concerns these services lies on a line. */
export function liesOn(subject: Pick<RowSubject, "serviceIds">, serviceIds: readonly string[]): boolean {
  return subject.serviceIds === null || subject.serviceIds.some((id) => serviceIds.includes(id));
}

/** Finds a line's windows without looking at all of them for each line: two hundred lines share ten thousand. */
function windowsByLine(ordered: readonly WindowSummary[]): (subject: RowSubject) => readonly WindowSummary[] {
  const places = new Map(ordered.map((window, index) => [window, index]));
  const byService = new Map<string, WindowSummary[]>();
  for (const window of ordered) {
    for (const id of new Set(window.serviceIds)) {
      const known = byService.get(id);
      if (known === undefined) byService.set(id, [window]);
      else known.push(window);
    }
  }
  return ({ serviceIds }) => {
    if (serviceIds === null) return ordered;
    const [only = "", ...more] = serviceIds;
    if (more.length === 0) return byService.get(only) ?? [];
    const own = new Set(serviceIds.flatMap((id) => byService.get(id) ?? []));
    return [...own].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  };
}

/** The marks of one line, from left to right; those that would lie on one another become one. */
function groupMarks(
  marks: CalendarMarks,
  subject: RowSubject,
  place: (at: Instant) => number,
  closest: number,
): readonly MarkGroup[] {
  const isOwn = (windowId: string): boolean => {
    const window = marks.windows[windowId];
    return window !== undefined && liesOn(subject, window.serviceIds);
  };
  return gatherMarks(
    marks.notices.filter(({ windowId }) => isOwn(windowId)),
    marks.promises.filter(({ windowId, customerIds }) =>
      subject.isCustomer && customerIds.length > 0 ? customerIds.includes(subject.id) : isOwn(windowId),
    ),
    place,
    closest,
  );
}

/** The lines that lie within a scrolled view, and a few beyond its edges. */
export function rowsInView(rows: readonly TimelineRow[], from: number, to: number): readonly TimelineRow[] {
  const beyond = 200;
  return rows.filter(({ top, height }) => top < to + beyond && top + height > from - beyond);
}
