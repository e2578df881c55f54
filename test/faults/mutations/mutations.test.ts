import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { misplacedEdits } from "./mutated-modules.ts";

type Verdict = { readonly name: string; readonly schedules: number; readonly noticed: string | null };

/** Plays every other mutant in a process of its own: two use two cores. */
async function verdictsOf(remainder: 0 | 1): Promise<readonly Verdict[]> {
  const indexes = [...mutants.keys()].filter((index) => index % 2 === remainder).map(String);
  const script = join(import.meta.dirname, "try-mutants.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...indexes]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Verdict);
}

describe("a deliberate defect of the outbox", () => {
  test.each(mutants.map((mutant) => [mutant.name, mutant] as const))("can still be made: %s", (_name, mutant) => {
    expect(misplacedEdits(mutant)).toEqual([]);
  });

  test("is noticed by the simulation, whichever it is", { timeout: 600_000 }, async () => {
    const verdicts = (await Promise.all([verdictsOf(0), verdictsOf(1)])).flat();
    expect(verdicts.filter(({ noticed }) => noticed === null)).toEqual([]);
    expect(verdicts.map(({ name }) => name).sort()).toEqual(mutants.map(({ name }) => name).sort());
  });
});
