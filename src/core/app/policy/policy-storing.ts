import type { Audience, Channel, ChannelAddress, ChannelKind, Directory } from "../../domain/directory.ts";
import { noCondition, type Rule } from "../../domain/matrix.ts";
import type { ProposedMention, ProposedRule } from "../../domain/policy.ts";
import type { WriteStore } from "../../ports/store.ts";

/**
 * Stores the rules of a policy with everything they name; returns how many were new.
 * Importing a policy twice must not owe everybody two notices.
 */
export function storeProposedRules(writing: WriteStore, proposed: readonly ProposedRule[], nextId: () => string): number {
  const known = new Set(writing.rules().map(sameness));
  let added = 0;
  for (const proposal of proposed) {
    const rule = ruleOf(writing, proposal, nextId);
    if (known.has(sameness(rule))) continue;
    known.add(sameness(rule));
    writing.saveRule(rule);
    added += 1;
  }
  return added;
}

/** What makes two rules owe the same notice. */
function sameness(rule: Rule): string {
  return JSON.stringify([rule.changeTypeId, rule.stage, rule.audienceId, [...rule.channelIds].sort(), rule.timing]);
}

function ruleOf(writing: WriteStore, proposed: ProposedRule, nextId: () => string): Rule {
  const directory = writing.directory();
  return {
    id: nextId(),
    changeTypeId: proposed.changeType === null ? null : changeTypeNamed(writing, directory, proposed.changeType, nextId),
    stage: proposed.stage,
    audienceId: audienceNamed(writing, directory, proposed.audience, nextId),
    channelIds: proposed.channels.map((channel) => channelNamed(writing, directory, channel, nextId)),
    timing: proposed.timing,
    promised: proposed.promised,
    condition: { ...noCondition, ...proposed.condition },
    lead: proposed.lead,
    sending: proposed.sending,
    source: proposed.source,
  };
}

const isNamed = (name: string) => (entry: { readonly name: string }) =>
  entry.name.trim().toLowerCase() === name.trim().toLowerCase();

function changeTypeNamed(writing: WriteStore, { changeTypes }: Directory, name: string, nextId: () => string): string {
  const found = changeTypes.find(isNamed(name));
  if (found !== undefined) return found.id;
  const made = { id: nextId(), name };
  writing.saveChangeType(made);
  return made.id;
}

/** Whom a policy wants mentioned is also whom "the same people by mail" means: they become the audience's members. */
function audienceNamed(
  writing: WriteStore,
  { audiences, customers, contacts }: Directory,
  { name, voice, mentions }: ProposedRule["audience"],
  nextId: () => string,
): string {
  const found = audiences.find(isNamed(name));
  const mentioned = mentions.map((mention) => contactNamed(writing, contacts, mention, nextId));
  const audience: Audience = found ?? {
    id: nextId(),
    name,
    voice,
    contactIds: [],
    customerIds: voice === "customer" ? customers.map(({ id }) => id) : [],
    mentionIds: [],
    quietHours: null,
  };
  const isComplete = found !== undefined && mentioned.every((id) => found.mentionIds.includes(id));
  if (!isComplete) {
    writing.saveAudience({
      ...audience,
      contactIds: [...new Set([...audience.contactIds, ...mentioned])],
      mentionIds: [...new Set([...audience.mentionIds, ...mentioned])],
    });
  }
  return audience.id;
}

/** A person or group the directory lacks is made without an address, which the Directory then asks for. */
function contactNamed(
  writing: WriteStore,
  contacts: Directory["contacts"],
  mention: ProposedMention,
  nextId: () => string,
): string {
  const name = mention.name.replace(/^@/u, "");
  const found = contacts.find(isNamed(name));
  if (found !== undefined) return found.id;
  const made = { id: nextId(), name, kind: mention.kind, role: "", email: null, slackId: null, teamsId: null, active: true };
  writing.saveContact(made);
  return made.id;
}

/** A channel the policy names and the directory lacks is made without its provider's id, which the Directory then asks for. */
function channelNamed(
  writing: WriteStore,
  { channels }: Directory,
  channel: ProposedRule["channels"][number],
  nextId: () => string,
): string {
  const found = channels.find((known) => known.kind === channel.kind && isNamed(channel.name)(known));
  if (found !== undefined) return found.id;
  const made: Channel = { id: nextId(), name: channel.name, ...emptyAddress(channel.kind, channel.name) };
  writing.saveChannel(made);
  return made.id;
}

function emptyAddress(kind: ChannelKind, name: string): ChannelAddress {
  switch (kind) {
    case "slack":
      // chat.postMessage takes a channel's name as well as its id.
      return { kind, conversationId: name.startsWith("#") ? name : `#${name}` };
    case "teamsChannel":
      return { kind, teamId: "", channelId: "" };
    case "teamsChat":
      return { kind, chatId: "" };
    case "mail":
      return { kind, from: null };
    case "manual":
      return { kind, instruction: `Tell them through ${name}, then tick this off.` };
  }
}
