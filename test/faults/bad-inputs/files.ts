import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { BadInput } from "./bad-input.ts";

/** A workspace file, or what stands in its place, in a state it should not be in when the application opens it. */
export type FileRow = BadInput & {
  /** Spoils a whole workspace file, which nobody has open. Gives a function that ends the spoiling, where something has to. */
  readonly spoil: (file: string) => unknown;
  readonly outcome: FileOutcome;
};

export type FileOutcome =
  /** Set aside whole; its newest backup is offered on screen. */
  | "setAside"
  /** Read, not written to. */
  | "readOnly"
  /** Left alone; said why. */
  | "refused"
  /** Used as the whole file it is. */
  | "used";

const words: Readonly<Record<FileOutcome, string>> = {
  setAside: "set aside whole, its newest backup offered, none made silently",
  readOnly: "read only, and says why",
  refused: "left as it is, refused with a reason",
  used: "used as the whole file it is",
};

function row(name: string, input: string, outcome: FileOutcome, spoil: (file: string) => unknown): FileRow {
  return { area: "files", name, input, expected: words[outcome], outcome, spoil };
}

function overwrite(file: string, from: number, to: number, byte: number): void {
  writeFileSync(file, readFileSync(file).fill(byte, from, to));
}

function withDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

export const files: readonly FileRow[] = [
  row("an empty file", "0 bytes", "setAside", (file) => truncateSync(file, 0)),
  row("a file cut off", "its first three pages", "setAside", (file) => truncateSync(file, 3 * 4096)),
  row("a file cut off in a page", "all but its last 1,000 bytes", "setAside", (file) =>
    truncateSync(file, readFileSync(file).length - 1_000),
  ),
  row("zeroes in the middle", "20 pages of zero bytes", "setAside", (file) => overwrite(file, 8 * 4096, 28 * 4096, 0)),
  row("a text in its place", "a letter, saved under its name", "setAside", (file) =>
    writeFileSync(file, "Dear all, ".repeat(900)),
  ),
  row("a spoilt header", "bytes 0 to 100 of 0xA5", "setAside", (file) => overwrite(file, 0, 100, 0xa5)),
  row("its log without it", "workspace.db-wal alone", "setAside", (file) => {
    copyFileSync(file, `${file}-wal`);
    rmSync(file);
  }),
  row("another application's number", "application_id 1", "refused", (file) => withDatabase(file, "PRAGMA application_id = 1")),
  row("another program's database", "an SQLite file with one table", "refused", (file) => {
    rmSync(file);
    withDatabase(file, "CREATE TABLE theirs (value TEXT)");
  }),
  row("a folder in its place", "workspace.db/", "refused", (file) => {
    rmSync(file);
    mkdirSync(file);
  }),
  row("a link that leads to itself", "workspace.db → workspace.db", "refused", (file) => {
    rmSync(file);
    symlinkSync(file, file);
  }),
  row("a link to a place that is not there", "workspace.db → an unmounted drive", "refused", (file) => {
    rmSync(file);
    symlinkSync(join(dirname(file), "unmounted", "workspace.db"), file);
  }),
  row("a newer version's file", "user_version 99", "readOnly", (file) => withDatabase(file, "PRAGMA user_version = 99")),
  row("a file another Forewarn writes to", "its lock is held", "readOnly", (file) => {
    const lock = new DatabaseSync(`${file}.lock`);
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  }),
  row("a folder in its lock's place", "workspace.db.lock/", "readOnly", (file) => {
    rmSync(`${file}.lock`, { force: true });
    mkdirSync(`${file}.lock`);
  }),
  row("a file somebody else holds for long", "a write begun by another program", "refused", (file) => {
    const other = new DatabaseSync(file);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE theirs (value TEXT)");
    return () => other.close();
  }),
  row("an unfinished copy beside it", "workspace.db.unfinished of another time", "used", (file) =>
    writeFileSync(`${file}.unfinished`, "Half of a copy"),
  ),
  row("a restore that was killed", "workspace.db.restoring beside it", "used", (file) =>
    writeFileSync(`${file}.restoring`, readFileSync(file)),
  ),
  row("backups nobody can list", "a file where the folder should be", "used", (file) =>
    writeFileSync(join(dirname(file), "backups"), ""),
  ),
  row("a file open to everybody", "mode 666", "used", (file) => chmodSync(file, 0o666)),
];

/** Names no file can have. Nothing is made of them. */
export const fileNames: readonly (BadInput & { readonly fileName: string })[] = [
  {
    area: "files",
    name: "a name that is too long",
    input: "300 characters",
    expected: words.refused,
    fileName: `${"x".repeat(300)}.forewarn`,
  },
  {
    area: "files",
    name: "a name with a zero character",
    input: "workspace[U+0000].forewarn",
    expected: words.refused,
    fileName: "workspace\u0000.forewarn",
  },
];
