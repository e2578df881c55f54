import type { Group } from "./figure.ts";
import { runMeasured } from "./processes.ts";
import { runs, warmUp } from "./repeated.ts";

type Times = Record<"one" | "many", number>;
type Measured = { readonly first: Times; readonly runs: readonly Times[] };

/** Checks a draft of 250 words as it is typed, and the copies of it that two hundred customers get, each with its own name in it. */
export const checker: Group = {
  name: "checker",
  async measure(say) {
    say("Checking a draft of 250 words for one reader and for 200 …");
    const measured = runMeasured<Measured>("check-drafts", [String(warmUp), String(runs)]);
    return [
      { name: "check of 250 words", unit: "ms", values: measured.runs.map(({ one }) => one), target: 10 },
      { name: "  the first time", unit: "ms", values: [measured.first.one], target: null },
      { name: "check of 250 words for 200 readers", unit: "ms", values: measured.runs.map(({ many }) => many), target: 100 },
    ];
  },
};
