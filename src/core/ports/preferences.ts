import type { ZoneId } from "../domain/instant.ts";

/** This person's settings on this computer; not part of a workspace. */
export type Preferences = {
  readonly colorScheme: "auto" | "light" | "dark";
  readonly weekStartsOn: 1 | 7;
  readonly notifyWhenDue: boolean;
  /** This computer's own time zone when the person last saw it named, or null before the first time. */
  readonly seenZone: ZoneId | null;
};

export interface PreferenceStore {
  get(): Preferences;
  /** Resolves when they are on disk. */
  set(preferences: Preferences): Promise<void>;
}

export const defaultPreferences: Preferences = { colorScheme: "auto", weekStartsOn: 1, notifyWhenDue: true, seenZone: null };
