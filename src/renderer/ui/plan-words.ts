import type { ZoneId } from "../../core/domain/instant.ts";
import type { PlannedNotice, PromiseOutcome } from "../../core/domain/notice.ts";
import { timeText, zoneName } from "./time-words.ts";

/** Of a notice's promises the one to worry about: broken before kept, and of the kept the one that ends first. */
export function gravestPromise(notice: Pick<PlannedNotice, "recipients">): PromiseOutcome {
  let gravest: PromiseOutcome = { kind: "none" };
  for (const { promise } of notice.recipients) {
    if (promise.kind === "broken" && (gravest.kind !== "broken" || promise.earliestStart > gravest.earliestStart))
      gravest = promise;
    if (promise.kind === "kept" && (gravest.kind === "none" || (gravest.kind === "kept" && promise.latest < gravest.latest))) {
      gravest = promise;
    }
  }
  return gravest;
}

/** The due times as recipients in other zones read them, each once: `Sat 21 Nov, 04:00 EST`. */
export function recipientZoneTimes(notice: Pick<PlannedNotice, "recipients">, zone: ZoneId): readonly string[] {
  const others = notice.recipients
    .filter((recipient) => zoneName(recipient.dueAt, recipient.zone) !== zoneName(recipient.dueAt, zone))
    .map((recipient) => timeText(recipient.dueAt, recipient.zone));
  return [...new Set(others)];
}
