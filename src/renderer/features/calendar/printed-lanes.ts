import type { MonthWeek } from "./month-layout.ts";
import { firstLane } from "./use-grid-height.ts";

/** About as many letters as stand on one line of a printed day, and the height of such a line in pixels. */
const lettersPerLine = 17;
const lineHeight = 13;

/** Where each lane of a printed week begins, and how high the week is: every title has as many lines as it needs. */
export function printedLanes(week: MonthWeek): { readonly tops: readonly number[]; readonly height: number } {
  const lines: number[] = [];
  for (const { lane, days, window } of week.pieces) {
    const needed = Math.ceil((window.title.length + 9) / (lettersPerLine * days));
    lines[lane] = Math.max(lines[lane] ?? 1, needed);
  }
  const tops = [firstLane];
  for (const needed of lines) tops.push((tops.at(-1) ?? firstLane) + needed * lineHeight + 6);
  return { tops, height: Math.max(74, (tops.at(-1) ?? 0) + 4) };
}
