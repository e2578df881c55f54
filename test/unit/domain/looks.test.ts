import { describe, expect, test } from "vitest";
import { hiddenCharactersIn, withHiddenShown } from "../../../src/core/domain/hidden-characters.ts";
import { type LinkProblem, problemsOfLink } from "../../../src/core/domain/link-safety.ts";

describe("characters nobody sees are found, with their code points", () => {
  test.each([
    ["Da\u200Bna", "Da[U+200B]na"],
    ["\u202Egpj.exe", "[U+202E]gpj.exe"],
    ["a\u2066b\u2069", "a[U+2066]b[U+2069]"],
    ["no\u00ADrth", "no[U+00AD]rth"],
    ["x\u0007", "x[U+0007]"],
    ["a\u3164b", "a[U+3164]b"],
    ["a\u{E0041}b", "a[U+E0041]b"],
    ["A\uFE0F", "A[U+FE0F]"],
    ["a\u200Db", "a[U+200D]b"],
    ["a\u2028b", "a[U+2028]b"],
  ])("%j", (text, shown) => {
    const found = hiddenCharactersIn(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.quote).toBe(shown);
    expect(withHiddenShown(text)).toBe(shown);
  });
});

test("what emoji and joining scripts need is none, nor are line breaks", () => {
  for (const text of ["👩‍💻 done", "❤️ and 1️⃣", "می‌خواهم", "क्‍ष", "two\nlines\tand a tab\r\n", "Zoë Ångström"]) {
    expect(hiddenCharactersIn(text)).toEqual([]);
  }
});

test.each<[string, string, readonly LinkProblem[]]>([
  ["https://status.example.org/a", "Live status", []],
  ["https://www.example.org/x", "example.org", []],
  ["https://example.org/x", "https://example.org/x", []],
  ["mailto:desk@example.org", "desk@example.org", []],
  ["http://example.org", "here", ["plainHttp"]],
  ["javascript:alert(1)", "here", ["unsafeScheme"]],
  ["JaVaScRiPt:alert(1)", "here", ["unsafeScheme"]],
  ["data:text/html,<b>", "here", ["unsafeScheme"]],
  ["vbscript:x", "here", ["unsafeScheme"]],
  ["//example.org", "here", ["unsafeScheme"]],
  ["https://bank.example@evil.example/", "here", ["userInLink"]],
  ["https:\\\\bank.example@evil.example", "here", ["userInLink"]],
  ["https://evil.example", "https://bank.example/login", ["otherTarget"]],
  ["https://evil.example", "bank.example", ["otherTarget"]],
  ["https://bank.example.evil.example", "bank.example", ["otherTarget"]],
  ["https://аррӏе.example", "here", ["lookAlikeLink"]],
  ["https://xn--80ak6aa92e.com", "here", ["lookAlikeLink"]],
  ["https://pаypal.example", "here", ["lookAlikeLink"]],
  ["https://пример.example", "here", []],
  ["https://example.org/\u202Efdp", "here", ["hiddenInLink"]],
])("a link to %s shown as %s", (target, words, problems) => {
  expect(problemsOfLink(target, words)).toEqual(problems);
});
