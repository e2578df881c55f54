// One life of the real backend: opened over the real file, told what to do line by line, killed at a point.
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { pinoLog } from "../../../src/adapters/log/pino-log.ts";
import { systemIds } from "../../../src/adapters/system/system-ids.ts";
import type { Backend } from "../../../src/backend/backend.ts";
import { openBackend } from "../../../src/backend/open-backend.ts";
import { defaultPreferences } from "../../../src/core/ports/preferences.ts";
import type { Secrets } from "../../../src/core/ports/secrets.ts";
import { atCheckpoint, atSecret, dieAt, onceClaimed, report, watchClient, watchDatabase } from "./death.ts";
import type { LifeOptions, Order } from "./protocol.ts";

const timeout = AbortSignal.timeout.bind(AbortSignal);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
const options: LifeOptions = JSON.parse(first.value ?? "null");
// Whole milliseconds: anything else is refused, and every request with it.
AbortSignal.timeout = (milliseconds) => timeout(Math.ceil(milliseconds / options.hurry));
let { now } = options;
let round: () => void | Promise<void> = () => undefined;

dieAt(options.trigger);
watchDatabase();
watchClient();

const backend = await open();
if (backend !== null) {
  report({ kind: "open" });
  for (;;) {
    const line = await lines.next();
    if (line.done === true) break;
    const order: Order = JSON.parse(line.value);
    try {
      report({ kind: "done", value: (await follow(backend, order)) ?? null });
    } catch (error) {
      report({ kind: "threw", why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    if (order.do === "close") break;
  }
}
process.exit(0);

async function open(): Promise<Backend | null> {
  try {
    return await openBackend({
      dataFolder: options.folder,
      file: options.file,
      secrets: systemSecrets(),
      preferences: { get: () => defaultPreferences, set: async () => undefined },
      log: pinoLog(options.folder),
      clock: { now: () => now, elapsed: () => now },
      ids: systemIds,
      ticker: {
        every(_milliseconds, tick) {
          round = tick;
          return () => undefined;
        },
      },
      environment: { slackApiUrl: options.slackUrl, graphUrl: options.graphUrl },
    });
  } catch (error) {
    report({ kind: "cannotOpen", why: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

/** As safeStorage has it: what was kept before this process dies is there for the next. The parent plays the system. */
function systemSecrets(): Secrets {
  const kept = new Map(Object.entries(options.secrets));
  return {
    place: "system",
    get: (name) => kept.get(name) ?? null,
    set(name, secret) {
      atSecret("before");
      kept.set(name, secret);
      report({ kind: "secret", name, secret });
      atSecret("after");
    },
    remove(name) {
      kept.delete(name);
      report({ kind: "secret", name, secret: null });
    },
  };
}

async function follow({ app, close }: Backend, order: Order): Promise<unknown> {
  switch (order.do) {
    case "call":
      return call(app, order.what, order.args);
    case "pass":
      now += order.milliseconds;
      return round();
    case "race": {
      now += order.milliseconds;
      const answers: unknown[] = [];
      const callAll = (): void => {
        for (const [what, args] of order.calls) answers.push(call(app, what, args));
      };
      if (order.when === "claimed") onceClaimed(callAll);
      const going = round();
      if (order.when === "sameTurn") callAll();
      await going;
      return Promise.all(answers);
    }
    case "checkpoint":
      return checkpoint();
    case "arm":
      return dieAt(order.trigger);
    case "close":
      return close();
  }
}

function call(app: object, what: string, args: readonly unknown[]): unknown {
  const [desk = "", method = ""] = what.split(".");
  const found: unknown = Reflect.get(app, desk);
  const wanted: unknown = typeof found === "object" && found !== null ? Reflect.get(found, method) : null;
  if (typeof wanted !== "function") throw new Error(`There is no ${what}`);
  return Reflect.apply(wanted, found, args);
}

/** Brings the write-ahead log into the file, as SQLite does by itself when it has grown. */
function checkpoint(): void {
  const database = new DatabaseSync(options.file, { timeout: 5_000 });
  atCheckpoint("before");
  report({ kind: "checkpointing" });
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  atCheckpoint("after");
  database.close();
}
