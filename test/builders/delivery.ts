import { randomUUID } from "node:crypto";
import type { Delivery } from "../../src/core/domain/delivery.ts";
import { hour } from "../../src/core/domain/instant.ts";

type Given = Partial<Delivery> & Pick<Delivery, "address" | "content">;

/** A delivery on its way out, approved a moment ago. */
function aDelivery(given: Given, now: number = Date.now()): Delivery {
  const { kind } = given.address;
  return {
    id: randomUUID(),
    batchId: "batch-1",
    noticeId: "notice-1",
    windowId: "window-1",
    windowRevision: 1,
    stage: "announce",
    audienceId: "audience-1",
    channelId: "channel-1",
    channelKind: kind,
    channelName: "#changes",
    customerId: null,
    carrier: kind === "slack" ? "slack" : "graph",
    recipients: [],
    fingerprint: "",
    sendAt: now,
    notAfter: now + hour,
    told: { startAt: now + hour, endAt: now + 2 * hour },
    approvedBy: "Release coordinator",
    approvedAt: now - 1000,
    handle: null,
    fence: 1,
    notBefore: now,
    state: { kind: "sending", since: now, attempt: 1, leaseUntil: now + hour, dueSince: now, byPerson: false },
    ...given,
  };
}

export function aSlackDelivery(conversationId: string, given: Partial<Delivery> = {}): Delivery {
  const text = given.content?.kind === "slack" ? given.content.text : "Outage of the portal, Sat 28 Nov 2026 (FW-2026-118)";
  return aDelivery({
    address: { kind: "slack", conversationId },
    content: {
      kind: "slack",
      text,
      blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] }],
    },
    ...given,
  });
}

export function aMailDelivery(given: Partial<Delivery> = {}): Delivery {
  return aDelivery({
    channelName: "Outlook",
    address: { kind: "mail", from: null },
    recipients: [
      { contactId: "contact-1", name: "Service desk", email: "desk@hospital-one.example.org" },
      { contactId: "contact-2", name: "Integration lead", email: "lead@hospital-one.example.org" },
    ],
    customerId: "customer-1",
    content: {
      kind: "mail",
      subject: "Outage: portal, Sat 28 Nov 2026, 02:00 GMT (FW-2026-118)",
      html: "<p>The portal is off from 02:00 to 04:00 GMT.</p>",
      text: "The portal is off from 02:00 to 04:00 GMT.",
      calendar: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    },
    ...given,
  });
}

export function aTeamsDelivery(given: Partial<Delivery> = {}): Delivery {
  return aDelivery({
    channelName: "Changes",
    address: { kind: "teamsChannel", teamId: "team-1", channelId: "19:changes@thread.tacv2" },
    content: {
      kind: "teams",
      subject: "Outage: portal (FW-2026-118)",
      html: '<p>The café portal is off from 02:00 to 04:00 GMT, <at id="0">On-call</at>. FW-2026-118</p>',
      mentions: [{ id: 0, name: "On-call", userId: "0f7bb6ae-0000-4000-8000-000000000001" }],
    },
    ...given,
  });
}
