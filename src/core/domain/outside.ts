import type { Audience, Channel, ChannelReaders, Customer } from "./directory.ts";
import { isOutside } from "./planning/plan-recipients.ts";

/** Whether people of other organisations are known to read along in a channel. */
export function isOutsideChannel(channel: Channel | undefined): channel is Channel & { readonly readers: ChannelReaders } {
  return channel?.readers?.outside === true;
}

/** Whether what is sent to a recipient is read outside the organisation. */
export function readsOutside(
  recipient: { readonly customerId: string | null },
  audience: Audience | undefined,
  channel: Channel | undefined,
): boolean {
  return recipient.customerId !== null || (audience !== undefined && isOutside(audience)) || isOutsideChannel(channel);
}

/** Whether notices are addressed to a customer at all. */
export function isActiveCustomer(customer: Customer): boolean {
  return customer.active !== false;
}

/**
 * What is known of a channel's readers after one more statement. Nobody's “inside” takes back another's “outside”:
 * a provider cannot see who looks over a supplier's shoulder, and a person cannot see who joined a shared channel.
 */
export function readersAfter(known: ChannelReaders | undefined, said: ChannelReaders): ChannelReaders {
  if (known === undefined) return said;
  if (known.outside === said.outside) return said.saidBy === "provider" ? { ...said, since: known.since } : known;
  return said.outside || known.saidBy === said.saidBy ? said : known;
}
