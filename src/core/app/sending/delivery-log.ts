import type { Delivery, Receipt } from "../../domain/delivery.ts";
import type { WriteStore } from "../../ports/store.ts";
import { connectionOf, type Dependencies } from "../dependencies.ts";
import type { Obstacle } from "./obstacles.ts";

/** How often the progress of one batch is told at most, in milliseconds. */
const progressEvery = 150;

/** Keeps the audit log of deliveries' ways, and tells how far a batch is. */
export type DeliveryLog = {
  /** Saves a delivery's next state, with an entry for every step but waiting in line. */
  record(writing: WriteStore, before: Delivery, after: Delivery): void;
  /** Holds a delivery, with what speaks against it. */
  hold(writing: WriteStore, delivery: Delivery, obstacle: Obstacle): void;
  /** One listed as waiting that reads as unknown was changed by something else: from now on it is listed where a person decides. */
  keepDoubt(writing: WriteStore, delivery: Delivery): void;
  /** A provider's answer to an attempt that was given up: nothing changes, and nobody should wonder later. */
  recordLate(writing: WriteStore, delivery: Delivery, receipt: Receipt): void;
  /** Tells whoever shows these deliveries that they changed. */
  announce(lines: readonly Pick<Delivery, "windowId">[]): void;
  /** Tells how far a batch is, not more often than a screen can show. */
  reportProgress(batchId: string): void;
  /** Tells what was left untold. */
  flushProgress(): void;
};

export function createDeliveryLog({ store, clock, changes }: Pick<Dependencies, "store" | "clock" | "changes">): DeliveryLog {
  const toldAt = new Map<string, number>();
  const untold = new Set<string>();

  function tell(batchId: string): void {
    untold.delete(batchId);
    const { total, waiting } = store.read((reading) => reading.batchProgress(batchId));
    if (waiting === 0) toldAt.delete(batchId);
    else toldAt.set(batchId, clock.elapsed());
    changes.emit({ topic: "progress", batchId, done: total - waiting, total });
  }

  /** Its provider took it: the connection works. */
  function noteWorked(writing: WriteStore, delivery: Delivery): void {
    const kind = connectionOf(delivery.carrier);
    if (kind !== null) writing.connectionWorked(kind, clock.now());
  }

  function record(writing: WriteStore, before: Delivery, after: Delivery): void {
    writing.saveDelivery(after);
    if (after.state.kind === "accepted") noteWorked(writing, after);
    if (after.state.kind === "due" && before.state.kind !== "unknown") return;
    writing.appendAudit({
      at: clock.now(),
      who: before.approvedBy,
      what: `delivery.${after.state.kind}`,
      subjectId: before.windowId,
      before: { deliveryId: before.id, state: before.state.kind },
      after: {
        deliveryId: after.id,
        channel: after.channelName,
        customerId: after.customerId,
        stage: after.stage,
        fence: after.fence,
        state: after.state,
      },
    });
  }

  return {
    record,
    hold(writing, delivery, { reason, detail, until }) {
      record(writing, delivery, { ...delivery, state: { kind: "held", since: clock.now(), reason, detail, until } });
    },
    keepDoubt(writing, delivery) {
      record(writing, delivery, delivery);
    },
    recordLate(writing, delivery, receipt) {
      noteWorked(writing, delivery);
      writing.appendAudit({
        at: clock.now(),
        who: delivery.approvedBy,
        what: "delivery.acceptedLate",
        subjectId: delivery.windowId,
        before: { deliveryId: delivery.id, state: delivery.state.kind },
        after: { deliveryId: delivery.id, channel: delivery.channelName, receipt },
      });
    },
    announce(lines) {
      for (const windowId of new Set(lines.map((line) => line.windowId))) changes.emit({ topic: "deliveries", windowId });
    },
    reportProgress(batchId) {
      const isSoon = clock.elapsed() - (toldAt.get(batchId) ?? Number.NEGATIVE_INFINITY) < progressEvery;
      if (isSoon) untold.add(batchId);
      else tell(batchId);
    },
    flushProgress() {
      for (const batchId of [...untold]) tell(batchId);
    },
  };
}
