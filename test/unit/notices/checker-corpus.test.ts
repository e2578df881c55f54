import { expect, test } from "vitest";
import { checkTable } from "../../../src/core/domain/checks/check-table.ts";
import { voices } from "../../../src/core/domain/directory.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import { alarmsOverAsides } from "../../notices/checker/asides.ts";
import { casesIn, findingsOf } from "../../notices/checker/corpus.ts";
import { isHeldOut, runCorpus } from "../../notices/checker/results.ts";

const results = runCorpus();

test("every planted error is found, under its own name and at its words", () => {
  expect(results.missed).toEqual([]);
});

test("no more than one clean draft in fifty raises an alarm", () => {
  expect(results.falseAlarms.length * 50, JSON.stringify(results.falseAlarms, null, 2)).toBeLessThanOrEqual(results.clean);
});

test("what a notice tells of beside its news raises no alarm", () => {
  expect(alarmsOverAsides()).toEqual([]);
});

test("the corpus has at least 120 faulty and 80 clean drafts, at every stage, in every voice, through every channel", () => {
  expect(results.faulty).toBeGreaterThanOrEqual(120);
  expect(results.clean).toBeGreaterThanOrEqual(80);
  for (const folder of ["faulty", "clean"] as const) {
    const cases = casesIn(folder);
    expect(new Set(cases.map(({ stage }) => stage))).toEqual(new Set(stages));
    expect(new Set(cases.map(({ voice }) => voice))).toEqual(new Set(voices));
    expect(new Set(cases.map(({ channel }) => channel))).toEqual(new Set(["mail", "slack", "teamsChannel", "manual"]));
  }
});

test("what a draft is said to hold is a check of the table", () => {
  const named = casesIn("faulty").flatMap(({ faults }) => faults.flatMap(({ checks }) => checks));
  expect(named.filter((check) => !(check in checkTable))).toEqual([]);
});

test("a fifth of it was written after the checks were tuned", () => {
  const all = [...casesIn("faulty"), ...casesIn("clean")];
  expect(all.filter(isHeldOut).length * 5).toBeGreaterThanOrEqual(all.length * 0.95);
});

test("a right draft in another language raises questions at most, and can be approved", () => {
  const errors = casesIn("other-languages").flatMap((one) =>
    findingsOf(one)
      .filter(({ gravity }) => gravity === "error")
      .map(({ check, quote }) => `${one.heading}: ${check} “${quote}”`),
  );
  expect(errors).toEqual([]);
});
