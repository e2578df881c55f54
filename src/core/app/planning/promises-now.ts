import { recipientKey } from "../../domain/delivery.ts";
import type { Holidays } from "../../domain/holidays.ts";
import type { Instant } from "../../domain/instant.ts";
import { isBrokenAt, type Notice, type PlannedRecipient } from "../../domain/notice.ts";
import { contextOf, type PlanContext } from "../../domain/planning/plan-context.ts";
import { heardSince, receivedAtOf, speaksOfStart, tellsOfStart } from "../../domain/promises/acceptance.ts";
import { judgedAgain } from "../../domain/promises/promise-of-rule.ts";
import { acceptedPromise } from "../../domain/promises/promise-standing.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { countingDeliveries } from "../sending/counting-deliveries.ts";
import { planInputFor } from "./planning.ts";

/**
 * A window's notices with their promises as they stand now: measured by when each recipient really heard of the start,
 * and, where nobody did yet, judged anew, so that what would keep a promise is told as of now.
 * What an approved notice promised was fixed when it was approved. Without calendars (`holidays` is null until they have
 * been loaded) only what was accepted is brought up to date.
 */
export function promisesNow<Held extends Notice>(
  store: ReadStore,
  window: Window,
  notices: readonly Held[],
  holidays: Holidays | null,
  now: Instant,
): readonly Held[] {
  if (!notices.some(({ recipients }) => recipients.some(({ promise }) => promise.kind !== "none"))) return notices;
  const deliveries = countingDeliveries(store, window.id);
  const since = heardSince(deliveries);
  const accepted = new Map<string, Instant>();
  for (const delivery of deliveries) {
    const receivedAt = receivedAtOf(delivery);
    if (receivedAt === null) continue;
    const at = tellsOfStart(delivery.stage) ? (since.get(delivery.id) ?? receivedAt) : receivedAt;
    const key = `${delivery.noticeId} ${recipientKey(delivery)}`;
    accepted.set(key, Math.min(at, accepted.get(key) ?? at));
  }
  const context = holidays === null ? null : contextOf(planInputFor(store, window, holidays, now));
  return notices.map((notice) => promisesOf(notice, window, context, accepted, now));
}

function promisesOf<Held extends Notice>(
  notice: Held,
  window: Window,
  context: PlanContext | null,
  accepted: ReadonlyMap<string, Instant>,
  now: Instant,
): Held {
  if (notice.recipients.every(({ promise }) => promise.kind === "none")) return notice;
  switch (notice.state.kind) {
    case "open":
      return context === null ? notice : judgedAgain(notice, context);
    case "approved": {
      const anew = context !== null && speaksOfStart(notice, window) ? judgedAgain(notice, context).recipients : [];
      const recipients = notice.recipients.map((recipient, index) =>
        measured(recipient, accepted.get(`${notice.id} ${recipientKey(recipient)}`), anew[index], now),
      );
      return { ...notice, recipients };
    }
    case "skipped":
    case "superseded":
      return notice;
  }
}

function measured(
  recipient: PlannedRecipient,
  acceptedAt: Instant | undefined,
  anew: PlannedRecipient | undefined,
  now: Instant,
): PlannedRecipient {
  const { promise } = recipient;
  // By another notice of the same start, where this one told them nothing.
  const heardAt = acceptedAt ?? (anew?.promise.kind === "none" ? undefined : anew?.promise.acceptedAt);
  const isLate = promise.kind !== "none" && (heardAt ?? now) > promise.latest;
  // What was promised stays as it was approved; only what would keep it is of today.
  const kept = isLate && anew?.promise.kind === "broken" ? { ...anew.promise, latest: promise.latest } : promise;
  if (heardAt !== undefined) return { ...recipient, promise: acceptedPromise(kept, heardAt) };
  return isBrokenAt(promise, now) ? { ...recipient, promise: kept } : recipient;
}
