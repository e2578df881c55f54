import type { OccurrenceAnswer, PlacedOccurrence } from "../../domain/recurrence/occurrences.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import { statedShortNotice } from "../../domain/short-notice.ts";
import type { ShortNotice, WindowFacts } from "../../domain/window.ts";
import { draftOf, type WindowDraft } from "../../domain/window-draft.ts";
import { type Answer, done, refuse } from "../answer.ts";
import { proposalToTake } from "../calendar/proposals.ts";
import { tellPlansChanged } from "../changes.ts";
import type { Dependencies } from "../dependencies.ts";
import { parseWindowDraft, refuseProblems } from "../windows/parse-window-draft.ts";
import type { UndoBook } from "../windows/undo-book.ts";
import { mayWrite } from "../workspace-in-use.ts";
import { type GroupView, groupViewOf } from "./group-view.ts";
import { createSeriesAhead, type SeriesAhead } from "./series-ahead.ts";
import { endSeries, followingIn, reshape, type SeriesMove, type SeriesScope } from "./series-changes.ts";
import {
  lengthBetween,
  previewSeries,
  previewSeriesMove,
  type SeriesChangePreview,
  type SeriesInput,
  type SeriesPreview,
} from "./series-preview.ts";
import { type AskedOfSeries, answerQuestion, createSeriesQuestions } from "./series-questions.ts";
import { createSeriesSteps, type SeriesStep } from "./series-step.ts";
import { placeSeries, plannedUntil, planOccurrences } from "./series-windows.ts";

export interface SeriesDesk {
  preview(times: SeriesInput): SeriesPreview;
  /** Plans the windows of a rule for a year ahead, sixty at most; the first one's id. Every question must be answered. */
  create(
    draft: WindowDraft,
    rule: string,
    answers: readonly OccurrenceAnswer[],
    /** The proposal it came from, which is taken. */
    proposalId?: string | null,
  ): Promise<Answer<{ readonly id: string }>>;
  /** Null for a window by itself. */
  ofWindow(windowId: string): Answer<GroupView | null>;
  /** Dates of any series that the clocks skip or repeat and nobody has answered for, by the next window of each. */
  asked(): readonly AskedOfSeries[];
  /** Plans or leaves out a date that was asked about. */
  answer(seriesId: string, answer: OccurrenceAnswer): Promise<Answer<{ readonly id: string }>>;
  previewMove(
    id: string,
    scope: SeriesScope,
    move: SeriesMove,
    answers: readonly OccurrenceAnswer[],
  ): Answer<SeriesChangePreview>;
  /** Changes facts and times of several windows of a series. From one on: the series is split there. */
  change(
    id: string,
    revision: number,
    scope: SeriesScope,
    draft: WindowDraft,
    rule: string | null,
    answers: readonly OccurrenceAnswer[],
    why: string,
  ): Promise<Answer<SeriesStep>>;
  /** Moves several windows of a series: by the wall clock, as the one it is made on. */
  move(
    id: string,
    revision: number,
    scope: SeriesScope,
    move: SeriesMove,
    answers: readonly OccurrenceAnswer[],
    why: string,
    /** Why the new times are shorter notice than promised, and who agreed; what was said before holds where nothing is. */
    shortNotice?: ShortNotice | null,
  ): Promise<Answer<SeriesStep>>;
  /** None of them will take place; those who heard are told once. */
  cancel(id: string, revision: number, scope: SeriesScope, why: string): Promise<Answer<SeriesStep>>;
}

