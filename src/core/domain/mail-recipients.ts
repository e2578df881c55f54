import { addressKey } from "./address-key.ts";
import type { Contact, Directory } from "./directory.ts";
import { isActiveCustomer } from "./outside.ts";

/** A contact that a mail can go to. */
export type Reachable = Contact & { readonly email: string };

/**
 * The people a mail goes to: the customer's contacts, or the audience's members. Only active ones with an address, and
 * nobody twice: an address in another case or script is the same one.
 */
export function mailRecipients(
  recipient: { readonly customerId: string | null },
  audienceId: string,
  directory: Directory,
): readonly Reachable[] {
  const members = new Set(membersOf(recipient.customerId, audienceId, directory));
  const seen = new Set<string>();
  const found: Reachable[] = [];
  for (const contact of directory.contacts) {
    if (!members.has(contact.id) || !contact.active || contact.email === null) continue;
    const key = addressKey(contact.email);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ ...contact, email: contact.email });
  }
  return found;
}

/** Ids of the contacts a mail to this recipient is meant for, whether they can be reached or not. */
export function membersOf(customerId: string | null, audienceId: string, directory: Directory): readonly string[] {
  if (customerId === null) return directory.audiences.find((audience) => audience.id === audienceId)?.contactIds ?? [];
  const customer = directory.customers.find((candidate) => candidate.id === customerId);
  return customer === undefined || !isActiveCustomer(customer) ? [] : customer.contactIds;
}
