import { expect, test } from "vitest";
import { quickBuiltins } from "../../scripts/vite-plugin-quick-builtins.ts";

/** What the plugin makes of a chunk. */
function taken(code: string): string {
  const { renderChunk } = quickBuiltins();
  if (typeof renderChunk !== "function") throw new Error("The plugin renders no chunk");
  return Reflect.apply(renderChunk, {}, [code]) as string;
}

test("Node's own modules are taken, in every form of an import, and others are still imported", () => {
  const code = [
    'import fs, { readFileSync as read } from "node:fs";',
    'import * as path from "path";',
    'import x from "./x.js";',
  ];
  const made = taken(code.join("\n"));
  expect(made).not.toMatch(/from "(?:node:fs|path)"/u);
  expect(made).toContain('import x from "./x.js";');
  const names = new Function(
    `${made.replace(/^import .*$/gmu, "")}; return [typeof fs.readFileSync, typeof read, typeof path.join];`,
  );
  expect(names()).toEqual(["function", "function", "function"]);
});

test("a chunk that imports process under that name can be run", () => {
  const made = taken('import os from "node:os";\nimport process from "node:process";');
  expect(new Function(`${made}; return process.platform === os.platform();`)()).toBe(true);
});
