import { recipientKey } from "./delivery.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { describeTime } from "./time-text.ts";
import type { Window } from "./window.ts";

/** After these nothing more is owed, so nothing is promised. */
const lastWords: ReadonlySet<Stage> = new Set(["completed", "cancelled", "rolledBack"]);
/** Notices that come by the clock; the others come when something happens. */
const timed: ReadonlySet<Stage> = new Set(["announce", "reminder", "start", "progress"]);

/**
 * What a notice promises its reader of the next one. `notice`: one of the plan, by its key, at its due time. `ending`: the
 * word that the work is over or goes on, which everyone is owed who was told (status-notices.ts), by the planned end.
 */
export type NextWord =
  | { readonly kind: "notice"; readonly key: string; readonly stage: Stage; readonly at: Instant }
  | { readonly kind: "ending"; readonly at: Instant }
  | { readonly kind: "none" };

type Input = {
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly window: Pick<Window, "end">;
  readonly now: Instant;
};

/** What each recipient of a notice is promised. The plan is gone through once, for however many are asked about. */
export function nextWordOf({ notice, plan, window, now }: Input): (recipient: PlannedRecipient) => NextWord {
  if (lastWords.has(notice.stage)) return () => ({ kind: "none" });
  const dueTimes = new Map<string, Extract<NextWord, { kind: "notice" }>[]>();
  for (const planned of plan) {
    if (!timed.has(planned.stage) || planned.key === notice.key) continue;
    for (const recipient of planned.recipients) {
      const key = recipientKey(recipient);
      const word = { kind: "notice", key: planned.key, stage: planned.stage, at: recipient.dueAt } as const;
      const known = dueTimes.get(key);
      if (known === undefined) dueTimes.set(key, [word]);
      else known.push(word);
    }
  }
  return (recipient) => {
    const after = Math.max(now, recipient.dueAt);
    const later = dueTimes.get(recipientKey(recipient))?.filter(({ at }) => at > after) ?? [];
    const [first] = later.sort((one, other) => one.at - other.at);
    return first ?? { kind: "ending", at: window.end.at };
  };
}

/**
 * When each recipient hears next, in words, in its zone; null after the last word. A promise is a clock time: where the
 * planned end has passed already, none can be given.
 */
export function nextWords(input: Input): (recipient: PlannedRecipient) => string | null {
  const promised = nextWordOf(input);
  return (recipient) => {
    const word = promised(recipient);
    switch (word.kind) {
      case "none":
        return null;
      case "notice":
        return describeTime(word.at, recipient.zone);
      case "ending": {
        const isPast = word.at <= Math.max(input.now, recipient.dueAt);
        return isPast
          ? "when it is over; no time can be given yet"
          : `when it is over, by ${describeTime(word.at, recipient.zone)}`;
      }
    }
  };
}
