import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconsFile, iconsSource } from "../../../scripts/icons.mjs";

test("the drawn icons are those that are imported: else run npm run icons", () => {
  expect(readFileSync(iconsFile, "utf8")).toBe(iconsSource());
});
