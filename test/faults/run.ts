// `npm run faults`: kills the backend and simulates the outbox as often as is asked, and says what came of it. Resumable.
import { parseArgs } from "node:util";
import { follow } from "./following/following.ts";
import { followingDeaths, renewingPoints } from "./following/following-points.ts";
import { renew } from "./following/renewing.ts";
import { type ChainReport, killsPerWorkspace, runWorkspace } from "./kills/chain.ts";
import { tidyUp } from "./kills/child-bundle.ts";
import { type KillsState, nothingDone, runState, type SchedulesState } from "./run-state.ts";
import { playInProcesses } from "./simulation/play-in-processes.ts";
import { describeViolation } from "./simulation/run-schedules.ts";

const help = `Proves with faults that nothing is sent twice, lost, stale, or to the wrong people:

  npm run faults -- --kills 10000 --schedules 100000

  --kills N       kill the real backend N times, at named points and at random ones
  --schedules M   simulate M schedules of the outbox
  --following     kill it once at every moment of keeping windows in other systems and of renewing a sign-in
  --chains C      processes that are killed at the same time; each, with its judge, uses about one core
  --workers W     processes that simulate at the same time, each on one core
                  (one each when both halves are wanted, else two)
  --seed S        another run than the usual one; the same seed gives the same run
  --workspace W   one workspace of that seed alone, as a violation names it
  --anew          forget what was done before; without it, a run goes on where it was stopped

What was done is kept in .cache/faults, with the summary of each seed.`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "0" },
    schedules: { type: "string", default: "0" },
    following: { type: "boolean", default: false },
    chains: { type: "string" },
    workers: { type: "string" },
    seed: { type: "string", default: "1" },
    workspace: { type: "string" },
    anew: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

function number(text: string): number {
  const read = Number(text);
  if (!Number.isSafeInteger(read) || read < 0) throw new Error(`“${text}” is no number.\n\n${help}`);
  return read;
}

const seed = number(values.seed);
const wanted = { kills: number(values.kills), schedules: number(values.schedules) };
const share = String(wanted.kills > 0 && wanted.schedules > 0 ? 1 : 2);
const chains = Math.max(1, number(values.chains ?? share));
const workers = Math.max(1, number(values.workers ?? share));
const kept = runState(seed);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const lines = { kills: "", schedules: "" };
const saidAt = { kills: 0, schedules: 0 };

