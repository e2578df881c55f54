import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "./migration.ts";

/**
 * What sending that can be trusted needs: fencing numbers of claims, the provider's look-ups, pauses of sending and of a
 * connection, a fingerprint over all that approval froze, and subjects and recipients in columns, so that
 * neither lists nor threads need to read messages.
 */
const schema = `
  ALTER TABLE delivery ADD COLUMN fence INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE delivery ADD COLUMN subject TEXT NOT NULL DEFAULT '';
  ALTER TABLE delivery ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
  ALTER TABLE connection ADD COLUMN paused_since INTEGER;
  ALTER TABLE connection ADD COLUMN paused_why TEXT NOT NULL DEFAULT '';
  CREATE TABLE sending_pause (
    kind TEXT PRIMARY KEY CHECK (kind IN ('restored', 'clock', 'person')),
    since INTEGER NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  DROP INDEX delivery_by_window;
  CREATE INDEX delivery_by_window ON delivery (window_id, recipient);
  CREATE INDEX delivery_held_until ON delivery (json_extract(state_facts, '$.until')) WHERE state = 'held';
  CREATE INDEX delivery_to_look_for ON delivery (json_extract(state_facts, '$.nextLookAt')) WHERE state = 'unknown';
  DROP TRIGGER delivery_is_frozen;
`;

const frozenAgain = `
  CREATE TRIGGER delivery_is_frozen
    BEFORE UPDATE OF id, notice_id, window_id, not_after, fingerprint, frozen, content, subject, recipient ON delivery
    BEGIN SELECT RAISE(ABORT, 'what a delivery says and to whom is frozen at approval'); END;
`;

const newStates = `
  UPDATE delivery SET state_facts = json_set(state_facts, '$.leaseUntil', NULL, '$.byPerson', json('false'))
    WHERE state = 'due';
  UPDATE delivery SET state_facts = json_set(state_facts, '$.leaseUntil', json_extract(state_facts, '$.since'),
      '$.dueSince', json_extract(state_facts, '$.since'), '$.byPerson', json('false'))
    WHERE state = 'sending';
  UPDATE delivery SET state_facts = json_set(state_facts, '$.until', NULL) WHERE state = 'held';
  UPDATE delivery SET state_facts = json_set(state_facts, '$.looks', 0, '$.seen', '',
      '$.nextLookAt', json_extract(state_facts, '$.since'))
    WHERE state = 'unknown';
  UPDATE directory_entry SET facts = json_set(facts, '$.quietHours', NULL) WHERE kind = 'audience';
`;

export const trustedSending: Migration = {
  version: 2,
  name: "trusted sending",
  migrate(database) {
    database.exec(schema);
    freezeAnew(database);
    database.exec(frozenAgain);
    database.exec(newStates);
  },
};

type Row = {
  readonly position: number;
  readonly id: string;
  readonly noticeId: string;
  readonly windowId: string;
  readonly sendAt: number;
  readonly notAfter: number;
  readonly fingerprint: string;
  readonly frozen: string;
  readonly content: string;
};

/** Gives each delivery its new fingerprint; one whose old one did not fit keeps it, and is held when it would be sent. */
function freezeAnew(database: DatabaseSync): void {
  const read = database.prepare(
    `SELECT position, id, notice_id AS noticeId, window_id AS windowId, send_at AS sendAt, not_after AS notAfter,
            fingerprint, frozen, content
     FROM delivery WHERE position > ? ORDER BY position LIMIT 500`,
  );
  const write = database.prepare(
    "UPDATE delivery SET frozen = ?, fingerprint = ?, subject = ?, recipient = ? WHERE position = ?",
  );
  for (let last = 0; ; ) {
    // node:sqlite types rows as records of any value; the STRICT table and the query's names are what they are.
    const rows = read.all(last) as unknown as readonly Row[];
    if (rows.length === 0) return;
    for (const row of rows) {
      const facts: Record<string, unknown> = { ...JSON.parse(row.frozen), notBefore: row.sendAt };
      const content: Record<string, unknown> = JSON.parse(row.content);
      const wasWhole = sha256(sortedJson([facts.address, facts.recipients, content])) === row.fingerprint;
      const { id, noticeId, windowId, notAfter } = row;
      const fingerprint = wasWhole
        ? sha256(sortedJson({ ...facts, id, noticeId, windowId, notAfter, content }))
        : row.fingerprint;
      write.run(sortedJson(facts), fingerprint, subjectIn(content), recipientIn(facts), row.position);
      last = row.position;
    }
  }
}

function subjectIn(content: Record<string, unknown>): string {
  if (typeof content.subject === "string") return content.subject;
  return typeof content.text === "string" ? (content.text.split("\n", 1)[0] ?? "") : "";
}

function recipientIn({ channelId, customerId }: Record<string, unknown>): string {
  return typeof customerId === "string" ? `${String(channelId)}/${customerId}` : String(channelId);
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** As deliveries were hashed when this step was written. A copy on purpose: a step must not change with the code. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`).join(",")}}`;
}
