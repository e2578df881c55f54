import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confPreferences } from "../../../src/adapters/preferences/conf-preferences.ts";
import { defaultPreferences } from "../../../src/core/ports/preferences.ts";
import { temporaryFolder } from "../../builders/temporary-store.ts";

test("preferences start as the defaults and are kept in config.json", async () => {
  const folder = temporaryFolder();
  expect(confPreferences(folder).get()).toEqual(defaultPreferences);
  await confPreferences(folder).set({ colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false, seenZone: null });
  expect(JSON.parse(readFileSync(join(folder, "config.json"), "utf8"))).toMatchObject({ colorScheme: "dark" });
  expect(confPreferences(folder).get()).toEqual({ colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false, seenZone: null });
});

test.each([
  ['{ "colorScheme": "pink", "weekStartsOn": 7, "notifyWhenDue": "yes" }', { ...defaultPreferences, weekStartsOn: 7 }],
  ['{ "weekStartsOn": 3, "colorScheme": "dark", "more": 1 }', { ...defaultPreferences, colorScheme: "dark" }],
  ["{ this is no JSON", defaultPreferences],
])("a value in the file that is none of the choices counts as the default: %s", (text, expected) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "config.json"), text);
  expect(confPreferences(folder).get()).toEqual(expected);
});

test("a file that is no JSON is replaced when something is chosen", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "config.json"), "{ this is no JSON");
  const preferences = confPreferences(folder);
  await preferences.set({ ...defaultPreferences, colorScheme: "dark" });
  expect(preferences.get()).toEqual({ ...defaultPreferences, colorScheme: "dark" });
});
