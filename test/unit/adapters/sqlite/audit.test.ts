import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { verifyAuditChain } from "../../../../src/adapters/sqlite/audit-chain.ts";
import { sampleNow } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

function writeFive(file: string): void {
  const store = openedStore(file);
  for (let number = 1; number <= 5; number += 1) {
    store.write((writing) =>
      writing.appendAudit({
        at: sampleNow + number,
        who: "Release coordinator",
        what: "windows.change",
        subjectId: number % 2 === 0 ? "window-2" : "window-1",
        before: number === 1 ? undefined : { title: "Old", z: 1, a: [1, null] },
        after: { title: `New ${number}` },
      }),
    );
  }
  store.close();
}

test("entries are numbered and chained, the newest first, and found by what they are about", () => {
  const file = temporaryFile();
  writeFive(file);
  const store = openedStore(file);
  const entries = store.read((reading) => reading.audit({ limit: 10 }));
  expect(entries.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
  expect(entries[0]).toMatchObject({
    at: sampleNow + 5,
    who: "Release coordinator",
    what: "windows.change",
    subjectId: "window-1",
    before: { title: "Old", z: 1, a: [1, null] },
    after: { title: "New 5" },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(entries[4]?.before).toBeNull();
  expect(store.read((reading) => reading.audit({ subjectId: "window-1", limit: 2 })).map(({ sequence }) => sequence)).toEqual([
    5, 3,
  ]);
  expect(verifyAuditChain(file)).toMatchObject({ kind: "intact", entries: 5 });
});

test("an empty log is whole", () => {
  const file = temporaryFile();
  openedStore(file).close();
  expect(verifyAuditChain(file)).toEqual({ kind: "intact", entries: 0, lastHash: "0".repeat(64) });
});

test("the database itself refuses to change, remove or slip in an entry", () => {
  const file = temporaryFile();
  writeFive(file);
  const database = new DatabaseSync(file);
  try {
    expect(() => database.exec("UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 3")).toThrow("never changed");
    expect(() => database.exec("DELETE FROM audit_entry WHERE sequence = 5")).toThrow("never removed");
    for (const insert of ["INSERT", "INSERT OR REPLACE"]) {
      expect(() => database.exec(`${insert} INTO audit_entry VALUES (3, 1, '', '', '', '', '', '')`)).toThrow("appended");
    }
  } finally {
    database.close();
  }
});

test.each([
  ["changed", "UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 3", 3],
  ["changed in its detail", `UPDATE audit_entry SET after = '{"title":"New 9"}' WHERE sequence = 3`, 3],
  ["moved in time", "UPDATE audit_entry SET at = at - 1 WHERE sequence = 1", 1],
  ["taken out", "DELETE FROM audit_entry WHERE sequence = 2", 2],
  [
    "changed and given a hash of its own",
    "UPDATE audit_entry SET who = 'Nobody', hash = (SELECT hash FROM audit_entry WHERE sequence = 4) WHERE sequence = 3",
    3,
  ],
])("an entry %s behind the application's back is found", (_what, tampering, sequence) => {
  const file = temporaryFile();
  writeFive(file);
  const database = new DatabaseSync(file);
  database.exec("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_removed");
  database.exec(tampering);
  database.close();
  expect(verifyAuditChain(file)).toEqual({ kind: "broken", sequence });
});
