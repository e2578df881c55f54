import type * as RunSchedules from "../simulation/run-schedules.ts";
import { mutants } from "./mutants.ts";
import { installMutants, mutatedUrl } from "./mutated-modules.ts";

/** How many schedules a mutant gets to be noticed in. */
const most = 400;

// Plays schedules with each defect named by its number, and writes a line of JSON for each: which rule noticed it, and when.
installMutants();
for (const index of process.argv.slice(2).map(Number)) {
  const { runSchedules }: typeof RunSchedules = await import(mutatedUrl("test/faults/simulation/run-schedules.ts", index));
  const from = mutants[index]?.from ?? 0;
  const { schedules, violations } = await runSchedules({ from, to: from + most, seed: 7, stopAfter: 1 });
  const noticed = violations[0]?.violations[0]?.rule ?? null;
  process.stdout.write(`${JSON.stringify({ name: mutants[index]?.name, schedules, noticed })}\n`);
}