export function createSeries(dependencies: Dependencies, undoBook: UndoBook): { readonly desk: SeriesDesk } & SeriesAhead {
  const { store, clock, ids, changes } = dependencies;
  const step = createSeriesSteps(dependencies, undoBook);
  const askedOfSeries = createSeriesQuestions();

  const desk: SeriesDesk = {
    preview: (input) => previewSeries(input, clock.now()),
    async create(draft, rule, answers, proposalId = null) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidays = await dependencies.holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const proposed = proposalToTake(writing, proposalId);
        if (!proposed.ok) return proposed;
        const lengthMinutes = lengthBetween(draft.start.wall, draft.end.wall);
        const parsed = parseWindowDraft(draft, writing.directory());
        if (parsed.facts === null) return refuseProblems(parsed.problems);
        if (lengthMinutes === null) return refuse("invalid", "The end must be after the start. Nothing was saved.", "end");
        const times = { rule, start: draft.start.wall, zone: draft.zone, lengthMinutes };
        const until = plannedUntil(times, now);
        const placed = placeSeries({ ...times, exceptions: [] }, 0, until, answers);
        if (placed.kind === "problem") return refuse("invalid", `${placed.message} Nothing was saved.`, "rule");
        const [first] = placed.occurrences;
        if (first === undefined) return refuse("invalid", "This rule gives no date within a year. Nothing was saved.", "rule");
        const question = firstQuestion(placed.occurrences);
        if (question !== null) return refuse("invalid", `${question} Nothing was saved.`, "rule");
        const series: Series = {
          ...times,
          id: ids.next(),
          exceptions: placed.leftOut,
          facts: factsOnly(parsed.facts),
          createdAt: now,
          revision: 1,
          plannedUntil: placed.until,
        };
        writing.saveSeries(series);
        const windows = planOccurrences(writing, ids, series, placed.occurrences, "series.create", holidays, now);
        const id = windows[0]?.id ?? "";
        if (proposed.value !== null) writing.saveProposal({ ...proposed.value, state: "taken", windowId: id });
        return done({ id });
      });
      if (answer.ok) tellPlansChanged(changes, null);
      if (answer.ok && proposalId !== null) changes.emit({ topic: "proposals" });
      return answer;
    },
    ofWindow: (windowId) => store.read((reading) => groupViewOf(reading, windowId, clock.now())),
    asked: () => store.read((reading) => askedOfSeries(reading, clock.now())),
    async answer(seriesId, given) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidays = await dependencies.holidays.load();
      const answer = store.write((writing) => answerQuestion(writing, ids, seriesId, given, holidays, clock.now()));
      if (answer.ok) tellPlansChanged(changes, null);
      return answer;
    },
    previewMove(id, scope, move, answers) {
      const holidays = dependencies.holidays.loaded();
      return store.read((reading) => previewSeriesMove(reading, id, scope, move, answers, holidays, clock.now()));
    },
    change(id, revision, scope, draft, rule, answers, why) {
      return step(id, revision, "series.change", (writing, window, series, now) => {
        const parsed = parseWindowDraft(draft, writing.directory());
        if (parsed.facts === null) return refuseProblems(parsed.problems);
        const move = { start: draft.start, end: draft.end, rule };
        return reshape(writing, ids, {
          series,
          window,
          scope,
          move,
          facts: factsOnly(parsed.facts),
          shortNotice: null,
          zone: draft.zone,
          answers,
          why,
          now,
        });
      });
    },
    move(id, revision, scope, move, answers, why, shortNotice = null) {
      return step(id, revision, "series.move", (writing, window, series, now) => {
        const parsed = parseWindowDraft({ ...draftOf(window), start: move.start, end: move.end }, writing.directory());
        if (parsed.facts === null) return refuseProblems(parsed.problems);
        return reshape(writing, ids, {
          series,
          window,
          scope,
          move,
          facts: null,
          shortNotice: statedShortNotice(shortNotice),
          zone: series.zone,
          answers,
          why,
          now,
        });
      });
    },
    cancel(id, revision, scope, why) {
      return step(id, revision, "series.cancel", (writing, window, series, now) => {
        const { windows, anchor } = followingIn(writing, series, window, scope, now);
        if (windows.length === 0) return refuse("notPossible", "None of these windows is still to come. Nothing was cancelled.");
        const together = ids.next();
        const outcome = { kind: "cancelled", at: now, note: why.trim(), together } as const;
        const changed = windows.map((from) => ({ from, to: { ...from, revision: from.revision + 1, outcome } }));
        const ended = { ...series, revision: series.revision + 1, rule: endSeries(series.rule, anchor) };
        return done({ changed, added: [], series: [ended] });
      });
    },
  };

  return { desk, ...createSeriesAhead(dependencies) };
}

function factsOnly(facts: WindowFacts): Series["facts"] {
  const { start: _start, end: _end, zone: _zone, ...rest } = facts;
  // A deadline and how far the work is belong to one window; the others take their own start for a deadline.
  return { ...rest, toDoBy: null, progress: "" };
}

function firstQuestion(occurrences: readonly PlacedOccurrence[]): string | null {
  return occurrences.find((one) => one.kind === "asked")?.question ?? null;
}
