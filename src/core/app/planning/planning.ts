import { isWaiting, recipientKey } from "../../domain/delivery.ts";
import type { Directory } from "../../domain/directory.ts";
import type { Holidays } from "../../domain/holidays.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Rule, Stage } from "../../domain/matrix.ts";
import type { Notice, PlannedNotice } from "../../domain/notice.ts";
import { type PlanInput, planNotices } from "../../domain/planning/plan.ts";
import type { Window } from "../../domain/window.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { groupOf, toldOf } from "../groups/groups.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** Gathers what a plan needs and makes it. */
export function planFor(
  store: ReadStore,
  window: Window,
  holidays: Holidays,
  now: Instant,
  changed: { readonly rules?: readonly Rule[]; readonly directory?: Directory } = {},
): readonly PlannedNotice[] {
  return planNotices(planInputFor(store, window, holidays, now, changed));
}

/** Everything a plan of this window is made from. */
export function planInputFor(
  store: ReadStore,
  window: Window,
  holidays: Holidays,
  now: Instant,
  changed: { readonly rules?: readonly Rule[]; readonly directory?: Directory } = {},
): PlanInput {
  const group = groupOf(store, window);
  return {
    window,
    rules: changed.rules ?? store.rules(),
    directory: changed.directory ?? store.directory(),
    workspace: workspaceIn(store),
    holidays,
    told: toldOf(store, window, group),
    group,
    now,
  };
}

/** Why a plan is made anew: a changed window contradicts what was approved for it, a changed matrix does not. */
export type PlanCause = "windowChanged" | "matrixChanged";

/**
 * Stores a window's plan: new notices are added open, open ones follow the plan, and what the plan no longer holds is superseded.
 * When the window changed, approved deliveries that have not left are superseded and their notices are open again.
 * What was sent stays as history.
 */
export function storePlan(
  store: WriteStore,
  window: Window,
  holidays: Holidays,
  now: Instant,
  cause: PlanCause,
  ids: Ids,
): readonly Notice[] {
  const planned = planFor(store, window, holidays, now);
  const stored = new Map(store.noticesOf(window.id).map((notice) => [notice.key, notice]));
  const unsent = cause === "windowChanged" ? supersedeUnsent(store, window.id, now) : new Set<string>();

  const follow = (plan: PlannedNotice): Notice[] => {
    const earlier = stored.get(plan.key);
    stored.delete(plan.key);
    const notice = followPlan(earlier, plan, unsent, ids);
    if (notice !== earlier) {
      store.saveNotice(notice);
      return [notice];
    }
    const rest = notOnTheirWay(store, window, notice, plan);
    return rest === null ? [notice] : [notice, ...follow(rest)];
  };
  const notices = planned.flatMap(follow);
  for (const leftOver of stored.values()) {
    const isUnsent = leftOver.state.kind === "open" || (leftOver.state.kind === "approved" && unsent.has(leftOver.id));
    if (isUnsent) store.saveNotice({ ...leftOver, state: { kind: "superseded", at: now } });
  }
  return notices;
}

function followPlan(earlier: Notice | undefined, plan: PlannedNotice, unsent: ReadonlySet<string>, ids: Ids): Notice {
  if (earlier === undefined) return { ...plan, id: ids.next(), draft: null, state: { kind: "open" } };
  switch (earlier.state.kind) {
    case "open":
    case "superseded":
      return { ...earlier, ...plan, state: { kind: "open" } };
    case "approved":
      return unsent.has(earlier.id) ? { ...earlier, ...plan, state: { kind: "open" } } : earlier;
    case "skipped":
      return earlier;
  }
}

/**
 * The part of a status notice that concerns recipients who came to know of the window only after it was approved,
 * for instance because an unknown delivery turned out to have arrived. They are owed a notice of their own.
 * So is a customer who came after a series was announced: no later window of it would announce it to them.
 */
function notOnTheirWay(store: ReadStore, window: Window, notice: Notice, plan: PlannedNotice): PlannedNotice | null {
  const isForLatecomers = followsFromStatus(plan.stage) || (plan.stage === "announce" && window.group?.kind === "series");
  if (notice.state.kind !== "approved" || !isForLatecomers) return null;
  const onTheirWay = new Set(store.deliveriesOfNotice(notice.id).map(recipientKey));
  const recipients = plan.recipients.filter((recipient) => !onTheirWay.has(recipientKey(recipient)));
  return recipients.length === 0 ? null : { ...plan, key: `${plan.key}:also`, recipients };
}

function followsFromStatus(stage: Stage): boolean {
  return stage !== "announce" && stage !== "reminder" && stage !== "start" && stage !== "progress";
}

/** Supersedes a window's deliveries that have not left; returns the notices of which nothing was sent. */
function supersedeUnsent(store: WriteStore, windowId: string, now: Instant): Set<string> {
  const untouched = new Set<string>();
  const touched = new Set<string>();
  for (const delivery of store.deliveriesOf(windowId)) {
    if (isWaiting(delivery)) {
      store.saveDelivery({ ...delivery, state: { kind: "superseded", at: now } });
      untouched.add(delivery.noticeId);
    } else if (delivery.state.kind !== "cancelled" && delivery.state.kind !== "superseded") {
      touched.add(delivery.noticeId);
    }
  }
  return untouched.difference(touched);
}
