// `npm run notices:check`: how many planted errors the checker finds, and how often it cries wolf.
import { firstRunsOfHeldOut } from "./held-out.ts";
import { isHeldOut, type Results, runCorpus } from "./results.ts";
import { runSlips } from "./slips.ts";

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const all = runCorpus();
const width = Math.max(...all.classes.map(({ check }) => check.length));
say(`${"class".padEnd(width)}  planted  found  false alarms`);
for (const { check, planted, found, falseAlarms } of all.classes) {
  const cells = [String(planted).padStart(7), String(found).padStart(5), String(falseAlarms).padStart(12)];
  say(`${check.padEnd(width)}  ${cells.join("  ")}`);
}
say("");
say(inWords("All", all));
say(
  inWords(
    "  written before the checks were tuned",
    runCorpus((one) => !isHeldOut(one)),
  ),
);
say(inWords("  held out, now", runCorpus(isHeldOut)));
for (const { set, showed } of firstRunsOfHeldOut) say(`  held out, ${set}, at its first run: ${showed}`);
if (process.argv.includes("--slips")) {
  say("Slips made in the clean drafts:");
  for (const { name, made, seen } of runSlips()) say(`  ${name}: ${seen} of ${made} seen`);
}
if (process.argv.includes("--all"))
  for (const { file, heading, found } of all.beside) say(`beside  ${file} ${heading}: ${found.join("; ")}`);
for (const { file, heading, fault, found } of all.missed)
  say(`MISSED  ${file} ${heading}: ${fault}; found ${found.join("; ") || "nothing"}`);
for (const { file, heading, found } of all.falseAlarms) say(`FALSE ALARM  ${file} ${heading}: ${found.join("; ")}`);
if (all.missed.length > 0 || all.falseAlarms.length * 50 > all.clean) process.exitCode = 1;

function inWords(what: string, { faulty, clean, planted, missed, falseAlarms }: Results): string {
  return `${what}: ${planted - missed.length} of ${planted} planted errors found in ${faulty} faulty drafts; ${falseAlarms.length} of ${clean} clean drafts with a false alarm.`;
}
