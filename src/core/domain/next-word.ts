import { recipientKey } from "./delivery.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { describeTime } from "./time-text.ts";

/** After these nothing more is owed, so nothing is promised. */
const lastWords: ReadonlySet<Stage> = new Set(["completed", "cancelled", "rolledBack"]);
/** Notices that come by the clock; the others come when something happens. */
const timed: ReadonlySet<Stage> = new Set(["announce", "reminder", "start", "progress"]);

/**
 * When each recipient of a notice hears next: the time of the next notice the plan holds for it, in its zone, or
 * “when the work is over”, which everyone hears who was told. Null after the last word. The plan is gone through once,
 * for however many are asked about.
 */
export function nextWords(input: {
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly now: Instant;
}): (recipient: PlannedRecipient) => string | null {
  const { notice, now } = input;
  if (lastWords.has(notice.stage)) return () => null;
  const dueTimes = new Map<string, Instant[]>();
  for (const planned of input.plan) {
    if (!timed.has(planned.stage) || planned.key === notice.key) continue;
    for (const recipient of planned.recipients) {
      const key = recipientKey(recipient);
      const known = dueTimes.get(key);
      if (known === undefined) dueTimes.set(key, [recipient.dueAt]);
      else known.push(recipient.dueAt);
    }
  }
  return (recipient) => {
    const after = Math.max(now, recipient.dueAt);
    const later = dueTimes.get(recipientKey(recipient))?.filter((dueAt) => dueAt > after) ?? [];
    return later.length === 0 ? "when the work is over" : describeTime(Math.min(...later), recipient.zone);
  };
}
