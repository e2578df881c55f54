import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFile } from "../../src/adapters/sqlite/migrate-file.ts";
import { allMigrations } from "../../src/adapters/sqlite/migrations/all-migrations.ts";
import { openedStore, temporaryFile } from "../builders/temporary-store.ts";

const before = allMigrations.slice(0, 6);

test("what was edited before is the first version, told with who saved it last, and versions are kept for good", () => {
  const file = temporaryFile();
  createFile(file, before);
  const database = new DatabaseSync(file);
  database.exec(`
    INSERT INTO template VALUES ('announce', 'customer', 'Ours', 'Text'), ('start', 'internal', 'Older', 'Than the log');
    INSERT INTO audit_entry VALUES
      (1, 5, 'First editor', 'templates.save', 'announce.customer', 'null', 'null', 'a'),
      (2, 9, 'Second editor', 'templates.save', 'announce.customer', 'null', 'null', 'b');
  `);
  database.close();
  const store = openedStore(file);
  const versionsOf = () => store.read((reading) => reading.templateVersions("announce", "customer", 10));
  const first = { stage: "announce", voice: "customer", way: "saved", detail: "", subject: "Ours", body: "Text" } as const;
  expect(versionsOf()).toEqual([{ ...first, number: 1, at: 9, who: "Second editor" }]);
  expect(store.read((reading) => reading.newestTemplateVersions())).toHaveLength(2);
  expect(store.read((reading) => reading.templateVersion("start", "internal", 1))).toMatchObject({ at: 0, who: "" });
  store.write((writing) => writing.addTemplateVersion({ ...first, at: 11, who: "Third editor", subject: "Newer" }));
  expect(versionsOf().map(({ number, subject }) => `${number} ${subject}`)).toEqual(["2 Newer", "1 Ours"]);
  store.close();

  const raw = new DatabaseSync(file);
  expect(() => raw.exec("DELETE FROM template_version")).toThrow("never removed");
  expect(() => raw.exec("UPDATE template_version SET who = 'Somebody else'")).toThrow("never changed");
  raw.close();
});
