import type { Migration } from "./migration.ts";

/** What providers listed when they were last asked, to pick from while they can't be reached. No secrets. */
export const keptLists: Migration = {
  version: 6,
  name: "kept lists",
  migrate: (database) => database.exec(schema),
};

const schema = `
  CREATE TABLE kept_list (
    connection TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('channel', 'chat', 'person', 'group', 'team')),
    -- The team a list was asked for within; empty for none.
    within TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    problem TEXT,
    fetched_at INTEGER NOT NULL,
    PRIMARY KEY (connection, what, within, id)
  ) STRICT, WITHOUT ROWID;
`;
