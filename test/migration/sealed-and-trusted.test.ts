import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFile } from "../../src/adapters/sqlite/migrate-file.ts";
import { initial } from "../../src/adapters/sqlite/migrations/0001-initial.ts";
import { verifyFile } from "../../src/adapters/sqlite/verify-file.ts";
import { systemIds } from "../../src/adapters/system/system-ids.ts";
import { isAsApproved } from "../../src/core/app/sending/frozen.ts";
import { canonicalJson } from "../../src/core/domain/canonical-json.ts";
import { sampleDelivery, sampleNow } from "../builders/samples.ts";
import { openedStore, temporaryFile } from "../builders/temporary-store.ts";

type InsertOld = (id: string, state: string, facts: object, isTampered?: boolean) => void;

/** Puts deliveries in as version 1 stored them: no fence, no `notBefore`, a fingerprint over address, recipients and content. */
function insertingOld(database: DatabaseSync): InsertOld {
  const {
    windowRevision,
    stage,
    audienceId,
    channelId,
    channelKind,
    channelName,
    address,
    customerId,
    carrier,
    recipients,
    content,
    told,
    approvedBy,
    approvedAt,
  } = sampleDelivery();
  const frozen = canonicalJson({
    windowRevision,
    stage,
    audienceId,
    channelId,
    channelKind,
    channelName,
    address,
    customerId,
    carrier,
    recipients,
    told,
    approvedBy,
    approvedAt,
  });
  const said = canonicalJson(content);
  const fingerprint = systemIds.fingerprint(canonicalJson([address, recipients, content]));
  const insert = database.prepare(
    "INSERT INTO delivery VALUES (NULL, ?, 'batch-1', 'notice-1', 'window-1', ?, ?, NULL, NULL, ?, ?, ?, ?, ?)",
  );
  return (id, state, facts, isTampered = false) => {
    const stateText = JSON.stringify({ kind: state, ...facts });
    insert.run(id, sampleNow, sampleNow + 1_000_000, state, stateText, isTampered ? "0".repeat(64) : fingerprint, frozen, said);
  };
}

function versionOne(fill: (insertOld: InsertOld) => void): string {
  const file = temporaryFile();
  createFile(file, [initial]);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA foreign_keys = OFF; BEGIN");
  database.exec(
    `INSERT INTO window VALUES (1, 'window-1', 'FW-1', 'Resize', 'c', '[]', 'none', 1, '', 'UTC', 2, '', 'UTC', 'open', 1, '', '{}')`,
  );
  database.exec(`INSERT INTO notice VALUES (1, 'notice-1', 'k', 'window-1', 'announce', 'a', 1, 2, 'approved', '{}')`);
  fill(insertingOld(database));
  database.exec("COMMIT");
  database.close();
  return file;
}

test("from version 1 every delivery gets a fingerprint of today, its state all its facts, and a seal", () => {
  const file = versionOne((insertOld) => {
    insertOld("approved", "approved", {});
    insertOld("due", "due", { since: 5, attempts: 1, detail: "" });
    insertOld("sending", "sending", { since: 7, attempt: 1 });
    insertOld("held", "held", { since: 7, reason: "stale", detail: "" });
    insertOld("unknown", "unknown", { since: 9, detail: "No answer" });
    insertOld("tampered", "approved", {}, true);
  });
  const store = openedStore(file);
  const delivery = (id: string) => store.read((reading) => reading.delivery(id)) ?? expect.fail();
  for (const id of ["approved", "due", "sending", "held", "unknown"]) {
    expect(isAsApproved(systemIds, delivery(id)), id).toBe(true);
  }
  // One that was not what was approved stays so, and is held when it would be sent.
  expect(isAsApproved(systemIds, delivery("tampered"))).toBe(false);
  expect(delivery("approved")).toMatchObject({ notBefore: sampleNow, fence: 0, state: { kind: "approved" } });
  expect(delivery("due").state).toEqual({ kind: "due", since: 5, attempts: 1, detail: "", leaseUntil: null, byPerson: false });
  expect(delivery("sending").state).toEqual({
    kind: "sending",
    since: 7,
    attempt: 1,
    leaseUntil: 7,
    dueSince: 7,
    byPerson: false,
  });
  expect(delivery("held").state).toMatchObject({ kind: "held", until: null });
  expect(delivery("unknown").state).toMatchObject({ kind: "unknown", looks: 0, seen: "", nextLookAt: 9 });
});

test("a file of 10,000 deliveries is brought up to date in twelve seconds of a processor, whole", () => {
  const file = versionOne((insertOld) => {
    for (let number = 0; number < 10_000; number += 1) insertOld(`delivery-${number}`, "approved", {});
  });
  // Processor time, for other tests run beside this one.
  const before = process.cpuUsage();
  const store = openedStore(file);
  const { user, system } = process.cpuUsage(before);
  expect(store.read((reading) => reading.deliveryCounts()).approved).toBe(10_000);
  const last = store.read((reading) => reading.delivery("delivery-9999")) ?? expect.fail();
  expect(isAsApproved(systemIds, last)).toBe(true);
  expect(verifyFile(file).kind).toBe("whole");
  expect((user + system) / 1e6).toBeLessThan(12);
}, 240_000);
