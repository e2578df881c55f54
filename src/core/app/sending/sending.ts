import type { Delivery, DeliveryLine, Receipt } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { SendOutcome } from "../../ports/messenger.ts";
import type { Dependencies } from "../dependencies.ts";
import { createCertainTime } from "./certain-time.ts";
import { createClaims } from "./claims.ts";
import { atOnce, createComingDue } from "./coming-due.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import { createLookUps } from "./look-ups.ts";
import { isSendingPaused } from "./obstacles.ts";
import { createOutcomes } from "./outcomes.ts";
import { recoverDeliveries } from "./recovery.ts";
import { createStorageDoubt } from "./storage-doubt.ts";
import { createTraffic } from "./traffic.ts";
import type { SenderWays, Way } from "./ways.ts";

/** Moves deliveries from approved to accepted. One for each open workspace. */
export type Sender = {
  /** After a start: what was on its way when the process ended may or may not have been sent. */
  recover(): void;
  /** Makes approved deliveries due whose time has come and sends what is due. Resolves when all of it has an outcome. */
  tick(): Promise<void>;
  /** Why the workspace's file can't be written just now, or null. Nothing is sent meanwhile. */
  trouble(): string | null;
  /** Something else of this round failed: where the file or its disk is why, nothing is sent either. */
  heed(error: unknown): void;
  /** Nothing can be sent for a reason outside of the outbox, which is told until the next round. */
  cannotSend(why: string): void;
  /** Takes up nothing more. Resolves when what is on its way has its outcome. */
  halt(): Promise<void>;
  /** Takes up again what is due. */
  goOn(): void;
};

type SenderDependencies = Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "log">;

export function createSender(dependencies: SenderDependencies, ways: SenderWays): Sender {
  const { store, clock, log } = dependencies;
  const { findMessenger, vigil } = ways;
  const traffic = createTraffic(() => clock.elapsed());
  const deliveryLog = createDeliveryLog(dependencies);
  const storageDoubt = createStorageDoubt(dependencies);
  const certainTime = createCertainTime(dependencies, ways, traffic, storageDoubt.note);
  const comingDue = createComingDue(dependencies, deliveryLog, vigil);
  const claims = createClaims(dependencies, ways, deliveryLog, traffic, () => isHalted);
  const outcomes = createOutcomes(dependencies, ways, deliveryLog, traffic);
  const lookUps = createLookUps(dependencies, findMessenger, outcomes.tellIfOvertaken);
  const onTheirWay = new Map<string, Promise<void>>();
  let queue: DeliveryLine[] = [];
  let isHalted = false;

  /** Takes up what may go now; called again whenever something has its outcome. */
  function pump(): void {
    // A round may have begun before the computer slept: what is claimed now must know of it.
    vigil.observe();
    if (isHalted || store.read(isSendingPaused)) {
      queue = [];
      return;
    }
    const chosen: { readonly line: DeliveryLine; readonly end: () => void }[] = [];
    queue = queue.filter((line) => {
      if (onTheirWay.has(line.id) || !traffic.mayBegin(line)) return true;
      chosen.push({ line, end: traffic.begin(line) });
      return false;
    });
    if (chosen.length === 0) return;
    let claimed: ReadonlyMap<string, Delivery>;
    try {
      claimed = claims.claim(chosen.map(({ line }) => line));
    } catch (error) {
      for (const { end } of chosen) end();
      throw error;
    }
    for (const { line, end } of chosen) {
      const delivery = claimed.get(line.id);
      if (delivery === undefined) end();
      else launch(delivery, end);
    }
  }

  function launch(delivery: Delivery, end: () => void): void {
    const going = carry(delivery)
      .catch(storageDoubt.note)
      .finally(() => {
        onTheirWay.delete(delivery.id);
        end();
        try {
          deliveryLog.reportProgress(delivery.batchId);
          pump();
        } catch (error) {
          storageDoubt.note(error);
        }
      });
    onTheirWay.set(delivery.id, going);
  }

  async function carry(claimed: Delivery): Promise<void> {
    const way = findMessenger(claimed);
    if ("missing" in way) return claims.release(claimed, way.missing);
    const doubt = await certainTime.doubt(claimed, way);
    if (doubt !== null) return claims.release(claimed, doubt);
    // Intent before effect: `sending` is on disk before the first byte leaves.
    const begun = claims.begin(claimed);
    if (begun === null) return;
    const { delivery, replyTo } = begun;
    outcomes.record(delivery.id, delivery.fence, await attempt(way, delivery, replyTo));
  }

  async function attempt(way: Way, delivery: Delivery, replyTo: Receipt | null): Promise<SendOutcome> {
    const awakeSince = vigil.awakeSince();
    try {
      return await way.send(
        { delivery, replyTo },
        {
          remember: (handle) => claims.remember(delivery, handle),
          mayLeave: () => isSteadySince(awakeSince) && claims.mayLeave(delivery),
        },
      );
    } catch (error) {
      // An adapter that throws is a bug, and what it had sent by then is not known.
      log.error(
        { delivery: delivery.id, carrier: delivery.carrier, error: error instanceof Error ? error.name : "unknown" },
        "A messenger threw",
      );
      return { kind: "unknown", detail: "Forewarn failed while sending. Look whether the message arrived." };
    }
  }

  /** Whether time went on as it should since then: a mail is prepared first, and a clock set back meanwhile makes its lease last. */
  function isSteadySince(awakeSince: Instant): boolean {
    try {
      vigil.observe();
    } catch (error) {
      // The doubt can't be written down, and holds all the same.
      storageDoubt.note(error);
      return false;
    }
    return vigil.awakeSince() === awakeSince;
  }

  /** True when it took up as much as one round does, so that there may be more. */
  function round(now: Instant): boolean {
    vigil.observe();
    storageDoubt.probe();
    outcomes.catchUp();
    outcomes.expireAttempts(now);
    comingDue.holdStaleToDo(now);
    const pauses = store.read((reading) => reading.sendingPauses());
    if (pauses.some(({ kind }) => kind === "clock")) certainTime.ask();
    let taken = 0;
    if (pauses.length === 0 && !isHalted) {
      const made = comingDue.makeDue(now);
      const full = traffic.fullChannels();
      queue = [...store.read((reading) => reading.deliveriesDue("due", now, atOnce, full))];
      taken = Math.max(made, queue.length);
      pump();
    }
    lookUps.begin(now);
    return taken >= atOnce;
  }

  return {
    recover: () => recoverDeliveries(dependencies, deliveryLog),
    async tick() {
      let isFull = false;
      // A large batch goes on at once; what is left in the queue waits for its lane, and for the next tick.
      do {
        isFull = false;
        try {
          isFull = round(clock.now());
          storageDoubt.tell(null);
        } catch (error) {
          storageDoubt.note(error);
          storageDoubt.tell(error instanceof Error ? error.message : "The workspace's file can't be used just now.");
        }
        do await Promise.all([...onTheirWay.values(), lookUps.going()]);
        while (onTheirWay.size > 0);
      } while (isFull && queue.length === 0);
      deliveryLog.flushProgress();
    },
    trouble: storageDoubt.trouble,
    heed: storageDoubt.note,
    cannotSend: storageDoubt.tell,
    async halt() {
      isHalted = true;
      queue = [];
      while (onTheirWay.size > 0) await Promise.all(onTheirWay.values());
    },
    goOn() {
      isHalted = false;
    },
  };
}
