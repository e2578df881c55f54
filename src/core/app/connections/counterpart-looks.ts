import type { ConnectionKind } from "../../domain/connection-kind.ts";
import { type Counterpart, type HeldRecord, wishOf } from "../../domain/counterpart.ts";
import { day, type Instant, minute } from "../../domain/instant.ts";
import type { Dependencies } from "../dependencies.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** Asks other systems from time to time what they hold, so that what was changed there shows without anybody asking. */
export type CounterpartLooks = {
  /** Counterparts to be asked for now, those that were heard of longest ago first; a few, so that no system is flooded. */
  due(now: Instant): readonly string[];
  /** Asks for one. Once it is not wanted any more, nothing is read and nothing is kept. */
  look(id: string, isWanted: () => boolean): Promise<void>;
};

/** How old what was heard may be: of a window that is near or runs, and of one that is further away. */
const near = 15 * minute;
const far = 60 * minute;
const everyPass = minute;
const atOnce = 5;

export function createCounterpartLooks(
  { store, clock, changes }: Pick<Dependencies, "store" | "clock" | "changes">,
  ways: { readonly connectionFor: ConnectionFor; readonly whyNot: (kind: ConnectionKind) => string | null },
): CounterpartLooks {
  let nextPass = 0;
  /** When each was last asked for, heard or not: one that can't be heard is not asked for every minute. */
  const askedAt = new Map<string, Instant>();

  function lastAsked({ id, held }: Counterpart): Instant {
    return Math.max(held?.readAt ?? 0, askedAt.get(id) ?? 0);
  }

  return {
    due(now) {
      if (now < nextPass && nextPass - now <= everyPass) return [];
      nextPass = now + everyPass;
      return store.read((reading) =>
        reading
          .counterpartIdsSince(now)
          .flatMap((id) => {
            const counterpart = reading.counterpart(id);
            const window = counterpart === null ? null : reading.window(counterpart.windowId);
            if (counterpart?.state.kind !== "inStep" || counterpart.held === null || window?.outcome.kind !== "open") return [];
            const age = window.start.at - now <= day ? near : far;
            return lastAsked(counterpart) + age <= now && ways.whyNot(counterpart.kind) === null ? [counterpart] : [];
          })
          .toSorted((one, other) => lastAsked(one) - lastAsked(other))
          .slice(0, atOnce)
          .map(({ id }) => id),
      );
    },
    async look(id, isWanted) {
      if (!isWanted()) return;
      const counterpart = store.read((reading) => reading.counterpart(id));
      const window = counterpart === null ? null : store.read((reading) => reading.window(counterpart.windowId));
      const keeper = counterpart === null ? undefined : ways.connectionFor(counterpart.kind)?.counterparts;
      if (counterpart?.held == null || window === null || keeper === undefined) return;
      const { held, place, state } = counterpart;
      askedAt.set(id, clock.now());
      const seen = await keeper.read(held, place, wishOf(window, id));
      if (seen.kind === "cannotTell" || !isWanted()) return;
      const heard: HeldRecord =
        seen.kind === "found" ? seen.record : { ...held, isOver: true, status: "not there any more", readAt: clock.now() };
      const isNews = !isSame(held, heard);
      store.write((writing) => {
        const current = writing.counterpart(id);
        if (current === null || current.state.kind !== state.kind || current.state.since !== state.since) return;
        writing.saveCounterpart({ ...current, held: heard });
        // What is as it was need not be remembered each quarter of an hour.
        if (!isNews) return;
        writing.appendAudit({
          at: clock.now(),
          who: workspaceIn(writing).coordinator.name,
          what: "counterparts.look",
          subjectId: counterpart.windowId,
          before: held,
          after: heard,
        });
      });
      if (isNews) changes.emit({ topic: "windows", windowId: counterpart.windowId });
    },
  };
}

function isSame({ readAt: _, ...one }: HeldRecord, { readAt: __, ...other }: HeldRecord): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
