import type { Voice } from "./directory.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";

/** How a text came to be the one in use. */
export const waysToVersion = ["saved", "restored", "imported", "reset"] as const;
export type WayToVersion = (typeof waysToVersion)[number];

/** One text a template once had, and still has if it is the newest. Versions are added and never changed. */
export type TemplateVersion = {
  readonly stage: Stage;
  readonly voice: Voice;
  /** 1 for the first text of the workspace's own. */
  readonly number: number;
  readonly at: Instant;
  readonly who: string;
  readonly way: WayToVersion;
  /** The version restored, or whose file was imported; empty where the way says all. */
  readonly detail: string;
  readonly subject: string;
  readonly body: string;
};
