import type { WindowConflicts } from "../../domain/conflicts/conflict.ts";
import type { FreeSlot } from "../../domain/conflicts/next-free-slot.ts";
import { lineOf } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Notice } from "../../domain/notice.ts";
import { statedShortNotice } from "../../domain/short-notice.ts";
import { type LineQuestion, understandWindow } from "../../domain/understand-window.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import { type Phase, phaseOf, type ShortNotice, type Window } from "../../domain/window.ts";
import { draftOf, type WindowDraft } from "../../domain/window-draft.ts";
import type { AuditEntry } from "../../ports/audit-log.ts";
import type { WindowSummary } from "../../ports/store.ts";
import { type Answer, done, noSuchWindow, refuse } from "../answer.ts";
import { proposalToTake } from "../calendar/proposals.ts";
import { tellPlansChanged } from "../changes.ts";
import type { Dependencies } from "../dependencies.ts";
import { settleGroup } from "../groups/group-changes.ts";
import type { TellResult } from "../notices/approving.ts";
import { storePlan } from "../planning/planning.ts";
import { promisesNow } from "../planning/promises-now.ts";
import { type DeliverySummary, summarise } from "../sending/delivery-summary.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { freeSlotFor } from "./free-slot.ts";
import { newWindow, planNewWindow } from "./new-window.ts";
import { parseWindowDraft, refuseProblems } from "./parse-window-draft.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Telling } from "./telling.ts";
import { assessWindow, draftedWindow, type WindowAssessment } from "./window-assessment.ts";
import { changedWindow, extendedWindow } from "./window-changes.ts";
import { conflictsOf } from "./window-conflicts.ts";

/** A line of text as typed (`Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage`), understood. */
export type UnderstoodWindow = {
  readonly draft: Partial<WindowDraft>;
  /** What each part of the line was taken for, in order. */
  readonly parts: readonly { readonly words: string; readonly takenFor: string }[];
  /** What could not be understood or was ambiguous, as questions. */
  readonly questions: readonly string[];
  /** The same with answers to choose from, each of which is another line or which of two times is meant. */
  readonly asked: readonly LineQuestion[];
  /** The RFC 5545 rule by which it comes again, or null. */
  readonly repeats: string | null;
};

/** Everything on the Window page. */
export type WindowView = {
  readonly window: Window;
  readonly phase: Phase;
  readonly notices: readonly Notice[];
  readonly deliveries: readonly DeliverySummary[];
  readonly history: readonly AuditEntry[];
  /** Who would hear of each ending, were it said now. */
  readonly reach: Reach;
  /** What stands against its time; nothing once it is over. */
  readonly conflicts: WindowConflicts;
};

export interface Windows {
  get(id: string): Answer<WindowView>;
  find(words: string): readonly WindowSummary[];
  understand(line: string): UnderstoodWindow;
  assess(draft: WindowDraft, windowId: string | null): Promise<WindowAssessment>;
  /** What moving a window to these times would bring about. Nothing is stored. */
  assessMove(id: string, start: WallInput, end: WallInput, shortNotice?: ShortNotice | null): Promise<Answer<WindowAssessment>>;
  /**
   * The next start, of the same length, at which nothing stands against the window and every promise is kept; refused as
   * `invalid` while the draft has no times. Nothing is stored.
   */
  nextFreeSlot(draft: WindowDraft, windowId: string | null): Promise<Answer<FreeSlot>>;
  /** The same for a window that is taken to these times. */
  nextFreeSlotOfMove(id: string, start: WallInput, end: WallInput): Promise<Answer<FreeSlot>>;
  /** `proposalId` names what it is planned from: that is decided by it, in the same step. */
  create(draft: WindowDraft, proposalId?: string | null): Promise<Answer<{ readonly id: string }>>;
  /** Refused as `changedMeanwhile` unless `revision` is the stored one. `why` is told to those who heard the old time. */
  change(id: string, revision: number, draft: WindowDraft, why: string): Promise<Answer<{ readonly id: string }>>;
  /** Moves both ends by the same time; the wall time is kept across a change of clocks. */
  move(
    id: string,
    revision: number,
    start: WallInput,
    end: WallInput,
    why: string,
    /** Why the new time is shorter notice than promised, and who agreed; what was said before holds where nothing is. */
    shortNotice?: ShortNotice | null,
  ): Promise<Answer<{ readonly id: string }>>;
  /** It will not take place: unsent notices are superseded and a cancellation is drafted for those who heard. */
  cancel(id: string, revision: number, why: string, newDate?: string): Promise<Answer<{ readonly id: string }>>;
  /** It is over: everyone who heard is told, after ten seconds in which it can be undone. */
  conclude(
    id: string,
    kind: "completed" | "rolledBack",
    note: string,
    /** What is told of a roll back beside what happened; what is left empty is told as “nothing” and “no date”. */
    rollback?: { readonly lost: string; readonly nextTry: string },
  ): Promise<Answer<TellResult>>;
  /** It needs longer: the end moves, and everyone who heard is told, after ten seconds in which it can be undone. */
  extend(id: string, minutes: number, why: string): Promise<Answer<TellResult>>;
  /** Takes back `conclude`, `extend` or an approval while nothing of it has left. */
  undo(batchId: string): Promise<Answer<{ readonly cancelled: number }>>;
}

