import type { Delivery } from "../../domain/delivery.ts";
import { minute } from "../../domain/instant.ts";
import { connectionOf, type Dependencies } from "../dependencies.ts";
import { isSendingPaused } from "./obstacles.ts";
import type { Traffic } from "./traffic.ts";
import type { SenderWays, Way } from "./ways.ts";

/** Asks the providers what time it is: a message leaves only while this computer's clock is known to be right. */
export type CertainTime = {
  /**
   * Before the first message since a start, a sleep or a step of the clock, the provider is asked what time it is. Null where
   * nothing is in doubt.
   */
  doubt(delivery: Delivery, way: Way): Promise<string | null>;
  /** While the clock is in doubt a provider is asked every minute, so that a clock put right is noticed by itself. */
  ask(): void;
};

export function createCertainTime(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
  ways: Pick<SenderWays, "askTime" | "pauseConnection" | "vigil">,
  traffic: Traffic,
  onError: (error: unknown) => void,
): CertainTime {
  const { vigil } = ways;
  let confirming: Promise<void> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  return {
    async doubt(delivery, way) {
      const kind = connectionOf(delivery.carrier);
      const { check } = way;
      if (kind === null || check === undefined || vigil.isConfirmed()) return null;
      let found: string | null = null;
      confirming ??= check()
        .then((health) => {
          if (health.kind === "works" && !store.read(isSendingPaused)) vigil.confirmSilently();
          else if (health.kind === "refused") ways.pauseConnection(kind, health.detail);
          else if (health.kind === "unreachable") {
            traffic.trouble(delivery.carrier, null);
            found = health.detail;
          }
        })
        .finally(() => {
          confirming = null;
        });
      await confirming;
      return vigil.isConfirmed() ? null : (found ?? "It waits until the time is certain.");
    },
    ask() {
      if (clock.elapsed() - askedAt < minute) return;
      askedAt = clock.elapsed();
      ways.askTime().catch(onError);
    },
  };
}
