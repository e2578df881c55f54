import { type CalendarFilter, isEverything } from "../../domain/calendar/calendar-filter.ts";
import { wasHeard } from "../../domain/delivery.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { isBrokenAt } from "../../domain/notice.ts";
import type { NoticeSummary, ReadStore, WindowSummary } from "../../ports/store.ts";
import { noticesThrough } from "./calendar-notices.ts";

/**
 * Where a notice stands: `waiting` for somebody's approval, `due` when that is late already, `approved` and on its way,
 * or `sent`.
 */
export type NoticeStanding = "waiting" | "due" | "approved" | "sent";

/** A notice as a point in time. */
export type NoticeMark = Pick<NoticeSummary, "id" | "windowId" | "stage" | "audienceId" | "dueAt"> & {
  readonly standing: NoticeStanding;
};

/** The last chance to announce a window with the promised notice, and for whom: customers by id, or readers inside. */
export type PromiseMark = {
  readonly windowId: string;
  readonly at: Instant;
  /** That chance has passed, and they have not been told. */
  readonly isBroken: boolean;
  readonly customerIds: readonly string[];
};

export type MarkedWindow = Pick<WindowSummary, "title" | "serviceIds">;

export type CalendarMarks = {
  readonly notices: readonly NoticeMark[];
  readonly promises: readonly PromiseMark[];
  /** All windows the marks are about, by id: they may lie outside what is shown. */
  readonly windows: Readonly<Record<string, MarkedWindow>>;
};

/** A promise is seldom longer than a month; windows that begin later have their last chance later. */
const longestPromise = 45 * day;

export function marksBetween(
  reading: ReadStore,
  from: Instant,
  to: Instant,
  filter: CalendarFilter,
  /** Windows that are known to pass the filter; the others are looked at one by one. */
  shown: readonly WindowSummary[],
  now: Instant,
): CalendarMarks {
  const through = <Of extends { readonly windowId: string }>(marks: readonly Of[]) =>
    isEverything(filter) ? marks : noticesThrough(reading, marks, shown, filter, now);
  const heard = reading.noticeIdsHeard(from, to);
  const notices = (["open", "approved"] as const)
    .flatMap((state) => reading.noticesDue(from, to, state, 5_000))
    .map(({ id, windowId, stage, audienceId, dueAt, state }): NoticeMark => {
      if (state === "open") return { id, windowId, stage, audienceId, dueAt, standing: dueAt <= now ? "due" : "waiting" };
      return { id, windowId, stage, audienceId, dueAt, standing: heard.has(id) ? "sent" : "approved" };
    });
  const shownNotices = through(notices);
  const promises = through(promisesBetween(reading, from, to, now));
  const near = new Map(reading.windowsBetween(from, to + longestPromise).map((window) => [window.id, window]));
  const windows: Record<string, MarkedWindow> = {};
  for (const { windowId } of [...shownNotices, ...promises]) {
    const window = near.get(windowId) ?? reading.window(windowId);
    if (window !== null && windows[windowId] === undefined) {
      windows[windowId] = { title: window.title, serviceIds: window.serviceIds };
    }
  }
  return { notices: shownNotices, promises, windows };
}

/** The last chances that lie in `[from, to)`, of windows that have not begun and recipients who were not told. */
function promisesBetween(reading: ReadStore, from: Instant, to: Instant, now: Instant): PromiseMark[] {
  const marks: PromiseMark[] = [];
  for (const window of reading.windowsBetween(Math.max(from, now), to + longestPromise)) {
    if (window.outcome !== "open" || window.startAt <= now) continue;
    const chances = new Map<Instant, { isBroken: boolean; readonly customerIds: Set<string> }>();
    for (const notice of reading.noticesOf(window.id)) {
      if (notice.state.kind === "superseded" || notice.state.kind === "skipped") continue;
      const promised = notice.recipients.filter(
        ({ promise }) => promise.kind !== "none" && promise.latest >= from && promise.latest < to,
      );
      if (promised.length === 0) continue;
      // Who was told needs no last chance any more.
      if (notice.state.kind === "approved" && reading.deliveriesOfNotice(notice.id).some(wasHeard)) continue;
      for (const { promise, customerId } of promised) {
        if (promise.kind === "none") continue;
        const known = chances.get(promise.latest) ?? { isBroken: isBrokenAt(promise, now), customerIds: new Set<string>() };
        chances.set(promise.latest, known);
        if (customerId !== null) known.customerIds.add(customerId);
      }
    }
    for (const [at, { isBroken, customerIds }] of chances) {
      marks.push({ windowId: window.id, at, isBroken, customerIds: [...customerIds] });
    }
  }
  return marks;
}
