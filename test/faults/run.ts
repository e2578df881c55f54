// `npm run faults`: kills the backend and simulates the outbox as often as is asked, and says what came of it. Resumable.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ChainReport, killsPerWorkspace, runWorkspace } from "./kills/chain.ts";
import { cache, tidyUp } from "./kills/child-bundle.ts";
import { describeViolation, runSchedules } from "./simulation/run-schedules.ts";

const help = `Proves with faults that nothing is sent twice, lost, stale, or to the wrong people:

  npm run faults -- --kills 10000 --schedules 100000

  --kills N       kill the real backend N times, at named points and at random ones
  --schedules M   simulate M schedules of the outbox
  --seed S        another run than the usual one; the same seed gives the same run
  --workspace W   one workspace of that seed alone, as a violation names it
  --anew          forget what was done before; without it, a run goes on where it was stopped`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "0" },
    schedules: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    workspace: { type: "string" },
    anew: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

/** Two at a time: a child and its judge use about one core. */
const chains = 2;

type Violation = ChainReport["violations"][number] | { readonly rule: string; readonly seed: number; readonly detail: string };

/** What is kept between runs. */
type State = {
  seed: number;
  /** Workspaces that are done, of the kills' half. */
  workspaces: number[];
  kills: number;
  killSeconds: number;
  reached: Record<string, number>;
  missed: Record<string, number>;
  violations: Violation[];
  schedules: number;
  scheduleSeconds: number;
  scheduleViolations: Parameters<typeof describeViolation>[0][];
};

function number(text: string): number {
  const read = Number(text);
  if (!Number.isSafeInteger(read) || read < 0) throw new Error(`“${text}” is no number.\n\n${help}`);
  return read;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(text: string): void {
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${text}` : "");
}

const seed = number(values.seed);
const stateFile = join(cache, `seed-${seed}.json`);

function load(): State {
  if (!values.anew && existsSync(stateFile)) return JSON.parse(readFileSync(stateFile, "utf8"));
  return {
    seed,
    workspaces: [],
    kills: 0,
    killSeconds: 0,
    reached: {},
    missed: {},
    violations: [],
    schedules: 0,
    scheduleSeconds: 0,
    scheduleViolations: [],
  };
}

function save(state: State): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stateFile, JSON.stringify(state));
}

function add(state: State, workspace: number, report: ChainReport): void {
  state.workspaces.push(workspace);
  state.kills += report.kills;
  for (const kind of ["reached", "missed"] as const) {
    for (const [name, count] of report[kind]) state[kind][name] = (state[kind][name] ?? 0) + count;
  }
  state.violations.push(...report.violations);
}

async function kill(state: State, wanted: number): Promise<void> {
  const done = new Set(state.workspaces);
  let next = 0;
  const before = { kills: state.kills, seconds: state.killSeconds, at: performance.now() };
  let lastSaid = 0;
  async function chain(): Promise<void> {
    while (state.kills < wanted) {
      while (done.has(next)) next += 1;
      const workspace = next;
      done.add(workspace);
      add(state, workspace, await runWorkspace(seed, workspace, killsPerWorkspace));
      const seconds = (performance.now() - before.at) / 1_000;
      state.killSeconds = before.seconds + seconds;
      save(state);
      const each = seconds / Math.max(1, state.kills - before.kills);
      const left = Math.max(0, wanted - state.kills) * each;
      const line = `Kills: ${state.kills} of ${wanted}, ${(each * 1_000).toFixed(0)} ms each, ${Math.ceil(left / 60)} minutes left; violations: ${state.violations.length}`;
      progress(line);
      if (!process.stdout.isTTY && seconds - lastSaid > 60) {
        lastSaid = seconds;
        say(line);
      }
    }
  }
  await Promise.all(Array.from({ length: chains }, chain));
  progress("");
}

/** The simulation's half. */
async function simulate(state: State, wanted: number): Promise<void> {
  if (state.schedules >= wanted) return;
  const begun = performance.now();
  const batch = 1_000;
  while (state.schedules < wanted) {
    const from = state.schedules;
    const to = Math.min(wanted, from + batch);
    const report = await runSchedules({ from, to, seed, onProgress: (next) => progress(`Schedules: ${next} of ${wanted}`) });
    state.schedules = to;
    state.scheduleViolations.push(...report.violations);
    save(state);
    progress(`Schedules: ${to} of ${wanted}; violations: ${state.scheduleViolations.length}`);
  }
  state.scheduleSeconds += (performance.now() - begun) / 1_000;
  save(state);
  progress("");
}

function tell(state: State): void {
  const counts = (of: Record<string, number>): string =>
    Object.entries(of)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
      .join("\n");
  if (state.kills > 0) {
    const reached = Object.values(state.reached).reduce((sum, count) => sum + count, 0);
    say(`Points reached, and how often:\n${counts(state.reached)}\n`);
    say(
      `${state.kills} kills on ${state.workspaces.length} workspaces in ${(state.killSeconds / 60).toFixed(1)} minutes, ${((1_000 * state.killSeconds) / state.kills).toFixed(0)} ms each. ${reached} at the point they were meant for; the others elsewhere, since a fault came before it.`,
    );
  }
  if (state.schedules > 0) say(`${state.schedules} schedules in ${(state.scheduleSeconds / 60).toFixed(1)} minutes.`);
  for (const violation of state.violations) {
    const replay = "workspace" in violation ? ` Again: npm run faults -- --seed ${seed} --workspace ${violation.workspace}` : "";
    say(`VIOLATION  ${violation.rule}: ${violation.detail}${replay}`);
  }
  for (const violation of state.scheduleViolations) say(`VIOLATION  ${describeViolation(violation)}`);
  say(`Seed ${seed}. ${state.violations.length + state.scheduleViolations.length} violations.`);
}

if (values.help) say(help);
else {
  try {
    if (values.workspace !== undefined) {
      const state = {
        ...load(),
        workspaces: [],
        kills: 0,
        reached: {},
        missed: {},
        violations: [],
        schedules: 0,
        scheduleViolations: [],
      };
      add(state, number(values.workspace), await runWorkspace(seed, number(values.workspace)));
      tell(state);
      if (state.violations.length > 0) process.exitCode = 1;
    } else {
      const state = load();
      await kill(state, number(values.kills));
      await simulate(state, number(values.schedules));
      tell(state);
      if (state.violations.length + state.scheduleViolations.length > 0) process.exitCode = 1;
    }
  } finally {
    tidyUp(process.exitCode === 1);
  }
}
