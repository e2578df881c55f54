import { systemIds } from "../../src/adapters/system/system-ids.ts";
import { fingerprintOf } from "../../src/core/app/sending/frozen.ts";
import type { Delivery, FrozenDelivery } from "../../src/core/domain/delivery.ts";
import { hour, type Instant } from "../../src/core/domain/instant.ts";
import type { Store, WriteStore } from "../../src/core/ports/store.ts";
import { sampleDelivery, sampleNotice, sampleWindow, sampleWorkspace } from "./samples.ts";

/** Makes a workspace with so many chat channels and one notice, which has no deliveries yet. */
export function fillWithChannels(store: Store, channels: number): void {
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    writing.saveWindow(sampleWindow());
    writing.saveAudience({
      id: "audience-1",
      name: "Engineering",
      voice: "internal",
      contactIds: [],
      customerIds: [],
      mentionIds: [],
      quietHours: null,
    });
    writing.saveNotice(sampleNotice({ voice: "internal" }));
    for (let number = 0; number < channels; number += 1) {
      writing.saveChannel({ id: `channel-${number}`, name: `#channel-${number}`, kind: "slack", conversationId: `C${number}` });
    }
  });
}

/** Approves practice deliveries of that notice for an instant, in turn for each channel; a screenful of text each. */
export function saveDeliveries(
  writing: WriteStore,
  {
    from = 0,
    to,
    channels,
    now,
    notBefore,
  }: Readonly<Record<"to" | "channels", number>> & {
    readonly from?: number;
    readonly now: Instant;
    readonly notBefore: Instant;
  },
): void {
  for (let number = from; number < to; number += 1) writing.saveDelivery(delivery(number, channels, now, notBefore));
}

function delivery(number: number, channels: number, now: Instant, notBefore: Instant): Delivery {
  const {
    fingerprint: _fingerprint,
    batchId,
    sendAt: _sendAt,
    handle,
    fence,
    state,
    ...frozen
  } = sampleDelivery({
    id: `delivery-${number}`,
    channelId: `channel-${number % channels}`,
    channelName: `#channel-${number % channels}`,
    channelKind: "slack",
    address: { kind: "slack", conversationId: `C${number % channels}` },
    content: { kind: "slack", text: `Message ${number}\n${"All the facts a reader needs. ".repeat(40)}`, blocks: [] },
    customerId: null,
    recipients: [],
    told: { startAt: now + 2 * hour, endAt: now + 3 * hour },
    approvedAt: now,
    notBefore,
    notAfter: now + 24 * hour,
  });
  const whole: FrozenDelivery = frozen;
  return { ...whole, batchId, handle, fence, state, sendAt: notBefore, fingerprint: fingerprintOf(systemIds, whole) };
}
