import type { Migration } from "./migration.ts";

/** What planning needs beyond single windows: who works on them, changes and series, freezes, outages, feeds, proposals. */
export const planning: Migration = {
  version: 4,
  name: "planning",
  migrate: (database) => database.exec(schema),
};

const schema = `
  -- The lead and the engineers, and what the calendar and conflicts ask of every window.
  ALTER TABLE window ADD COLUMN people TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE window ADD COLUMN customers_affected INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE window ADD COLUMN group_id TEXT;
  UPDATE window SET
    people = CASE WHEN coalesce(facts ->> 'lead', '') = '' THEN '[]' ELSE json_array(facts ->> 'lead') END,
    customers_affected = coalesce(facts ->> 'customersAffected', 0);
  CREATE INDEX window_by_group ON window (group_id, start_at) WHERE group_id IS NOT NULL;

  CREATE TABLE series (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL
  ) STRICT;

  CREATE TABLE freeze (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    start_at INTEGER NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;

  CREATE TABLE unplanned_outage (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    service_id TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unplanned_outage_by_end ON unplanned_outage (end_at);

  CREATE TABLE feed (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL
  ) STRICT;

  CREATE TABLE proposal (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    uid TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'dismissed')),
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX proposal_by_uid ON proposal (uid, received_at);
  CREATE INDEX proposal_by_state ON proposal (state, received_at);
`;
