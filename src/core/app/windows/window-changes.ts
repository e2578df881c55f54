import { type Instant, minute } from "../../domain/instant.ts";
import type { FormerTime, Window, WindowFacts } from "../../domain/window.ts";
import { zonedTimeOf } from "../../domain/zoned-time.ts";

/** A window with other facts. When its times differ, the old ones are kept, since somebody may have heard them. */
export function changedWindow(window: Window, facts: WindowFacts, why: string, now: Instant): Window {
  const isMoved = facts.start.at !== window.start.at || facts.end.at !== window.end.at;
  const isLonger = facts.start.at === window.start.at && facts.end.at > window.end.at && window.start.at <= now;
  return {
    ...window,
    ...facts,
    revision: window.revision + 1,
    changedAt: now,
    formerTimes: isMoved
      ? [...window.formerTimes, formerTime(window, isLonger ? "extended" : "rescheduled", why, now)]
      : window.formerTimes,
  };
}

/** A running window that ends later by so many minutes, counted from its end or, when that has passed, from now. */
export function extendedWindow(window: Window, minutes: number, why: string, now: Instant): Window {
  return {
    ...window,
    end: zonedTimeOf(extendedEnd(window, minutes, now), window.zone),
    revision: window.revision + 1,
    changedAt: now,
    formerTimes: [...window.formerTimes, formerTime(window, "extended", why, now)],
  };
}

/** Counted from the planned end; when that has passed, from now, rounded up to five minutes. */
function extendedEnd(window: Window, minutes: number, now: Instant): Instant {
  const fiveMinutes = 5 * minute;
  const from = now <= window.end.at ? window.end.at : Math.ceil(now / fiveMinutes) * fiveMinutes;
  return from + minutes * minute;
}

function formerTime(window: Window, by: FormerTime["by"], why: string, now: Instant): FormerTime {
  return { start: window.start, end: window.end, revision: window.revision, replacedAt: now, by, why: why.trim() };
}
