import { type Delivery, type DeliveryState, dueState, isLapsed } from "../../domain/delivery.ts";
import type { SendingPauseKind } from "../../domain/sending/sending-pause.ts";
import type { LookUpOutcome } from "../../ports/messenger.ts";
import type { PracticeMessage, ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { type StoryStep, storyOf } from "./delivery-story.ts";
import { applyLook, wordsOf } from "./look-ups.ts";
import { obstacleTo } from "./obstacles.ts";
import { type OutboxView, viewOutbox } from "./outbox-view.ts";
import type { Vigil } from "./vigil.ts";
import type { FindMessenger } from "./ways.ts";

export type UnknownDecision = "itWasSent" | "sendAgain" | "giveUp";

export interface Outbox {
  view(): OutboxView;
  delivery(id: string): Answer<Delivery>;
  /** What became of it so far, the latest step last. */
  story(id: string): Answer<readonly StoryStep[]>;
  /** Asks the provider whether an unknown delivery is there. */
  lookAgain(id: string): Promise<Answer<{ readonly kind: LookUpOutcome["kind"]; readonly detail: string }>>;
  /** A person's word on an unknown delivery; `sendAgain` may double it, and the reason is kept. */
  decide(id: string, decision: UnknownDecision, reason: string): Answer<{ readonly id: string }>;
  /** Sends a failed or held delivery again, or one approved now instead of when due. */
  retry(id: string): Answer<{ readonly id: string }>;
  cancel(id: string, reason: string): Answer<{ readonly id: string }>;
  /** A person did what a manual channel asks for. */
  markDone(id: string, note: string): Answer<{ readonly id: string }>;
  /** One word for what lapsed: what is still of use is sent now, or all of it is cancelled. The reason is kept. */
  decideLapsed(ids: readonly string[], decision: "sendNow" | "cancel", reason: string): Answer<LapsedDecided>;
  /** Stops all sending, until `resume`. */
  pause(reason: string): Answer<null>;
  /** Ends a pause by a person's word, which is kept: after a restore, or when this computer's clock is right. */
  resume(kind: SendingPauseKind, reason: string): Answer<null>;
  practiceMailbox(): readonly PracticeMessage[];
}

/** What became of the lapsed ones; `notOfUse` had passed their latest useful time, or changed, and were left as they are. */
export type LapsedDecided = { readonly sent: number; readonly cancelled: number; readonly notOfUse: number };

/** What is called when it turns out that somebody heard of a window: they may be owed a later notice. */
export type OnHeard = (windowId: string) => void;

export function createOutbox(
  dependencies: Dependencies,
  findMessenger: FindMessenger,
  onHeard: OnHeard,
  vigil: Pick<Vigil, "vouch">,
): Outbox {
  const { store, clock, changes, ids } = dependencies;

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
    return { sendAt: now, state: dueState(now, true) };
  }

  /** Why a delivery may not leave even though a person wants it to, or null. */
  function whyNotNow(delivery: Delivery, reading: ReadStore, now: number): Answer<never> | null {
    const obstacle = obstacleTo(reading, ids, delivery, now);
    switch (obstacle?.reason) {
      case undefined:
        return null;
      case "stale":
        return refuse("tooLate", "Its latest useful time has passed, so it was not sent. Cancel it, or send a later notice.");
      default:
        return refuse("notPossible", `${obstacle?.detail} Open the notice and approve it anew.`);
    }
  }

  function changePause(what: string, reason: string, change: (writing: WriteStore) => void): Answer<null> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    store.write((writing) => {
      const before = writing.sendingPauses();
      change(writing);
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what,
        subjectId: "",
        before,
        after: { pauses: writing.sendingPauses(), reason },
      });
    });
    changes.emit({ topic: "workspace" });
    return done(null);
  }

  return {
    view: () => store.read(viewOutbox),
    delivery(id) {
      const delivery = store.read((reading) => reading.delivery(id));
      return delivery === null ? noSuchDelivery : done(delivery);
    },
    story(id) {
      return store.read((reading) => {
        const delivery = reading.delivery(id);
        if (delivery === null) return noSuchDelivery;
        return done(storyOf(reading, id, delivery.windowId));
      });
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
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      if (!applyLook(dependencies, delivery, seen, clock.now())) return changedMeanwhile;
      changes.emit({ topic: "deliveries", windowId: delivery.windowId });
      if (seen.kind === "found") onHeard(delivery.windowId);
      return done({ kind: seen.kind, detail: wordsOf(seen) });
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
        return whyNotNow(delivery, reading, now) ?? done(dueAgain(now));
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
    decideLapsed(ids, decision, reason) {
      let sent = 0;
      let cancelled = 0;
      let notOfUse = 0;
      for (const id of ids) {
        const answer = act(id, `outbox.lapsed.${decision}`, reason, (delivery, reading) => {
          if (delivery.state.kind !== "held" || !isLapsed(delivery)) return changedMeanwhile;
          const now = clock.now();
          if (decision === "cancel") return done({ state: { kind: "cancelled", at: now, reason } });
          return whyNotNow(delivery, reading, now) ?? done(dueAgain(now));
        });
        if (!answer.ok) {
          if (answer.refusal.code === "readOnly") return answer;
          notOfUse += 1;
        } else if (decision === "cancel") cancelled += 1;
        else sent += 1;
      }
      return done({ sent, cancelled, notOfUse });
    },
    pause(reason) {
      const now = clock.now();
      return changePause("sending.pause", reason, (writing) =>
        writing.pauseSending({ kind: "person", since: now, detail: `${workspaceIn(writing).coordinator.name}: ${reason}` }),
      );
    },
    resume(kind, reason) {
      if (kind === "clock") vigil.vouch();
      return changePause("sending.resume", reason, (writing) => writing.resumeSending(kind));
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
