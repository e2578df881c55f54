import Conf from "conf";
import type { PreferenceStore, Preferences } from "../../core/ports/preferences.ts";
import { storedPreferences } from "./stored-preferences.ts";

/** Preferences of the browser host, in `config.json` in this folder: the format electron-store has in the Electron host. */
export function confPreferences(folder: string): PreferenceStore {
  const config = new Conf<Preferences>({
    cwd: folder,
    configName: "config",
    configFileMode: 0o600,
    // A file that is no JSON can't be mended by anyone; the defaults are no loss.
    clearInvalidConfig: true,
  });
  return storedPreferences(config);
}
