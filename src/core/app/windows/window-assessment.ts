import { noConflicts, type WindowConflicts } from "../../domain/conflicts/conflict.ts";
import { isWaiting } from "../../domain/delivery.ts";
import type { Holidays } from "../../domain/holidays.ts";
import type { Instant } from "../../domain/instant.ts";
import type { PlannedNotice } from "../../domain/notice.ts";
import { type Cascade, cascadeOf } from "../../domain/planning/cascade.ts";
import { planNotices } from "../../domain/planning/plan.ts";
import { contextOf } from "../../domain/planning/plan-context.ts";
import { earliestStartForAll, type PromiseGroup, promiseGroups } from "../../domain/promises/promise-groups.ts";
import { isExplained } from "../../domain/short-notice.ts";
import type { UptimeShare } from "../../domain/uptime/uptime.ts";
import type { Window, WindowFacts } from "../../domain/window.ts";
import type { WindowDraft } from "../../domain/window-draft.ts";
import type { ReadStore } from "../../ports/store.ts";
import { toldOf } from "../groups/groups.ts";
import { planFor, planInputFor } from "../planning/planning.ts";
import { uptimeSharesOf } from "../uptime/downtime.ts";
import { type FieldProblem, parseWindowDraft } from "./parse-window-draft.ts";
import { changedWindow } from "./window-changes.ts";
import { conflictsOf } from "./window-conflicts.ts";

/** What a draft of a window would bring about. Nothing is stored. */
export type WindowAssessment = {
  readonly problems: readonly FieldProblem[];
  /** Null while an error keeps the plan from being made. */
  readonly plan: readonly PlannedNotice[] | null;
  /** Which promises of notice hold, for whom; the broken ones first. */
  readonly promises: readonly PromiseGroup[];
  /** The earliest start that would keep every promise, or null when all are kept. */
  readonly earliestStart: Instant | null;
  /** What stands against its time, with the records by name. */
  readonly conflicts: WindowConflicts;
  /** What it takes of the promised uptime of its services, month by month; nothing where it takes nothing. */
  readonly uptime: readonly UptimeShare[];
  /** For a change of an existing window: who heard the old time and what would be done about it. */
  readonly consequence: {
    readonly peopleToldOldTime: number;
    readonly unsentNotices: number;
    readonly approvedSuperseded: number;
  };
  /** For a change of an existing window: what was, beside what would be. */
  readonly cascade: Cascade | null;
  /** What stands against the times it has now. */
  readonly conflictsBefore: WindowConflicts | null;
};

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
  if (facts === null)
    return {
      problems,
      plan: null,
      promises: [],
      earliestStart: null,
      conflicts: noConflicts,
      uptime: [],
      consequence: nothing,
      cascade: null,
      conflictsBefore: null,
    };

  const existing = windowId === null ? null : store.window(windowId);
  const window = draftedWindow(existing, facts, now);
  const input = planInputFor(store, window, holidays, now);
  const plan = planNotices(input);
  const context = contextOf(input);
  const promises = promiseGroups(plan, context);
  return {
    problems: [...problems, ...shortNoticeProblems(promises, window)],
    plan,
    promises,
    earliestStart: earliestStartForAll(plan, context),
    conflicts: conflictsOf(store, window),
    uptime: uptimeSharesOf(store, window, now),
    consequence: existing === null ? nothing : consequenceOf(store, window),
    cascade:
      existing === null
        ? null
        : cascadeOf({
            stored: store.noticesOf(window.id),
            deliveries: store.deliveriesOf(window.id),
            planBefore: planFor(store, existing, holidays, now),
            planAfter: plan,
            told: toldOf(store, window),
            startAt: window.start.at,
            endAt: window.end.at,
            now,
          }),
    conflictsBefore: existing === null ? null : conflictsOf(store, existing),
  };
}

/** The window a draft would make, or make of a stored one. */
export function draftedWindow(existing: Window | null, facts: WindowFacts, now: Instant): Window {
  if (existing !== null) return changedWindow(existing, facts, "", now);
  return {
    ...facts,
    id: "draft",
    reference: "",
    revision: 1,
    createdAt: now,
    outcome: { kind: "open" },
    group: null,
    formerTimes: [],
  };
}

/** The earliest start that would keep every promise of a plan, or null when all are kept. */
export function earliestStartOf(plan: readonly PlannedNotice[]): Instant | null {
  const broken = plan.flatMap(({ recipients }) =>
    recipients.flatMap(({ promise }) => (promise.kind === "broken" ? [promise.earliestStart] : [])),
  );
  return broken.length === 0 ? null : Math.max(...broken);
}

function consequenceOf(store: ReadStore, changed: Window): WindowAssessment["consequence"] {
  const deliveries = store.deliveriesOf(changed.id);
  return {
    peopleToldOldTime: toldOf(store, changed).filter(
      ({ startAt, endAt }) => startAt !== changed.start.at || endAt !== changed.end.at,
    ).length,
    unsentNotices: store.noticesOf(changed.id).filter(({ state }) => state.kind === "open").length,
    approvedSuperseded: deliveries.filter(isWaiting).length,
  };
}

/** A window that breaks a promise may be planned at any time; its notices wait until somebody says why, and who agreed. */
function shortNoticeProblems(promises: readonly PromiseGroup[], { shortNotice }: Window): readonly FieldProblem[] {
  if (isExplained(shortNotice) || !promises.some(({ standing }) => standing.kind === "broken")) return [];
  const message = "Say why readers get less notice than we promise, and who agreed to it. Until then their notices wait.";
  return [{ field: "shortNotice", gravity: "missing", message, choices: [] }];
}
