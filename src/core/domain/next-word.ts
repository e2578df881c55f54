import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { describeTime } from "./time-text.ts";

/** After these nothing more is owed, so nothing is promised. */
const lastWords: ReadonlySet<Stage> = new Set(["completed", "cancelled", "rolledBack"]);
/** Notices that come by the clock; the others come when something happens. */
const timed: ReadonlySet<Stage> = new Set(["announce", "reminder", "start", "progress"]);

/**
 * When this recipient hears next: the time of the next notice the plan holds for it, in its zone, or
 * “when the work is over”, which everyone hears who was told. Null after the last word.
 */
export function nextWord(input: {
  readonly notice: PlannedNotice;
  readonly recipient: PlannedRecipient;
  readonly plan: readonly PlannedNotice[];
  readonly now: Instant;
}): string | null {
  const { notice, recipient } = input;
  if (lastWords.has(notice.stage)) return null;
  const after = Math.max(input.now, recipient.dueAt);
  const next = input.plan
    .filter((planned) => timed.has(planned.stage) && planned.key !== notice.key)
    .flatMap((planned) => planned.recipients)
    .filter((other) => other.channelId === recipient.channelId && other.customerId === recipient.customerId)
    .map((other) => other.dueAt)
    .filter((dueAt) => dueAt > after)
    .sort((a, b) => a - b)
    .at(0);
  return next === undefined ? "when the work is over" : describeTime(next, recipient.zone);
}
