// biome-ignore-all lint/suspicious/noConsole: a command prints.
// Reads the policies of test/policies and prints how well. `npm run policies:rate -- held-out` reads the set kept apart.
import { type RatedPolicy, rateFolder } from "./corpus.ts";
import { firstRunInWords, firstRuns } from "./first-runs.ts";

const folder = process.argv.includes("held-out") ? "held-out" : "corpus";
const rated = rateFolder(folder);
const columns = ["right", "needless", "wrong", "lost"] as const;

console.log(`| Policy | Characters | ${columns.join(" | ")} | asked | ms |`);
console.log(`|---|---:|${columns.map(() => "---:|").join("")}---:|---:|`);
for (const one of rated)
  console.log(
    `| ${one.name} | ${one.characters.toLocaleString("en")} | ${columns.map((column) => amountOf(one, column)).join(" | ")} | ${one.asked} | ${one.took.toFixed(0)} |`,
  );
const total = (column: (typeof columns)[number]): number => rated.reduce((sum, one) => sum + amountOf(one, column), 0);
const asked = rated.reduce((sum, one) => sum + one.asked, 0);
console.log(`| **All ${rated.length}** | | ${columns.map(total).join(" | ")} | ${asked} | |`);
console.log(
  `\nAsked needlessly: ${((100 * total("needless")) / Math.max(1, asked)).toFixed(1)} % of the questions. Goals: wrong 0, lost 0, needless under 5 %.`,
);
for (const one of rated)
  for (const column of ["wrong", "lost", "needless"] as const)
    for (const words of one[column]) console.log(`${one.name}: ${column}: ${words.replace(/\n/gu, " ⏎ ")}`);
console.log("\nSets kept apart, at their first run:");
for (const one of firstRuns) console.log(`  ${firstRunInWords(one)}`);

function amountOf(one: RatedPolicy, column: (typeof columns)[number]): number {
  return column === "right" ? one.right : one[column].length;
}
