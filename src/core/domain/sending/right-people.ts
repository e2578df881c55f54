import { addressKey } from "../address-key.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { Delivery, HoldReason, Recipient } from "../delivery.ts";
import type { Channel, ChannelAddress, Directory, Voice, Workspace } from "../directory.ts";
import { mailRecipients, membersOf } from "../mail-recipients.ts";
import { massMentionsIn } from "../mass-mentions.ts";
import { isActiveCustomer, isOutsideChannel, readsOutside } from "../outside.ts";

/** What keeps a delivery from leaving, in a sentence that names who changed. */
export type Obstacle = { readonly reason: HoldReason; readonly detail: string };

type Approved = Pick<
  Delivery,
  "audienceId" | "channelId" | "channelName" | "channelKind" | "address" | "customerId" | "recipients" | "content" | "approvedAt"
>;

/**
 * Whether a delivery still goes exactly to whom it was approved for, asked right before it leaves. `voice` is how its text
 * speaks, from its notice; null takes the audience's. Null when nothing is in the way.
 */
export function recipientObstacle(
  delivery: Approved,
  directory: Directory,
  workspace: Pick<Workspace, "massMentions">,
  voice: Voice | null = null,
): Obstacle | null {
  const changed =
    audienceChange(delivery, directory) ??
    channelChange(delivery, directory) ??
    (delivery.channelKind === "mail" ? addresseeChange(delivery, directory) : null);
  if (changed !== null) return held(`${changed} It was not sent: approve the notice again for those it should reach.`);
  const outside = outsideObstacle(delivery, directory, voice);
  if (outside !== null) return held(outside);
  return massMentionObstacle(delivery, directory, workspace);
}

function held(detail: string): Obstacle {
  return { reason: "recipientsChanged", detail };
}

function audienceChange({ audienceId, customerId }: Approved, { audiences, customers }: Directory): string | null {
  const audience = audiences.find(({ id }) => id === audienceId);
  if (audience === undefined) return "Its audience was removed from the Directory after the approval.";
  if (customerId === null) return null;
  const customer = customers.find(({ id }) => id === customerId);
  if (customer === undefined) return "Its customer was removed from the Directory after the approval.";
  if (!isActiveCustomer(customer)) return `${customer.name} was switched off in the Directory after the approval.`;
  return audience.customerIds.includes(customerId)
    ? null
    : `${customer.name} was taken out of “${audience.name}” after the approval.`;
}

function channelChange({ channelId, channelName, address }: Approved, { channels }: Directory): string | null {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel === undefined) return `The channel ${channelName} was removed from the Directory after the approval.`;
  if (canonicalJson(addressOf(channel)) === canonicalJson(address)) return null;
  return channel.kind === "mail" && address.kind === "mail"
    ? `${channel.name} is now sent from ${channel.from ?? "another mailbox"}.`
    : `The channel ${channel.name} leads elsewhere than when this was approved.`;
}

/** Where a channel's messages go, without its name and what is known of it: what an approval freezes. */
export function addressOf(channel: Channel): ChannelAddress {
  const { id: _id, name: _name, readers: _readers, problem: _problem, ...address } = channel;
  return address;
}

function addresseeChange(delivery: Approved, directory: Directory): string | null {
  const { audienceId, customerId } = delivery;
  const current = mailRecipients({ customerId }, audienceId, directory);
  const currentKeys = new Set(current.map(({ email }) => addressKey(email)));
  const approvedKeys = new Set(delivery.recipients.map(({ email }) => addressKey(email)));
  const gone = delivery.recipients.find(({ email }) => !currentKeys.has(addressKey(email)));
  if (gone !== undefined) return whyGone(gone, delivery, directory);
  const added = current.find(({ email }) => !approvedKeys.has(addressKey(email)));
  return added === undefined ? null : `${added.name} was added to ${groupName(delivery, directory)} after the approval.`;
}

function whyGone({ contactId, name }: Recipient, delivery: Approved, directory: Directory): string {
  const contact = directory.contacts.find(({ id }) => id === contactId);
  if (contact === undefined) return `${name} was removed from the Directory after the approval.`;
  if (!contact.active) return `${name} was switched off in the Directory after the approval.`;
  if (!membersOf(delivery.customerId, delivery.audienceId, directory).includes(contactId)) {
    const other = directory.customers.find(({ contactIds }) => contactIds.includes(contactId));
    const group = groupName(delivery, directory);
    return other === undefined || other.id === delivery.customerId
      ? `${name} was taken out of ${group} after the approval.`
      : `${name} was moved from ${group} to ${other.name} after the approval.`;
  }
  return `${name} has ${contact.email === null ? "no address any more" : "another address than the one approved"}.`;
}

function groupName({ audienceId, customerId }: Approved, { audiences, customers }: Directory): string {
  const customer = customers.find(({ id }) => id === customerId);
  if (customer !== undefined) return customer.name;
  const audience = audiences.find(({ id }) => id === audienceId);
  return audience === undefined ? "its audience" : `“${audience.name}”`;
}

/** Text for the inside never leaves for the outside, and nobody approved it for readers who joined since. */
function outsideObstacle(delivery: Approved, { audiences, channels }: Directory, noticeVoice: Voice | null): string | null {
  const audience = audiences.find(({ id }) => id === delivery.audienceId);
  const channel = channels.find(({ id }) => id === delivery.channelId);
  const voice = noticeVoice ?? audience?.voice ?? "customer";
  if (voice === "customer" || !readsOutside(delivery, audience, channel)) return null;
  if (isOutsideChannel(channel)) {
    if (voice !== "internal" && channel.readers.since <= delivery.approvedAt) return null;
    const ask = "Use a channel of your own, or speak to this audience as customers.";
    return `People outside read along in ${channel.name} (${channel.readers.detail}), and this is written for the inside. It was not sent. ${ask}`;
  }
  if (voice !== "internal") return null;
  return `“${audience?.name ?? "Its audience"}” is outside, and this is written for the inside. It was not sent: approve the notice again.`;
}

function massMentionObstacle(
  delivery: Approved,
  directory: Directory,
  workspace: Pick<Workspace, "massMentions">,
): Obstacle | null {
  if (workspace.massMentions === true) return null;
  const [mention] = massMentionsIn(delivery.content, directory);
  if (mention === undefined) return null;
  return held(
    `It calls everybody (${mention}), which this workspace does not allow. It was not sent: take the mention out, or allow mass mentions in Settings → Workspace.`,
  );
}