export function createWindows(dependencies: Dependencies, telling: Telling): Windows {
  const { store, clock, ids, changes } = dependencies;

  async function saveChanged(
    id: string,
    revision: number,
    what: string,
    next: (window: Window, now: Instant) => Answer<Window>,
  ): Promise<Answer<{ readonly id: string }>> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    const holidays = await dependencies.holidays.load();
    const now = clock.now();
    const answer = store.write((writing): Answer<{ readonly id: string }> => {
      const window = writing.window(id);
      if (window === null) return noSuchWindow;
      if (window.revision !== revision) {
        return refuse("changedMeanwhile", "This window was changed in the meantime. Nothing was saved. Look at it again.");
      }
      if (window.outcome.kind !== "open") {
        return refuse("notPossible", "This window is over, so it can no longer be changed. Nothing was saved.");
      }
      const changed = next(window, now);
      if (!changed.ok) return changed;
      writing.saveWindow(changed.value);
      storePlan(writing, changed.value, holidays, now, "windowChanged", ids);
      settleGroup(writing, [changed.value], holidays, now, ids);
      writing.appendAudit({
        at: now,
        who: workspaceIn(writing).coordinator.name,
        what,
        subjectId: id,
        before: window,
        after: changed.value,
      });
      return done({ id });
    });
    if (answer.ok) tellPlansChanged(changes, id);
    return answer;
  }

  return {
    get(id) {
      return store.read((reading): Answer<WindowView> => {
        const window = reading.window(id);
        if (window === null) return noSuchWindow;
        const deliveries = reading.deliveriesOf(id);
        return done({
          window,
          phase: phaseOf(window, clock.now()),
          notices: promisesNow(reading, window, reading.noticesOf(id), dependencies.holidays.loaded(), clock.now()),
          deliveries: deliveries.map(lineOf).map(summarise(reading)),
          history: reading.audit({ subjectId: id, limit: 500 }),
          reach: reachOf(reading, window),
          conflicts: conflictsOf(reading, window),
        });
      });
    },
    find(words) {
      return store.read((reading) => reading.findWindows(words.trim(), 20));
    },
    understand(line) {
      const { services, changeTypes } = store.read((reading) => reading.directory());
      const { zone, holidayRegion, referencePatterns = [] } = store.read((reading) => workspaceIn(reading));
      return understandWindow(line, { now: clock.now(), zone, holidayRegion, services, changeTypes, referencePatterns });
    },
    async assess(draft, windowId) {
      const holidays = await dependencies.holidays.load();
      return store.read((reading) => assessWindow(reading, draft, windowId, holidays, clock.now()));
    },
    async assessMove(id, start, end, shortNotice = null) {
      const holidays = await dependencies.holidays.load();
      return store.read((reading): Answer<WindowAssessment> => {
        const window = reading.window(id);
        if (window === null) return noSuchWindow;
        return done(assessWindow(reading, movedDraft(window, start, end, shortNotice), id, holidays, clock.now()));
      });
    },
    async nextFreeSlot(draft, windowId) {
      const holidays = await dependencies.holidays.load();
      return store.read((reading): Answer<FreeSlot> => {
        const { facts, problems } = parseWindowDraft(draft, reading.directory());
        if (facts === null) return refuseProblems(problems);
        const now = clock.now();
        const existing = windowId === null ? null : reading.window(windowId);
        return done(freeSlotFor(reading, draftedWindow(existing, facts, now), holidays, now));
      });
    },
    async nextFreeSlotOfMove(id, start, end) {
      const window = store.read((reading) => reading.window(id));
      return window === null ? noSuchWindow : this.nextFreeSlot({ ...draftOf(window), start, end }, id);
    },
    async create(draft, proposalId = null) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidays = await dependencies.holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const parsed = parseWindowDraft(draft, writing.directory());
        if (parsed.facts === null) return refuseProblems(parsed.problems);
        const proposed = proposalToTake(writing, proposalId);
        if (!proposed.ok) return proposed;
        const window = newWindow(writing, ids, parsed.facts, null, now);
        planNewWindow(writing, ids, window, "windows.create", holidays, now);
        if (proposed.value !== null) writing.saveProposal({ ...proposed.value, state: "taken", windowId: window.id });
        return done({ id: window.id });
      });
      if (answer.ok) tellPlansChanged(changes, answer.value.id);
      if (answer.ok && proposalId !== null) changes.emit({ topic: "proposals" });
      return answer;
    },
    change(id, revision, draft, why) {
      return saveChanged(id, revision, "windows.change", (window, now) => {
        const parsed = parseWindowDraft(
          draft,
          store.read((reading) => reading.directory()),
        );
        return parsed.facts === null ? refuseProblems(parsed.problems) : done(changedWindow(window, parsed.facts, why, now));
      });
    },
    move(id, revision, start, end, why, shortNotice = null) {
      return saveChanged(id, revision, "windows.move", (window, now) => {
        const parsed = parseWindowDraft(
          movedDraft(window, start, end, shortNotice),
          store.read((reading) => reading.directory()),
        );
        return parsed.facts === null ? refuseProblems(parsed.problems) : done(changedWindow(window, parsed.facts, why, now));
      });
    },
    cancel(id, revision, why, newDate = "") {
      return saveChanged(id, revision, "windows.cancel", (window, now) =>
        done({
          ...window,
          revision: window.revision + 1,
          outcome: { kind: "cancelled", at: now, note: why.trim(), newDate: newDate.trim() },
        }),
      );
    },
    async conclude(id, kind, note, rollback = { lost: "", nextTry: "" }) {
      const answer = await telling.tell(id, kind, `windows.${kind}`, (window, now) => {
        if (phaseOf(window, now) !== "running") {
          return refuse(
            "notPossible",
            "This window is not running, so it can't be ended. Nobody was told. Cancel it instead if it will not take place.",
          );
        }
        const ended = { at: now, endedAt: now, note: note.trim() };
        const told = { lost: rollback.lost.trim(), nextTry: rollback.nextTry.trim() };
        const outcome = kind === "completed" ? { kind, ...ended } : { kind, ...ended, ...told };
        return done({ ...window, revision: window.revision + 1, outcome });
      });
      if (answer.ok) tellPlansChanged(changes, id);
      return answer;
    },
    async extend(id, minutes, why) {
      const answer = await telling.tell(id, "extended", "windows.extend", (window, now) => {
        if (phaseOf(window, now) !== "running") {
          return refuse(
            "notPossible",
            "This window is not running. Nobody was told. Move its end in the calendar or the form instead.",
          );
        }
        return done(extendedWindow(window, minutes, why, now));
      });
      if (answer.ok) tellPlansChanged(changes, id);
      return answer;
    },
    async undo(batchId) {
      const answer = telling.undo(batchId);
      if (answer.ok) tellPlansChanged(changes, answer.value.windowId);
      return answer;
    },
  };
}

function movedDraft(window: Window, start: WallInput, end: WallInput, shortNotice: ShortNotice | null): WindowDraft {
  return { ...draftOf(window), start, end, shortNotice: statedShortNotice(shortNotice) ?? window.shortNotice };
}
