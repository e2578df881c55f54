import type { WindowProposal } from "../../domain/calendar/window-proposal.ts";
import type { WindowConflicts } from "../../domain/conflicts/conflict.ts";
import { type DeliveryLine, goesOnByItself, isLapsed, recipientKey, waitingStates } from "../../domain/delivery.ts";
import type { Directory } from "../../domain/directory.ts";
import type { Holidays } from "../../domain/holidays.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { isBrokenAt, type Notice, type PlannedRecipient } from "../../domain/notice.ts";
import type { Impact } from "../../domain/window.ts";
import type { NoticeSummary, ReadStore, WindowSummary } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import { promisesNow } from "../planning/promises-now.ts";
import { type DeliverySummary, summarise } from "../sending/delivery-summary.ts";
import { type Reach, reachOf } from "../windows/reach.ts";
import { indexBetween } from "../windows/window-conflicts.ts";
import { countPromises, type PromiseCount } from "./promise-counts.ts";

export type RunningWindow = WindowSummary & {
  readonly isOverrun: boolean;
  /** When the next progress notice is due, or null when none is planned. */
  readonly nextProgressAt: Instant | null;
  readonly reach: Reach;
};

/** A notice that waits for a person, as Today lists it. */
export type WaitingNotice = {
  readonly id: string;
  readonly windowId: string;
  readonly windowTitle: string;
  readonly stage: Notice["stage"];
  readonly audienceName: string;
  readonly dueAt: Instant;
  readonly recipients: number;
  readonly promise: PlannedRecipient["promise"];
};

export type TodayView = {
  readonly now: Instant;
  /** Deliveries a person must decide about, each by itself. */
  readonly decisions: readonly DeliverySummary[];
  /** What came due while nothing could be sent, for one decision; null when nothing did. */
  readonly lapsed: { readonly count: number; readonly stillOfUse: number; readonly firstDueAt: Instant } | null;
  /** Manual deliveries to do. */
  readonly toDo: readonly DeliverySummary[];
  /** Overdue first, then by due time, within the next 24 hours. */
  readonly notices: readonly WaitingNotice[];
  readonly running: readonly RunningWindow[];
  /** Windows that start within seven days. */
  readonly thisWeek: readonly WindowSummary[];
  /** What leaves next: approved deliveries and open notices within seven days. */
  readonly goingOutNext: readonly {
    readonly at: Instant;
    readonly stage: WaitingNotice["stage"];
    readonly windowId: string;
    readonly noticeId: string;
    readonly windowTitle: string;
    readonly impact: Impact;
    readonly audienceName: string;
    readonly state: "open" | "approved";
  }[];
  readonly promises: readonly PromiseCount[];
  /** What others propose and nobody decided yet, the newest first. */
  readonly proposals: readonly (Pick<WindowProposal, "id" | "asks"> &
    Pick<WindowProposal["says"], "title" | "provider" | "startAt" | "endAt">)[];
  readonly isEmpty: boolean;
};

/** A window with something against its time, and the first of it. */
export type WindowInConflict = { readonly window: WindowSummary; readonly conflicts: WindowConflicts };

export interface Today {
  view(): TodayView;
  /** Windows that start within fourteen days and have conflicts, by start. Asked apart: it is no part of what needs one now. */
  conflicts(): readonly WindowInConflict[];
}

const week = 7 * day;
const conflictsAhead = 14 * day;
/** A line has room for one; the window's page tells all. */
const conflictsNamed = 1;
/** Today shows what one person can act on; the calendar and the outbox show the rest. */
const listLimit = 30;
/** What lapsed is told as one, so all of it is counted. */
const asideLimit = 2_000;

export function createToday({ store, clock, holidays }: Pick<Dependencies, "store" | "clock" | "holidays">): Today {
  return {
    view() {
      const now = clock.now();
      return store.read((reading) => {
        const directory = reading.directory();
        const line = summarise(reading);
        const thisWeek = reading.windowsBetween(now, now + week).filter(({ outcome }) => outcome === "open");
        const open = reading.noticesDue(0, now + week, "open", 500).filter(({ latestUsefulAt }) => latestUsefulAt > now);
        // What was sent before it was due has left already.
        const approved = reading
          .noticesDue(now, now + week, "approved", listLimit)
          .filter(({ id }) => reading.deliveriesOfNoticeIn(id, waitingStates).length > 0);
        const windows = windowLookUp(reading);
        const aside = reading.deliveriesIn(["unknown", "held", "failed"], asideLimit);
        return {
          now,
          decisions: aside
            .filter((delivery) => !isLapsed(delivery) && !goesOnByItself(delivery))
            .slice(0, listLimit)
            .map(line),
          lapsed: lapsedAmong(aside, now),
          toDo: reading.deliveriesToDo(listLimit).map(line),
          notices: open
            .filter(({ dueAt }) => dueAt < now + day)
            .slice(0, listLimit)
            .flatMap(({ id }) => waitingNotice(reading, id, directory, windows, holidays.loaded(), now)),
          running: reading
            .runningWindows(now)
            .slice(0, listLimit)
            .map((window) => runningWindow(reading, window, now)),
          thisWeek,
          goingOutNext: [...open.filter(({ dueAt }) => dueAt >= now), ...approved]
            .sort((a, b) => a.dueAt - b.dueAt)
            .slice(0, 8)
            .map((notice) => goingOut(notice, directory, windows)),
          promises: countPromises(
            reading,
            thisWeek.map(({ id }) => reading.noticesOf(id)),
            now,
          ),
          proposals: reading.proposals("open", listLimit).map(({ id, asks, says: { title, provider, startAt, endAt } }) => ({
            id,
            asks,
            title,
            provider,
            startAt,
            endAt,
          })),
          isEmpty: reading.windowCount() === 0,
        };
      });
    },
    conflicts: () => store.read((reading) => conflictsSoon(reading, clock.now())),
  };
}

