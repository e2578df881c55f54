import { join } from "node:path";
import { pinoLog } from "../adapters/log/pino-log.ts";
import { confPreferences } from "../adapters/preferences/conf-preferences.ts";
import { type PreferenceFile, storedPreferences } from "../adapters/preferences/stored-preferences.ts";
import { sealWithKey } from "../adapters/secrets/key-seal.ts";
import { askKeyring, mayHaveKeyring } from "../adapters/secrets/keyring-key.ts";
import { memorySecrets } from "../adapters/secrets/memory-secrets.ts";
import { sealedFile } from "../adapters/secrets/sealed-file.ts";
import { type Seal, type SealedTexts, sealedSecrets } from "../adapters/secrets/sealed-secrets.ts";
import { systemClock } from "../adapters/system/system-clock.ts";
import { systemIds } from "../adapters/system/system-ids.ts";
import { systemTicker } from "../adapters/system/system-ticker.ts";
import type { BackendOptions } from "./backend.ts";

export type { SealedTexts } from "../adapters/secrets/sealed-secrets.ts";

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

/** Secrets in a store the host brings, sealed by what its system keeps. */
export function secretsSealed(seal: Seal, texts: SealedTexts): BackendOptions["secrets"] {
  return sealedSecrets(seal, texts);
}

/** Secrets of a host that has no safeStorage, and why they are in memory only, where they are. */
export type FoundSecrets = { readonly secrets: BackendOptions["secrets"]; readonly whyInMemory: string | null };

/**
 * Secrets in `keyring-secrets.json` of the data folder, sealed with a key that is in the operating system's keyring; in
 * memory where no keyring answers, or where the environment's FOREWARN_SECRETS is `memory`, as for every test.
 */
export async function secretsByKeyring(
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
  ask: typeof askKeyring = askKeyring,
): Promise<FoundSecrets> {
  const inMemory = (whyInMemory: string): FoundSecrets => ({ secrets: memorySecrets(), whyInMemory });
  if (environment.FOREWARN_SECRETS === "memory") return inMemory("FOREWARN_SECRETS says so");
  if (!mayHaveKeyring(process.platform, environment)) return inMemory("this session has no keyring");
  const answer = await ask();
  if (answer.kind === "none") return inMemory(`this computer's keyring can't be used (${answer.reason})`);
  const file = sealedFile(join(dataFolder, "keyring-secrets.json"));
  return { secrets: sealedSecrets(sealWithKey(answer.key), file), whyInMemory: null };
}
