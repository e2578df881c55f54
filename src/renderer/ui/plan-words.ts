import type { ZoneId } from "../../core/domain/instant.ts";
import type { PlannedNotice, PromiseOutcome } from "../../core/domain/notice.ts";
import { timeText, zoneName } from "./time-words.ts";

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

/** The due times as recipients in other zones read them, each once: `Sat 21 Nov, 04:00 EST`. */
export function recipientZoneTimes(notice: Pick<PlannedNotice, "recipients">, zone: ZoneId): readonly string[] {
  const others = notice.recipients
    .filter((recipient) => zoneName(recipient.dueAt, recipient.zone) !== zoneName(recipient.dueAt, zone))
    .map((recipient) => timeText(recipient.dueAt, recipient.zone));
  return [...new Set(others)];
}
