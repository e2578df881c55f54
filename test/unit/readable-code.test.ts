import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync("src/**/*.{ts,tsx,css}").map((path) => ({
  path,
  lines: readFileSync(path, "utf8").trimEnd().split("\n"),
}));

test("a pattern of many alternatives is written as a list, and not on one long line", () => {
  const long = files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (line.length > 150 && line.includes("(?") ? [`${path}:${index + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test("a file is one idea of no more than 300 lines", () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter(({ lines }) => lines.length > 300).map(({ path }) => path)).toEqual([]);
});
