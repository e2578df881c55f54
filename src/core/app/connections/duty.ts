import type { Asked, Incident, OnCall } from "../../ports/connector.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** Who would be called, and what is wrong already, where a window is kept. */
export type DutyView = {
  /** While the window runs, or from now on where it has begun; who is called first stands first. */
  readonly onCall: readonly OnCall[];
  /** Open now: they go on calling people while the window runs. */
  readonly incidents: readonly Incident[];
  /** Why it could not be asked, or not all of it; null when it could. */
  readonly problem: string | null;
};

export interface DutyDesk {
  /** Asks the system of this counterpart. Null where it knows nobody on call, and once the window is over. */
  of(counterpartId: string): Promise<Answer<DutyView | null>>;
}

export function createDutyDesk({ store, clock }: Pick<Dependencies, "store" | "clock">, connectionFor: ConnectionFor): DutyDesk {
  return {
    async of(counterpartId) {
      const counterpart = store.read((reading) => reading.counterpart(counterpartId));
      const window = counterpart === null ? null : store.read((reading) => reading.window(counterpart.windowId));
      if (counterpart === null || window === null) return refuse("notFound", "It is not kept there any more.");
      const duty = connectionFor(counterpart.kind)?.duty;
      if (duty === undefined || window.outcome.kind !== "open") return done(null);
      const from = Math.max(window.start.at, clock.now());
      // One that runs past its end has somebody on call, too.
      const to = Math.max(window.end.at, from + 60_000);
      const [onCall, incidents] = await Promise.all([
        duty.onCall(counterpart.place, from, to),
        duty.openIncidents(counterpart.place),
      ]);
      return done({
        onCall: answeredBy(onCall),
        incidents: answeredBy(incidents),
        problem: problemOf(onCall) ?? problemOf(incidents),
      });
    },
  };
}

function answeredBy<T>(asked: Asked<readonly T[]>): readonly T[] {
  return asked.kind === "answered" ? asked.value : [];
}

function problemOf(asked: Asked<unknown>): string | null {
  return asked.kind === "answered" ? null : asked.detail;
}
