import { z } from "zod";
import { defaultPreferences, type PreferenceStore, type Preferences } from "../../core/ports/preferences.ts";

/** What conf and electron-store, which is built on it, have in common here. */
export type PreferenceFile = {
  readonly store: unknown;
  set(values: Preferences): void | Promise<void>;
};

/** The file can be edited by hand: a value that is none of the choices counts as the default, and spoils no other. */
const readable: z.ZodType<Preferences> = z
  .object({
    colorScheme: z.enum(["auto", "light", "dark"]).catch(defaultPreferences.colorScheme),
    weekStartsOn: z.literal([1, 7]).catch(defaultPreferences.weekStartsOn),
    notifyWhenDue: z.boolean().catch(defaultPreferences.notifyWhenDue),
    seenZone: z.string().nullable().catch(defaultPreferences.seenZone),
  })
  .catch(defaultPreferences);

/** Preferences in a small JSON file of the host. */
export function storedPreferences(file: PreferenceFile): PreferenceStore {
  return {
    get: () => readable.parse(file.store),
    set: async (preferences) => file.set(preferences),
  };
}
