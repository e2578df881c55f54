import ICAL from "ical.js";
import { expandRule } from "../../src/core/domain/recurrence/recurrence.ts";
import type { Figure, Group } from "./figure.ts";
import { repeated } from "./repeated.ts";

/** Rules a coordinator writes, four dozen of each kind, begun over the year before. */
const kinds = [
  "FREQ=MONTHLY;BYDAY=1SU",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=WEEKLY;BYDAY=TU,TH",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
  "FREQ=MONTHLY;BYMONTHDAY=15",
] as const;
const zones = ["Europe/London", "America/New_York", "Asia/Singapore", "Australia/Sydney"] as const;
const seriesCount = 200;
const from = Date.UTC(2027, 0, 1);
const to = Date.UTC(2028, 0, 1);

const all = Array.from({ length: seriesCount }, (_, index) => ({
  rule: kinds[index % kinds.length] ?? kinds[0],
  zone: zones[index % zones.length] ?? zones[0],
  start: `2026-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}T02:00`,
}));

/** As many as ical.js can be waited for, eleven times. */
const some = all.slice(0, 20);

/** A year of every series, each start with its instant in its zone. */
function ours(series: typeof all): number {
  let found = 0;
  for (const { rule, zone, start } of series) {
    const expansion = expandRule({ rule, start, zone, exceptions: [] }, from, to);
    if (expansion.kind === "expanded") found += expansion.occurrences.length;
  }
  return found;
}

/** The same year by ical.js: wall times only, since it needs a VTIMEZONE of each zone to know instants. */
function theirs(series: typeof all): number {
  let found = 0;
  for (const { rule, start } of series) {
    const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}:00`));
    for (let next = walk.next(); next !== null; next = walk.next()) {
      if (next.year > 2027) break;
      if (next.year === 2027) found += 1;
    }
  }
  return found;
}

function timed(work: () => number): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Expanding two hundred series over a year, beside the same by ical.js, turn about in the same run. */
export const series: Group = {
  name: "series",
  async measure(say) {
    say("Expanding 200 series over a year …");
    const taken = await repeated(() => ({
      all: timed(() => ours(all)),
      ours: timed(() => ours(some)),
      theirs: timed(() => theirs(some)),
    }));
    const figures: Figure[] = [
      { name: "200 series over a year, with instants", unit: "ms", values: taken.map((one) => one.all), target: 500 },
      { name: "20 series by ical.js, without instants", unit: "ms", values: taken.map((one) => one.theirs), target: null },
      { name: "20 series, ours beside ical.js", unit: "×", values: taken.map((one) => one.ours / one.theirs), target: 1 },
    ];
    return figures;
  },
};
