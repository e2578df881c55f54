import { describe, expect, test } from "vitest";
import { isRecordNumber } from "../../../src/core/domain/record-numbers.ts";
import { understandWindow } from "../../../src/core/domain/understand-window.ts";
import { aService } from "../../builders/directory.ts";

describe("the number of a record elsewhere", () => {
  test.each(["CHG-1042", "CHG0031337", "OPS-42"])("%s is one", (words) => {
    expect(isRecordNumber(words, [])).toBe(true);
  });

  test.each(["ISO-9001", "UTC-5", "resize OPS-42 nodes", "change 7", ""])("“%s” is none", (words) => {
    expect(isRecordNumber(words, [])).toBe(false);
  });

  test("a workspace's own ways of numbering count too, and only whole", () => {
    expect(isRecordNumber("change 7", ["change #"])).toBe(true);
    expect(isRecordNumber("change 7 of many", ["change #"])).toBe(false);
  });
});

test("a record's number in a typed line is a reference and no part of the title, which customers read", () => {
  const service = aService({ id: "portal", name: "Patient portal" });
  const line = "Sat 28 Nov 02:00–04:00 London, move the portal, Patient portal, CHG-1042, OPS-7";
  const context = { now: Date.UTC(2026, 10, 25, 10), zone: "Europe/London", services: [service], changeTypes: [] };
  const { draft, parts } = understandWindow(line, context);
  expect(draft).toMatchObject({
    title: "move the portal",
    references: [
      { label: "CHG-1042", url: null },
      { label: "OPS-7", url: null },
    ],
  });
  expect(parts.filter(({ takenFor }) => takenFor === "reference")).toHaveLength(2);
});
