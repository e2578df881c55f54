import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { firstFrameBy } from "../../../src/backend/first-frame.ts";
import type { FirstAnswers } from "../../../src/contract/first-screen.ts";
import { openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let one: TestApp;
let folder: string;
const bugs: unknown[] = [];

beforeEach(async () => {
  one = await openTestApp();
  folder = mkdtempSync(join(tmpdir(), "forewarn-frame-"));
  bugs.length = 0;
});
afterEach(async () => {
  await one.close();
  rmSync(folder, { recursive: true });
});

function frameBy(code: string) {
  const file = join(folder, "draw.mjs");
  writeFileSync(file, code);
  return firstFrameBy(file, (cause) => bugs.push(cause));
}
const answers: FirstAnswers = {};

test("nothing is drawn before the code that draws has drawn once", async () => {
  const frame = frameBy(
    "let drawn = 0; export const drawFirstFrame = (answers) => [++drawn, Object.keys(answers).length].join(' ');",
  );
  expect(frame.draw(answers)).toBeNull();
  await frame.warmUp(one.app);
  expect(frame.draw(answers)).toBe("2 0");
  expect(bugs).toEqual([]);
});

test("a frame that cannot be drawn is left to the page, and told as the bug it is", async () => {
  const frame = frameBy(
    "let drawn = 0; export const drawFirstFrame = () => { if (++drawn > 1) throw new Error('no'); return ''; };",
  );
  await frame.warmUp(one.app);
  expect(frame.draw(answers)).toBeNull();
  expect(bugs).toEqual([new Error("no")]);
});

test("code that is not there is a bug, and no reason not to go on", async () => {
  const frame = firstFrameBy(join(folder, "nowhere.mjs"), (cause) => bugs.push(cause));
  await frame.warmUp(one.app);
  expect(frame.draw(answers)).toBeNull();
  expect(bugs).toHaveLength(1);
});
