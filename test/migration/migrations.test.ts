import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { allMigrations } from "../../src/adapters/sqlite/migrations/all-migrations.ts";
import type { Migration } from "../../src/adapters/sqlite/migrations/migration.ts";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleWindow, sampleWorkspace } from "../builders/samples.ts";
import { ended, storeProcess } from "../builders/store-process.ts";
import { openedStore, sampleClock, temporaryFile } from "../builders/temporary-store.ts";

/** A step as a later version will have: it adds a table and changes a stored text. */
const addsRemarks: Migration = {
  version: allMigrations.length + 1,
  name: "adds remarks",
  migrate(database) {
    database.exec("CREATE TABLE remark (text TEXT NOT NULL) STRICT; INSERT INTO remark VALUES ('moved')");
    database.exec("UPDATE window SET title = title || ' (moved)'");
  },
};
const newest = allMigrations.length;
const withRemarks = [...allMigrations, addsRemarks];

/** A workspace of the version before, with one of everything that refers to something. */
function olderFile(): string {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    writing.saveWindow(sampleWindow({ title: "Resize" }));
    writing.saveNotice(sampleNotice());
    writing.saveDelivery(sampleDelivery());
    writing.appendAudit({
      at: sampleNow,
      who: "Coordinator",
      what: "windows.create",
      subjectId: "window-1",
      before: null,
      after: {},
    });
  });
  store.close();
  return file;
}

function versionOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const [row] = database.prepare("PRAGMA user_version").all();
  database.close();
  return row?.user_version;
}

const filesBeside = (file: string) => readdirSync(dirname(file)).sort();

test("a new file has the newest version", () => {
  const file = temporaryFile();
  openedStore(file, { migrations: withRemarks }).close();
  expect(versionOf(file)).toBe(newest + 1);
  expect(existsSync(join(dirname(file), "backups"))).toBe(false);
});

test("an older file is brought up to date with all that is in it, after a backup of what it was", () => {
  const file = olderFile();
  const store = openedStore(file, { migrations: withRemarks });
  expect(store.readOnly).toBeNull();
  store.read((reading) => {
    expect(reading.window("window-1")?.title).toBe("Resize (moved)");
    expect(reading.delivery("delivery-1")).toEqual(sampleDelivery());
    expect(reading.audit({ limit: 5 })).toHaveLength(1);
  });
  store.write((writing) => writing.saveWorkspace(sampleWorkspace({ name: "Still writes" })));
  store.close();
  expect(filesBeside(file)).toEqual(["backups", "workspace.db", "workspace.db.lock"]);
  expect(versionOf(file)).toBe(newest + 1);

  const backup = join(dirname(file), "backups", `workspace-2026-11-24T090000Z-before-version-${newest + 1}.db`);
  expect(versionOf(backup)).toBe(newest);
  // The older application can go back to it.
  expect(openedStore(backup).read((reading) => reading.window("window-1")?.title)).toBe("Resize");
});

test("several steps are run in order, and only those the file has not had", () => {
  const file = olderFile();
  openedStore(file, { migrations: withRemarks }).close();
  const third: Migration = {
    version: newest + 2,
    name: "doubles remarks",
    migrate: (database) => database.exec("INSERT INTO remark SELECT text FROM remark"),
  };
  openedStore(file, { migrations: [...withRemarks, third] }).close();
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare("SELECT text FROM remark").all()).toEqual([{ text: "moved" }, { text: "moved" }]);
  expect(database.prepare("SELECT title FROM window").all()).toEqual([{ title: "Resize (moved)" }]);
  database.close();
});

test("a process killed in the middle of a step leaves the old file as it was, and the next start gets it done", async () => {
  const file = olderFile();
  const dying = storeProcess(
    file,
    `const dies = { version: allMigrations.length + 1, name: "dies", migrate(database) {
       database.exec("UPDATE window SET title = 'half done'");
       process.kill(process.pid, "SIGKILL");
     } };
     openStore({ file, clock, migrations: [...allMigrations, dies] });`,
  );
  expect(await ended(dying)).toBe("SIGKILL");
  expect(versionOf(file)).toBe(newest);

  const old = openedStore(file);
  expect(old.readOnly).toBeNull();
  expect(old.read((reading) => reading.window("window-1")?.title)).toBe("Resize");
  old.close();
  const migrated = openedStore(file, { migrations: withRemarks });
  expect(migrated.read((reading) => reading.window("window-1")?.title)).toBe("Resize (moved)");
});

test("a finished copy that was never swapped in is thrown away: what was written since is not lost", () => {
  const file = olderFile();
  const copy = `${file}.unfinished`;
  writeFileSync(copy, readFileSync(file));
  const database = new DatabaseSync(copy);
  addsRemarks.migrate(database);
  database.exec(`PRAGMA user_version = ${newest + 1}`);
  database.close();

  const old = openedStore(file);
  old.write((writing) => writing.saveWindow(sampleWindow({ title: "Written since" })));
  old.close();
  const migrated = openedStore(file, { migrations: withRemarks });
  expect(migrated.read((reading) => reading.window("window-1")?.title)).toBe("Written since (moved)");
  expect(existsSync(copy)).toBe(false);
});

test("a step that fails, or that breaks a reference, leaves the old file and says so", () => {
  const failing: Migration = {
    version: newest + 1,
    name: "fails",
    migrate(database) {
      database.exec("UPDATE window SET title = 'half done'");
      throw new Error("This step is wrong");
    },
  };
  const orphaning: Migration = {
    version: newest + 1,
    name: "orphans",
    migrate: (database) => database.exec("DELETE FROM window"),
  };
  const file = olderFile();
  for (const [migration, reason] of [
    [failing, "This step is wrong"],
    [orphaning, "broke a reference"],
  ] as const) {
    const result = openStore({ file, clock: sampleClock, migrations: [...allMigrations, migration] });
    expect(result).toMatchObject({ kind: "unavailable", reason: expect.stringContaining(reason) });
  }
  expect(openedStore(file).read((reading) => reading.window("window-1")?.title)).toBe("Resize");
});

test("while another process reads the old file it is not swapped, and both can go on", () => {
  const file = olderFile();
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT * FROM window").all();
  const result = openStore({ file, clock: sampleClock, migrations: withRemarks });
  expect(result).toMatchObject({ kind: "unavailable", reason: expect.stringContaining("another process reads it") });
  reader.close();
  expect(openedStore(file, { migrations: withRemarks }).readOnly).toBeNull();
});

test("damage that shows only in a full check is found before a step is built on it", () => {
  const file = olderFile();
  const bytes = readFileSync(file);
  // The second half holds tables and indices no query at the start touches.
  const from = Math.floor(bytes.length / 8_192) * 4_096;
  bytes.fill(0xa5, from, bytes.length);
  writeFileSync(file, bytes);
  const result = openStore({ file, clock: sampleClock, migrations: withRemarks });
  expect(result.kind).toBe("damaged");
});

test("steps are numbered without a gap", () => {
  allMigrations.forEach(({ version }, index) => {
    expect(version).toBe(index + 1);
  });
  const gap = [...allMigrations, { ...addsRemarks, version: newest + 2 }];
  expect(openStore({ file: temporaryFile(), clock: sampleClock, migrations: gap })).toMatchObject({ kind: "unavailable" });
});
