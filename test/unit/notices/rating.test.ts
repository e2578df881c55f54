import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Template } from "../../../src/core/domain/message.ts";
import { defaultTemplates } from "../../builders/templates.ts";
import { gradeOf, syllablesOf } from "../../notices/rate/grade.ts";
import { rateTemplates } from "../../notices/rate/rating.ts";
import { nineFacts, readNotice } from "../../notices/rate/read-notice.ts";
import { docWithRatings } from "../../notices/rate/table.ts";

const templates = defaultTemplates();
const ratings = rateTemplates(templates);

test("every default template meets every goal on every example window", () => {
  expect(ratings.flatMap(({ misses }) => misses)).toEqual([]);
  expect(ratings.every(({ byChecker, byReader }) => byChecker === 9 && byReader === 9)).toBe(true);
  expect(ratings.every(({ renderings }) => renderings >= 8)).toBe(true);
});

test("what is taken out of a template is missed, by the checker and by the reader", () => {
  const announce = templates.find(({ stage, voice }) => stage === "announce" && voice === "customer");
  if (announce === undefined) throw new Error("no such template");
  const without = (line: RegExp): Template => ({ ...announce, body: announce.body.replace(line, "") });
  const changed = (draft: Template) =>
    rateTemplates(
      templates.map((one) => (one === announce ? draft : one)),
      [announce],
    );
  const misses = changed(without(/\*\*What to do:\*\*[\s\S]*?\n\n/u)).flatMap((rating) => rating.misses);
  expect(misses.some((miss) => miss.includes("a reader does not find “todo”"))).toBe(true);
  expect(misses.some((miss) => miss.includes("the checker does not find “todo”"))).toBe(true);
});

const good = `Patient portal will be interrupted on Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0).
That is 2 hours, with one break of up to 10 minutes.

You will notice:
You cannot sign in.

What to do:
You need to do nothing.

What changes and why:
Upgrade of the booking database. The old one is out of support.

Questions:
Service desk, desk@example.org

Next word:
Fri 27 Nov 2026, 10:00 GMT (UTC+0)

Our reference: FW-2026-118`;

describe("the reader of the bare text", () => {
  test("finds all nine facts of a good notice, and no fault", () => {
    const { found, faults, beforeDate, promised } = readNotice(good);
    expect([...found].sort()).toEqual([...nineFacts].sort());
    expect(faults).toEqual([]);
    expect(beforeDate).toBe(6);
    expect(promised).toBe("Fri 27 Nov 2026, 10:00 GMT (UTC+0)");
  });

  test.each([
    ["what", /What changes and why:\n.*\n/u, ""],
    ["date", /Sat 28 Nov 2026/u, "28/11/2026"],
    ["span", /02:00–04:00/u, "02:00"],
    ["zone", /02:00–04:00 GMT \(UTC\+0\)/u, "02:00–04:00"],
    ["notice", /You will notice:\n.*\n/u, ""],
    ["todo", /What to do:\n.*\n/u, ""],
    ["ask", /, desk@example.org/u, ""],
    ["next", /Fri 27 Nov 2026, 10:00 GMT \(UTC\+0\)/u, "in 30 minutes"],
    ["why", / The old one is out of support\./u, ""],
  ] as const)("misses “%s” where it is not said", (fact, words, instead) => {
    expect(good).toMatch(words);
    expect(readNotice(good.replace(words, instead)).found.has(fact)).toBe(false);
  });

  test.each([
    ["a weekday that is not the date's", "Sat 28 Nov", "Fri 28 Nov"],
    ["summer time in winter", "GMT (UTC+0).", "BST (UTC+1)."],
    ["a name with another offset", "GMT (UTC+0).", "GMT (UTC+1)."],
  ])("sees %s", (_, words, instead) => {
    expect(readNotice(good.replace(words, instead)).faults).toHaveLength(1);
  });
});

test("the grade counts words a sentence and syllables a word", () => {
  expect(["nothing", "interrupted", "unavailable", "the", "database", "worked", "2026,"].map(syllablesOf)).toEqual([
    2, 4, 5, 1, 3, 1, 1,
  ]);
  // 0.39 × 6 + 11.8 × 7/6 − 15.59
  expect(gradeOf(["You can not sign in today."])).toBeCloseTo(0.52, 1);
});

test("the table in the documentation is the one that is measured", () => {
  const document = readFileSync(new URL("../../../docs/notices.md", import.meta.url), "utf8");
  expect(document === docWithRatings(document, ratings), "it is not: run npm run notices:rate").toBe(true);
});
