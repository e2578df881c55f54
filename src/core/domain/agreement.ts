import { connectionNames } from "./connection-kind.ts";
import type { Counterpart } from "./counterpart.ts";
import type { Instant } from "./instant.ts";
import type { Told } from "./told.ts";
import type { Window } from "./window.ts";

/** One thing on which another system, or what readers were told, differs from the window. The window is what holds. */
export type Disagreement = {
  /** Whose word it is: a counterpart, or what was said. */
  readonly of: { readonly kind: "counterpart"; readonly id: string; readonly name: string } | { readonly kind: "said" };
  readonly about: "start" | "end" | "over" | "gone";
  /** What it says, or null where there is no time in it. */
  readonly says: Instant | null;
  /** What the window says. */
  readonly window: Instant | null;
  /** How many readers were last told so; 0 for a counterpart. */
  readonly readers: number;
};

/**
 * Systems that keep whole minutes or drop seconds do not disagree by it.
 */
const tolerance = 60_000;

/** Holds a window against what each system holds and against what its readers were last told. */
export function disagreementsOf(
  window: Pick<Window, "start" | "end" | "outcome">,
  counterparts: readonly Pick<Counterpart, "id" | "kind" | "place" | "held" | "state">[],
  told: readonly Pick<Told, "startAt" | "endAt" | "stage">[],
): readonly Disagreement[] {
  return [...counterparts.flatMap((counterpart) => ofCounterpart(window, counterpart)), ...ofReaders(window, told)];
}

function ofCounterpart(
  window: Pick<Window, "start" | "end" | "outcome">,
  { id, kind, place, held, state }: Pick<Counterpart, "id" | "kind" | "place" | "held" | "state">,
): readonly Disagreement[] {
  if (held === null || isOnItsWay(state)) return [];
  const of = { kind: "counterpart", id, name: `${connectionNames[kind]}: ${held.name ?? place.name}` } as const;
  // A linked record goes its own way: it was there before, and is neither ended nor moved.
  if (place.record !== null && held.endAt === null) return [];
  const isOver = window.outcome.kind !== "open";
  if (isOver) {
    return held.isOver ? [] : [{ of, about: "over", says: held.endAt, window: endOf(window), readers: 0 }];
  }
  // A window that has begun can't be begun at another time; some systems put such a start to now.
  const mayStart = held.readAt < window.start.at;
  if (held.isOver) return [{ of, about: "gone", says: held.endAt, window: window.end.at, readers: 0 }];
  return [
    ...(mayStart ? differing("start", of, held.startAt, window.start.at, 0) : []),
    ...differing("end", of, held.endAt, window.end.at, 0),
  ];
}

/** What is just being brought in step, or will be once nobody can undo it any more, is no disagreement yet. */
function isOnItsWay(state: Counterpart["state"]): boolean {
  return state.kind === "working" || (state.kind === "behind" && state.tries === 0 && state.detail === "");
}

function ofReaders(
  window: Pick<Window, "start" | "end" | "outcome">,
  told: readonly Pick<Told, "startAt" | "endAt" | "stage">[],
): readonly Disagreement[] {
  // Once it is over, readers are told of the outcome; the times they had are history.
  if (window.outcome.kind !== "open") return [];
  const of = { kind: "said" } as const;
  return (["start", "end"] as const).flatMap((about) => {
    const readers = new Map<Instant, number>();
    for (const one of told) {
      const at = about === "start" ? one.startAt : one.endAt;
      readers.set(at, (readers.get(at) ?? 0) + 1);
    }
    return [...readers].flatMap(([says, count]) => differing(about, of, says, window[about].at, count));
  });
}

function differing(
  about: "start" | "end",
  of: Disagreement["of"],
  says: Instant | null,
  window: Instant,
  readers: number,
): readonly Disagreement[] {
  if (says === null || Math.abs(says - window) < tolerance) return [];
  return [{ of, about, says, window, readers }];
}

function endOf({ outcome, end }: Pick<Window, "end" | "outcome">): Instant {
  return "endedAt" in outcome ? outcome.endedAt : end.at;
}
