import type { Directory, Workspace } from "./directory.ts";
import type { Holidays } from "./holidays.ts";
import type { Instant } from "./instant.ts";
import type { Rule } from "./matrix.ts";
import type { PlannedNotice } from "./notice.ts";
import type { Told } from "./told.ts";
import type { Window } from "./window.ts";

/** All a plan is made from. */
export type PlanInput = {
  readonly window: Window;
  readonly rules: readonly Rule[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly holidays: Holidays;
  /** The last word each recipient heard of this window (`lastTold`). */
  readonly told: readonly Told[];
  readonly now: Instant;
};

/** Every notice owed for a window, by due time. Pure and total. */
export function planNotices(_input: PlanInput): readonly PlannedNotice[] {
  return [];
}
