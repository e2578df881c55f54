import { pinoLog } from "../adapters/log/pino-log.ts";
import { confPreferences } from "../adapters/preferences/conf-preferences.ts";
import { type PreferenceFile, storedPreferences } from "../adapters/preferences/stored-preferences.ts";
import { memorySecrets } from "../adapters/secrets/memory-secrets.ts";
import { systemClock } from "../adapters/system/system-clock.ts";
import { systemIds } from "../adapters/system/system-ids.ts";
import { systemTicker } from "../adapters/system/system-ticker.ts";
import type { BackendOptions } from "./backend.ts";

/** The parts that are the same in every host. The log is `forewarn.log` in the data folder. */
export function systemParts(dataFolder: string): Pick<BackendOptions, "log" | "clock" | "ticker" | "ids"> {
  return { log: pinoLog(dataFolder), clock: systemClock, ticker: systemTicker, ids: systemIds };
}

/** Preferences in `config.json` of the data folder, for a host that has no store of its own. */
export function preferencesInFolder(dataFolder: string): BackendOptions["preferences"] {
  return confPreferences(dataFolder);
}

/** Preferences in a store the host brings, as electron-store. */
export function preferencesInStore(store: PreferenceFile): BackendOptions["preferences"] {
  return storedPreferences(store);
}

/** Secrets that end with the process. */
export function secretsInMemory(): BackendOptions["secrets"] {
  return memorySecrets();
}
