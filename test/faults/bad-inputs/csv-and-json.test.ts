import { expect, test } from "vitest";
import { toCsv } from "../../../src/core/domain/csv.ts";
import { csvAndJson } from "./csv-and-json.ts";

/** Reads a CSV of quoted cells back (RFC 4180). */
function cellsOf(csv: string): string[] {
  return Array.from(csv.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/gu), ([, cell = ""]) => cell.replaceAll('""', '"'));
}

test.each(csvAndJson)("$name: $expected", ({ cell, expected }) => {
  const [header, read, last, ...more] = cellsOf(toCsv(["a", "b"], [[cell, "x"]]).replace(/^"a","b"\r\n/u, '"a",'));
  expect([header, last, more]).toEqual(["a", "x", []]);
  expect(read).toBe(expected.includes("apostrophe") ? `'${cell}` : cell);
  expect(JSON.parse(JSON.stringify({ title: cell }))).toEqual({ title: cell });
});
