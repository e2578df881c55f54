import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { backUpOpen } from "../../../../src/adapters/sqlite/backups.ts";
import { type OpenResult, openStore } from "../../../../src/adapters/sqlite/open-store.ts";
import { sampleWindow, sampleWorkspace } from "../../../builders/samples.ts";
import { openedStore, sampleClock, temporaryFile } from "../../../builders/temporary-store.ts";

async function workspaceWithBackup(): Promise<{ readonly file: string; readonly backup: string }> {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    for (let number = 0; number < 200; number += 1) {
      writing.saveWindow(sampleWindow({ id: `w${number}`, reference: `FW-${number}` }));
    }
  });
  const { path } = await backUpOpen(file, sampleClock.now(), "asked");
  store.close();
  return { file, backup: path };
}

const open = (file: string): OpenResult => openStore({ file, clock: sampleClock });

function damagedResult(result: OpenResult): Extract<OpenResult, { kind: "damaged" }> {
  if (result.kind !== "damaged") throw new Error(`Expected damage, got ${result.kind}`);
  return result;
}

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ["is no database", (file) => writeFileSync(file, "Nothing that SQLite knows. ".repeat(500))],
  ["was cut off", (file) => truncateSync(file, 3 * 4096)],
  ["was emptied", (file) => truncateSync(file, 0)],
  ["has a spoilt schema", (file) => spoil(file, 100, 2_000)],
];

function spoil(file: string, from: number, to: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, to);
  writeFileSync(file, bytes);
}

test.each(damages)("a file that %s is set aside whole, and the newest whole backup is named", async (_what, damage) => {
  const { file, backup } = await workspaceWithBackup();
  damage(file);
  const bytes = readFileSync(file);

  const result = damagedResult(open(file));
  expect(result.newestBackup?.path).toBe(backup);
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(result.setAsideTo).equals(bytes)).toBe(true);
});

test("no empty workspace is made until a person says so", async () => {
  const { file } = await workspaceWithBackup();
  writeFileSync(file, "Spoilt".repeat(1_000));
  const first = damagedResult(open(file));
  expect(damagedResult(open(file))).toEqual(first);
  expect(existsSync(file)).toBe(false);

  const store = openedStore(file, { startEmpty: true });
  expect(store.read((reading) => reading.workspace())).toBeNull();
  store.close();
  expect(open(file).kind).toBe("open");
  expect(existsSync(first.setAsideTo)).toBe(true);
});

test("a backup put in the file's place opens as the workspace it was", async () => {
  const { file, backup } = await workspaceWithBackup();
  writeFileSync(file, "Spoilt".repeat(1_000));
  damagedResult(open(file));
  copyFileSync(backup, file);
  expect(openedStore(file).read((reading) => reading.windowCount())).toBe(200);
});

test("a spoilt backup is passed over for an older whole one", async () => {
  const { file, backup } = await workspaceWithBackup();
  const newer = backup.replace(/\.db$/, "-2.db");
  copyFileSync(backup, newer);
  spoil(newer, 4096, 40_000);
  writeFileSync(file, "Spoilt".repeat(1_000));
  expect(damagedResult(open(file)).newestBackup?.path).toBe(backup);
});

test("with no backup, none is offered", () => {
  const file = temporaryFile();
  writeFileSync(file, "Spoilt".repeat(1_000));
  expect(damagedResult(open(file)).newestBackup).toBeNull();
});

test("a log whose file is gone is kept, and not mixed into a new file", () => {
  const file = temporaryFile();
  openedStore(file).write((writing) => writing.saveWorkspace(sampleWorkspace()));
  // As after a copy of the folder in which one file was forgotten.
  const log = readFileSync(`${file}-wal`);
  const elsewhere = temporaryFile();
  writeFileSync(`${elsewhere}-wal`, log);

  const result = damagedResult(open(elsewhere));
  expect(readFileSync(`${result.setAsideTo}-wal`).equals(log)).toBe(true);
  const store = openedStore(elsewhere, { startEmpty: true });
  expect(store.read((reading) => reading.workspace())).toBeNull();
});

test("the log goes with a damaged file: committed work may be only there", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => writing.saveWorkspace(sampleWorkspace()));
  const log = readFileSync(`${file}-wal`);
  store.close();
  writeFileSync(file, "Spoilt".repeat(1_000));
  writeFileSync(`${file}-wal`, log);
  const { setAsideTo } = damagedResult(open(file));
  expect(readFileSync(`${setAsideTo}-wal`).equals(log)).toBe(true);
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith("workspace.db-"))).toEqual([]);
});

test("two damaged files within a second are both kept", () => {
  const file = temporaryFile();
  writeFileSync(file, "One".repeat(1_000));
  const first = damagedResult(open(file)).setAsideTo;
  writeFileSync(file, "Two".repeat(1_000));
  const second = damagedResult(open(file)).setAsideTo;
  expect(readFileSync(first, "utf8")).toContain("OneOne");
  expect(readFileSync(second, "utf8")).toContain("TwoTwo");
});

test("a process that may only read leaves a damaged file where it is", () => {
  const file = temporaryFile();
  openedStore(file);
  renameSync(file, `${file}.moved`);
  writeFileSync(file, "Spoilt".repeat(1_000));
  expect(open(file)).toMatchObject({ kind: "unavailable", reason: expect.stringContaining("damaged") });
  expect(existsSync(file)).toBe(true);
});
