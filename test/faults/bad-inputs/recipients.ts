import type { BadInput } from "./bad-input.ts";

/** An entry that may not enter the Directory. */
type DoorRow = {
  readonly tried: "door";
  readonly field: "name" | "email" | "slackId";
  readonly text: string;
  readonly says: string;
};
/** Two addresses of one customer's contacts that are one mailbox. */
type TwinRow = { readonly tried: "twins"; readonly addresses: readonly [string, string] };
/** A change of the Directory after the approval. */
type ChangeRow = { readonly tried: "change"; readonly change: DirectoryChange };
export type DirectoryChange =
  | "contactOff"
  | "contactGone"
  | "contactMoved"
  | "contactReaddressed"
  | "contactAdded"
  | "customerOff"
  | "customerLeft"
  | "mailboxChanged"
  | "channelGone";

export type RecipientRow = BadInput & (DoorRow | TwinRow | ChangeRow);

function door(name: string, field: "name" | "email" | "slackId", text: string, input: string, says: string): RecipientRow {
  return { area: "recipients", name, input, expected: `The Directory refuses it: ${says}`, tried: "door", field, text, says };
}

function twins(name: string, one: string, other: string): RecipientRow {
  return {
    area: "recipients",
    name,
    input: `${one} and ${other}`,
    expected: "One recipient, one mail",
    tried: "twins",
    addresses: [one, other],
  };
}

function changed(name: string, change: DirectoryChange): RecipientRow {
  return {
    area: "recipients",
    name,
    input: "after the approval",
    expected: "Held, naming who changed; nothing is sent",
    tried: "change",
    change,
  };
}

export const recipients: readonly RecipientRow[] = [
  door("a zero-width space in a name", "name", "Da\u200Bna", "Da[U+200B]na", "U+200B"),
  door("a turned direction in a name", "name", "Dana \u202Edeer", "Dana [U+202E]deer", "U+202E"),
  door("a name of mixed scripts", "name", "Dаna Reed", "Dаna Reed (Cyrillic а)", "Latin and Cyrillic"),
  door("an existing name in other letters", "name", "ＤＡＮＡ  ＲＥＥＤ", "ＤＡＮＡ  ＲＥＥＤ", "already"),
  door("an address of mixed scripts", "email", "it@nоrth.example", "it@nоrth.example (Cyrillic о)", "mixes"),
  door("an address that imitates another's letters", "email", "it@xn--80ak6aa92e.com", "it@xn--80ak6aa92e.com", "Latin letters"),
  door("a part of a name for an id of Slack's", "slackId", "dana", "dana", "Pick a name from the list"),
  door("two ids of Slack's in one field", "slackId", "U0DANA U0KIM", "U0DANA U0KIM", "Pick a name from the list"),
  door("a zero-width joiner in an address", "email", "it\u200D@north.example", "it[U+200D]@north.example", "U+200D"),
  twins("one address in two cases", "it@north.example", "IT@NORTH.EXAMPLE"),
  twins("one address in full-width letters", "it@north.example", "ｉｔ@ｎｏｒｔｈ.example"),
  twins("one domain in ASCII and in its own letters", "desk@bücher.example", "desk@xn--bcher-kva.example"),
  changed("a contact switched off", "contactOff"),
  changed("a contact removed", "contactGone"),
  changed("a contact moved to another customer", "contactMoved"),
  changed("a contact with another address", "contactReaddressed"),
  changed("a contact added", "contactAdded"),
  changed("a customer switched off", "customerOff"),
  changed("a customer taken out of the audience", "customerLeft"),
  changed("another mailbox to send from", "mailboxChanged"),
  changed("a channel removed", "channelGone"),
];
