import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createPracticeMessenger } from "../../../src/adapters/practice/practice-messenger.ts";
import type { PracticeMessage } from "../../../src/core/ports/store.ts";
import { aMailDelivery, aSlackDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";

function practice() {
  const kept: PracticeMessage[] = [];
  const messenger = createPracticeMessenger(
    { keep: (message) => kept.push(message) },
    { now: () => 1_790_000_000_000, elapsed: () => 0 },
    { next: () => randomUUID(), fingerprint: (text) => text },
  );
  return { kept, messenger };
}

test("a delivery arrives in the practice mailbox exactly as it would at its recipients", async () => {
  const { kept, messenger } = practice();
  const delivery = aMailDelivery({ carrier: "practice" });
  const outcome = await messenger.send({ delivery, replyTo: null }, openPassage());
  expect(kept).toMatchObject([
    {
      deliveryId: delivery.id,
      windowId: delivery.windowId,
      channelKind: "mail",
      channelName: "Outlook",
      customerId: "customer-1",
      recipients: delivery.recipients,
      content: delivery.content,
      at: 1_790_000_000_000,
    },
  ]);
  expect(outcome).toMatchObject({ kind: "accepted", receipt: { messageId: kept[0]?.id, threadId: kept[0]?.id } });
});

test("a later notice joins the thread of the one before, and others do not", async () => {
  const { kept, messenger } = practice();
  const first = await messenger.send({ delivery: aSlackDelivery("C1"), replyTo: null }, openPassage());
  if (first.kind !== "accepted") throw new Error("Practice takes everything");
  const second = await messenger.send({ delivery: aSlackDelivery("C1"), replyTo: first.receipt }, openPassage());
  if (second.kind !== "accepted") throw new Error("Practice takes everything");
  await messenger.send({ delivery: aSlackDelivery("C1"), replyTo: second.receipt }, openPassage());
  await messenger.send({ delivery: aSlackDelivery("C2"), replyTo: null }, openPassage());
  const [one, two, three, other] = kept;
  expect([two?.threadId, three?.threadId]).toEqual([one?.id, one?.id]);
  expect(other?.threadId).toBe(other?.id);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(4);
});
