import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fingerprintOf, layoutFile } from "../../../scripts/mail-layout.mjs";
import { madeOf, mailLayout } from "../../../src/adapters/rendering/mail-layout.ts";

test("the layout of mails is made of what its MJML says now: else run npm run mail-layout", () => {
  expect(madeOf).toBe(fingerprintOf(readFileSync(layoutFile, "utf8")));
});

test("each place of the MJML is in the HTML, to be filled", () => {
  const placesOf = (text: string) => [...new Set(text.match(/%%[A-Z]+%%/gu))].sort();
  expect(placesOf(mailLayout)).toEqual(placesOf(readFileSync(layoutFile, "utf8")));
});
