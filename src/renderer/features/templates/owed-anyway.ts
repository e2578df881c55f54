import type { Stage } from "../../../core/domain/matrix.ts";

/** Stages of which everyone who was told before hears, whether a rule says so or not. */
export const owedAnyway: ReadonlySet<Stage> = new Set(["extended", "rescheduled", "cancelled", "rolledBack", "completed"]);
