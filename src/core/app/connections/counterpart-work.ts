import type { ConnectionKind } from "../../domain/connection-kind.ts";
import { type Counterpart, type CounterpartState, type CounterpartWish, wishOf, wishSign } from "../../domain/counterpart.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import { retryDelay, spreadOf } from "../../domain/sending/retry-delay.ts";
import type { Window } from "../../domain/window.ts";
import type { CounterpartKeeper, FindOutcome, KeepOutcome } from "../../ports/connector.ts";
import type { WriteStore } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import { undoMilliseconds } from "../notices/approving.ts";
import { isSendingPaused } from "../sending/obstacles.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { createCounterpartLooks } from "./counterpart-looks.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** Brings what other systems hold of windows in step with them. */
export type CounterpartWork = {
  /** After a start: what was being done when the process ended may or may not have been done. */
  recover(): void;
  /** Begins what is to be done by now; a round does not wait for it. */
  begin(now: Instant): void;
  /** Resolves when nothing is being done. What is only being asked is forgotten. */
  going(): Promise<void>;
};

/** How long an attempt holds. Whoever comes back later finds that it counts as unknown. */
const lease = 2 * minute;
const atOnce = 20;
/** When one that is in doubt is looked for, after so many looks; then it waits for a person. */
const looks: readonly number[] = [5_000, 30_000, 2 * minute, 10 * minute, 60 * minute];

type Ways = {
  readonly connectionFor: ConnectionFor;
  readonly whyNot: (kind: ConnectionKind) => string | null;
  readonly pauseConnection: (kind: ConnectionKind, why: string) => void;
};

/**
 * The rules of the outbox hold here, too: what is about to be done is on disk before the first byte leaves, what may have
 * been done is looked for before it is done again, and nothing is done in practice or while sending pauses.
 */
