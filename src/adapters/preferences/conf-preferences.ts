import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PreferenceStore } from "../../core/ports/preferences.ts";
import { storedPreferences } from "./stored-preferences.ts";

/**
 * Preferences of the browser host, in `config.json` in this folder: the format electron-store has in the Electron host.
 * They are read at every start and seldom written, and importing conf takes longer than opening the workspace: so the
 * file is read here, and conf is loaded when something is chosen.
 */
export function confPreferences(folder: string): PreferenceStore {
  return storedPreferences({
    get store() {
      return readJson(join(folder, "config.json"));
    },
    async set(preferences) {
      const { default: Conf } = await import("conf");
      new Conf({
        cwd: folder,
        configName: "config",
        configFileMode: 0o600,
        // A file that is no JSON can't be mended by anyone; the defaults are no loss.
        clearInvalidConfig: true,
      }).set(preferences);
    },
  });
}

/** A file that is missing or no JSON holds nothing that could be read. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
