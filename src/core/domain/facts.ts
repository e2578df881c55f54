import { describeBrief } from "./brief-time.ts";
import type { Contact, Directory, Service, Workspace } from "./directory.ts";
import type { FactName } from "./fact-names.ts";
import { impactInWords, interruptionWithin } from "./impact-words.ts";
import { type Instant, minute } from "./instant.ts";
import type { Facts, FactValue } from "./message.ts";
import { nextWord } from "./next-word.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { describePunctuality } from "./punctuality.ts";
import { describeClock, describeDay, describeLength, describeSpan, describeTime } from "./time-text.ts";
import type { Told } from "./told.ts";
import type { Window } from "./window.ts";

/** What is known about one notice to one recipient, before it is put into words. */
export type FactsInput = {
  readonly window: Window;
  readonly notice: PlannedNotice;
  readonly recipient: PlannedRecipient;
  /** The whole plan of the window: the next word is only promised when it holds such a notice. */
  readonly plan: readonly PlannedNotice[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  /** What each recipient last heard of this window. */
  readonly told: readonly Told[];
  readonly now: Instant;
};

/** Everything a template can say about one notice to one recipient, every time in the recipient's zone. */
export function factsFor(input: FactsInput): Facts {
  const facts = new Map<string, FactValue>();
  const say = (name: FactName, value: string | FactValue | null): void => {
    const fact: FactValue | null = typeof value === "string" ? { kind: "text", text: value.trim() } : value;
    if (fact === null || (fact.kind === "text" && fact.text === "")) return;
    facts.set(name, fact);
  };
  sayWindow(input, say);
  sayTimes(input, say);
  saySurroundings(input, say);
  for (const contact of input.directory.contacts) {
    if (contact.slackId !== null || contact.teamsId !== null) facts.set(`mention.${contact.id}`, mentionOf(contact));
  }
  return facts;
}

type Say = (name: FactName, value: string | FactValue | null) => void;

function sayWindow({ window, directory }: FactsInput, say: Say): void {
  say("window.title", window.title);
  say("window.reference", window.reference);
  say("window.changeType", directory.changeTypes.find((type) => type.id === window.changeTypeId)?.name ?? "");
  say("window.impact", impactInWords(window));
  const interruption = interruptionWithin(window);
  say("window.downtime", interruption === null ? "" : `up to ${describeLength(interruption / minute)}`);
  say("window.reason", asSentence(window.reason));
  say("window.effect", asSentence(window.effect));
  say("window.todo", asSentence(window.toDo) || "You need to do nothing.");
  say("window.rollback", asSentence(window.rollbackPlan));
  say("window.lead", window.lead);
  say("window.owner", window.communicationOwner);
  say("window.references", list(window.references.map(({ label, url }) => (url === null ? text(label) : link(label, url)))));
  say("window.note", window.outcome.kind === "open" ? "" : asSentence(window.outcome.note));
}

function sayTimes(input: FactsInput, say: Say): void {
  const { window, recipient } = input;
  const { zone } = recipient;
  const { start, end } = window;
  say("window.when", describeSpan(start.at, end.at, zone));
  const local = describeSpan(start.at, end.at, window.zone);
  say("window.whenLocal", local === describeSpan(start.at, end.at, zone) ? null : local);
  say("window.start", describeTime(start.at, zone));
  say("window.startBrief", describeBrief(start.at, zone));
  say("window.end", describeTime(end.at, zone));
  say("window.endBrief", describeBrief(end.at, zone));
  say("window.day", describeDay(start.at, zone));
  say("window.length", describeLength((end.at - start.at) / minute));
  const heard = heardBefore(input);
  if (heard !== undefined) say("told.day", describeDay(heard.at, zone));
  const old = timesToldBefore(input);
  if (old !== null) {
    say("window.oldWhen", describeSpan(old.startAt, old.endAt, zone));
    const sameDay = describeDay(old.endAt, zone) === describeDay(end.at, zone);
    say("window.oldEnd", sameDay ? describeClock(old.endAt, zone) : describeTime(old.endAt, zone));
  }
  say("window.movedWhy", asSentence(window.formerTimes.at(-1)?.why ?? ""));
  if (window.outcome.kind === "completed" || window.outcome.kind === "rolledBack") {
    say("window.endedAt", describeTime(window.outcome.endedAt, zone));
    say("window.endedBrief", describeBrief(window.outcome.endedAt, zone));
    say("window.punctuality", describePunctuality(window.outcome.endedAt, end.at));
  }
}

function saySurroundings(input: FactsInput, say: Say): void {
  const { window, notice, recipient, directory, workspace } = input;
  const services = directory.services.filter((service) => window.serviceIds.includes(service.id));
  const audience = directory.audiences.find((candidate) => candidate.id === notice.audienceId);
  say("service.names", list(services.map((service) => text(service.name))));
  say("service.brief", brief(services));
  say("service.is", services.length > 1 ? "are" : "is");
  say("service.has", services.length > 1 ? "have" : "has");
  say("service.status", statusLink(services));
  say("customer.name", directory.customers.find((customer) => customer.id === recipient.customerId)?.name ?? "");
  say("audience.name", audience?.name ?? "");
  const mentioned = directory.contacts.filter((contact) => contact.active && audience?.mentionIds.includes(contact.id));
  say("audience.mentions", list(mentioned.map(mentionOf)));
  say("contact.point", workspace.contactPoint);
  say("next.word", nextWord(input));
  say("workspace.name", workspace.name);
  say("coordinator.name", workspace.coordinator.name);
}

/** The time this recipient heard before, when it is another than the window's now; else the window's own last time. */
function timesToldBefore(input: FactsInput): { startAt: Instant; endAt: Instant } | null {
  const { window } = input;
  const heard = heardBefore(input);
  if (heard !== undefined && (heard.startAt !== window.start.at || heard.endAt !== window.end.at)) return heard;
  const former = window.formerTimes.at(-1);
  return former === undefined ? null : { startAt: former.start.at, endAt: former.end.at };
}

function heardBefore({ recipient, told }: FactsInput): Told | undefined {
  return told.find((entry) => entry.channelId === recipient.channelId && entry.customerId === recipient.customerId);
}

function brief(services: readonly Service[]): string {
  const [first] = services;
  if (first === undefined) return "";
  return services.length === 1 ? first.name : `${first.name} and ${services.length - 1} more`;
}

/** A status page helps only where it stays up while the service is down: the first one that is stated. */
function statusLink(services: readonly Service[]): FactValue | null {
  const service = services.find((candidate) => candidate.statusUrl !== null);
  return service?.statusUrl ? link("Live status", service.statusUrl) : null;
}

function text(words: string): FactValue {
  return { kind: "text", text: words };
}

function link(words: string, url: string): FactValue {
  return { kind: "link", text: words, url };
}

function list(items: readonly FactValue[]): FactValue | null {
  return items.length === 0 ? null : { kind: "list", items };
}

function mentionOf(contact: Contact): FactValue {
  return { kind: "mention", name: contact.name, slackId: contact.slackId, teamsId: contact.teamsId };
}

/** Closes what was typed without a full stop, since it stands in a row of sentences. */
function asSentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === "" || /[.!?:;…)]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