/** On a terminal one line that changes; elsewhere a line a minute of each half. */
function progress(half: keyof typeof lines, text: string): void {
  lines[half] = text;
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\u001b[2K${[lines.kills, lines.schedules].filter((line) => line !== "").join("   ")}`);
  } else if (text !== "" && performance.now() - saidAt[half] > 60_000) {
    saidAt[half] = performance.now();
    say(text);
  }
}

/** How far a half is, in words. `pace` in seconds. */
function farness(what: string, done: number, all: number, pace: number, violations: number): string {
  const minutes = Math.ceil((Math.max(0, all - done) * pace) / 60);
  return `${what}: ${done} of ${all}, ${(pace * 1_000).toFixed(0)} ms each, ${minutes} minutes left; violations: ${violations}`;
}

function add(state: KillsState, workspace: number, report: ChainReport): void {
  state.workspaces.push(workspace);
  state.kills += report.kills;
  for (const kind of ["reached", "missed"] as const) {
    for (const [name, count] of report[kind]) state[kind][name] = (state[kind][name] ?? 0) + count;
  }
  state.violations.push(...report.violations);
}

async function kill(state: KillsState): Promise<void> {
  const done = new Set(state.workspaces);
  let next = 0;
  const before = { kills: state.kills, seconds: state.seconds, at: performance.now() };
  async function chain(): Promise<void> {
    while (state.kills < wanted.kills) {
      while (done.has(next)) next += 1;
      const workspace = next;
      done.add(workspace);
      add(state, workspace, await runWorkspace(seed, workspace, killsPerWorkspace));
      const seconds = (performance.now() - before.at) / 1_000;
      state.seconds = before.seconds + seconds;
      kept.saveKills(state);
      const pace = seconds / Math.max(1, state.kills - before.kills);
      progress("kills", farness("Kills", state.kills, wanted.kills, pace, state.violations.length));
    }
  }
  await Promise.all(Array.from({ length: chains }, chain));
  progress("kills", "");
}

/** The simulation's half. */
async function simulate(state: SchedulesState): Promise<void> {
  if (state.schedules >= wanted.schedules) return;
  const before = { schedules: state.schedules, seconds: state.seconds, at: performance.now() };
  await playInProcesses({
    from: state.schedules,
    to: wanted.schedules,
    seed,
    processes: workers,
    onPlayed(to, { summary, coreSeconds }) {
      state.schedules = to;
      for (const name of ["messages", "deliveries", "crashes", "unknown"] as const) state[name] += summary[name];
      state.violations.push(...summary.violations);
      const seconds = (performance.now() - before.at) / 1_000;
      state.seconds = before.seconds + seconds;
      state.coreSeconds += coreSeconds;
      kept.saveSchedules(state);
      const pace = seconds / (to - before.schedules);
      progress("schedules", farness("Schedules", to, wanted.schedules, pace, state.violations.length));
    },
  });
  progress("schedules", "");
}

function summaryOf(kills: KillsState, schedules: SchedulesState): string {
  const counts = (of: Record<string, number>): string =>
    Object.entries(of)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
      .join("\n");
  const text: string[] = [];
  if (kills.kills > 0) {
    const reached = Object.values(kills.reached).reduce((sum, count) => sum + count, 0);
    text.push(
      `Points reached, and how often:\n${counts(kills.reached)}\n`,
      `${kills.kills} kills on ${kills.workspaces.length} workspaces in ${(kills.seconds / 60).toFixed(1)} minutes, ${((1_000 * kills.seconds) / kills.kills).toFixed(0)} ms each. ${reached} at the point they were meant for; the others elsewhere, since a fault came before it.`,
    );
  }
  if (schedules.schedules > 0) {
    text.push(
      `${schedules.schedules} schedules in ${(schedules.seconds / 60).toFixed(1)} minutes, ${((1_000 * schedules.coreSeconds) / schedules.schedules).toFixed(0)} ms of one core each: ${schedules.deliveries} deliveries, ${schedules.messages} messages the providers took, ${schedules.crashes} crashes, ${schedules.unknown} deliveries of unknown outcome when the faults ended.`,
    );
  }
  for (const violation of kills.violations) {
    text.push(
      `VIOLATION  ${violation.rule}: ${violation.detail} Again: npm run faults -- --seed ${seed} --workspace ${violation.workspace}`,
    );
  }
  for (const violation of schedules.violations) text.push(`VIOLATION  ${describeViolation(violation)}`);
  text.push(`Seed ${seed}. ${kills.violations.length + schedules.violations.length} violations.`);
  return text.join("\n");
}

async function runOneWorkspace(workspace: number): Promise<void> {
  const state = structuredClone(nothingDone.kills);
  add(state, workspace, await runWorkspace(seed, workspace));
  say(summaryOf(state, nothingDone.schedules));
  if (state.violations.length > 0) process.exitCode = 1;
}

async function runBoth(): Promise<void> {
  const kills = values.anew && wanted.kills > 0 ? structuredClone(nothingDone.kills) : kept.loadKills();
  const schedules = values.anew && wanted.schedules > 0 ? structuredClone(nothingDone.schedules) : kept.loadSchedules();
  // Both go to their end, even when one fails: what it did is kept.
  const ended = await Promise.allSettled([kill(kills), simulate(schedules)]);
  // The half that was not asked for may be going on in another process.
  const summary = summaryOf(wanted.kills > 0 ? kills : kept.loadKills(), wanted.schedules > 0 ? schedules : kept.loadSchedules());
  kept.saveSummary(`${summary}\n`);
  say(`${summary}\nKept in ${kept.summaryFile}`);
  if (kills.violations.length + schedules.violations.length > 0) process.exitCode = 1;
  for (const half of ended) if (half.status === "rejected") throw half.reason;
}

/** What the short run has a few of, all of it: a minute or two. */
async function runFollowing(): Promise<void> {
  const wrong = [...(await follow(followingDeaths))];
  for (const point of renewingPoints) wrong.push(...(await renew(point)).map((each) => `${point.name}: ${each}`));
  for (const each of wrong) say(`VIOLATION  ${each}`);
  say(
    `${followingDeaths.length} deaths while windows were kept in other systems, ${renewingPoints.length} while a sign-in was renewed.`,
  );
  say(`${wrong.length} violations.`);
  if (wrong.length > 0) process.exitCode = 1;
}

if (values.help) say(help);
else {
  try {
    if (values.following) await runFollowing();
    else if (values.workspace === undefined) await runBoth();
    else await runOneWorkspace(number(values.workspace));
  } finally {
    tidyUp(process.exitCode === 1);
  }
}
