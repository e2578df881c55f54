import { memorySecrets } from "../../../src/adapters/secrets/memory-secrets.ts";
import { createChanges } from "../../../src/core/app/changes.ts";
import { createForewarn, type Forewarn } from "../../../src/core/app/forewarn.ts";
import type { Log } from "../../../src/core/ports/log.ts";
import { defaultPreferences } from "../../../src/core/ports/preferences.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import type { WorkspaceFiles } from "../../../src/core/ports/workspace-files.ts";
import { noHolidays } from "../../builders/holidays.ts";
import { type Process, storeOfProcess, type WriteFault } from "./faulty-store.ts";
import { countedIds, plainRenderer, plainTemplates } from "./plain-parts.ts";
import type { SimulatedProviders } from "./simulated-providers.ts";
import type { VirtualTime } from "./virtual-time.ts";

export type RunningProcess = { readonly process: Process; readonly app: Forewarn; round(): Promise<string> };

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const notHere = async () => ({ kind: "refused", reason: "not here" }) as const;
/** Backups are no part of this: the file is in memory. */
const noFiles: WorkspaceFiles = {
  backups: () => [],
  backUp: async () => ({ kind: "failed", reason: "not here" }),
  removeBackup: () => undefined,
  restore: notHere,
  setAside: null,
  startEmpty: notHere,
};

/** Starts the whole core over a file, as after a start of the computer: only what is on disk is known. */
export function startProcess(
  file: Store,
  time: VirtualTime,
  providers: Pick<SimulatedProviders, "connectionFor">,
  nextFault: () => WriteFault | null,
  end: () => void,
  number: number,
): RunningProcess {
  const process: Process = { number, isAlive: true };
  const secrets = memorySecrets();
  // Both were signed in to before; a disconnection lasts until the next start.
  for (const kind of ["slack", "graph"]) secrets.set(`connection.${kind}.token`, "token");
  const { app, rounds } = createForewarn({
    browser: { open: async () => false },
    store: storeOfProcess(file, process, nextFault, () => {
      process.isAlive = false;
      end();
    }),
    files: noFiles,
    clock: time,
    ids: countedIds(`p${number}`),
    log: silent,
    changes: createChanges(),
    holidays: { load: async () => noHolidays, loaded: () => noHolidays },
    renderer: plainRenderer,
    calendarFile: () => () => "",
    calendar: () => "",
    calendarReader: {
      calendar: async () => ({ kind: "refused", reason: "" }),
      table: async () => ({ kind: "refused", reason: "" }),
    },
    feedSecrets: { newToken: () => "token", hashOf: (token) => token, isSame: (one, other) => one === other },
    feedFiles: { pathOf: (name) => name, write: async () => undefined, remove: async () => undefined },
    policyReader: { read: async () => ({ kind: "refused", reason: "" }) },
    secrets,
    preferences: { get: () => defaultPreferences, set: async () => undefined },
    practice: { send: () => Promise.reject(new Error("live")), lookUp: () => Promise.reject(new Error("live")) },
    connectors: (["slack", "graph"] as const).map((kind) => ({
      kind,
      usualUrl: `https://${kind}.example.org`,
      guide: { carries: "", steps: [], permissions: "", tokenHint: "", addressHelp: "" },
      keepsCounterparts: false,
      fields: [],
      connect: (parts) => providers.connectionFor(kind, process, parts),
    })),
    environmentUrls: { slack: null, graph: null },
    defaultTemplates: plainTemplates,
    examples: [],
  });
  rounds.start();
  return {
    process,
    app,
    async round() {
      await rounds.tick();
      return "over";
    },
  };
}
