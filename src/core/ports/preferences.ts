/** This person's settings on this computer; not part of a workspace. */
export type Preferences = {
  readonly colorScheme: "auto" | "light" | "dark";
  readonly weekStartsOn: 1 | 7;
  readonly notifyWhenDue: boolean;
};

export interface PreferenceStore {
  get(): Preferences;
  set(preferences: Preferences): void;
}

export const defaultPreferences: Preferences = { colorScheme: "auto", weekStartsOn: 1, notifyWhenDue: true };
