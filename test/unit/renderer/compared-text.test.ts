import { expect, test } from "vitest";
import { compareTexts } from "../../../src/renderer/features/templates/compared-text.ts";

const said = (before: string, after: string): string =>
  (compareTexts(before, after) ?? [])
    .map((part) => {
      if (part.kind === "folded") return `<${part.lines} lines>`;
      return { same: part.text, added: `+${part.text}+`, removed: `-${part.text}-` }[part.kind];
    })
    .join("");

test("a fact changes as a whole, and words as words", () => {
  expect(said("{{ window.start }}: off", "{{ window.end }}: quite off")).toBe(
    "-{{ window.start }}-+{{ window.end }}+: +quite +off",
  );
});

test("what is the same is folded, but for two lines around a change", () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const changed = lines.with(10, "other 10").join("\n");
  expect(said(lines.join("\n"), changed)).toBe("<8 lines>\nline 8\nline 9\n-line-+other+ 10\nline 11\nline 12\n<7 lines>");
  expect(said("same", "same")).toBe("same");
});

test("a text of which little is left is shown after the other, not in patches", () => {
  const before = "The gateway stops at two. Please save your work before. We write when it works again.";
  const after = "Nothing to do for you: files come up to an hour late. Ask the desk.";
  expect(said(before, after)).toBe(`-${before}-\n\n+${after}+`);
});

test("what is too long to compare is not compared", () => {
  expect(compareTexts("x".repeat(30_000), "y".repeat(30_000))).toBeNull();
});
