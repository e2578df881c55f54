import type { Holidays } from "../domain/holidays.ts";
import { day, type Instant, minute, type WallTime, type ZoneId } from "../domain/instant.ts";
import type { OccurrenceAnswer, PlacedOccurrence } from "../domain/occurrences.ts";
import { describeRule } from "../domain/recurrence-words.ts";
import type { Series } from "../domain/series.ts";
import { statedShortNotice } from "../domain/short-notice.ts";
import type { ShortNotice, Window, WindowFacts } from "../domain/window.ts";
import { isWallTime, isZone, zonedTimeOf } from "../domain/zoned-time.ts";
import type { ReadStore, WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { undoMilliseconds } from "./approving.ts";
import type { Dependencies } from "./dependencies.ts";
import { settleGroup, withException } from "./group-changes.ts";
import { toldOf } from "./groups.ts";
import { planFor, storePlan } from "./planning.ts";
import { proposalToTake } from "./proposals.ts";
import { endSeries, followingIn, type Reshaped, reshape, reshapedTo } from "./series-changes.ts";
import {
  meetsClockChange,
  mostAhead,
  openQuestions,
  placedStart,
  placeSeries,
  plannedUntil,
  windowOf,
} from "./series-windows.ts";
import { rememberBefore, restoreBefore, type UndoBook } from "./undo-book.ts";
import { changedWindow } from "./window-changes.ts";
import { draftOf, parseWindowDraft, type WallInput, type WindowDraft } from "./window-draft.ts";
import { mayWrite, workspaceIn } from "./workspace-in-use.ts";

/** Which windows of a series a change concerns beside the one it is made on: those from it on, or all that are still to come. */
export type SeriesScope = "following" | "all";

export type AskedOccurrence = Extract<PlacedOccurrence, { kind: "asked" }>;

/** What a rule comes to, before anything is stored. */
export type SeriesPreview = {
  /** The rule in words, or what is wrong with it. */
  readonly words: string;
  /** Why it can't be planned like this, or null. */
  readonly problem: string | null;
  /** The next dates, five at most, each as it is placed. */
  readonly dates: readonly { readonly startAt: Instant; readonly endAt: Instant }[];
  /** How many windows would be planned now. */
  readonly planned: number;
  /** What must be answered before, each with its choices. */
  readonly questions: readonly AskedOccurrence[];
};

/** What changing several windows of a series would bring about. Nothing is stored. */
export type SeriesChangePreview = SeriesPreview & {
  readonly windows: number;
  /** Recipients who heard of the windows concerned, each counted once. */
  readonly told: number;
  /** Whether the first of them would then be told of later than promised. */
  readonly isLate: boolean;
};

/** The new times of a change: of the window it is made on. `rule` says how it repeats from then on, null that it stays as it is. */
export type SeriesMove = { readonly start: WallInput; readonly end: WallInput; readonly rule: string | null };

export type GroupMember = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly outcome: Window["outcome"]["kind"];
};

/** The change or series a window is part of, for its page. */
export type GroupView = {
  readonly kind: "series" | "change";
  readonly id: string;
  /** How a series repeats, in words; the title of a change. */
  readonly words: string;
  readonly rule: string | null;
  readonly members: readonly GroupMember[];
  /** Dates of the series the clocks skip or repeat, which nobody has answered for. */
  readonly questions: readonly AskedOccurrence[];
};

/** A date of a series that waits for an answer, on the page of its next window. */
export type AskedOfSeries = {
  readonly windowId: string;
  readonly title: string;
  readonly occurrence: WallTime;
  readonly question: string;
};

/** What a step on several windows did. It can be taken back until `undoUntil`, as `windows.undo` does. */
export type SeriesStep = {
  readonly id: string;
  readonly windows: number;
  readonly batchId: string;
  readonly undoUntil: Instant;
};

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

export type SeriesInput = {
  readonly zone: ZoneId;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly rule: string;
  readonly answers: readonly OccurrenceAnswer[];
};

/** The desk, and the daily look ahead. */
export type SeriesAndRounds = {
  readonly desk: SeriesDesk;
  /** Plans what came into reach since the last look, and what the window announces whose turn it is. */
  tick(now: Instant, holidays: Holidays): void;
  /** Whether an hour has passed since the last look. */
  isDue(now: Instant): boolean;
};

const datesShown = 5;
const looksEvery = 60 * minute;

