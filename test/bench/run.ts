// `npm run bench`: measures what docs/performance.md promises, prints it, and keeps it in .cache/bench.json.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { backend } from "./backend.ts";
import { buildMeasured, root } from "./built.ts";
import { calendar } from "./calendar.ts";
import { checker } from "./checker.ts";
import { conflicts } from "./conflicts.ts";
import { type Figure, isMissed, summaryOf, tableOf } from "./figure.ts";
import { firstScreen } from "./first-screen.ts";
import { notices } from "./notices.ts";
import { outbox } from "./outbox.ts";
import { monthBeside, timelineBeside } from "./peers.ts";
import { runs, warmUp } from "./repeated.ts";
import { series } from "./series.ts";
import { todayPage } from "./today.ts";

const groups = [
  backend,
  todayPage,
  calendar,
  monthBeside,
  timelineBeside,
  notices,
  checker,
  conflicts,
  series,
  outbox,
  firstScreen,
];
const help = `Measures how quick Forewarn is, against its targets:

  npm run bench
  npm run bench -- --only GROUP[,GROUP…]

Groups: ${groups.map(({ name }) => name).join(", ")}`;

const { values } = parseArgs({ options: { only: { type: "string" }, help: { type: "boolean", short: "h" } } });

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The page and both hosts, as `npm start` builds them. */
function build(): void {
  const built = spawnSync(process.execPath, ["--input-type=module", "--eval", buildScript], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}
const buildScript = `
  const { buildWhenChanged } = await import("./scripts/set-up.mjs");
  const { code, output } = await buildWhenChanged();
  if (code !== 0) { process.stderr.write(output); process.exit(1); }`;

function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, ${memory}, ${platform()} ${release()}, Node ${process.versions.node}`;
}

async function bench(only: readonly string[] | null): Promise<void> {
  const wanted = groups.filter(({ name }) => only === null || only.includes(name));
  if (wanted.length === 0) throw new Error(`There is no group ${only?.join(", ")}.\n\n${help}`);
  say("Building …");
  build();
  await buildMeasured();
  const figures: Figure[] = [];
  for (const { measure } of wanted) {
    const measured = await measure(say);
    say(`${tableOf(measured)}\n`);
    figures.push(...measured);
  }
  const load = loadavg()[0] ?? 0;
  say(`${runs} runs each after ${warmUp} to warm up. ${machine()}; load ${load.toFixed(1)}.`);
  const results = figures.map((figure) => ({ ...figure, name: figure.name.trim(), ...summaryOf(figure.values) }));
  writeFileSync(
    join(root, ".cache", "bench.json"),
    `${JSON.stringify({ at: new Date().toISOString(), machine: machine(), load, figures: results }, null, 2)}\n`,
  );
  const missed = figures.filter(isMissed);
  if (missed.length > 0) {
    say(`Missed: ${missed.map(({ name }) => name.trim()).join("; ")}.`);
    process.exitCode = 1;
  }
}

if (values.help === true) say(help);
else await bench(values.only?.split(",") ?? null);
