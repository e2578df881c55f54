import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** The classes that components ask of each style sheet of their own; null where a name is made up as it runs. */
const asked = new Map<string, Map<string, string>>();
const open = new Set<string>();

for (const file of globSync("src/renderer/**/*.{ts,tsx}")) {
  const code = readFileSync(file, "utf8");
  for (const [, name = "", path = ""] of code.matchAll(/import (\w+) from "([^"]+\.module\.css)"/gu)) {
    const sheet = relative("", join(dirname(file), path));
    const classes = asked.get(sheet) ?? new Map<string, string>();
    asked.set(sheet, classes);
    if (new RegExp(`(?<![\\w.])${name}\\[`, "u").test(code)) open.add(sheet);
    for (const [, one = ""] of code.matchAll(new RegExp(`(?<![\\w.])${name}\\.(?!module)([a-zA-Z]\\w*)`, "gu")))
      classes.set(one, file);
  }
}

/** The classes a sheet has rules for. */
function classesIn(sheet: string): Set<string> {
  const selectors = readFileSync(sheet, "utf8")
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/:global\([^)]*\)/gu, "")
    .replace(/\{[^{}]*\}/gu, "{}");
  return new Set([...selectors.matchAll(/\.([a-zA-Z][\w-]*)/gu)].map(([, name = ""]) => name));
}

/** Names of libraries' own elements, which a sheet may reach. */
const foreign = /^(?:cm-|mantine-|fw-)/u;

test("every class a component asks for is in its style sheet", () => {
  const missing = [...asked].flatMap(([sheet, classes]) => {
    const known = classesIn(sheet);
    return [...classes].flatMap(([name, file]) => (known.has(name) ? [] : [`${file}: ${name}`]));
  });
  expect(asked.size).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

test("every class of a style sheet is asked for", () => {
  const unused = [...asked].flatMap(([sheet, classes]) =>
    open.has(sheet)
      ? []
      : [...classesIn(sheet)].flatMap((name) => (classes.has(name) || foreign.test(name) ? [] : [`${sheet}: ${name}`])),
  );
  expect(unused).toEqual([]);
});
