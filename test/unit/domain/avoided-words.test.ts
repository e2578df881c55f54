import { expect, test } from "vitest";
import { avoidedIn } from "../../../src/core/domain/avoided-words.ts";

const avoid = [
  { words: "valued customer", instead: "customer" },
  { words: "utilise", instead: "use" },
  { words: "kindly", instead: "" },
  { words: " ", instead: "" },
];
const found = (line: string): readonly string[] => avoidedIn(line, avoid).map((one) => one.found);

test("words to avoid are found in a salutation or sign-off, in any case, form and spacing, and only whole", () => {
  expect(found("Dear Valued  Customer")).toEqual(["Valued  Customer"]);
  expect(found("Thank you for utilizing our service,\nKindly yours")).toEqual(["utilizing", "Kindly"]);
  expect(found("Unkindly yours, your invaluable customers")).toEqual([]);
});

test("a fact it names is not its words", () => {
  expect(avoidedIn("Dear {{ customer.name }}", [{ words: "customer", instead: "" }])).toEqual([]);
});
