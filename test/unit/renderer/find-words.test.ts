import { expect, test } from "vitest";
import type { FactLookUp } from "../../../src/renderer/ui/draft-editor/draft-editor.tsx";
import { findWords } from "../../../src/renderer/ui/draft-editor/find-words.ts";

const facts: Readonly<Record<string, string>> = { "window.title": "Resize db01 nodes", "window.when": "Sat 21 Nov 2026" };
const factOf: FactLookUp = (name) => {
  const text = facts[name];
  return text === undefined ? { kind: "unknown" } : { kind: "value", text };
};
const body = "On {{ window.when }} we do this: {{window.title}}. It is TBD before {{ pinning.deadline }}.";

function found(words: string): string | null {
  const place = findWords(body, words, factOf);
  return place === null ? null : body.slice(place.from, place.to);
}

test("words as they were typed are found where they stand", () => {
  expect(found("TBD")).toBe("TBD");
});

test("words that a variable shows lead to the variable", () => {
  expect(found("db01")).toBe("{{window.title}}");
});

test("a variable is found by its name, however it was spaced", () => {
  expect(found("{{ window.title }}")).toBe("{{window.title}}");
  expect(found("{{ pinning.deadline }}")).toBe("{{ pinning.deadline }}");
});

test("another case is found too, and what is nowhere is not", () => {
  expect(found("it is tbd")).toBe("It is TBD");
  expect(found("rollback")).toBeNull();
  expect(found("  ")).toBeNull();
});
