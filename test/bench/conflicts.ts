import type { Figure, Group } from "./figure.ts";
import { runMeasured } from "./processes.ts";
import { runs, warmUp } from "./repeated.ts";

type Times = Record<"bareSweep" | "sameService" | "everyKind" | "bareLook" | "move" | "moveInFile", number>;

/** One move among 10,000 windows and all among 100,000 over 200 services, beside a bare sweep of the same windows. */
export const conflicts: Group = {
  name: "conflicts",
  async measure(say) {
    say("Looking for conflicts among 100,000 windows …");
    const taken = runMeasured<readonly Times[]>("conflicts", [String(warmUp), String(runs)]);
    const figure = (name: string, unit: Figure["unit"], target: number | null, value: (times: Times) => number): Figure => ({
      name,
      unit,
      values: taken.map(value),
      target,
    });
    return [
      figure("a bare sweep by service, 100,000 windows", "ms", null, ({ bareSweep }) => bareSweep),
      figure("same service among all of them", "ms", null, ({ sameService }) => sameService),
      figure("  how many bare sweeps that is", "×", 3, ({ sameService, bareSweep }) => sameService / bareSweep),
      figure("every kind of conflict among all of them", "ms", null, ({ everyKind }) => everyKind),
      figure("  how many bare sweeps that is", "×", null, ({ everyKind, bareSweep }) => everyKind / bareSweep),
      figure("one move among 10,000 by looking at each", "ms", null, ({ bareLook }) => bareLook),
      figure("one move among 10,000, every kind", "ms", 1, ({ move }) => move),
      figure("  and out of the workspace's file", "ms", 5, ({ moveInFile }) => moveInFile),
    ];
  },
};
