import type { Migration } from "./migration.ts";

/**
 * Every text a template had, with who gave it and when. What a workspace had edited before becomes its first version; the
 * audit log knows who saved it last.
 */
export const templateVersions: Migration = {
  version: 7,
  name: "template versions",
  migrate: (database) => database.exec(schema),
};

const schema = `
  CREATE TABLE template_version (
    stage TEXT NOT NULL,
    voice TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('saved', 'restored', 'imported', 'reset')),
    detail TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (stage, voice, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER template_version_is_not_changed
    BEFORE UPDATE ON template_version
    BEGIN SELECT RAISE(ABORT, 'versions of a template are never changed'); END;
  CREATE TRIGGER template_version_is_not_removed
    BEFORE DELETE ON template_version
    BEGIN SELECT RAISE(ABORT, 'versions of a template are never removed'); END;

  INSERT INTO template_version
  SELECT stage, voice, 1, coalesce(saved.at, 0), coalesce(saved.who, ''), 'saved', '', subject, body
  FROM template
  LEFT JOIN (
    -- SQLite takes the other columns from the row that has the maximum.
    SELECT subject_id, max(sequence), at, who FROM audit_entry WHERE what = 'templates.save' GROUP BY subject_id
  ) AS saved ON saved.subject_id = stage || '.' || voice;
`;
