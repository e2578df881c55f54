import type { Receipt } from "../../core/domain/delivery.ts";
import type { Clock } from "../../core/ports/clock.ts";
import type { Ids } from "../../core/ports/ids.ts";
import type { Messenger } from "../../core/ports/messenger.ts";
import type { PracticeMessage } from "../../core/ports/store.ts";

/** What the practice messenger needs of the store. */
export type PracticeMailbox = { keep(message: PracticeMessage): void };

/**
 * The embedded default: every delivery arrives in the practice mailbox exactly as it would at its recipients,
 * and nothing leaves this computer.
 */
export function createPracticeMessenger(mailbox: PracticeMailbox, clock: Clock, ids: Ids): Messenger {
  return {
    async send({ delivery, replyTo }) {
      // As a real provider would, it lets others have their turn: a batch of thousands must not hold up the screen.
      await new Promise((resolve) => setImmediate(resolve));
      const messageId = ids.next();
      const receipt: Receipt = {
        messageId,
        threadId: replyTo?.threadId ?? messageId,
        at: clock.now(),
        detail: "Kept in the practice mailbox; nothing left this computer.",
      };
      mailbox.keep({
        id: receipt.messageId,
        threadId: receipt.threadId,
        deliveryId: delivery.id,
        windowId: delivery.windowId,
        at: receipt.at,
        channelKind: delivery.channelKind,
        channelName: delivery.channelName,
        customerId: delivery.customerId,
        recipients: delivery.recipients,
        content: delivery.content,
      });
      return { kind: "accepted", receipt };
    },
    async lookUp() {
      return { kind: "cannotTell", detail: "See the practice mailbox: a message that arrived is listed there." };
    },
  };
}
