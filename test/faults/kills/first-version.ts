import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createFile } from "../../../src/adapters/sqlite/migrate-file.ts";
import { initial } from "../../../src/adapters/sqlite/migrations/0001-initial.ts";
import { canonicalJson } from "../../../src/core/domain/canonical-json.ts";

/**
 * Writes a workspace as the first version of Forewarn would have it: the same content, without what later versions added.
 * Only deliveries that are approved may be in it: what an attempt left behind had another form.
 */
export function writeFirstVersion(newer: string, file: string): void {
  rmSync(file, { force: true });
  createFile(file, [initial]);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA foreign_keys = OFF");
  database.prepare("ATTACH ? AS newer").run(newer);
  database.exec("BEGIN");
  for (const table of tablesOf(database, "main")) {
    if (table === "delivery" || table === "delivery_count") continue;
    const theirs = new Set(columnsOf(database, "newer", table));
    const columns = columnsOf(database, "main", table)
      .filter((column) => theirs.has(column))
      .join(", ");
    database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table} ORDER BY rowid`);
  }
  copyDeliveries(database);
  database.exec("COMMIT; DETACH newer");
  database.close();
}

function copyDeliveries(database: DatabaseSync): void {
  const columns = columnsOf(database, "main", "delivery");
  const insert = database.prepare(
    `INSERT INTO main.delivery (${columns.join(", ")}) VALUES (${columns.map((column) => `:${column}`).join(", ")})`,
  );
  for (const row of database.prepare("SELECT * FROM newer.delivery ORDER BY position").all()) {
    if (row.state !== "approved") throw new Error("The rig's older file holds approved deliveries only");
    const { notBefore: _since2, ...frozen } = JSON.parse(String(row.frozen));
    const content: unknown = JSON.parse(String(row.content));
    const fingerprint = createHash("sha256")
      .update(canonicalJson([frozen.address, frozen.recipients, content]))
      .digest("hex");
    const older = { ...row, frozen: canonicalJson(frozen), fingerprint };
    insert.run(Object.fromEntries(Object.entries(older).filter(([column]) => columns.includes(column))));
  }
}

function tablesOf(database: DatabaseSync, schema: string): readonly string[] {
  return database
    .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name));
}

function columnsOf(database: DatabaseSync, schema: string, table: string): readonly string[] {
  return database
    .prepare(`SELECT name FROM pragma_table_info('${table}', '${schema}')`)
    .all()
    .map(({ name }) => String(name));
}
