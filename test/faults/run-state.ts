import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChainReport } from "./kills/chain.ts";
import { cache } from "./kills/child-bundle.ts";
import type { SchedulesSummary } from "./simulation/run-schedules.ts";

/** What is kept of the kills' half between runs. */
export type KillsState = {
  /** Workspaces that are done. */
  workspaces: number[];
  kills: number;
  seconds: number;
  reached: Record<string, number>;
  missed: Record<string, number>;
  violations: ChainReport["violations"][number][];
};

/** What is kept of the simulation's half: the schedules of the seed up to, and without, number `schedules`. */
export type SchedulesState = SchedulesSummary & { seconds: number; coreSeconds: number };

const noKills: KillsState = { workspaces: [], kills: 0, seconds: 0, reached: {}, missed: {}, violations: [] };
const noSchedules: SchedulesState = {
  schedules: 0,
  messages: 0,
  deliveries: 0,
  crashes: 0,
  unknown: 0,
  seconds: 0,
  coreSeconds: 0,
  violations: [],
};

/** Each half has a file of its own, so that two processes may run them side by side. */
export type RunState = {
  readonly summaryFile: string;
  loadKills(): KillsState;
  saveKills(state: KillsState): void;
  loadSchedules(): SchedulesState;
  saveSchedules(state: SchedulesState): void;
  /** Keeps the summary where it can be read after the run. */
  saveSummary(text: string): void;
};

export function runState(seed: number): RunState {
  const file = (name: string): string => join(cache, `seed-${seed}-${name}`);
  function load<T>(name: string, nothing: T): T {
    return existsSync(file(name)) ? JSON.parse(readFileSync(file(name), "utf8")) : structuredClone(nothing);
  }
  // Swapped in: a run that is stopped while it writes loses nothing.
  function save(name: string, text: string): void {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file(name)}.new`, text);
    renameSync(`${file(name)}.new`, file(name));
  }
  return {
    summaryFile: file("summary.txt"),
    loadKills: () => load("kills.json", noKills),
    saveKills: (state) => save("kills.json", JSON.stringify(state)),
    loadSchedules: () => load("schedules.json", noSchedules),
    saveSchedules: (state) => save("schedules.json", JSON.stringify(state)),
    saveSummary: (text) => save("summary.txt", text),
  };
}

/** What a run begins with that forgets what was done before. */
export const nothingDone = { kills: noKills, schedules: noSchedules };
