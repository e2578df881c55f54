import { nameKey } from "../../domain/address-key.ts";
import { looksOfAddress, looksOfName } from "../../domain/checks/check-looks.ts";
import { circleThrough } from "../../domain/conflicts/conflicts-dependencies.ts";
import type { Directory } from "../../domain/directory.ts";
import { hasHiddenCharacter, hiddenCharactersIn } from "../../domain/hidden-characters.ts";
import { skeletonOf } from "../../domain/look-alikes.ts";
import { broadcastOf } from "../../domain/mass-mentions.ts";
import { placeOf } from "../../domain/place-of.ts";
import { type Answer, refuse } from "../answer.ts";
import type { DirectoryEntry } from "./directory.ts";

type Named = { readonly id: string; readonly name: string };

/** Why an entry may not enter the directory, told at its field; null when it may. */
export function problemWithEntry(entry: DirectoryEntry, directory: Directory): Answer<never> | null {
  const { name } = entry.entry;
  const unseen = hiddenIn(name, "name") ?? (entry.kind === "contact" ? problemWithAddress(entry.entry.email) : null);
  if (unseen !== null) return unseen;
  const mixed = looksOfName(name);
  if (mixed !== null) return refuse("invalid", `${mixed} Write it anew. Nothing was saved.`, "name");
  return (
    problemWithSlackId(entry, directory) ??
    problemWithName(entry, directory) ??
    problemWithDependencies(entry, directory) ??
    problemWithMembers(entry, directory)
  );
}

/** A part of a name that was typed and not picked would be found out only when a notice is due. */
function problemWithSlackId(entry: DirectoryEntry, { contacts, channels }: Directory): Answer<never> | null {
  const [id, before, field] =
    entry.kind === "contact"
      ? [entry.entry.slackId, contacts.find((one) => one.id === entry.entry.id)?.slackId, "slackId"]
      : entry.kind === "channel" && entry.entry.kind === "slack"
        ? [entry.entry.conversationId, placeBefore(channels, entry.entry.id), "conversationId"]
        : [null, null, null];
  // What was there before ids were looked at stays until somebody changes it.
  if (id === null || id === "" || id === before || /^[A-Z][A-Z0-9]+$/u.test(id)) return null;
  if (entry.kind === "contact" && broadcastOf(id) !== null) return null;
  const message = "This is no id of Slack's. Pick a name from the list, or type an id such as C0123ABCD. Nothing was saved.";
  return refuse("invalid", message, field);
}

function placeBefore(channels: Directory["channels"], id: string): string | undefined {
  const before = channels.find((channel) => channel.id === id);
  return before?.kind === "slack" ? before.conversationId : undefined;
}

function problemWithName(entry: DirectoryEntry, directory: Directory): Answer<never> | null {
  const others = entriesOf(entry.kind, directory).filter(({ id }) => id !== entry.entry.id);
  const key = nameKey(entry.entry.name);
  if (others.some(({ name }) => nameKey(name) === key)) {
    return refuse("invalid", "There is one with this name already. Nothing was saved.", "name");
  }
  const looks = skeletonOf(key);
  const alike = others.find(
    ({ name }) => skeletonOf(nameKey(name)) === looks && looks !== "" && isOtherScript(name, entry.entry.name),
  );
  if (alike === undefined) return null;
  return refuse(
    "invalid",
    `This looks the same as “${alike.name}” and is written in other letters. Use the one that is there, or another name. Nothing was saved.`,
    "name",
  );
}

/** Accents make another name; letters of another script only make it look like another. */
function isOtherScript(one: string, other: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(one + other);
}

/** A service that needs itself, over whatever others, could never be said to be there: the way around is named. */
function problemWithDependencies(entry: DirectoryEntry, { services }: Directory): Answer<never> | null {
  if (entry.kind !== "service") return null;
  const known = [...services.filter(({ id }) => id !== entry.entry.id), entry.entry];
  const nameOf = (id: string): string => known.find((service) => service.id === id)?.name ?? id;
  if (entry.entry.dependsOn?.some((id) => known.every((service) => service.id !== id))) {
    return refuse("invalid", "A chosen service is no longer in the Directory. Choose again. Nothing was saved.", "dependsOn");
  }
  const circle = circleThrough(entry.entry, services);
  if (circle === null) return null;
  const way = circle.map((id) => `“${nameOf(id)}”`).join(" → ");
  return refuse("invalid", `It would depend on itself: ${way}. Take one of them out. Nothing was saved.`, "dependsOn");
}

function problemWithMembers(entry: DirectoryEntry, directory: Directory): Answer<never> | null {
  if (entry.kind === "audience" && entry.entry.customerIds.length > 0 && entry.entry.voice !== "customer") {
    return refuse("invalid", "An audience with customers must be spoken to as customers. Nothing was saved.", "voice");
  }
  if (entry.kind !== "channel" || entry.entry.kind === "mail" || entry.entry.kind === "manual") return null;
  const place = placeOf(entry.entry, null);
  const twin = directory.channels.find(
    (other) => other.id !== entry.entry.id && placeOf(other, null) === place && place !== entry.entry.id,
  );
  if (twin === undefined) return null;
  const field = entry.entry.kind === "slack" ? "conversationId" : entry.entry.kind === "teamsChat" ? "chatId" : "channelId";
  return refuse(
    "invalid",
    `“${twin.name}” leads there already: everybody in it would get each notice twice. Nothing was saved.`,
    field,
  );
}

function problemWithAddress(email: string | null): Answer<never> | null {
  if (email === null) return null;
  const hidden = hiddenIn(email, "email");
  if (hidden !== null) return hidden;
  const looks = looksOfAddress(email);
  return looks === null ? null : refuse("invalid", `${looks} Write the real address. Nothing was saved.`, "email");
}

function hiddenIn(text: string, field: "name" | "email"): Answer<never> | null {
  if (!hasHiddenCharacter(text)) return null;
  const what = hiddenCharactersIn(text)[0];
  const saw = what === undefined ? "a line break" : `${what.name}, in ${what.quote}`;
  return refuse("invalid", `This holds a character that cannot be seen: ${saw}. Take it out. Nothing was saved.`, field);
}

function entriesOf(kind: DirectoryEntry["kind"], directory: Directory): readonly Named[] {
  switch (kind) {
    case "service":
      return directory.services;
    case "changeType":
      return directory.changeTypes;
    case "audience":
      return directory.audiences;
    case "customer":
      return directory.customers;
    case "contact":
      return directory.contacts;
    case "channel":
      return directory.channels;
  }
}
