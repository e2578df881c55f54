import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { backupsOf } from "../../../../src/adapters/sqlite/backup-names.ts";
import { backUpOpen } from "../../../../src/adapters/sqlite/backups.ts";
import { sampleNow, sampleWindow } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

const backUpNow = (file: string) => backUpOpen(file, sampleNow, "asked");

test("a backup is one whole file beside the workspace, named by its time, and says how large it is", async () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => writing.saveWindow(sampleWindow()));
  const { path, bytes } = await backUpNow(file);
  expect(path).toBe(join(dirname(file), "backups", "workspace-2026-11-24T090000Z.db"));
  expect(bytes).toBeGreaterThan(4_096);
  const database = new DatabaseSync(path, { readOnly: true });
  expect(database.prepare("SELECT count(*) AS windows FROM window").all()).toEqual([{ windows: 1 }]);
  expect(database.prepare("PRAGMA journal_mode").all()).toEqual([{ journal_mode: "delete" }]);
  database.close();
  expect(readdirSync(dirname(path))).toEqual(["workspace-2026-11-24T090000Z.db"]);
});

test("a second backup within a second does not overwrite the first", async () => {
  const file = temporaryFile();
  openedStore(file);
  const one = await backUpNow(file);
  const other = await backUpNow(file);
  expect(one.path).not.toBe(other.path);
  expect(backupsOf(file).map(({ at, why }) => ({ at, why }))).toEqual([
    { at: sampleNow, why: "asked" },
    { at: sampleNow, why: "asked" },
  ]);
});

test("what is written while a backup is made is written, and the backup is whole", async () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => {
    for (let number = 0; number < 2_000; number += 1) {
      writing.saveWindow(sampleWindow({ id: `w${number}`, reference: `FW-${number}` }));
    }
  });
  const backup = backUpNow(file);
  for (let number = 2_000; number < 2_050; number += 1) {
    const entry = {
      at: sampleNow,
      who: "Coordinator",
      what: "windows.create",
      subjectId: `w${number}`,
      before: null,
      after: null,
    };
    store.write((writing) => {
      writing.saveWindow(sampleWindow({ id: `w${number}`, reference: `FW-${number}` }));
      writing.appendAudit(entry);
    });
    await new Promise(setImmediate);
  }
  const { path } = await backup;
  const database = new DatabaseSync(path, { readOnly: true });
  const [copied] = database
    .prepare("SELECT (SELECT count(*) FROM window) AS windows, (SELECT count(*) FROM audit_entry) AS entries")
    .all();
  database.close();
  // Each window of the second kind has its entry: no half of a transaction was copied.
  expect(Number(copied?.windows) - Number(copied?.entries)).toBe(2_000);
  expect(store.read((reading) => reading.windowCount())).toBe(2_050);
});

test("a workspace closed while it is backed up leaves either a whole backup or none", async () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => writing.saveWindow(sampleWindow()));
  const backup = backUpNow(file).then(
    ({ path }) => path,
    () => null,
  );
  store.close();
  const path = await backup;
  const folder = join(dirname(file), "backups");
  expect(readdirSync(folder)).toEqual(path === null ? [] : ["workspace-2026-11-24T090000Z.db"]);
});

test("when there is no room for backups, that is said and nothing is left behind", async () => {
  const file = temporaryFile();
  openedStore(file);
  // A file where the folder should be stands in for whatever keeps it from being written.
  writeFileSync(join(dirname(file), "backups"), "");
  await expect(backUpNow(file)).rejects.toThrow();
  expect(existsSync(`${file}.unfinished`)).toBe(false);
});
