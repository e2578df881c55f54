import type { Instant } from "../../domain/instant.ts";
import { describeRule } from "../../domain/recurrence/recurrence-words.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, noSuchWindow } from "../answer.ts";
import type { AskedOccurrence } from "./series-questions.ts";
import { openQuestions } from "./series-windows.ts";

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

/** The change or series of a window; null for a window by itself. */
export function groupViewOf(reading: ReadStore, windowId: string, now: Instant): Answer<GroupView | null> {
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
    questions: series === null ? [] : openQuestions(reading, series, now),
  });
}

function memberOf({ id, reference, title, start, end, outcome }: Window): GroupMember {
  return { id, reference, title, startAt: start.at, endAt: end.at, outcome: outcome.kind };
}
