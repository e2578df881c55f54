import { asSentence } from "./as-sentence.ts";
import { describeBrief } from "./brief-time.ts";
import { contactBetween, contactWords } from "./contact-hours.ts";
import { recipientKey } from "./delivery.ts";
import type { Contact, Directory, Service, Workspace } from "./directory.ts";
import type { FactName } from "./fact-names.ts";
import type { Group } from "./group.ts";
import { sayGroup } from "./group-facts.ts";
import { breakInWords, impactInWords, interruptionWithin, lossInWords } from "./impact-words.ts";
import { type Instant, minute, type ZoneId } from "./instant.ts";
import type { Rule, Stage } from "./matrix.ts";
import type { Facts, FactValue } from "./message.ts";
import { nextWords } from "./next-word.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { promisedNoticeWords } from "./promises/promised-notice.ts";
import { describePunctuality } from "./sending/punctuality.ts";
import { reasonAsClause, shortNoticed } from "./short-notice.ts";
import { momentOf } from "./stage-moment.ts";
import { servicesInBrief } from "./subject-words.ts";
import { describeClock, describeDay, describeLength, describeSpan, describeTime } from "./time-text.ts";
import { toDoBy, toDoInWords } from "./to-do.ts";
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
  /** The matrix, for what is promised of a notice to come; where it is not at hand, no number is named. */
  readonly rules?: readonly Rule[];
  /** The change or series the window is part of; absent or null for a window by itself. */
  readonly group?: Group | null;
  readonly now: Instant;
};

/** Everything a template can say about one notice to one recipient, every time in the recipient's zone. */
export function factsFor(input: FactsInput): Facts {
  return factsForEach(input)(input.recipient);
}

/** `factsFor` for many recipients of one notice: what all are told, or all of one zone, is put into words once. */
export function factsForEach(input: SharedInput): (recipient: PlannedRecipient) => Facts {
  const { directory, told } = input;
  const window = spoken((say) => sayWindow(input, say));
  const surroundings = spoken((say) => saySurroundings(input, say));
  const mentions = directory.contacts
    .filter(({ slackId, teamsId }) => slackId !== null || teamsId !== null)
    .map((contact) => [`mention.${contact.id}`, mentionOf(contact)] as const);
  const customers = new Map(directory.customers.map(({ id, name }) => [id, name]));
  const heardBy = new Map([...told].reverse().map((entry) => [recipientKey(entry), entry]));
  const nextWordFor = nextWords(input);
  const times = new Map<string, Spoken>();
  const short = shortNoticed(input);

  /** Keyed by all that the words are made of beside the window. */
  function timesFor(zone: ZoneId, heard: Told | undefined): Spoken {
    const key = `${zone} ${heard?.at} ${heard?.startAt} ${heard?.endAt}`;
    const known =
      times.get(key) ??
      spoken((say) => {
        sayTimes(input, zone, heard, say);
        sayGroup(input, zone, say);
      });
    times.set(key, known);
    return known;
  }

  return (recipient) => {
    const own = spoken((say) => {
      say("customer.name", recipient.customerId === null ? "" : (customers.get(recipient.customerId) ?? ""));
      say("next.word", nextWordFor(recipient));
      say("notice.short", short.has(recipientKey(recipient)) ? reasonAsClause(input.window.shortNotice) : "");
    });
    return new Map([
      ...window,
      ...timesFor(recipient.zone, heardBy.get(recipientKey(recipient))),
      ...surroundings,
      ...own,
      ...mentions,
    ]);
  };
}

type SharedInput = Omit<FactsInput, "recipient">;
type Say = (name: FactName, value: string | FactValue | null) => void;
type Spoken = readonly (readonly [string, FactValue])[];

/** What is said, in its order; what has no value is left out. */
function spoken(tell: (say: Say) => void): Spoken {
  const facts: [string, FactValue][] = [];
  tell((name, value) => {
    const fact: FactValue | null = typeof value === "string" ? { kind: "text", text: value.trim() } : value;
    if (fact === null || (fact.kind === "text" && fact.text === "")) return;
    facts.push([name, fact]);
  });
  return facts;
}

function sayWindow(input: SharedInput, say: Say): void {
  const { window, notice, directory, now } = input;
  const { outcome } = window;
  say("window.title", window.title);
  say("window.reference", window.reference);
  say("window.changeType", directory.changeTypes.find((type) => type.id === window.changeTypeId)?.name ?? "");
  say("window.impact", impactInWords(window));
  say("window.loss", lossIn(window, notice.stage));
  const interruption = interruptionWithin(window);
  say("window.downtime", interruption === null ? "" : `up to ${describeLength(interruption / minute)}`);
  say("window.break", breakInWords(window));
  say("window.reason", asSentence(window.reason));
  say("window.effect", asSentence(window.effect));
  say("window.goesOn", asSentence(window.goesOn ?? "") || goesOnAnyway(window));
  say("window.todo", toDoInWords(window, notice.stage, Math.max(now, notice.dueAt)));
  say("window.afterwards", asSentence(window.afterwards ?? "") || "Nothing looks or works in a new way.");
  const isLate = Math.max(now, notice.dueAt) >= window.end.at;
  say("window.progress", asSentence(window.progress ?? "") || (isLate ? "It is not done yet." : "All goes as planned."));
  say("window.rollback", asSentence(window.rollbackPlan));
  say("window.lead", window.lead);
  say("window.owner", window.communicationOwner);
  say("window.references", list(window.references.map(({ label, url }) => (url === null ? text(label) : link(label, url)))));
  say("window.note", outcome.kind === "open" ? "" : asSentence(outcome.note));
  if (outcome.kind === "rolledBack") {
    say("window.lost", asSentence(outcome.lost ?? "") || "Nothing was lost, and there is nothing to redo.");
    say("window.nextTry", asSentence(outcome.nextTry ?? "") || "No new date is set.");
    say("notice.promised", promisedNoticeWords(input));
  }
  if (outcome.kind === "cancelled") say("window.newDate", asSentence(outcome.newDate ?? "") || "No new date is planned.");
}

