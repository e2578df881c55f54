import { subscribe } from "node:diagnostics_channel";
import { writeSync } from "node:fs";
import { dirname, sep } from "node:path";
import { DatabaseSync, type SQLInputValue, StatementSync } from "node:sqlite";
import type { Provider } from "./points.ts";
import type { ClientEvent, Report, Trigger } from "./protocol.ts";

/** Where this process kills itself. One a life. */
let trigger: Trigger | null = null;
/** A step before the trigger's moment has come: the next moment of its kind is it. */
let isArmed = false;

export function dieAt(moment: Trigger | null): void {
  trigger = moment;
}

let claimed: (() => void) | null = null;

/** Calls back in the turn in which a claim was committed, after it. */
export function onceClaimed(callBack: () => void): void {
  claimed = callBack;
}

/** Says something to the parent, written before this returns. */
export function report(said: Report): void {
  const bytes = Buffer.from(`${JSON.stringify(said)}\n`);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}

/** Dies as a power cut would have it: no handler, no flush, no goodbye. */
function die(): void {
  report({ kind: "dying" });
  process.kill(process.pid, "SIGKILL");
  // The signal may take a moment; nothing may be done in it.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

export function beforeRename(to: string): void {
  if (trigger?.at === "rename" && trigger.side === "before" && placeOf(to) === trigger.to) die();
}

export function afterRename(to: string): void {
  if (trigger?.at === "rename" && trigger.side === "after" && placeOf(to) === trigger.to) die();
}

function placeOf(path: string): "backup" | "workspace" {
  return dirname(path).endsWith(`${sep}backups`) ? "backup" : "workspace";
}

export function atSecret(side: "before" | "after"): void {
  if (trigger?.at === "secret" && trigger.side === side) die();
}

export function atCheckpoint(side: "before" | "after"): void {
  if (trigger?.at === "checkpoint" && trigger.side === side) die();
}

/** What the transaction under way did, and the audit entry it ends with. */
let marks = new Set<string>();
let lastEntry: { readonly sequence: number; readonly hash: string } | null = null;
/** Where a migration is: the version its copy has, and how many statements of the next step were run. */
let migrating: { version: number; statements: number } | null = null;

type Run = (this: StatementSync, ...values: SQLInputValue[]) => ReturnType<StatementSync["run"]>;

/** Watches what is written through node:sqlite, without a hook in the product. */
export function watchDatabase(): void {
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    beforeStatement(sql);
    exec.call(this, sql);
    afterStatement(sql);
  };
  const run: Run = StatementSync.prototype.run;
  const watched: Run = function (this: StatementSync, ...values) {
    const sql = this.sourceSQL.trimStart();
    const texts: readonly unknown[] = values;
    if (sql.startsWith("INSERT INTO audit_entry")) atAudit("before", texts);
    const result = run.apply(this, values);
    if (sql.startsWith("INSERT INTO audit_entry")) {
      noteAudit(texts);
      atAudit("after", texts);
    } else if (sql.startsWith("UPDATE delivery SET")) noteDelivery(texts);
    return result;
  };
  // The values by name, which the other form of the call takes, are used nowhere in the product.
  StatementSync.prototype.run = watched as StatementSync["run"];
}

function beforeStatement(sql: string): void {
  if (sql.startsWith("PRAGMA foreign_keys = OFF; BEGIN")) {
    if (trigger?.at === "migrationBegins") die();
    migrating = { version: 0, statements: 0 };
  } else if (sql.startsWith("BEGIN")) {
    marks = new Set();
    lastEntry = null;
    if (isArmed && trigger?.at === "parsed" && sql.includes("IMMEDIATE")) die();
  } else if (sql === "COMMIT") {
    migrating = null;
    if (trigger?.at === "commit" && trigger.side === "before" && marks.has(trigger.mark)) die();
  } else if (migrating !== null) beforeMigrating(sql);
}

function beforeMigrating(sql: string): void {
  if (migrating === null || trigger?.at !== "migrationStep") return;
  const counted = /^PRAGMA user_version = (\d+)$/u.exec(sql);
  const version = counted === null ? nextVersion() : Number(counted[1]);
  if (version !== trigger.version) return;
  if (counted === null && trigger.side === "before" && migrating.statements === 0) die();
  if (counted !== null && trigger.side === "done") die();
}

/** The step under way: the first one run on this copy says its number when it is over, so it is the trigger's first. */
function nextVersion(): number | null {
  if (migrating === null || trigger?.at !== "migrationStep") return null;
  return migrating.version === 0 ? firstVersion : migrating.version + 1;
}

