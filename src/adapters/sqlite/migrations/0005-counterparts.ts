import type { Migration } from "./migration.ts";

/** What other systems hold of windows, and what connections to them need beyond an address and a token. */
export const counterparts: Migration = {
  version: 5,
  name: "counterparts",
  migrate: (database) => database.exec(schema),
};

const schema = `
  ALTER TABLE connection ADD COLUMN filled_in TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE connection ADD COLUMN last_success_at INTEGER;
  ALTER TABLE connection ADD COLUMN expires_at INTEGER;

  CREATE TABLE counterpart (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    window_id TEXT NOT NULL REFERENCES window (id),
    state TEXT NOT NULL CHECK (state IN ('inStep', 'behind', 'working', 'unknown', 'refused')),
    next_at INTEGER,
    -- The window as it stood when this was last brought in step: another one is looked at anew.
    seen_revision INTEGER NOT NULL,
    seen_outcome TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX counterpart_by_window ON counterpart (window_id);
  CREATE INDEX counterpart_by_time ON counterpart (next_at) WHERE next_at IS NOT NULL;
`;
