import type { ChannelAddress, ChannelKind } from "./directory.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";

/** One person or group a delivery is addressed to, as frozen at approval. */
export type Recipient = { readonly contactId: string; readonly name: string; readonly email: string };

/** The rendered message, frozen at approval, in the forms its channel needs. */
export type MessageContent =
  | {
      readonly kind: "slack";
      readonly text: string;
      readonly blocks: readonly unknown[];
      /** What follows in the message's thread: what a reader looks up rather than acts on. Posted once, never again. */
      readonly details?: { readonly text: string; readonly blocks: readonly unknown[] };
    }
  | { readonly kind: "teams"; readonly subject: string; readonly html: string; readonly mentions: readonly TeamsMention[] }
  | {
      readonly kind: "mail";
      readonly subject: string;
      readonly html: string;
      readonly text: string;
      readonly calendar: string;
      /** The picture its HTML shows as `cid:` and its content id; absent without one. */
      readonly logo?: InlinePicture;
    }
  | { readonly kind: "manual"; readonly subject: string; readonly text: string };

/** A picture that travels inside a mail. */
export type InlinePicture = {
  readonly contentId: string;
  readonly mediaType: "image/png" | "image/jpeg";
  readonly base64: string;
};

export type TeamsMention = { readonly id: number; readonly name: string; readonly userId: string };

/** Where a message landed, and what a later reply needs to join its thread. */
export type Receipt = {
  /** Slack `ts`, Graph message id, practice message id; `manual` names who ticked it off. */
  readonly messageId: string;
  /** Slack `thread_ts`, Teams parent id, mail message to reply to. */
  readonly threadId: string;
  readonly at: Instant;
  readonly detail: string;
  /** What belongs to the message and did not arrive with it, in a sentence or two; absent where all did. */
  readonly missing?: string;
};

/** Which adapter carries a delivery; frozen at approval, so practice never turns into live. */
export type Carrier = "practice" | "slack" | "graph" | "manual";

/** draft → approved → due → sending → accepted → confirmed, and aside. */
export type DeliveryState =
  /** Waits for its due time. */
  | { readonly kind: "approved" }
  /** Its time has come; next in line. `detail` says why it has not left yet, or is empty. */
  | {
      readonly kind: "due";
      readonly since: Instant;
      readonly attempts: number;
      readonly detail: string;
      /** Claimed by the sender until then; null while it waits in line. */
      readonly leaseUntil: Instant | null;
      /** A person said "now": quiet hours do not hold it. */
      readonly byPerson: boolean;
    }
  /** Committed to disk before the first byte leaves. After `leaseUntil` without an outcome it is unknown. */
  | {
      readonly kind: "sending";
      readonly since: Instant;
      readonly attempt: number;
      readonly leaseUntil: Instant;
      /** Since when it was due, and whether a person had said "now". */
      readonly dueSince: Instant;
      readonly byPerson: boolean;
    }
  /** The provider took it. */
  | { readonly kind: "accepted"; readonly receipt: Receipt }
  /** Found at the provider, or ticked off by a person. */
  | { readonly kind: "confirmed"; readonly receipt: Receipt }
  /** Must not leave as it is; a person decides, or it goes on by itself at `until`. */
  | {
      readonly kind: "held";
      readonly since: Instant;
      readonly reason: HoldReason;
      readonly detail: string;
      readonly until: Instant | null;
    }
  /** May or may not have been sent. Never retried by itself; the provider is asked at `nextLookAt`, or no more when null. */
  | {
      readonly kind: "unknown";
      readonly since: Instant;
      readonly detail: string;
      /** How often the provider was asked, and what it said last; empty before the first time. */
      readonly looks: number;
      readonly seen: string;
      readonly nextLookAt: Instant | null;
    }
  /** Provably not sent, and needs a person to act. */
  | { readonly kind: "failed"; readonly since: Instant; readonly detail: string }
  | { readonly kind: "cancelled"; readonly at: Instant; readonly reason: string }
  | { readonly kind: "superseded"; readonly at: Instant };

export type DeliveryStateKind = DeliveryState["kind"];
export const deliveryStateKinds = [
  "approved",
  "due",
  "sending",
  "accepted",
  "confirmed",
  "held",
  "unknown",
  "failed",
  "cancelled",
  "superseded",
] as const satisfies readonly DeliveryStateKind[];

