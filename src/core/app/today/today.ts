import type { WindowProposal } from "../../domain/calendar/window-proposal.ts";
import type { WindowConflicts } from "../../domain/conflicts/conflict.ts";
import { type DeliveryLine, goesOnByItself, isLapsed, recipientKey } from "../../domain/delivery.ts";
import type { Directory } from "../../domain/directory.ts";
import type { Holidays } from "../../domain/holidays.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { isBrokenAt, type Notice, type PlannedRecipient } from "../../domain/notice.ts";
import type { Impact } from "../../domain/window.ts";
import type { ReadStore, WindowSummary } from "../../ports/store.ts";
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
  /** How many decisions, notices and things to do wait beside those listed: none is passed over in silence. */
  readonly beyond: number;
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
const toDoLimit = 500;
/** The next few notices are told, and one notice goes to many. */
const leavingLimit = 300;

export function createToday({ store, clock, holidays }: Pick<Dependencies, "store" | "clock" | "holidays">): Today {
  return {
    view() {
      const now = clock.now();
      return store.read((reading) => {
        const directory = reading.directory();
        const line = summarise(reading);
        const thisWeek = reading.windowsBetween(now, now + week).filter(({ outcome }) => outcome === "open");
        const open = reading.noticesDue(0, now + week, "open", 500).filter(({ latestUsefulAt }) => latestUsefulAt > now);
        const windows = windowLookUp(reading);
        const aside = reading.deliveriesIn(["unknown", "held", "failed"], asideLimit);
        const decisions = aside.filter((delivery) => !isLapsed(delivery) && !goesOnByItself(delivery));
        const toDo = reading.deliveriesToDo(toDoLimit);
        const due = open.filter(({ dueAt }) => dueAt < now + day);
        const drafted = open
          .filter(({ dueAt }) => dueAt >= now)
          .map(({ id, dueAt, ...notice }): GoingOut => ({ ...notice, noticeId: id, at: dueAt, state: "open" }));
        return {
          now,
          decisions: decisions.slice(0, listLimit).map(line),
          lapsed: lapsedAmong(aside, now),
          toDo: toDo.slice(0, listLimit).map(line),
          beyond: [decisions, toDo, due].reduce((total, { length }) => total + Math.max(0, length - listLimit), 0),
          notices: due
            .slice(0, listLimit)
            .flatMap(({ id }) => waitingNotice(reading, id, directory, windows, holidays.loaded(), now)),
          running: reading
            .runningWindows(now)
            .slice(0, listLimit)
            .map((window) => runningWindow(reading, window, now)),
          thisWeek,
          goingOutNext: [...drafted, ...leavingByThemselves(reading, aside, now)]
            .sort((one, other) => one.at - other.at)
            .slice(0, 8)
            .map((next) => named(next, directory, windows)),
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

/** A notice and the hour at which it, or the next of it, is to leave. */
type GoingOut = Pick<DeliveryLine, "noticeId" | "stage" | "windowId" | "audienceId"> & {
  readonly at: Instant;
  readonly state: TodayView["goingOutNext"][number]["state"];
};

function conflictsSoon(store: ReadStore, now: Instant): readonly WindowInConflict[] {
  const index = indexBetween(store, now, now + conflictsAhead);
  const marked = new Set(index.allConflicts().map(({ windowId }) => windowId));
  return store
    .windowsBetween(now, now + conflictsAhead)
    .filter(({ id, startAt }) => startAt >= now && marked.has(id))
    .slice(0, listLimit)
    .map((window) => ({ window, conflicts: index.conflictsOf(window, conflictsNamed) }));
}

/**
 * What leaves by itself when its hour comes, each notice once and by its first hour: approved deliveries, and those that wait
 * for the end of quiet hours. What failed or is to be done by hand does not, and what was sent early has left already.
 */
function leavingByThemselves(store: ReadStore, aside: readonly DeliveryLine[], now: Instant): readonly GoingOut[] {
  const quiet = aside.flatMap((delivery) =>
    delivery.state.kind === "held" && delivery.state.until !== null ? [{ ...delivery, at: delivery.state.until }] : [],
  );
  const approved = store.deliveriesIn(["approved"], leavingLimit).map((delivery) => ({ ...delivery, at: delivery.sendAt }));
  const next = new Map<string, GoingOut>();
  for (const delivery of [...approved, ...quiet]) {
    const { at, noticeId, stage, windowId, audienceId } = delivery;
    if (delivery.channelKind === "manual" || at < now || at >= now + week) continue;
    if ((next.get(noticeId)?.at ?? Number.POSITIVE_INFINITY) <= at) continue;
    next.set(noticeId, { at, noticeId, stage, windowId, audienceId, state: "approved" });
  }
  return [...next.values()];
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

function named(next: GoingOut, directory: Directory, windows: WindowLookUp): TodayView["goingOutNext"][number] {
  const { at, stage, windowId, noticeId, audienceId, state } = next;
  const { title, impact } = windows(windowId);
  return { at, stage, windowId, noticeId, windowTitle: title, impact, audienceName: audienceName(directory, audienceId), state };
}

function audienceName(directory: Directory, id: string): string {
  return directory.audiences.find((audience) => audience.id === id)?.name ?? "";
}
