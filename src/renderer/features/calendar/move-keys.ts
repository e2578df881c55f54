import type { ZoneId } from "../../../core/domain/instant.ts";
import {
  endingLaterBy,
  laterByDays,
  laterByMinutes,
  likelyInstant,
  type ProposedTimes,
} from "../../ui/move-window/proposed-move.ts";

/** What a key does to a window that is carried by keys: new times, the end of carrying, or nothing. */
export type MoveKey = { readonly kind: "times"; readonly times: ProposedTimes } | { readonly kind: "confirm" | "leave" } | null;

/**
 * Left and right go by days of the wall clock, up and down by a quarter of an hour of real time, Page Up and Page Down by weeks;
 * with Shift it is the end alone that moves. An end is never taken before a quarter of an hour after the start.
 */
export function moveKey(key: string, isShift: boolean, times: ProposedTimes, zone: ZoneId): MoveKey {
  switch (key) {
    case "Enter":
      return { kind: "confirm" };
    case "Escape":
      return { kind: "leave" };
    case "ArrowLeft":
      return { kind: "times", times: byDays(times, -1, isShift, zone) };
    case "ArrowRight":
      return { kind: "times", times: byDays(times, 1, isShift, zone) };
    case "PageUp":
      return { kind: "times", times: byDays(times, -7, isShift, zone) };
    case "PageDown":
      return { kind: "times", times: byDays(times, 7, isShift, zone) };
    case "ArrowUp":
      return { kind: "times", times: byMinutes(times, -15, isShift, zone) };
    case "ArrowDown":
      return { kind: "times", times: byMinutes(times, 15, isShift, zone) };
    default:
      return null;
  }
}

function byDays(times: ProposedTimes, days: number, isEndAlone: boolean, zone: ZoneId): ProposedTimes {
  const later = laterByDays(times, days);
  if (!isEndAlone) return later;
  const resized = { start: times.start, end: later.end };
  return likelyInstant(resized.end, zone) > likelyInstant(resized.start, zone) ? resized : times;
}

function byMinutes(times: ProposedTimes, minutes: number, isEndAlone: boolean, zone: ZoneId): ProposedTimes {
  return isEndAlone ? endingLaterBy(times, minutes, zone) : laterByMinutes(times, minutes, zone);
}
