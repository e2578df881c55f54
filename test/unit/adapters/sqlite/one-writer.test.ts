import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { allMigrations } from "../../../../src/adapters/sqlite/migrations/all-migrations.ts";
import { openStore } from "../../../../src/adapters/sqlite/open-store.ts";
import { sampleWindow, sampleWorkspace } from "../../../builders/samples.ts";
import { ended, firstLine, storeProcess } from "../../../builders/store-process.ts";
import { openedStore, sampleClock, temporaryFile } from "../../../builders/temporary-store.ts";

const holdsTheFile = `
  const result = openStore({ file, clock });
  console.log(result.kind + " " + (result.store?.readOnly?.reason ?? "writer"));
  setInterval(() => {}, 1000);
`;

test("while another process writes, this one reads and says why; when that one is killed, this one can write", async () => {
  const file = temporaryFile();
  const other = storeProcess(file, holdsTheFile);
  expect(await firstLine(other)).toBe("open writer");

  const reader = openedStore(file);
  expect(reader.readOnly?.reason).toContain("already open");
  expect(() => reader.write((writing) => writing.saveWindow(sampleWindow()))).toThrow("reading only");
  reader.close();

  other.kill("SIGKILL");
  expect(await ended(other)).toBe("SIGKILL");
  const writer = openedStore(file);
  expect(writer.readOnly).toBeNull();
  writer.write((writing) => writing.saveWindow(sampleWindow()));
});

test("a reader sees what the writer committed, at its next read and not within one", () => {
  const file = temporaryFile();
  const writer = openedStore(file);
  writer.write((writing) => writing.saveWorkspace(sampleWorkspace({ name: "Before" })));
  const reader = openedStore(file);
  expect(reader.readOnly).not.toBeNull();
  reader.read((reading) => {
    expect(reading.workspace()?.name).toBe("Before");
    writer.write((writing) => {
      writing.saveWorkspace(sampleWorkspace({ name: "After" }));
      writing.saveWindow(sampleWindow());
    });
    expect(reading.workspace()?.name).toBe("Before");
    expect(reading.windowCount()).toBe(0);
  });
  reader.read((reading) => {
    expect(reading.workspace()?.name).toBe("After");
    expect(reading.windowCount()).toBe(1);
  });
});

test("closing the writer lets the next one write; closing twice does no harm", () => {
  const file = temporaryFile();
  const first = openedStore(file);
  const second = openedStore(file);
  first.close();
  first.close();
  expect(second.readOnly).not.toBeNull();
  expect(openedStore(file).readOnly).toBeNull();
});

test("where no lock can be made, the workspace is read, and none is made", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => writing.saveWorkspace(sampleWorkspace()));
  store.close();
  rmSync(`${file}.lock`);
  // A folder in the lock's place stands in for a disk that can't be written to.
  mkdirSync(`${file}.lock`);
  const reader = openedStore(file);
  expect(reader.readOnly?.reason).toContain("can't be written to");
  expect(reader.read((reading) => reading.workspace()?.id)).toBe("workspace-1");

  const missing = temporaryFile();
  mkdirSync(`${missing}.lock`);
  expect(openStore({ file: missing, clock: sampleClock }).kind).toBe("unavailable");
  expect(existsSync(missing)).toBe(false);
});

test("a file from a newer version is read, not written, and not held", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => writing.saveWorkspace(sampleWorkspace()));
  store.close();
  setVersion(file, 99);
  const before = readFileSync(file);

  const newer = openedStore(file);
  expect(newer.readOnly?.reason).toContain("newer version");
  expect(newer.read((reading) => reading.workspace()?.id)).toBe("workspace-1");
  newer.close();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.unfinished`)).toBe(false);

  setVersion(file, allMigrations.length);
  expect(openedStore(file).readOnly).toBeNull();
});

function setVersion(file: string, version: number): void {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

test("another program's database and a folder are left alone", () => {
  const file = temporaryFile();
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE theirs (value TEXT); INSERT INTO theirs VALUES ('theirs')");
  database.close();
  const before = readFileSync(file);
  expect(openStore({ file, clock: sampleClock })).toMatchObject({
    kind: "unavailable",
    reason: expect.stringContaining("another program"),
  });
  expect(readFileSync(file).equals(before)).toBe(true);

  const folder = temporaryFile();
  mkdirSync(folder);
  expect(openStore({ file: folder, clock: sampleClock }).kind).toBe("unavailable");
});

test("the file is kept as docs/architecture.md says: write-ahead log, one application's, for this person only", () => {
  const file = temporaryFile();
  openedStore(file).close();
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare("PRAGMA journal_mode").all()).toEqual([{ journal_mode: "wal" }]);
  const tables = database.prepare(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  );
  const loose = tables.all().filter(({ strict }) => strict !== 1);
  database.close();
  expect(loose).toEqual([]);
});
