import type { Instant, WallTime, ZoneId } from "../domain/instant.ts";
import type { Notice, PlannedNotice } from "../domain/notice.ts";
import type { Impact, Phase, Reference, Window } from "../domain/window.ts";
import type { AuditEntry, WindowSummary } from "../ports/store.ts";
import type { Answer } from "./answer.ts";
import type { DeliverySummary } from "./outbox.ts";

/** A wall-clock time as typed; `occurrence` answers the question when a clock shows that time twice. */
export type WallInput = { readonly wall: WallTime; readonly occurrence: "earlier" | "later" | null };

/** A window as the form holds it, before anything is checked. */
export type WindowDraft = {
  readonly title: string;
  readonly changeTypeId: string;
  readonly serviceIds: readonly string[];
  readonly zone: ZoneId;
  readonly start: WallInput;
  readonly end: WallInput;
  readonly impact: Impact;
  readonly expectedDowntimeMinutes: number | null;
  readonly customersAffected: boolean;
  readonly reason: string;
  readonly effect: string;
  readonly toDo: string;
  readonly rollbackPlan: string;
  readonly lead: string;
  readonly communicationOwner: string;
  readonly references: readonly Reference[];
};

/** A field that keeps a window from being saved (`error`) or its notices from being complete (`missing`). */
export type FieldProblem = {
  readonly field: keyof WindowDraft;
  readonly gravity: "error" | "missing";
  readonly message: string;
  /** For a wall time that occurs twice: the two instants it could mean. */
  readonly choices: readonly { readonly occurrence: "earlier" | "later"; readonly label: string }[];
};

/** What a draft of a window would bring about. Nothing is stored. */
export type WindowAssessment = {
  readonly problems: readonly FieldProblem[];
  /** Null while an error keeps the plan from being made. */
  readonly plan: readonly PlannedNotice[] | null;
  /** The earliest start that would keep every promise, or null when all are kept. */
  readonly earliestStart: Instant | null;
  /** Other open windows on the same services that overlap. */
  readonly overlaps: readonly WindowSummary[];
  /** For a change of an existing window: who heard the old time and what would be done about it. */
  readonly consequence: {
    readonly peopleToldOldTime: number;
    readonly unsentNotices: number;
    readonly approvedSuperseded: number;
  };
};

/** A line of text as typed (`Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage`), understood. */
export type UnderstoodWindow = {
  readonly draft: Partial<WindowDraft>;
  /** What each part of the line was taken for, in order. */
  readonly parts: readonly { readonly words: string; readonly takenFor: string }[];
  /** What could not be understood or was ambiguous, as questions. */
  readonly questions: readonly string[];
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
};

/** Those who know of a window and would be told of a change to it. */
export type Reach = {
  /** Channels and customers that heard of it. */
  readonly recipients: number;
  /** Messages of theirs that a reply would join. */
  readonly threads: number;
  /** Those of whom it is not known whether they heard; they must be decided first. */
  readonly undecided: number;
};

/** The result of a step that tells people: it can be taken back until `undoUntil`. */
export type TellResult = {
  readonly batchId: string;
  readonly windowId: string;
  readonly undoUntil: Instant;
  readonly deliveries: number;
  /** Whoever could not be reached, and the next step for each. */
  readonly notReached: readonly {
    readonly who: string;
    readonly why: string;
    readonly nextStep: string;
    readonly noticeId: string | null;
  }[];
};

export interface Windows {
  get(id: string): Answer<WindowView>;
  find(words: string): readonly WindowSummary[];
  understand(line: string): UnderstoodWindow;
  assess(draft: WindowDraft, windowId: string | null): Promise<WindowAssessment>;
  create(draft: WindowDraft): Promise<Answer<{ readonly id: string }>>;
  /** Refused as `changedMeanwhile` unless `revision` is the stored one. `why` is told to those who heard the old time. */
  change(id: string, revision: number, draft: WindowDraft, why: string): Promise<Answer<{ readonly id: string }>>;
  /** Moves both ends by the same time; the wall time is kept across a change of clocks. */
  move(id: string, revision: number, start: WallInput, end: WallInput, why: string): Promise<Answer<{ readonly id: string }>>;
  /** It will not take place: unsent notices are superseded and a cancellation is drafted for those who heard. */
  cancel(id: string, revision: number, why: string): Promise<Answer<{ readonly id: string }>>;
  /** It is over: everyone who heard is told, after ten seconds in which it can be undone. */
  conclude(id: string, kind: "completed" | "rolledBack", note: string): Promise<Answer<TellResult>>;
  /** It needs longer: the end moves, and everyone who heard is told, after ten seconds in which it can be undone. */
  extend(id: string, minutes: number, why: string): Promise<Answer<TellResult>>;
  /** Takes back `conclude`, `extend` or an approval while nothing of it has left. */
  undo(batchId: string): Promise<Answer<{ readonly cancelled: number }>>;
}
