import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "./migration.ts";

/**
 * Instants are INTEGER milliseconds since 1970 UTC. What lists, the calendar and the outbox search and sort by has its own
 * column; everything else of a thing is JSON in one text, and nothing is stored in both places.
 */
const schema = `
  CREATE TABLE workspace (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    facts TEXT NOT NULL
  ) STRICT;

  CREATE TABLE reference_number (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
  ) STRICT;

  -- position keeps the order in which entries were made.
  CREATE TABLE directory_entry (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('service', 'changeType', 'audience', 'customer', 'contact', 'channel')),
    id TEXT NOT NULL,
    facts TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;

  CREATE TABLE rule (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL
  ) STRICT;

  CREATE TABLE template (
    stage TEXT NOT NULL,
    voice TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (stage, voice)
  ) STRICT;

  CREATE TABLE connection (
    kind TEXT PRIMARY KEY,
    api_url TEXT,
    account TEXT NOT NULL,
    checked_at INTEGER
  ) STRICT;

  CREATE TABLE window (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    change_type_id TEXT NOT NULL,
    service_ids TEXT NOT NULL,
    impact TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    start_wall TEXT NOT NULL,
    start_zone TEXT NOT NULL,
    end_at INTEGER NOT NULL,
    end_wall TEXT NOT NULL,
    end_zone TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'completed', 'rolledBack', 'cancelled')),
    revision INTEGER NOT NULL,
    searched TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX window_by_start ON window (start_at);
  -- The longest window says how far before a range a window that reaches into it can start.
  CREATE INDEX window_by_length ON window (end_at - start_at);
  CREATE INDEX window_open_by_start ON window (start_at) WHERE outcome = 'open';
  CREATE INDEX window_open_by_end ON window (end_at) WHERE outcome = 'open';

  CREATE TABLE notice (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    window_id TEXT NOT NULL REFERENCES window (id),
    stage TEXT NOT NULL,
    audience_id TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    latest_useful_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'skipped', 'superseded')),
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notice_by_window ON notice (window_id, due_at);
  CREATE INDEX notice_by_state ON notice (state, due_at);

  -- frozen, fingerprint and content are written once, at approval; the rest is the delivery's way through the outbox.
  CREATE TABLE delivery (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    batch_id TEXT NOT NULL,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    window_id TEXT NOT NULL REFERENCES window (id),
    send_at INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    settled_at INTEGER,
    handle TEXT,
    state TEXT NOT NULL CHECK (state IN (
      'approved', 'due', 'sending', 'accepted', 'confirmed', 'held', 'unknown', 'failed', 'cancelled', 'superseded'
    )),
    state_facts TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    frozen TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX delivery_by_state ON delivery (state, send_at);
  CREATE INDEX delivery_by_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL;
  CREATE INDEX delivery_by_window ON delivery (window_id);
  CREATE INDEX delivery_by_notice ON delivery (notice_id);
  CREATE INDEX delivery_by_batch ON delivery (batch_id);
  CREATE TRIGGER delivery_is_frozen
    BEFORE UPDATE OF id, notice_id, window_id, fingerprint, frozen, content ON delivery
    BEGIN SELECT RAISE(ABORT, 'what a delivery says and to whom is frozen at approval'); END;
  CREATE TRIGGER delivery_stays
    BEFORE DELETE ON delivery
    BEGIN SELECT RAISE(ABORT, 'deliveries are kept'); END;

  -- Counted as deliveries change, since counting a hundred thousand of them on every screen would be felt.
  CREATE TABLE delivery_count (
    state TEXT PRIMARY KEY,
    deliveries INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER delivery_added AFTER INSERT ON delivery BEGIN
    INSERT INTO delivery_count VALUES (NEW.state, 1) ON CONFLICT (state) DO UPDATE SET deliveries = deliveries + 1;
  END;
  CREATE TRIGGER delivery_changed_state AFTER UPDATE OF state ON delivery WHEN NEW.state <> OLD.state BEGIN
    UPDATE delivery_count SET deliveries = deliveries - 1 WHERE state = OLD.state;
    INSERT INTO delivery_count VALUES (NEW.state, 1) ON CONFLICT (state) DO UPDATE SET deliveries = deliveries + 1;
  END;

  -- Stands in for a provider, so it takes what it gets and refers to nothing.
  CREATE TABLE practice_message (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX practice_message_by_time ON practice_message (at);

  CREATE TABLE audit_entry (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, sequence);
  CREATE TRIGGER audit_is_appended
    BEFORE INSERT ON audit_entry WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_entry)
    BEGIN SELECT RAISE(ABORT, 'audit entries are appended one after another'); END;
  CREATE TRIGGER audit_is_not_changed
    BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
  CREATE TRIGGER audit_is_not_removed
    BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;
`;

export const initial: Migration = {
  version: 1,
  name: "initial",
  migrate: (database: DatabaseSync) => database.exec(schema),
};
