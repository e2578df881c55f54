import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/core/domain/canonical-json.ts";

test("the same value gives the same text, however it was put together", () => {
  expect(canonicalJson({ b: [{ d: 1, c: "x" }], a: null })).toBe('{"a":null,"b":[{"c":"x","d":1}]}');
  expect(canonicalJson({ a: null, b: [{ c: "x", d: 1 }] })).toBe('{"a":null,"b":[{"c":"x","d":1}]}');
});

test("what is not there is left out of an object, and null elsewhere", () => {
  expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  expect(canonicalJson(undefined)).toBe("null");
});

test("the text reads back as the value, as JSON has it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("the text is the one that hashes in older files were made of: each object's keys put in order as JSON meets it", () => {
  const ordered = (_key: string, part: unknown): unknown =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part;
  fc.assert(
    fc.property(fc.object({ withDate: true, withNullPrototype: true }), (value) => {
      expect(canonicalJson(value)).toBe(JSON.stringify(value, ordered));
    }),
  );
});
