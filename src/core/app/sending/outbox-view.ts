import { type DeliveryLine, type DeliveryStateKind, goesOnByItself, isLapsed } from "../../domain/delivery.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type DeliverySummary, summarise } from "./delivery-summary.ts";

export type OutboxView = {
  readonly counts: Readonly<Record<DeliveryStateKind, number>>;
  /** Came due while nothing could be sent: one decision for all of them. */
  readonly lapsed: readonly DeliverySummary[];
  /** Unknown, failed, and held for other reasons: a person must act. */
  readonly needsDecision: readonly DeliverySummary[];
  readonly waiting: readonly DeliverySummary[];
  /** Manual deliveries whose time has come. */
  readonly toDo: readonly DeliverySummary[];
  readonly settled: readonly DeliverySummary[];
};

/** A list longer than this helps nobody; the counts say how many there are. */
const listLimit = 200;
/** What lapsed is decided about as a whole, so all of it should be there. */
const asideLimit = 2_000;

export function viewOutbox(reading: ReadStore): OutboxView {
  const line = summarise(reading);
  const inStates = (...states: DeliveryStateKind[]): readonly DeliveryLine[] => reading.deliveriesIn(states, listLimit);
  const aside = reading.deliveriesIn(["unknown", "held", "failed"], asideLimit);
  const waitingForAPerson = aside.filter((delivery) => !goesOnByItself(delivery) && !isLapsed(delivery));
  const due = reading.deliveriesDue("due", Number.MAX_SAFE_INTEGER, listLimit);
  return {
    counts: reading.deliveryCounts(),
    lapsed: aside.filter(isLapsed).map(line),
    needsDecision: waitingForAPerson.slice(0, listLimit).map(line),
    waiting: [...inStates("sending"), ...due, ...inStates("approved"), ...aside.filter(goesOnByItself)].map(line),
    toDo: reading.deliveriesToDo(listLimit).map(line),
    settled: reading.recentDeliveries(listLimit).map(line),
  };
}
