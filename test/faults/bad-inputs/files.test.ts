import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../../src/adapters/sqlite/open-store.ts";
import { sampleWindow, sampleWorkspace } from "../../builders/samples.ts";
import { openedStore, sampleClock, temporaryFile, temporaryFolder } from "../../builders/temporary-store.ts";
import { fileNames, files } from "./files.ts";

function wholeFile(): string {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    for (let number = 0; number < 200; number += 1) {
      writing.saveWindow(sampleWindow({ id: `w${number}`, reference: `FW-${number}` }));
    }
  });
  store.close();
  return file;
}

test.each(files)("$name: $expected", ({ spoil, outcome }) => {
  const file = wholeFile();
  const end = spoil(file);
  const isFile = existsSync(file) && statSync(file).isFile();
  const before = isFile ? readFileSync(file) : null;
  try {
    const opened = openStore({ file, clock: sampleClock });
    switch (outcome) {
      case "setAside":
        if (opened.kind !== "damaged") throw new Error(`Expected damage, got ${opened.kind}`);
        expect(existsSync(file)).toBe(false);
        if (before !== null) expect(readFileSync(opened.setAsideTo).equals(before)).toBe(true);
        // Said again at every start: no empty workspace is made silently.
        expect(openStore({ file, clock: sampleClock }).kind).toBe("damaged");
        return;
      case "refused":
        if (opened.kind !== "unavailable") throw new Error(`Expected a refusal, got ${opened.kind}`);
        expect(opened.reason.length).toBeGreaterThan(20);
        if (before !== null) expect(readFileSync(file).equals(before)).toBe(true);
        return;
      case "readOnly":
      case "used":
        if (opened.kind !== "open") throw new Error(`Expected an open file, got ${opened.kind}`);
        expect(opened.store.readOnly === null).toBe(outcome === "used");
        expect(opened.store.read((reading) => reading.windowCount())).toBe(200);
        opened.store.close();
        if (outcome === "used") expect(statSync(file).mode & 0o077).toBe(0);
    }
  } finally {
    if (typeof end === "function") end();
  }
});

test.each(fileNames)("$name: $expected", ({ fileName }) => {
  const file = join(temporaryFolder(), fileName);
  const opened = openStore({ file, clock: sampleClock });
  if (opened.kind !== "unavailable") throw new Error(`Expected a refusal, got ${opened.kind}`);
  expect(opened.reason.length).toBeGreaterThan(20);
});
