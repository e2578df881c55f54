import type { Group } from "./figure.ts";
import { runMeasured } from "./processes.ts";
import { runs, warmUp } from "./repeated.ts";

type Times = Record<"plan" | "drafts" | "preview", number>;
type Measured = { readonly first: Times; readonly runs: readonly Times[] };

/** Plans one window, drafts and checks its announcement to 200 customers, and previews one of them in every form. */
export const notices: Group = {
  name: "notices",
  async measure(say) {
    say("Planning and drafting for 200 recipients …");
    const measured = runMeasured<Measured>("plan-and-drafts", [String(warmUp), String(runs)]);
    const total = ({ plan, drafts, preview }: Times): number => plan + drafts + preview;
    const figure = (name: string, target: number | null, value: (times: Times) => number) => ({
      name,
      unit: "ms" as const,
      values: measured.runs.map(value),
      target,
    });
    return [
      figure("200 recipients: plan, drafts, preview", 100, total),
      figure("  the plan", null, ({ plan }) => plan),
      figure("  drafts and their check", null, ({ drafts }) => drafts),
      figure("  one preview in every form", null, ({ preview }) => preview),
      { name: "  all of it, the first time", unit: "ms", values: [total(measured.first)], target: null },
    ];
  },
};