export type HoldReason =
  /** Its latest useful time has passed. */
  | "stale"
  /** Its time came while nothing could be sent: one decision for all of them, no flush. */
  | "lapsed"
  | "windowChanged"
  | "recipientsChanged"
  | "noConnection"
  /** The recipient's quiet hours; goes on by itself afterwards, where that is still of use. */
  | "quietHours"
  | "awaitingPerson"
  | "contentChanged";

/** One notice to one channel and, outside the organisation, one customer: what the outbox carries. */
export type Delivery = {
  readonly id: string;
  readonly batchId: string;
  readonly noticeId: string;
  readonly windowId: string;
  readonly windowRevision: number;
  readonly stage: Stage;
  readonly audienceId: string;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly channelName: string;
  /** Where the channel's messages go, as frozen at approval; its kind is `channelKind`. */
  readonly address: ChannelAddress;
  readonly customerId: string | null;
  readonly carrier: Carrier;
  readonly recipients: readonly Recipient[];
  readonly content: MessageContent;
  /** SHA-256 over all that approval froze, checked before sending. */
  readonly fingerprint: string;
  /** When it is taken up next: at first `notBefore`, after a failed attempt or a hold later. */
  readonly sendAt: Instant;
  /** Approved to leave no earlier than this. */
  readonly notBefore: Instant;
  /** Never after this instant. */
  readonly notAfter: Instant;
  /** The window's start and end as this message tells them. */
  readonly told: { readonly startAt: Instant; readonly endAt: Instant };
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  /** The provider's id of a message begun and not finished (an Outlook draft) or of the thread it joins, to look up after a doubt. */
  readonly handle: string | null;
  /** Grows with every claim. What comes of an attempt is recorded only under the number the attempt was claimed with. */
  readonly fence: number;
  readonly state: DeliveryState;
};

/** A delivery as lists need it: without its message, which is long. */
export type DeliveryLine = Omit<Delivery, "content" | "fingerprint"> & {
  /** The line a reader sees first. */
  readonly subject: string;
};

/** A delivery without its message. */
export function lineOf({ content, fingerprint: _fingerprint, ...delivery }: Delivery): DeliveryLine {
  return { ...delivery, subject: subjectOf(content) };
}

/** What approval fixes; the rest is the delivery's way through the outbox. */
export type FrozenDelivery = Omit<Delivery, "fingerprint" | "batchId" | "sendAt" | "handle" | "fence" | "state">;

/** The line a reader sees first. A Slack message has no subject: its first line stands in. */
export function subjectOf(content: MessageContent): string {
  return content.kind === "slack" ? (content.text.split("\n", 1)[0] ?? "") : content.subject;
}

/** Next in line from now on. */
export function dueState(now: Instant, byPerson = false): Extract<DeliveryState, { kind: "due" }> {
  return { kind: "due", since: now, attempts: 0, detail: "", leaseUntil: null, byPerson };
}

/** A recipient as the plan sees it: one channel and, outside, one customer. */
export function recipientKey(recipient: { readonly channelId: string; readonly customerId: string | null }): string {
  return recipient.customerId === null ? recipient.channelId : `${recipient.channelId}/${recipient.customerId}`;
}

/** Whether the message is known to have reached its channel. */
export function wasHeard(delivery: Pick<Delivery, "state">): boolean {
  return delivery.state.kind === "accepted" || delivery.state.kind === "confirmed";
}

/** Whether its time came while nothing could be sent, or passed altogether: one decision for all of those. */
export function isLapsed({ state }: Pick<Delivery, "state">): boolean {
  return state.kind === "held" && (state.reason === "lapsed" || state.reason === "stale");
}

/** Whether it waits for an hour that will come, such as the end of its recipients' quiet hours: nobody need decide. */
export function goesOnByItself({ state }: Pick<Delivery, "state">): boolean {
  return state.kind === "held" && state.until !== null;
}

/** Whether nothing more will happen to it without a person. */
export function isSettled(delivery: Pick<Delivery, "state">): boolean {
  const { kind } = delivery.state;
  return kind === "accepted" || kind === "confirmed" || kind === "cancelled" || kind === "superseded";
}

/** The states of a delivery that provably has not left and may still be taken back. */
const waitingStates: readonly DeliveryStateKind[] = ["approved", "due", "held", "failed"];

/** Whether a delivery provably has not left and may still be taken back. */
export function isWaiting(delivery: Pick<Delivery, "state">): boolean {
  return waitingStates.includes(delivery.state.kind);
}
