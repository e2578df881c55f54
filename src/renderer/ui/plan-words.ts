import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { PlannedNotice, PlannedRecipient, PromiseOutcome } from "../../core/domain/notice.ts";
import { timeText } from "./time-words.ts";

/**
 * Of a notice's promises the one to worry about: broken before kept, of the broken the one that would be kept last, and of
 * the kept first those nobody heard of yet, the one that ends first.
 */
export function gravestPromise(notice: Pick<PlannedNotice, "recipients">): PromiseOutcome {
  return notice.recipients
    .map(({ promise }) => promise)
    .reduce<PromiseOutcome>((gravest, next) => (isGraver(next, gravest) ? next : gravest), { kind: "none" });
}

function isGraver(one: PromiseOutcome, other: PromiseOutcome): boolean {
  if (one.kind === "none" || other.kind === "none") return one.kind !== "none";
  if (one.kind === "broken") return other.kind !== "broken" || one.earliestStart > other.earliestStart;
  if (other.kind === "broken") return false;
  const isOpen = one.acceptedAt === undefined;
  const isOtherOpen = other.acceptedAt === undefined;
  return isOpen === isOtherOpen ? one.latest < other.latest : isOpen;
}

/**
 * The due times as recipients read them, the earliest first and each once, without the one that reads like the notice's own:
 * `Sat 21 Nov, 04:00 EST` of another zone, `Mon 23 Nov, 09:00 GMT` of those whose turn comes later.
 */
export function recipientTimes(notice: DueTimes, zone: ZoneId): readonly string[] {
  const own = timeText(notice.dueAt, zone);
  const inOrder = notice.recipients.toSorted((one, other) => one.dueAt - other.dueAt);
  const words = new Set(inOrder.map((recipient) => timeText(recipient.dueAt, recipient.zone)));
  return [...words].filter((one) => one !== own);
}

/** When the last recipient's turn is, where not all are due at once; null where they are. */
export function lastTurn({ dueAt, recipients }: DueTimes): Instant | null {
  const last = recipients.reduce((latest, recipient) => Math.max(latest, recipient.dueAt), dueAt);
  return last === dueAt ? null : last;
}

type DueTimes = Pick<PlannedNotice, "dueAt"> & { readonly recipients: readonly Pick<PlannedRecipient, "dueAt" | "zone">[] };
