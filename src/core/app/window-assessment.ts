import type { Holidays } from "../domain/holidays.ts";
import { day, type Instant } from "../domain/instant.ts";
import { overlapping } from "../domain/overlaps.ts";
import { lastTold } from "../domain/told.ts";
import type { Window } from "../domain/window.ts";
import type { ReadStore } from "../ports/store.ts";
import { countingDeliveries } from "./counting-deliveries.ts";
import { isWaiting, planFor } from "./planning.ts";
import { changedWindow } from "./window-changes.ts";
import { parseWindowDraft } from "./window-draft.ts";
import type { WindowAssessment, WindowDraft } from "./windows.ts";

/** What saving a draft would bring about: its plan, the promises it keeps, whom it contradicts. Stores nothing. */
export function assessWindow(
  store: ReadStore,
  draft: WindowDraft,
  windowId: string | null,
  holidays: Holidays,
  now: Instant,
): WindowAssessment {
  const { facts, problems } = parseWindowDraft(draft, store.directory());
  const nothing = { peopleToldOldTime: 0, unsentNotices: 0, approvedSuperseded: 0 };
  if (facts === null) return { problems, plan: null, earliestStart: null, overlaps: [], consequence: nothing };

  const existing = windowId === null ? null : store.window(windowId);
  const window: Window =
    existing === null
      ? {
          ...facts,
          id: "draft",
          reference: "",
          revision: 1,
          createdAt: now,
          outcome: { kind: "open" },
          group: null,
          formerTimes: [],
        }
      : changedWindow(existing, facts, "", now);
  const plan = planFor(store, window, holidays, now);
  const broken = plan.flatMap(({ recipients }) =>
    recipients.flatMap(({ promise }) => (promise.kind === "broken" ? [promise.earliestStart] : [])),
  );
  const near = store.windowsBetween(window.start.at - day, window.end.at + day);
  const others = near.filter(({ id, outcome }) => id !== windowId && outcome === "open");
  return {
    problems,
    plan,
    earliestStart: broken.length === 0 ? null : Math.max(...broken),
    overlaps: overlapping(
      { id: window.id, startAt: window.start.at, endAt: window.end.at, serviceIds: window.serviceIds },
      others,
    ),
    consequence: existing === null ? nothing : consequenceOf(store, window),
  };
}

function consequenceOf(store: ReadStore, changed: Window): WindowAssessment["consequence"] {
  const deliveries = store.deliveriesOf(changed.id);
  return {
    peopleToldOldTime: lastTold(countingDeliveries(store, changed.id)).filter(
      ({ startAt, endAt }) => startAt !== changed.start.at || endAt !== changed.end.at,
    ).length,
    unsentNotices: store.noticesOf(changed.id).filter(({ state }) => state.kind === "open").length,
    approvedSuperseded: deliveries.filter(isWaiting).length,
  };
}
