import { spawnSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Store } from "../../src/core/ports/store.ts";
import { sampleNow } from "../builders/samples.ts";
import { openedStore, temporaryFile, temporaryFolder } from "../builders/temporary-store.ts";

const script = fileURLToPath(new URL("../../scripts/audit-verify.mjs", import.meta.url));

function verify(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  return { code: status, said: `${stdout}${stderr}` };
}

function append(store: Store, entries: number): void {
  for (let number = 1; number <= entries; number += 1) {
    store.write((writing) =>
      writing.appendAudit({
        at: sampleNow,
        who: "Coordinator",
        what: "windows.change",
        subjectId: "w",
        before: null,
        after: number,
      }),
    );
  }
}

function fileWith(entries: number): string {
  const file = temporaryFile();
  const store = openedStore(file);
  append(store, entries);
  store.close();
  return file;
}

function behindTheBack(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(`DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_removed; ${sql}`);
  database.close();
}

test("a whole log is told with its entries and last hash, and how to see what may be cut off", () => {
  const { code, said } = verify(fileWith(5));
  expect(code).toBe(0);
  expect(said).toMatch(/^Intact/u);
  expect(said).toMatch(/Entries: +5\nLast hash: [0-9a-f]{64}\n/u);
  expect(said).toContain("can't be seen from the file alone");
});

test("a file that is open elsewhere is checked with what was just written", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  append(store, 3);
  expect(verify(file)).toMatchObject({ code: 0, said: expect.stringMatching(/Entries: +3/u) });
});

test("a changed entry is named, with what to do", () => {
  const file = fileWith(5);
  behindTheBack(file, "UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 3");
  const { code, said } = verify(file);
  expect(code).toBe(1);
  expect(said).toContain("Entry 3 is not what was written");
  expect(said).toContain("compare it with a backup");
});

test("entries cut off at the end are found with the count and the last hash of an export, and not without", () => {
  const file = fileWith(5);
  const { entries, lastHash } = endOf(file);
  const expected = ["--entries", String(entries), "--last-hash", lastHash];
  expect(verify(file, ...expected)).toMatchObject({ code: 0, said: expect.stringContaining("none of those is missing") });
  behindTheBack(file, "DELETE FROM audit_entry WHERE sequence > 3");
  expect(verify(file).code).toBe(0);
  const { code, said } = verify(file, ...expected);
  expect(code).toBe(1);
  expect(said).toContain("2 were cut off");
});

test("a log written anew since the export is found by the hash of its last entry", () => {
  const other = endOf(fileWith(4));
  const file = fileWith(5);
  const { code, said } = verify(file, "--entries", "5", "--last-hash", other.lastHash);
  expect(code).toBe(1);
  expect(said).toContain("another hash");
});

test("a missing file, a folder, another program's file and a cut-off one have nothing to check", () => {
  const folder = temporaryFolder();
  const foreign = join(folder, "other.db");
  const database = new DatabaseSync(foreign);
  database.exec("CREATE TABLE audit_entry (sequence)");
  database.close();
  const text = join(folder, "notes.txt");
  writeFileSync(text, "These are no entries.\n".repeat(200));
  const cut = fileWith(400);
  truncateSync(cut, Math.floor(readFileSync(cut).length / 2));
  expect(verify(join(folder, "none.db"))).toMatchObject({ code: 2, said: expect.stringContaining("There is no file") });
  expect(verify(folder)).toMatchObject({ code: 2, said: expect.stringContaining("is a folder") });
  expect(verify(foreign)).toMatchObject({ code: 2, said: expect.stringContaining("no workspace of Forewarn") });
  expect(verify(text)).toMatchObject({ code: 2, said: expect.stringContaining("can't be read as a workspace") });
  expect(verify(cut)).toMatchObject({ code: 2, said: expect.stringContaining("can't be read as a workspace") });
});

test("words it does not understand are answered with how it is used", () => {
  for (const words of [
    [],
    ["a", "b"],
    ["a", "--entries", "5"],
    ["a", "--entries", "five", "--last-hash", "00000000"],
    ["--what"],
  ]) {
    expect(verify(...words)).toMatchObject({ code: 2, said: expect.stringContaining("npm run audit:verify -- FILE") });
  }
});

function endOf(file: string): { readonly entries: number; readonly lastHash: string } {
  const store = openedStore(file);
  const end = store.auditLog.end();
  store.close();
  return end;
}
