import type { Figure, Group } from "./figure.ts";
import { fiveYears } from "./large-files.ts";
import { runMeasured } from "./processes.ts";
import { repeated } from "./repeated.ts";

type Times = Record<"import" | "open" | "answer" | "today" | "workspace" | "outbox" | "tick", number>;

/** Opens the backend on the large file, in a fresh process each time. */
export const backend: Group = {
  name: "backend",
  async measure(say) {
    const file = fiveYears(say);
    say("Starting the backend …");
    const starts = await repeated(() => runMeasured<Times>("backend-start", [file]));
    const figure = (name: string, target: number | null, value: (times: Times) => number): Figure => ({
      name,
      unit: "ms",
      values: starts.map(value),
      target,
    });
    return [
      figure("backend: open to first answer", 50, ({ open, answer }) => open + answer),
      figure("backend: its code read and run", null, (times) => times.import),
      figure("backend: Today's answer, warm", 10, ({ today }) => today),
      figure("backend: workspace's answer, warm", 10, ({ workspace }) => workspace),
      figure("backend: Outbox's answer, warm", null, ({ outbox }) => outbox),
      figure("backend: idle round of the outbox", 1, ({ tick }) => tick),
    ];
  },
};