/** A file of the first version is what the rig migrates. */
const firstVersion = 2;

function afterStatement(sql: string): void {
  if (sql === "COMMIT") {
    if (lastEntry !== null) report({ kind: "committed", ...lastEntry });
    armAfter(marks);
    if (claimed !== null && marks.has("claim")) {
      queueMicrotask(claimed);
      claimed = null;
    }
    if (trigger?.at === "commit" && trigger.side === "after" && marks.has(trigger.mark)) die();
    marks = new Set();
    lastEntry = null;
    return;
  }
  if (migrating === null) return;
  const counted = /^PRAGMA user_version = (\d+)$/u.exec(sql);
  if (counted !== null) {
    migrating = { version: Number(counted[1]), statements: 0 };
    if (trigger?.at === "migrationStep" && trigger.side === "counted" && trigger.version === migrating.version) die();
    return;
  }
  if (sql.startsWith("PRAGMA")) return;
  migrating.statements += 1;
  if (trigger?.at === "migrationStep" && trigger.side === "inside" && nextVersion() === trigger.version) die();
}

/** A connection for the request that sends is the next one opened after this. */
function armAfter(done: ReadonlySet<string>): void {
  if (trigger?.at !== "client" || (trigger.event !== "beforeConnect" && trigger.event !== "connected")) return;
  if (done.has(trigger.provider === "mail" ? "remember" : "delivery.sending")) isArmed = true;
}

/** Columns of `audit_entry` in the order they are written: sequence, at, who, what, subject, before, after, hash. */
function noteAudit(values: readonly unknown[]): void {
  const [sequence, , , what, , before] = values;
  const hash = values.at(-1);
  if (typeof what === "string") {
    marks.add(what);
    if (what.startsWith("delivery.") && String(before).includes('"state":"unknown"')) marks.add("look");
  }
  if (typeof sequence === "number" && typeof hash === "string") lastEntry = { sequence, hash };
}

function atAudit(side: "before" | "after", values: readonly unknown[]): void {
  if (trigger?.at === "audit" && trigger.side === side && values[3] === trigger.what) die();
}

/** Columns as they are updated: batch_id, send_at, settled_at, handle, fence, state, state_facts, …, id. */
function noteDelivery(values: readonly unknown[]): void {
  const [, , , handle, , state, facts] = values;
  if (state === "due" && /"leaseUntil":\d/u.test(String(facts))) marks.add("claim");
  if (state === "sending" && handle !== null && ![...marks].some((mark) => mark.startsWith("delivery."))) marks.add("remember");
  if (state === "unknown" && /"looks":[1-9]/u.test(String(facts))) marks.add("look");
}

type ClientRequest = { readonly method: string; readonly path: string };

/** The request that sends, and those that look for a message, as each provider's API has them. */
const requests: Readonly<Record<Provider, Readonly<Record<"send" | "look", RegExp>>>> = {
  slack: { send: /^POST \/api\/chat\.postMessage/u, look: /^POST \/api\/conversations\.(?:history|replies)/u },
  mail: { send: /^POST .*\/me\/messages\/[^/]+\/send$/u, look: /^GET .*\/me\/messages(?:\?|\/[^/]+\?)/u },
  teams: { send: /^POST .*\/(?:messages|replies)$/u, look: /^GET .*\/(?:messages|replies)\?/u },
};

function isMeant({ method, path }: ClientRequest): boolean {
  if (trigger?.at !== "client" && trigger?.at !== "parsed") return false;
  return requests[trigger.provider][trigger.request].test(`${method} ${path}`);
}

const channels: Readonly<Record<ClientEvent, string>> = {
  beforeConnect: "undici:client:beforeConnect",
  connected: "undici:client:connected",
  sendHeaders: "undici:client:sendHeaders",
  bodySent: "undici:request:bodySent",
  headers: "undici:request:headers",
  trailers: "undici:request:trailers",
};

/** Watches this process's own requests. */
export function watchClient(): void {
  if (trigger?.at === "parsed") {
    subscribe(channels.trailers, (message) => {
      if (isMeant((message as { readonly request: ClientRequest }).request)) isArmed = true;
    });
  }
  if (trigger?.at !== "client") return;
  const { event } = trigger;
  subscribe(channels[event], (message) => {
    const isIt =
      event === "beforeConnect" || event === "connected"
        ? isArmed
        : isMeant((message as { readonly request: ClientRequest }).request);
    if (isIt) die();
  });
}
