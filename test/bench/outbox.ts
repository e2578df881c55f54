import { mkdirSync } from "node:fs";
import { cache } from "./built.ts";
import type { Figure, Group } from "./figure.ts";
import { runMeasured } from "./processes.ts";

type Times = Record<
  "syncs" | "enqueue" | "drain" | "eachDelivery" | "longestBlock" | "usualBlock" | "answer" | "reports",
  number
>;

/** A few whole runs: each takes seconds and holds thousands of commits. */
const runs = 2;

/** Commits of single deliveries beside bare syncs of the same disk, and 5,000 deliveries drained into the practice mailbox. */
export const outbox: Group = {
  name: "outbox",
  async measure(say) {
    say("Draining 5,000 practice deliveries, twice …");
    mkdirSync(cache, { recursive: true });
    const taken = Array.from({ length: runs }, () => runMeasured<Times>("outbox-drain", [cache]));
    const figure = (name: string, unit: Figure["unit"], target: number | null, value: (times: Times) => number): Figure => ({
      name,
      unit,
      values: taken.map(value),
      target,
    });
    return [
      figure("a bare 4 kB write with fsync", "ms", null, ({ syncs }) => syncs),
      figure("a delivery enqueued durably", "ms", null, ({ enqueue }) => enqueue),
      figure("  how many bare fsyncs it is", "×", 3, ({ enqueue, syncs }) => enqueue / syncs),
      figure("5,000 practice deliveries drained", "ms", null, ({ drain }) => drain),
      figure("  each, with its three commits", "ms", null, ({ eachDelivery }) => eachDelivery),
      figure("  how many bare fsyncs that is", "×", null, ({ eachDelivery, syncs }) => eachDelivery / syncs),
      figure("  longest the backend was busy at a time", "ms", null, ({ longestBlock }) => longestBlock),
      figure("  99 in 100 waits were shorter than", "ms", 100, ({ usualBlock }) => usualBlock),
      figure("  Outbox's answer meanwhile, 99 in 100", "ms", 50, ({ answer }) => answer),
    ];
  },
};
