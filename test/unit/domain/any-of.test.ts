import { expect, test } from "vitest";
import { anyOf } from "../../../src/core/domain/any-of.ts";

const day = anyOf`
  mon|tues
  // Of the end of the week
  fri

  \bsun
`;

test("each line is an alternative or some, and remarks and blank lines are none", () => {
  expect(day).toBe(String.raw`(?:mon|tues|fri|\bsun)`);
});

test("what is set in stays together, be it a list or a pattern", () => {
  const frequency = anyOf`
    on ${day}day
    every ${/week|month/u}
  `;
  const pattern = new RegExp(`^${frequency}$`, "iu");
  expect(["on Tuesday", "on Friday", "Every month"].every((text) => pattern.test(text))).toBe(true);
  expect(["on Mon", "every week on Friday", "month"].some((text) => pattern.test(text))).toBe(false);
});

test("a line that is no pattern is found when the pattern is made, and not when it is used", () => {
  const open = anyOf`
    (open
  `;
  expect(() => new RegExp(open, "u")).toThrow(SyntaxError);
});
