import type { Contact, Directory, Workspace } from "../directory.ts";
import { massMentionsIn } from "../mass-mentions.ts";
import type { Mend } from "../message.ts";
import { isOutsideChannel } from "../outside.ts";
import { isStandard, numberedLike, recordNumber } from "../record-numbers.ts";
import type { CheckedRendering, CheckInput, NoticeCheck, Sighting, TextCheck } from "./check-input.ts";
import { placeIn } from "./reading/reading.ts";

const hostName = /(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w-])/giu;
const internalEndings = ["internal", "local", "corp", "lan", "intranet", "localdomain"];
/** RFC 1918 addresses, and the host names a cloud makes of them. */
const privateAddress =
  /(?<![\w.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|ip-10(?:-\d{1,3}){3})(?![\w]|\.\d)/gu;
const massMention = /<!(?:here|channel|everyone)[^>]*>|(?<![\w.@])@(?:here|channel|everyone)(?![\w.-]*\w)/giu;

/** Names of machines that only insiders know, in what a customer gets. */
export const checkHosts: TextCheck = (words, part, rendering, input) => {
  if (!isOutside(rendering, input)) return [];
  return internalHostsIn(words, input.workspace).map((quote) => ({
    check: "internalHost",
    part,
    quote,
    message: "This is the name of a machine inside. Name the service the customer knows instead.",
  }));
};

/** Names and addresses of machines inside, as they stand in a text. */
function internalHostsIn(
  words: string,
  { internalDomains, publicAddresses = [] }: Pick<Workspace, "internalDomains" | "publicAddresses">,
): readonly string[] {
  const endings = [...internalEndings, ...internalDomains.map((domain) => domain.toLowerCase().replace(/^[*.]+/u, ""))];
  const open = publicHosts(publicAddresses);
  const hosts = matches(words, hostName).filter((host) => {
    const name = host.toLowerCase();
    if (open.has(name)) return false;
    return endings.some((ending) => ending !== "" && (name === ending || name.endsWith(`.${ending}`)));
  });
  return [...hosts, ...matches(words, privateAddress)];
}

/** The hosts of addresses that readers may see: of a page, of a mailbox, or by itself. */
function publicHosts(addresses: readonly string[]): ReadonlySet<string> {
  return new Set(
    addresses.map((address) =>
      address
        .toLowerCase()
        .replace(/^(?:[a-z]+:\/\/|.*@)/u, "")
        .replace(/[/:?#].*$/u, ""),
    ),
  );
}

/** Ticket numbers in what a customer gets. Our own reference is meant for them. */
export const checkTickets: TextCheck = (words, part, rendering, input) => {
  if (!isOutside(rendering, input)) return [];
  const { known, others } = recordsIn(words, input);
  return [
    ...known.map(
      (quote): Sighting => ({
        check: "internalReference",
        part,
        quote,
        message: `Customers cannot open this record. Give our reference ${input.window.reference} instead.`,
        mend: mendOf(words, part, quote, "{{ window.reference }}", `Write ${input.window.reference}`),
      }),
    ),
    ...others.map(
      (quote): Sighting => ({
        check: "ticketNumber",
        part,
        quote,
        message: "This looks like a ticket number. Leave it only if it is the customer's own.",
      }),
    ),
  ];
};

/** Records of other systems named in a text: those the window names itself, and what else is written like a ticket. */
function recordsIn(
  words: string,
  { window, workspace }: Pick<CheckInput, "window" | "workspace">,
): { readonly known: readonly string[]; readonly others: readonly string[] } {
  const own = words.replaceAll(window.reference, "").replace(new RegExp(`\\b${workspace.referencePrefix}-\\d{4}-\\d+`, "gu"), "");
  const labels = window.references.map((reference) => reference.label).filter((label) => /\d/u.test(label));
  const numbered = (workspace.referencePatterns ?? []).flatMap((pattern) => matches(own, numberedLike(pattern)));
  const known = [...new Set([...labels.filter((label) => own.includes(label)), ...numbered])];
  const open = workspace.publicNames ?? [];
  const others = matches(own, recordNumber).filter(
    (found) => !isStandard(found) && !known.some((label) => label.includes(found)) && !open.includes(found),
  );
  return { known, others };
}

function mendOf(words: string, part: "subject" | "body", quote: string, replacement: string, label: string): Mend {
  const from = words.indexOf(quote);
  return { kind: "replace", label, place: placeIn({ part, words }, from, from + quote.length), replacement };
}

/** Names of people inside, in what a customer gets. */
export const checkNames: TextCheck = (words, part, rendering, input) => {
  if (!isOutside(rendering, input)) return [];
  return peopleInsideIn(words, input).map((name) => ({
    check: "internalName",
    part,
    quote: name,
    message: `${name} is a name of the inside. Give customers the desk they can ask; what they may read stands in Settings → Workspace.`,
  }));
};

/** People of the Directory by name and address, and what Settings calls internal; never what is public. */
function peopleInsideIn(words: string, input: Pick<CheckInput, "workspace" | "directory">): readonly string[] {
  const { workspace, directory } = input;
  const { contactPoint, publicNames = [], publicAddresses = [], internalNames = [] } = workspace;
  const inside = directory.contacts.filter((contact) => isInside(contact, input));
  const names = [...internalNames, ...inside.map(({ name }) => name)].filter(
    (name) => !contactPoint.includes(name) && !publicNames.includes(name) && hasWords(words, name),
  );
  const addresses = inside.flatMap(({ email }) =>
    email !== null && !contactPoint.includes(email) && !publicAddresses.includes(email) && words.includes(email) ? [email] : [],
  );
  return [...new Set([...names, ...addresses])];
}

/** Whatever in a text is not for readers outside: machines, records and people inside. */
export function insideIn(words: string, input: Pick<CheckInput, "window" | "workspace" | "directory">): readonly string[] {
  const { known, others } = recordsIn(words, input);
  return [...internalHostsIn(words, input.workspace), ...known, ...others, ...peopleInsideIn(words, input)];
}

/** The customers a text names, each name or address with those it may mean. */
export function customersNamedIn(words: string, directory: Directory): readonly (readonly string[])[] {
  return namingsIn(words, directory).map(({ customerIds }) => customerIds);
}

/** One customer never sees another (DESIGN.md §5, Delivery). The words many recipients share are searched once. */
export const checkOtherCustomers: NoticeCheck = ({ renderings, directory }) => {
  const named = new Map<string, readonly Naming[]>();
  return renderings.flatMap((rendering) =>
    (["subject", "body"] as const).flatMap((part) => {
      const { customerName } = rendering;
      const words = part === "subject" ? rendering.subject : rendering.text;
      // "North" is not named by "North Hospital" when that is the reader.
      const rest = customerName === null || customerName === "" ? words : words.replaceAll(customerName, "\u0000");
      const found = named.get(rest) ?? namingsIn(rest, directory);
      named.set(rest, found);
      return found.length === 0 ? [] : namedToAnother(found, part, rendering);
    }),
  );
};

/** A customer's name or one of its people's addresses, found in a text. */
type Naming = { readonly customerIds: readonly string[]; readonly quote: string };

function namingsIn(words: string, { customers, contacts }: Directory): Naming[] {
  const byName = customers
    .filter(({ name }) => hasWords(words, name))
    .map(({ id, name }) => ({ customerIds: [id], quote: name }));
  const byAddress = contacts.flatMap(({ id, email }) => {
    if (email === null || !words.includes(email)) return [];
    const owners = customers.filter((customer) => customer.contactIds.includes(id)).map((customer) => customer.id);
    return owners.length === 0 ? [] : [{ customerIds: owners, quote: email }];
  });
  return [...byName, ...byAddress];
}

function namedToAnother(
  found: readonly Naming[],
  part: "subject" | "body",
  { customerName, recipient }: CheckedRendering,
): Sighting[] {
  const { customerId } = recipient;
  if (customerId === null) return [];
  return found
    .filter(({ customerIds }) => !customerIds.includes(customerId))
    .map(({ quote }) => ({
      check: "otherCustomer",
      part,
      quote,
      message: `This would tell ${customerName ?? "one customer"} about another customer. Take it out.`,
    }));
}

/** Typed by hand it either wakes everybody or does nothing; neither is meant. What calls a crowd is a group of the Directory. */
export const checkMassMentions: TextCheck = (words, part, { content }, { directory, notice }) => {
  const named = directory.audiences.find(({ id }) => id === notice.audienceId)?.mentionIds ?? [];
  const canName = directory.contacts.some(({ id, active }) => active && named.includes(id));
  const meant = new Set(massMentionsIn(content, directory).map((name) => name.toLowerCase()));
  return matches(words, massMention)
    .filter((quote) => !meant.has(quote.toLowerCase()))
    .map((quote) => ({
      check: "massMention",
      part,
      quote,
      mend: canName
        ? mendOf(words, part, quote, "{{ audience.mentions }}", "Name the audience's people")
        : mendOf(words, part, quote, "", "Take it out"),
      message: canName
        ? "Typed by hand this calls nobody, or everybody. Name the people or groups it concerns with {{ audience.mentions }}; a group of the Directory may stand for the whole channel where Settings → Workspace allows it."
        : "Typed by hand this calls nobody, or everybody. Take it out, or say in the Directory whom this audience's notices call.",
    }));
};

export function isOutside(
  { recipient }: CheckedRendering,
  { voice, directory }: Pick<CheckInput, "voice" | "directory">,
): boolean {
  if (voice === "customer" || recipient.customerId !== null) return true;
  return isOutsideChannel(directory.channels.find(({ id }) => id === recipient.channelId));
}

function isInside(contact: Contact, { directory }: Pick<CheckInput, "directory">): boolean {
  return contact.kind === "person" && !directory.customers.some((customer) => customer.contactIds.includes(contact.id));
}

function hasWords(text: string, words: string): boolean {
  const phrase = words.trim();
  if (phrase.length < 3) return false;
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[at + phrase.length] ?? " ");
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([found]) => found))];
}
