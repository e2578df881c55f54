import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../../../src/adapters/sqlite");
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts"));

// SQLite does not say so itself: a statement whose bound value the planner looks into is compiled again at every run.
test.each(sources)("no query of %s lets SQLite's planner look into a bound value", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text.match(/LIMIT \?.*/gu) ?? []).toEqual([]);
  expect(text.match(/FROM delivery\s+WHERE state = \?.*/gu) ?? []).toEqual([]);
});