export function createSeries(dependencies: Dependencies, undoBook: UndoBook): SeriesAndRounds {
  const { store, clock, ids, changes } = dependencies;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const everAsked = new Map<string, boolean>();

  function announce(): void {
    changes.emit({ topic: "windows", windowId: null });
    changes.emit({ topic: "notices", windowId: null });
    changes.emit({ topic: "deliveries", windowId: null });
  }

  function whoIn(reading: ReadStore): string {
    return workspaceIn(reading).coordinator.name;
  }

  /** Stores a new window with its plan and its audit entry. */
  function plan(writing: WriteStore, window: Window, what: string, holidays: Holidays, now: Instant, who = whoIn(writing)): void {
    writing.saveWindow(window);
    storePlan(writing, window, holidays, now, "windowChanged", ids);
    writing.appendAudit({ at: now, who, what, subjectId: window.id, before: null, after: window });
  }

  /** Stores the windows of a series that can be placed, the first to come last planned: it announces all of them. */
  function planAll(
    writing: WriteStore,
    series: Series,
    placed: readonly PlacedOccurrence[],
    what: string,
    holidays: Holidays,
    now: Instant,
    who?: string,
  ): readonly Window[] {
    const windows = placed.flatMap((one) => (one.kind === "placed" ? [windowOf(writing, ids, series, one, now)] : []));
    for (const window of windows) writing.saveWindow(window);
    for (const window of windows) plan(writing, window, what, holidays, now, who);
    return windows;
  }

  /** Runs a step on a window of a series, in one transaction, if it is still as it was seen. */
  async function step(
    id: string,
    revision: number,
    what: string,
    work: (writing: WriteStore, window: Window, series: Series, now: Instant) => Answer<Reshaped>,
  ): Promise<Answer<SeriesStep>> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    const holidays = await dependencies.holidays.load();
    const now = clock.now();
    const answer = store.write((writing): Answer<SeriesStep> => {
      const found = seriesOfWindow(writing, id);
      if (!found.ok) return found;
      const { window, series } = found.value;
      if (window.revision !== revision) {
        return refuse("changedMeanwhile", "This window was changed in the meantime. Nothing was saved. Look at it again.");
      }
      const reshaped = work(writing, window, series, now);
      if (!reshaped.ok) return reshaped;
      const { changed, added, series: after } = reshaped.value;
      const before = changed.map(({ from }) => rememberBefore(writing, from));
      const batchId = ids.next();
      for (const one of after) writing.saveSeries(one);
      for (const { to } of changed) writing.saveWindow(to);
      for (const one of added) writing.saveWindow(one);
      for (const { from, to } of changed) {
        storePlan(writing, to, holidays, now, "windowChanged", ids);
        writing.appendAudit({ at: now, who: whoIn(writing), what, subjectId: to.id, before: from, after: { ...to, batchId } });
      }
      for (const one of added) plan(writing, one, what, holidays, now);
      settleGroup(
        writing,
        [...changed.flatMap(({ from, to }) => [to, from.group?.id === to.group?.id ? to : from]), ...added],
        holidays,
        now,
        ids,
      );
      const undoUntil = now + undoMilliseconds;
      undoBook.keep(batchId, undoUntil, {
        windowId: id,
        restore: (restoring, at) => {
          for (const one of after) restoring.saveSeries({ ...one, exceptions: [], rule: endSeries(one.rule, one.start) });
          restoring.saveSeries(series);
          for (const one of added) dropAdded(restoring, one, at);
          return before.reduce((sum, one) => sum + restoreBefore(restoring, one, batchId, at), 0);
        },
      });
      return done({ id, windows: changed.length + added.length, batchId, undoUntil });
    });
    if (answer.ok) announce();
    return answer;
  }

  function previewOf(
    series: Pick<Series, "rule" | "start" | "zone" | "lengthMinutes">,
    now: Instant,
    answers: SeriesInput["answers"],
  ): SeriesPreview {
    const words = describeRule(series.rule);
    const times = { ...series, exceptions: [] };
    const placed = placeSeries(times, 0, plannedUntil(series, now), answers);
    if (placed.kind === "problem") return { words, problem: placed.message, dates: [], planned: 0, questions: [] };
    const { occurrences } = placed;
    return {
      words,
      problem: occurrences.length === 0 ? "This rule gives no date within a year." : null,
      dates: occurrences
        .flatMap((one) => (one.kind === "placed" ? [{ startAt: one.start.at, endAt: one.end.at }] : []))
        .slice(0, datesShown),
      planned: occurrences.length,
      questions: occurrences.flatMap((one) => (one.kind === "asked" ? [one] : [])),
    };
  }

  const desk: SeriesDesk = {
    preview({ zone, start, end, rule, answers }) {
      const lengthMinutes = lengthBetween(start, end);
      const nothing = { words: describeRule(rule), dates: [], planned: 0, questions: [] };
      if (lengthMinutes === null || !isZone(zone))
        return { ...nothing, problem: "Write the first start and end, and the zone, first." };
      return previewOf({ rule, start, zone, lengthMinutes }, clock.now(), answers);
    },
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
        if (parsed.facts === null || lengthMinutes === null) {
          const first = parsed.problems.find(({ gravity }) => gravity === "error");
          return refuse(
            "invalid",
            `${first?.message ?? "The end must be after the start."} Nothing was saved.`,
            first?.field ?? "end",
          );
        }
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
        const windows = planAll(writing, series, placed.occurrences, "series.create", holidays, now);
        const id = windows[0]?.id ?? "";
        if (proposed.value !== null) writing.saveProposal({ ...proposed.value, state: "taken", windowId: id });
        return done({ id });
      });
      if (answer.ok) announce();
      if (answer.ok && proposalId !== null) changes.emit({ topic: "proposals" });
      return answer;
    },
    ofWindow(windowId) {
      return store.read((reading): Answer<GroupView | null> => {
        const window = reading.window(windowId);
        if (window === null) return noSuchWindow;
        if (window.group === null) return done(null);
        const { kind, id } = window.group;
        const series = kind === "series" ? reading.series(id) : null;
        return done({
          kind,
          id,
          words: window.group.kind === "change" ? window.group.title : series === null ? "" : describeRule(series.rule),
          rule: series?.rule ?? null,
          members: reading.windowsOfGroup(id).map(memberOf),
          questions: series === null ? [] : openQuestions(reading, series, clock.now()),
        });
      });
    },
    asked() {
      const now = clock.now();
      return store.read((reading) => reading.allSeries().flatMap((series) => askedOf(reading, series, now)));
    },
    async answer(seriesId, given) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidays = await dependencies.holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const series = writing.series(seriesId);
        if (series === null) return refuse("notFound", "There is no such series any more. Nothing was planned.");
        const isOpen = openQuestions(writing, series, now).some(({ occurrence }) => occurrence === given.occurrence);
        if (!isOpen) return refuse("changedMeanwhile", "This date was answered in the meantime. Nothing was planned.");
        if (given.times === null) {
          writing.saveSeries(withException(series, given.occurrence));
          writing.appendAudit({
            at: now,
            who: whoIn(writing),
            what: "series.answer",
            subjectId: seriesId,
            before: null,
            after: given,
          });
          return done({ id: seriesId });
        }
        const placed = placeSeries(series, now, series.plannedUntil, [given], mostAhead * 2);
        const chosen =
          placed.kind === "placed" ? placed.occurrences.filter(({ occurrence }) => occurrence === given.occurrence) : [];
        const [window] = planAll(writing, series, chosen, "series.answer", holidays, now);
        if (window === undefined) return refuse("invalid", "These are not the times that were asked about. Nothing was planned.");
        settleGroup(writing, [window], holidays, now, ids);
        return done({ id: window.id });
      });
      if (answer.ok) announce();
      return answer;
    },
    previewMove(id, scope, move, answers) {
      return store.read((reading): Answer<SeriesChangePreview> => {
        const found = seriesOfWindow(reading, id);
        if (!found.ok) return found;
        const { window, series } = found.value;
        const now = clock.now();
        const { windows, anchor } = followingIn(reading, series, window, scope, now);
        const told = new Set(
          windows.flatMap((one) => toldOf(reading, one).map(({ channelId, customerId }) => `${channelId} ${customerId}`)),
        );
        const target = reshapedTo(series, window, anchor, move);
        const empty = {
          words: describeRule(series.rule),
          dates: [],
          planned: 0,
          questions: [],
          windows: windows.length,
          told: told.size,
          isLate: false,
        };
        if (!target.ok) return done({ ...empty, problem: target.refusal.message });
        const preview = previewOf(target.value, now, answers);
        return done({ ...empty, ...preview, isLate: isLate(reading, windows[0], preview.dates[0], series.zone, now) });
      });
    },
    change(id, revision, scope, draft, rule, answers, why) {
      return step(id, revision, "series.change", (writing, window, series, now) => {
        const parsed = parseWindowDraft(draft, writing.directory());
        if (parsed.facts === null) {
          const first = parsed.problems.find(({ gravity }) => gravity === "error");
          return refuse(
            "invalid",
            `${first?.message ?? "The series can't be saved like this."} Nothing was saved.`,
            first?.field ?? null,
          );
        }
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
        const wrong = parsed.facts === null ? parsed.problems.find(({ gravity }) => gravity === "error") : undefined;
        if (wrong !== undefined) return refuse("invalid", `${wrong.message} Nothing was saved.`, wrong.field);
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

  return {
    desk,
    isDue: (now) => now - lookedAt >= looksEvery,
    tick(now, holidays) {
      lookedAt = now;
      for (const { id } of store.read((reading) => reading.allSeries())) {
        store.write((writing) => {
          const series = writing.series(id);
          if (series !== null) lookAhead(writing, series, holidays, now);
        });
      }
    },
  };

  /** What is open of a series. Which dates its clocks ask about is known as long as its rule and reach are the same. */
  function askedOf(reading: ReadStore, series: Series, now: Instant): readonly AskedOfSeries[] {
    const key = `${series.id} ${series.revision} ${series.plannedUntil} ${series.rule}`;
    const mayAsk = everAsked.get(key) ?? meetsClockChange(series, now, series.plannedUntil);
    if (everAsked.size > 2_000) everAsked.clear();
    everAsked.set(key, mayAsk);
    if (!mayAsk) return [];
    const next = reading.windowsOfGroup(series.id).find(({ outcome, end }) => outcome.kind === "open" && end.at > now);
    if (next === undefined) return [];
    return openQuestions(reading, series, now).map(({ occurrence, question }) => ({
      windowId: next.id,
      title: next.title,
      occurrence,
      question,
    }));
  }

  /** Whether a window that is taken to these times breaks a promise of notice, as far as holidays are known by now. */
  function isLate(
    reading: ReadStore,
    window: Window | undefined,
    times: SeriesPreview["dates"][number] | undefined,
    zone: ZoneId,
    now: Instant,
  ): boolean {
    const holidays = dependencies.holidays.loaded();
    if (window === undefined || times === undefined || holidays === null) return false;
    const [start, end] = [zonedTimeOf(times.startAt, zone), zonedTimeOf(times.endAt, zone)];
    const plan = planFor(reading, changedWindow(window, { ...window, start, end, zone }, "", now), holidays, now);
    return plan.some(({ recipients }) => recipients.some(({ promise }) => promise.kind === "broken"));
  }

  /** Plans what came into reach, and the window whose turn it is to announce. */
  function lookAhead(writing: WriteStore, series: Series, holidays: Holidays, now: Instant): void {
    const ahead = writing.windowsOfGroup(series.id).filter(({ outcome, start }) => outcome.kind === "open" && start.at > now);
    const until = plannedUntil(series, now);
    const room = mostAhead - ahead.length;
    if (room > 0 && series.plannedUntil < until - day) {
      const placed = placeSeries(series, series.plannedUntil, until, [], room);
      if (placed.kind === "placed") {
        writing.saveSeries({ ...series, plannedUntil: placed.until });
        const isNew = placed.occurrences.filter((one) => placedStart(one) >= now);
        planAll(writing, series, isNew, "series.planAhead", holidays, now, theRule);
        if (isNew.length > 0) announce();
      }
    }
    const [announcer] = ahead;
    if (announcer !== undefined) storePlan(writing, announcer, holidays, now, "matrixChanged", ids);
  }

  /** A window that only a step made is not kept when the step is taken back: nobody heard of it. */
  function dropAdded(restoring: WriteStore, window: Window, at: Instant): void {
    const current = restoring.window(window.id) ?? window;
    const note = "The step that planned it was taken back.";
    restoring.saveWindow({ ...current, revision: current.revision + 1, group: null, outcome: { kind: "cancelled", at, note } });
    for (const notice of restoring.noticesOf(window.id)) restoring.saveNotice({ ...notice, state: { kind: "superseded", at } });
  }
}

/** Who plans what a rule gives when its time comes, in the audit log. */
const theRule = "The series: planned ahead by its rule";

const noSuchWindow = refuse("notFound", "There is no such window any more. It may have been made in another workspace.");

function seriesOfWindow(reading: ReadStore, id: string): Answer<{ readonly window: Window; readonly series: Series }> {
  const window = reading.window(id);
  if (window === null) return noSuchWindow;
  const series = window.group?.kind === "series" ? reading.series(window.group.id) : null;
  if (series === null) return refuse("notPossible", "This window does not repeat. Nothing was changed.");
  return done({ window, series });
}

function memberOf({ id, reference, title, start, end, outcome }: Window): GroupMember {
  return { id, reference, title, startAt: start.at, endAt: end.at, outcome: outcome.kind };
}

function factsOnly(facts: WindowFacts): Series["facts"] {
  const { start: _start, end: _end, zone: _zone, ...rest } = facts;
  // A deadline and how far the work is belong to one window; the others take their own start for a deadline.
  return { ...rest, toDoBy: null, progress: "" };
}

function firstQuestion(occurrences: readonly PlacedOccurrence[]): string | null {
  return occurrences.find((one) => one.kind === "asked")?.question ?? null;
}

/** Minutes from one wall time to another by the wall clock; null where the second does not come after the first. */
function lengthBetween(start: WallTime, end: WallTime): number | null {
  if (!isWallTime(start) || !isWallTime(end)) return null;
  const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / minute;
  return minutes > 0 ? minutes : null;
}
