// `npm run policies:rate`: reads the policies of test/policies, prints how well, and writes it into docs/policies.md.
// `npm run policies:rate -- held-out` reads the set kept apart, and writes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { rateFolder } from "./corpus.ts";
import { docWithRates, firstRunsInWords, summaryOf, tableOf } from "./table.ts";

const place = new URL("../../docs/policies.md", import.meta.url);
const folder = process.argv.includes("held-out") ? "held-out" : "corpus";
const rated = rateFolder(folder);
const slowest = Math.max(0, ...rated.map(({ took }) => took));
process.stdout.write(`${tableOf(rated)}\n\n${summaryOf(rated)} The slowest took ${slowest.toFixed(0)} ms.\n`);
for (const one of rated)
  for (const column of ["wrong", "lost", "needless"] as const)
    for (const words of one[column]) process.stdout.write(`${one.name}: ${column}: ${words.replace(/\n/gu, " ⏎ ")}\n`);
process.stdout.write(`\n${firstRunsInWords()}\n`);
if (folder === "corpus") writeFileSync(place, docWithRates(readFileSync(place, "utf8"), rated));
