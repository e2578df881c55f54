import type { Holidays } from "../../domain/holidays.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Window, WindowFacts } from "../../domain/window.ts";
import type { Ids } from "../../ports/ids.ts";
import type { WriteStore } from "../../ports/store.ts";
import { storePlan } from "../planning/planning.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { nextReference } from "./references.ts";

/** A window that was not there before: open, with the next reference of the year it starts in. */
export function newWindow(store: WriteStore, ids: Ids, facts: WindowFacts, group: Window["group"], now: Instant): Window {
  return {
    ...facts,
    id: ids.next(),
    reference: nextReference(store, facts.start.wall),
    revision: 1,
    createdAt: now,
    outcome: { kind: "open" },
    group,
    formerTimes: [],
  };
}

/** Stores a new window with its plan and its audit entry. */
export function planNewWindow(
  writing: WriteStore,
  ids: Ids,
  window: Window,
  what: string,
  holidays: Holidays,
  now: Instant,
  /** Who plans it, when it is not the coordinator. */
  who: string = workspaceIn(writing).coordinator.name,
): void {
  writing.saveWindow(window);
  storePlan(writing, window, holidays, now, "windowChanged", ids);
  writing.appendAudit({ at: now, who, what, subjectId: window.id, before: null, after: window });
}