export function createCounterpartWork(
  { store, clock, changes, log }: Pick<Dependencies, "store" | "clock" | "changes" | "log">,
  { connectionFor, whyNot, pauseConnection }: Ways,
): CounterpartWork {
  let going: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let halts = 0;
  const regularLooks = createCounterpartLooks({ store, clock, changes }, { connectionFor, whyNot });

  function mayWork(): boolean {
    return store.read((reading) => reading.workspace()?.mode === "live" && !isSendingPaused(reading));
  }

  /**
   * Stores a state with its audit entry, if the counterpart is still as it was taken up. `settledFor` is the window as it was
   * read for what has come to its end: it may have changed since, and is then gone on with.
   */
  function move(taken: Counterpart, what: string, next: Partial<Counterpart>, settledFor?: Window): Counterpart | null {
    const moved = store.write((writing) => moveIn(writing, taken, what, next, settledFor));
    changes.emit({ topic: "windows", windowId: taken.windowId });
    return moved;
  }

  function moveIn(
    writing: WriteStore,
    taken: Counterpart,
    what: string,
    next: Partial<Counterpart>,
    settledFor?: Window,
  ): Counterpart | null {
    const current = writing.counterpart(taken.id);
    if (current === null || current.state.kind !== taken.state.kind || current.state.since !== taken.state.since) return null;
    const moved: Counterpart = { ...current, ...next };
    writing.saveCounterpart(moved, settledFor);
    // What it holds came from the system just now.
    if (next.held !== undefined && next.held !== null) writing.connectionWorked(current.kind, clock.now());
    writing.appendAudit({
      at: clock.now(),
      who: workspaceIn(writing).coordinator.name,
      what,
      subjectId: current.windowId,
      before: { kind: current.kind, place: current.place.name, state: current.state },
      after: { kind: moved.kind, place: moved.place.name, state: moved.state, held: moved.held },
    });
    return moved;
  }

  async function workOn(id: string): Promise<void> {
    const now = clock.now();
    const found = store.read((reading) => {
      const counterpart = reading.counterpart(id);
      const window = counterpart === null ? null : reading.window(counterpart.windowId);
      return counterpart === null || window === null ? null : { counterpart, window };
    });
    if (found === null) return;
    const { counterpart, window } = found;
    const wish = wishOf(window, counterpart.id);
    const sign = wishSign(wish);
    const { state } = counterpart;
    if (state.kind === "working") {
      if (state.leaseUntil <= now)
        move(counterpart, "counterparts.unknown", { state: inDoubt(now, 0, "The attempt did not come back in time.") });
      return;
    }
    if (state.kind !== "unknown") {
      if (counterpart.inStepWith === sign) return settle(counterpart, window, now);
      if (state.kind === "refused" && state.of === sign) return settle(counterpart, window, now);
      // What was just changed can still be undone.
      const settledAt = changedAtOf(window) + undoMilliseconds;
      if (settledAt > now) return wait(counterpart, settledAt, "");
    }
    const why = whyNot(counterpart.kind);
    const keeper = why === null ? connectionFor(counterpart.kind)?.counterparts : undefined;
    if (keeper === undefined) return wait(counterpart, now + minute, why ?? "This connection can't keep records of windows.");
    if (state.kind === "unknown") await look(counterpart, wish, keeper, state.looks);
    else await keep(counterpart, window, keeper);
  }

  /** Nothing is to be done: the window's number is noted, so that it is not looked at again. */
  function settle(counterpart: Counterpart, window: Window, now: Instant): void {
    store.write((writing) => {
      const current = writing.counterpart(counterpart.id);
      if (current === null || current.state.kind !== counterpart.state.kind) return;
      const state: CounterpartState = current.state.kind === "behind" ? { kind: "inStep", since: now } : current.state;
      writing.saveCounterpart({ ...current, state }, window);
    });
  }

  function wait(counterpart: Counterpart, nextAt: Instant, detail: string): void {
    const { state } = counterpart;
    if (state.kind === "unknown") {
      store.write((writing) =>
        writing.saveCounterpart({ ...counterpart, state: { ...state, nextAt, detail: detail || state.detail } }),
      );
      return;
    }
    const tries = state.kind === "behind" ? state.tries : 0;
    const since = state.kind === "behind" ? state.since : clock.now();
    store.write((writing) =>
      writing.saveCounterpart({ ...counterpart, state: { kind: "behind", since, tries, nextAt, detail } }),
    );
    changes.emit({ topic: "windows", windowId: counterpart.windowId });
  }

  /** Looks whether what is in doubt was done. Only what is provably not there is made again by itself. */
  async function look(counterpart: Counterpart, wish: CounterpartWish, keeper: CounterpartKeeper, looked: number): Promise<void> {
    const { held, place } = counterpart;
    const seen: FindOutcome = held === null ? await keeper.find(wish, place) : await keeper.read(held, place, wish);
    const now = clock.now();
    if (seen.kind === "found") {
      // Whether it says what it should is seen when it is brought in step: doing a change twice comes to the same.
      move(counterpart, "counterparts.found", { held: seen.record, inStepWith: "", state: behind(now, 0, now, "") });
    } else if (seen.kind === "absent" && looked > 0) {
      move(counterpart, "counterparts.absent", { held: null, inStepWith: "", state: behind(now, 0, now, "") });
    } else {
      // What was just made may show late, so one look that brings nothing is no proof.
      const detail = seen.kind === "absent" ? "It does not show yet." : seen.detail;
      const wait = looks[looked + 1] ?? looks.at(-1) ?? minute;
      move(counterpart, "counterparts.look", { state: inDoubt(now, looked + 1, detail, wait) });
    }
  }

  async function keep(counterpart: Counterpart, window: Window, keeper: CounterpartKeeper): Promise<void> {
    const { held, place } = counterpart;
    const wish = wishOf(window, counterpart.id);
    if (held === null && wish.outcome !== "open") {
      // It was never made, and its window is over: there is nothing to be made any more.
      const inStep = { inStepWith: wishSign(wish), state: { kind: "inStep", since: clock.now() } } as const;
      move(counterpart, "counterparts.inStep", inStep, window);
      return;
    }
    const begun = clock.now();
    const tries = counterpart.state.kind === "behind" ? counterpart.state.tries : 0;
    // Intent before effect: it is on disk before the first byte leaves.
    const working = move(counterpart, "counterparts.working", {
      state: { kind: "working", since: begun, leaseUntil: begun + lease },
    });
    if (working === null) return;
    const mayLeave = (): boolean => {
      const current = store.read((reading) => reading.counterpart(counterpart.id));
      return (
        current?.state.kind === "working" && current.state.since === begun && current.state.leaseUntil > clock.now() && mayWork()
      );
    };
    let outcome: KeepOutcome;
    try {
      outcome = held === null ? await keeper.make(wish, place, mayLeave) : await keeper.change(held, wish, place, mayLeave);
    } catch (error) {
      log.error({ counterpart: counterpart.id, error: error instanceof Error ? error.name : "unknown" }, "A connector threw");
      outcome = { kind: "unknown", detail: "Forewarn failed while doing it." };
    }
    const now = clock.now();
    switch (outcome.kind) {
      case "kept":
        move(
          working,
          "counterparts.inStep",
          { held: outcome.record, inStepWith: wishSign(wish), state: { kind: "inStep", since: now } },
          window,
        );
        return;
      case "unsent": {
        const nextAt = outcome.retryAt ?? now + retryDelay(tries + 1, spreadOf(counterpart.id, tries + 1));
        move(working, "counterparts.behind", { state: behind(begun, tries + 1, nextAt, outcome.detail) });
        return;
      }
      case "refused":
        move(
          working,
          "counterparts.refused",
          { state: { kind: "refused", since: now, detail: outcome.detail, of: wishSign(wish) } },
          window,
        );
        return;
      case "signInNeeded":
        move(working, "counterparts.behind", { state: behind(begun, tries, now + minute, outcome.detail) });
        pauseConnection(counterpart.kind, outcome.detail);
        return;
      case "unknown":
        move(working, "counterparts.unknown", { state: inDoubt(now, 0, outcome.detail) });
        return;
    }
  }

  /** One after another: two changes of one record must not overtake each other. */
  async function oneByOne(ids: readonly string[], step: (id: string) => Promise<void>): Promise<void> {
    for (const id of ids) {
      try {
        await step(id);
      } catch (error) {
        log.error({ counterpart: id, error: error instanceof Error ? error.name : "unknown" }, "A counterpart failed");
      }
    }
  }

  /** Beside the work: a system that does not answer keeps no change waiting. What was changed meanwhile is not overwritten. */
  function lookAround(now: Instant): void {
    if (looking !== null) return;
    const due = regularLooks.due(now);
    if (due.length === 0) return;
    const since = halts;
    const isWanted = (): boolean => halts === since;
    looking = oneByOne(due, async (id) => regularLooks.look(id, isWanted)).finally(() => {
      looking = null;
    });
  }

  return {
    recover() {
      if (store.readOnly !== null) return;
      const now = clock.now();
      store.write((writing) => {
        for (const id of writing.counterpartIdsIn("working")) {
          const counterpart = writing.counterpart(id);
          if (counterpart?.state.kind !== "working") continue;
          writing.saveCounterpart({ ...counterpart, state: inDoubt(now, 0, "Forewarn stopped while this was being done.") });
        }
      });
    },
    begin(now) {
      if (store.readOnly !== null || !mayWork()) return;
      lookAround(now);
      if (going !== null) return;
      const wanted = store.read((reading) => reading.counterpartIdsToDo(now, atOnce));
      if (wanted.length === 0) return;
      going = oneByOne(wanted, workOn).finally(() => {
        going = null;
      });
    },
    going: async () => {
      // Nobody waits for an answer that only tells how things stand: it is not heard any more.
      halts += 1;
      await going;
    },
  };
}

function behind(since: Instant, tries: number, nextAt: Instant, detail: string): CounterpartState {
  return { kind: "behind", since, tries, nextAt, detail };
}

function inDoubt(now: Instant, looked: number, detail: string, wait = looks[0] ?? 5_000): CounterpartState {
  return { kind: "unknown", since: now, looks: looked, nextAt: now + wait, detail };
}

/** When a window last became what it is. */
function changedAtOf({ changedAt, createdAt, outcome }: Window): Instant {
  return Math.max(changedAt ?? createdAt, outcome.kind === "open" ? 0 : outcome.at);
}