/** It opens the subject of an announcement, which has no status word before it. */
function lossIn(window: Window, stage: Stage): string {
  const loss = lossInWords(window);
  return stage === "announce" ? loss.charAt(0).toUpperCase() + loss.slice(1) : loss;
}

/** What is said where nobody said what goes on working: silence would leave it open. */
function goesOnAnyway({ impact }: Window): string {
  return impact === "none" || impact === "reducedRedundancy" ? "Everything works as usual." : "All else works.";
}

function sayTimes(input: SharedInput, zone: ZoneId, heard: Told | undefined, say: Say): void {
  const { window, notice, workspace } = input;
  const { stage } = notice;
  const { start, end, outcome } = window;
  const at = Math.max(input.now, notice.dueAt);
  const when = describeSpan(start.at, end.at, zone);
  say("window.when", when);
  const local = describeSpan(start.at, end.at, window.zone);
  say("window.whenLocal", local === when ? null : local);
  say("window.start", describeTime(start.at, zone));
  say("window.startBrief", describeBrief(start.at, zone));
  say("window.end", describeTime(end.at, zone));
  say("window.endBrief", describeBrief(end.at, zone));
  say("window.day", describeDay(start.at, zone));
  say("window.length", describeLength((end.at - start.at) / minute));
  if (momentOf(stage) === "running" && at < end.at) {
    say("window.left", describeLength((end.at - Math.max(at, start.at)) / minute));
  }
  const by = toDoBy(window, stage, at);
  if (by !== null) say("window.todoBy", by === start.at ? `before ${describeTime(by, zone)}` : describeTime(by, zone));
  if (heard !== undefined) say("told.day", describeDay(heard.at, zone));
  const old = timesToldBefore(window, heard);
  if (old !== null) {
    say("window.oldWhen", describeSpan(old.startAt, old.endAt, zone));
    const sameDay = describeDay(old.endAt, zone) === describeDay(end.at, zone);
    say("window.oldEnd", sameDay ? describeClock(old.endAt, zone) : describeTime(old.endAt, zone));
  }
  say("window.movedWhy", asSentence(window.formerTimes.at(-1)?.why ?? ""));
  if (outcome.kind === "completed" || outcome.kind === "rolledBack") {
    say("window.endedAt", describeTime(outcome.endedAt, zone));
    say("window.endedBrief", describeBrief(outcome.endedAt, zone));
    say("window.punctuality", describePunctuality(outcome.endedAt, end.at));
  }
  const isOver = momentOf(stage) === "over";
  const answers = contactBetween(workspace, isOver ? at : Math.max(at, start.at), isOver ? at : Math.max(at, end.at));
  say("contact.open", contactWords(answers, isOver, zone));
  say("service.brief", servicesInBrief(servicesOf(input), stage, lossInWords(window), subjectTime(window, stage, zone)));
}

/** The time the default subject of a stage names. */
function subjectTime({ start, end, outcome }: Window, stage: Stage, zone: ZoneId): string {
  if (outcome.kind === "completed" || outcome.kind === "rolledBack") return describeBrief(outcome.endedAt, zone);
  return describeBrief(momentOf(stage) === "running" ? end.at : start.at, zone);
}

function saySurroundings(input: SharedInput, say: Say): void {
  const { notice, directory, workspace } = input;
  const services = servicesOf(input);
  const audience = directory.audiences.find((candidate) => candidate.id === notice.audienceId);
  say("service.names", list(services.map((service) => text(service.name))));
  say("service.some", services.length <= namedAtOnce ? list(services.map(({ name }) => text(name))) : firstOf(services));
  if (services.length > namedAtOnce) say("service.others", list(services.slice(1).map(({ name }) => text(name))));
  say("service.is", services.length > 1 ? "are" : "is");
  say("service.has", services.length > 1 ? "have" : "has");
  say("service.status", statusLink(services));
  say("audience.name", audience?.name ?? "");
  const mentioned = directory.contacts.filter((contact) => contact.active && audience?.mentionIds.includes(contact.id));
  say("audience.mentions", list(mentioned.map(mentionOf)));
  say("contact.point", workspace.contactPoint);
  say("workspace.name", workspace.name);
  say("coordinator.name", workspace.coordinator.name);
}

/** The time this recipient heard before, when it is another than the window's now; else the window's own last time. */
function timesToldBefore(window: Window, heard: Told | undefined): { startAt: Instant; endAt: Instant } | null {
  if (heard !== undefined && (heard.startAt !== window.start.at || heard.endAt !== window.end.at)) return heard;
  const former = window.formerTimes.at(-1);
  return former === undefined ? null : { startAt: former.start.at, endAt: former.end.at };
}

function servicesOf({ window, directory }: SharedInput): readonly Service[] {
  return directory.services.filter((service) => window.serviceIds.includes(service.id));
}

/** With more services than this in its first sentence, a notice's date would come too late. */
const namedAtOnce = 2;

function firstOf(services: readonly Service[]): string {
  return `${services[0]?.name} and ${services.length - 1} more`;
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
