import type { Carrier, Delivery, FrozenDelivery } from "../../domain/delivery.ts";
import type { Channel, Workspace } from "../../domain/directory.ts";
import type { Instant } from "../../domain/instant.ts";
import { mailRecipients } from "../../domain/mail-recipients.ts";
import type { Draft, Notice, PlannedRecipient } from "../../domain/notice.ts";
import { addressOf } from "../../domain/sending/right-people.ts";
import type { Ids } from "../../ports/ids.ts";
import type { WriteStore } from "../../ports/store.ts";
import { fingerprintOf } from "../sending/frozen.ts";
import type { DraftContext, RecipientRendering } from "./drafting.ts";

/** The result of a step that tells people: it can be taken back until `undoUntil`. */
export type TellResult = {
  readonly batchId: string;
  readonly windowId: string;
  readonly undoUntil: Instant;
  readonly deliveries: number;
  /** Whoever could not be reached, and the next step for each. */
  readonly notReached: readonly {
    readonly who: string;
    readonly why: string;
    readonly nextStep: string;
    readonly noticeId: string | null;
  }[];
};

/** Ten seconds in which a step that tells people can be taken back. */
export const undoMilliseconds = 10_000;

/** Which adapter carries a channel's deliveries now. Frozen at approval: practice never turns into live. */
function carrierOf(channel: Channel, mode: Workspace["mode"]): Carrier {
  if (channel.kind === "manual") return "manual";
  if (mode === "practice") return "practice";
  return channel.kind === "slack" ? "slack" : "graph";
}

/** When each recipient's message leaves. */
export type SendTime = (recipient: PlannedRecipient) => Instant;

export type Approval = {
  readonly notice: Notice;
  readonly draft: Draft;
  readonly renderings: readonly RecipientRendering[];
  readonly sendTime: SendTime;
  readonly approvedBy: string;
  readonly batchId: string;
};

/** Freezes text and recipients of a notice and hands its deliveries to the outbox. Names whoever can't be reached. */
export function approve(
  store: WriteStore,
  ids: Ids,
  context: DraftContext,
  approval: Approval,
): { readonly deliveries: readonly Delivery[]; readonly notReached: TellResult["notReached"] } {
  const { notice, batchId, approvedBy } = approval;
  const { directory, now, window, workspace } = context;
  const deliveries: Delivery[] = [];
  const notReached: TellResult["notReached"][number][] = [];
  store.saveNotice({ ...notice, draft: approval.draft, state: { kind: "approved", at: now, by: approvedBy, batchId } });

  for (const { recipient, rendering } of approval.renderings) {
    const channel = directory.channels.find((candidate) => candidate.id === recipient.channelId);
    if (channel === undefined) continue;
    const recipients = channel.kind === "mail" ? mailRecipients(recipient, notice.audienceId, directory) : [];
    if (channel.kind === "mail" && recipients.length === 0) {
      notReached.push({
        who: recipient.customerName ?? channel.name,
        why: "No active contact with a mail address.",
        nextStep: "Add a contact in the Directory, then send it from the notice.",
        noticeId: notice.id,
      });
      continue;
    }
    const notBefore = approval.sendTime(recipient);
    const frozen: FrozenDelivery = {
      address: addressOf(channel),
      recipients: recipients.map(({ id, name, email }) => ({ contactId: id, name, email })),
      content: rendering.message.content,
      id: ids.next(),
      noticeId: notice.id,
      windowId: window.id,
      windowRevision: window.revision,
      stage: notice.stage,
      audienceId: notice.audienceId,
      channelId: channel.id,
      channelKind: channel.kind,
      channelName: channel.name,
      customerId: recipient.customerId,
      carrier: carrierOf(channel, workspace.mode),
      notBefore,
      notAfter: notice.latestUsefulAt,
      told: { startAt: window.start.at, endAt: window.end.at },
      approvedBy,
      approvedAt: now,
    };
    const delivery: Delivery = {
      ...frozen,
      batchId,
      fingerprint: fingerprintOf(ids, frozen),
      sendAt: notBefore,
      handle: null,
      fence: 0,
      state: { kind: "approved" },
    };
    store.saveDelivery(delivery);
    deliveries.push(delivery);
  }
  return { deliveries, notReached };
}
