import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { badInputs } from "./all-bad-inputs.ts";
import { listed } from "./bad-input.ts";

test("every row is told in full, and none twice", () => {
  for (const { name, input, expected } of badInputs)
    for (const words of [name, input, expected]) expect(words.trim()).not.toBe("");
  const [row] = badInputs;
  if (row === undefined) throw new Error("no rows");
  expect(() => listed([row], [row])).toThrow(row.name);
});

test("every table has a test beside it", () => {
  const files = readdirSync(new URL(".", import.meta.url));
  const tables = files.filter((file) => !file.endsWith(".test.ts") && file !== "bad-input.ts");
  for (const table of tables) expect(files).toContain(table.replace(/\.ts$/u, ".test.ts"));
});
