import { expect, test } from "vitest";
import { subjectOnPhone } from "../../../src/renderer/ui/preview/phone-words.ts";

test("a phone shows a short subject whole, and cuts a long one where its room ends", () => {
  expect(subjectOnPhone("Break in Patient portal, Sat 28 Nov 02:00")).toEqual({
    shown: "Break in Patient portal, Sat 28 Nov 02:00",
    isCut: false,
  });
  expect(subjectOnPhone("Break in Patient portal, Sat 28 Nov 02:00 GMT (FW-2026-118)")).toEqual({
    shown: "Break in Patient portal, Sat 28 Nov 02:0…",
    isCut: true,
  });
});