function conflictsSoon(store: ReadStore, now: Instant): readonly WindowInConflict[] {
  const index = indexBetween(store, now, now + conflictsAhead);
  const marked = new Set(index.allConflicts().map(({ windowId }) => windowId));
  return store
    .windowsBetween(now, now + conflictsAhead)
    .filter(({ id, startAt }) => startAt >= now && marked.has(id))
    .slice(0, listLimit)
    .map((window) => ({ window, conflicts: index.conflictsOf(window, conflictsNamed) }));
}

function lapsedAmong(aside: readonly DeliveryLine[], now: Instant): TodayView["lapsed"] {
  const lapsed = aside.filter(isLapsed);
  if (lapsed.length === 0) return null;
  return {
    count: lapsed.length,
    stillOfUse: lapsed.filter(({ notAfter }) => notAfter > now).length,
    firstDueAt: Math.min(...lapsed.map(({ sendAt }) => sendAt)),
  };
}

type WindowLookUp = (id: string) => { readonly title: string; readonly impact: Impact };

function windowLookUp(store: ReadStore): WindowLookUp {
  const known = new Map<string, { readonly title: string; readonly impact: Impact }>();
  return (id) => {
    const window = known.get(id) ?? store.window(id) ?? { title: "", impact: "none" };
    known.set(id, window);
    return window;
  };
}

function waitingNotice(
  store: ReadStore,
  id: string,
  directory: Directory,
  windows: WindowLookUp,
  holidays: Holidays | null,
  now: Instant,
): WaitingNotice[] {
  const stored = store.notice(id);
  if (stored === null) return [];
  // Only what is broken is judged anew, for what would keep it: the rest is as it was planned.
  const isLate = stored.recipients.some(({ promise }) => isBrokenAt(promise, now));
  const window = isLate ? store.window(stored.windowId) : null;
  const [notice = stored] = window === null ? [stored] : promisesNow(store, window, [stored], holidays, now);
  return [
    {
      id,
      windowId: notice.windowId,
      windowTitle: windows(notice.windowId).title,
      stage: notice.stage,
      audienceName: audienceName(directory, notice.audienceId),
      dueAt: notice.dueAt,
      recipients: new Set(notice.recipients.map(recipientKey)).size,
      promise: gravestPromise(notice, now),
    },
  ];
}

/** Broken before kept before none, and of the kept the one that ends first. */
function gravestPromise(notice: Pick<Notice, "recipients">, now: Instant): WaitingNotice["promise"] {
  let gravest: WaitingNotice["promise"] = { kind: "none" };
  for (const { promise } of notice.recipients) {
    if (isBrokenAt(promise, now)) return promise;
    if (promise.kind === "kept" && (gravest.kind === "none" || promise.latest < gravest.latest)) gravest = promise;
  }
  return gravest;
}

const noReach: RunningWindow["reach"] = { recipients: 0, threads: 0, undecided: 0 };

function runningWindow(store: ReadStore, window: WindowSummary, now: Instant): RunningWindow {
  const whole = store.window(window.id);
  const next = store
    .noticesOf(window.id)
    .find(
      ({ stage, dueAt, state }) => stage === "progress" && dueAt > now && state.kind !== "superseded" && state.kind !== "skipped",
    );
  return {
    ...window,
    isOverrun: now > window.endAt,
    nextProgressAt: next?.dueAt ?? null,
    reach: whole === null ? noReach : reachOf(store, whole),
  };
}

function goingOut(notice: NoticeSummary, directory: Directory, windows: WindowLookUp): TodayView["goingOutNext"][number] {
  const { title, impact } = windows(notice.windowId);
  return {
    at: notice.dueAt,
    stage: notice.stage,
    windowId: notice.windowId,
    noticeId: notice.id,
    windowTitle: title,
    impact,
    audienceName: audienceName(directory, notice.audienceId),
    state: notice.state === "approved" ? "approved" : "open",
  };
}

function audienceName(directory: Directory, id: string): string {
  return directory.audiences.find((audience) => audience.id === id)?.name ?? "";
}
