// A process that plays the schedules it is told to, range by range, and says what came of each: see play-in-processes.ts.
import { runSchedules } from "./run-schedules.ts";

export type RangeAsked = { readonly from: number; readonly to: number; readonly seed: number };
export type RangePlayed = { readonly summary: Awaited<ReturnType<typeof runSchedules>>; readonly coreSeconds: number };

process.on("message", async (asked: RangeAsked) => {
  const before = process.cpuUsage();
  const summary = await runSchedules(asked);
  const { user, system } = process.cpuUsage(before);
  // Whoever asked may have been stopped meanwhile; the range is played again then.
  if (process.connected) process.send?.({ summary, coreSeconds: (user + system) / 1e6 } satisfies RangePlayed);
});
