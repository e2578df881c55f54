import { type Delivery, isWaiting } from "../../domain/delivery.ts";
import type { Holidays } from "../../domain/holidays.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { Window } from "../../domain/window.ts";
import type { Ids } from "../../ports/ids.ts";
import type { WriteStore } from "../../ports/store.ts";
import { storePlan } from "../planning/planning.ts";

/**
 * Brings the other windows of a change or series up to date after some of its windows changed: what speaks of all of them
 * and has not left is contradicted and drafted anew, and who is to announce what is planned again.
 */
export function settleGroup(
  store: WriteStore,
  changed: readonly Window[],
  holidays: Holidays,
  now: Instant,
  ids: Ids,
): readonly Window[] {
  const settled: Window[] = [];
  const changedIds = new Set(changed.map(({ id }) => id));
  const groupIds = new Set(changed.flatMap(({ group }) => (group === null ? [] : [group.id])));
  for (const window of changed) keepException(store, window);
  for (const groupId of groupIds) {
    for (const member of store.windowsOfGroup(groupId)) {
      if (changedIds.has(member.id)) continue;
      if (store.deliveriesOf(member.id).some(speaksForGroup)) {
        // Approved text belongs to one revision: nothing approved before may leave now, however far it is on its way.
        const contradicted = { ...member, revision: member.revision + 1 };
        store.saveWindow(contradicted);
        storePlan(store, contradicted, holidays, now, "windowChanged", ids);
        settled.push(contradicted);
      } else if (member.outcome.kind === "open") {
        storePlan(store, member, holidays, now, "matrixChanged", ids);
      }
    }
  }
  return settled;
}

/** Whether a message that has not arrived tells of more than its own window. */
function speaksForGroup(delivery: Delivery): boolean {
  const isOfGroup = delivery.stage === "announce" || delivery.stage === "rescheduled" || delivery.stage === "cancelled";
  return isOfGroup && (isWaiting(delivery) || delivery.state.kind === "sending");
}

/** A cancelled occurrence is an exception of its series: it is not planned again. */
function keepException(store: WriteStore, { outcome, group }: Window): void {
  if (outcome.kind !== "cancelled" || group?.kind !== "series") return;
  const series = store.series(group.id);
  if (series === null || series.exceptions.includes(group.occurrence)) return;
  store.saveSeries(withException(series, group.occurrence));
}

export function withException(series: Series, occurrence: Series["start"]): Series {
  return { ...series, revision: series.revision + 1, exceptions: [...series.exceptions, occurrence].sort() };
}
