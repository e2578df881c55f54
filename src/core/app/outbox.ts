import type { Delivery, DeliveryState, DeliveryStateKind } from "../domain/delivery.ts";
import type { PracticeMessage, ReadStore, WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { recipientsStillHold } from "./approving.ts";
import { summarise } from "./delivery-summary.ts";
import type { Dependencies } from "./dependencies.ts";
import type { FindMessenger } from "./sending.ts";
import { mayWrite, workspaceIn } from "./workspace-in-use.ts";

/** A delivery without its content, for lists. */
export type DeliverySummary = Omit<Delivery, "content" | "fingerprint"> & {
  readonly windowTitle: string;
  readonly windowReference: string;
  /** The customer's name, or null inside the organisation. */
  readonly customerName: string | null;
  readonly subject: string;
};

export type OutboxView = {
  readonly counts: Readonly<Record<DeliveryStateKind, number>>;
  /** Unknown, held and failed: a person must act. */
  readonly needsDecision: readonly DeliverySummary[];
  readonly waiting: readonly DeliverySummary[];
  /** Manual deliveries whose time has come. */
  readonly toDo: readonly DeliverySummary[];
  readonly settled: readonly DeliverySummary[];
};

export type UnknownDecision = "itWasSent" | "sendAgain" | "giveUp";

export interface Outbox {
  view(): OutboxView;
  delivery(id: string): Answer<Delivery>;
  /** Asks the provider whether an unknown delivery is there. */
  lookAgain(id: string): Promise<Answer<{ readonly kind: "found" | "absent" | "cannotTell"; readonly detail: string }>>;
  /** A person's word on an unknown delivery; `sendAgain` may double it, and the reason is kept. */
  decide(id: string, decision: UnknownDecision, reason: string): Answer<{ readonly id: string }>;
  /** Sends a failed or held delivery again, or one approved now instead of when due. */
  retry(id: string): Answer<{ readonly id: string }>;
  cancel(id: string, reason: string): Answer<{ readonly id: string }>;
  /** A person did what a manual channel asks for. */
  markDone(id: string, note: string): Answer<{ readonly id: string }>;
  practiceMailbox(): readonly PracticeMessage[];
}

/** A list longer than this helps nobody; the counts say how many there are. */
const listLimit = 200;

/** What is called when it turns out that somebody heard of a window: they may be owed a later notice. */
export type OnHeard = (windowId: string) => void;

export function createOutbox(dependencies: Dependencies, findMessenger: FindMessenger, onHeard: OnHeard): Outbox {
  const { store, clock, changes } = dependencies;

  /** Moves a delivery on by a person's word, keeping the word. */
  function act(
    id: string,
    what: string,
    reason: string,
    next: (delivery: Delivery, reading: ReadStore) => Answer<Partial<Delivery>>,
  ): Answer<{ readonly id: string }> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    let windowId = "";
    const answer = store.write((writing: WriteStore): Answer<{ readonly id: string }> => {
      const delivery = writing.delivery(id);
      if (delivery === null) return noSuchDelivery;
      windowId = delivery.windowId;
      const changed = next(delivery, writing);
      if (!changed.ok) return changed;
      const updated = { ...delivery, ...changed.value };
      writing.saveDelivery(updated);
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what,
        subjectId: delivery.windowId,
        before: { deliveryId: id, state: delivery.state },
        after: { deliveryId: id, state: updated.state, reason },
      });
      return done({ id });
    });
    if (answer.ok) {
      changes.emit({ topic: "deliveries", windowId });
      onHeard(windowId);
    }
    return answer;
  }

  function dueAgain(now: number): Pick<Delivery, "sendAt" | "state"> {
    return { sendAt: now, state: { kind: "due", since: now, attempts: 0, detail: "" } };
  }

  return {
    view() {
      return store.read((reading) => {
        const line = summarise(reading);
        const inStates = (...states: DeliveryStateKind[]): readonly Delivery[] => reading.deliveriesIn(states, listLimit);
        const due = reading.deliveriesDue("due", Number.MAX_SAFE_INTEGER, listLimit);
        return {
          counts: reading.deliveryCounts(),
          needsDecision: inStates("unknown", "held", "failed").map(line),
          waiting: [...inStates("sending"), ...due, ...inStates("approved")].map(line),
          toDo: reading.deliveriesToDo(listLimit).map(line),
          settled: reading.recentDeliveries(listLimit).map(line),
        };
      });
    },
    delivery(id) {
      const delivery = store.read((reading) => reading.delivery(id));
      return delivery === null ? noSuchDelivery : done(delivery);
    },
    async lookAgain(id) {
      const delivery = store.read((reading) => reading.delivery(id));
      if (delivery === null) return noSuchDelivery;
      if (delivery.state.kind !== "unknown") {
        return refuse("notPossible", "Only a delivery whose outcome is unknown needs to be looked up.");
      }
      const messenger = findMessenger(delivery);
      if ("missing" in messenger) return refuse("connection", `${messenger.missing} Nothing was sent again.`);
      const seen = await messenger.lookUp(delivery);
      if (seen.kind !== "found") {
        const detail =
          seen.kind === "absent"
            ? "The provider shows no such message. It may still be on its way: wait a minute, look again, then decide."
            : seen.detail;
        return done({ kind: seen.kind, detail });
      }
      const confirmed = act(id, "outbox.lookAgain", "", (current) =>
        current.state.kind === "unknown" ? done({ state: { kind: "confirmed", receipt: seen.receipt } }) : changedMeanwhile,
      );
      return confirmed.ok ? done({ kind: "found", detail: "It was found at the provider: it was sent." }) : confirmed;
    },
    decide(id, decision, reason) {
      return act(id, `outbox.${decision}`, reason, (delivery) => {
        if (delivery.state.kind !== "unknown") return changedMeanwhile;
        const now = clock.now();
        switch (decision) {
          case "itWasSent":
            return done({ state: { kind: "confirmed", receipt: wordOfAPerson(delivery, delivery.state.since, reason) } });
          case "sendAgain":
            return done(dueAgain(now));
          case "giveUp":
            return done({ state: { kind: "cancelled", at: now, reason } });
        }
      });
    },
    retry(id) {
      return act(id, "outbox.retry", "", (delivery, reading) => {
        const now = clock.now();
        if (!mayBeRetried(delivery.state)) {
          return refuse("notPossible", "Only a failed, held or waiting delivery can be sent now. Nothing was sent.");
        }
        if (now > delivery.notAfter) {
          return refuse("tooLate", "Its latest useful time has passed, so it was not sent. Cancel it, or send a later notice.");
        }
        if (reading.window(delivery.windowId)?.revision !== delivery.windowRevision) {
          return refuse(
            "notPossible",
            "The window changed after this was approved, so it was not sent. Open the notice and approve it anew.",
          );
        }
        if (!recipientsStillHold(delivery, reading.directory())) {
          return refuse(
            "notPossible",
            "The recipients changed after this was approved, so it was not sent. Open the notice and approve it anew.",
          );
        }
        return done(dueAgain(now));
      });
    },
    cancel(id, reason) {
      return act(id, "outbox.cancel", reason, (delivery) => {
        const { kind } = delivery.state;
        if (kind === "sending" || kind === "unknown") {
          return refuse("notPossible", "It may have been sent already, so it can't be cancelled. Look again, then decide.");
        }
        if (kind === "accepted" || kind === "confirmed")
          return refuse("tooLate", "It was sent already. Correct it with another notice.");
        return done({ state: { kind: "cancelled", at: clock.now(), reason } });
      });
    },
    markDone(id, note) {
      return act(id, "outbox.markDone", note, (delivery) => {
        if (delivery.carrier !== "manual" || !mayBeRetried(delivery.state)) {
          return refuse("notPossible", "Only a manual delivery that still waits can be ticked off.");
        }
        return done({ state: { kind: "confirmed", receipt: wordOfAPerson(delivery, clock.now(), note) } });
      });
    },
    practiceMailbox() {
      return store.read((reading) => reading.practiceMessages(500));
    },
  };
}

const noSuchDelivery = refuse("notFound", "There is no such delivery any more.");
const changedMeanwhile = refuse("changedMeanwhile", "This was decided in the meantime. Nothing was changed.");

function mayBeRetried(state: DeliveryState): boolean {
  return state.kind === "failed" || state.kind === "held" || state.kind === "approved" || state.kind === "due";
}

/** A receipt that rests on a person's word: there is no message of the provider's to reply to. */
function wordOfAPerson(delivery: Delivery, at: number, note: string): Extract<DeliveryState, { kind: "confirmed" }>["receipt"] {
  return { messageId: "", threadId: "", at, detail: note === "" ? `Ticked off by a person for ${delivery.channelName}.` : note };
}
