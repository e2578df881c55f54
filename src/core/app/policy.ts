import type { Channel, ChannelAddress, ChannelKind, Directory } from "../domain/directory.ts";
import { noCondition, type Rule } from "../domain/matrix.ts";
import type { PolicyReading, ProposedRule } from "../domain/policy.ts";
import { readPolicy } from "../domain/policy-reading/read-policy.ts";
import type { WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Replanning } from "./replanning.ts";
import { mayWrite } from "./workspace-in-use.ts";

export interface Policy {
  /** Reads a pasted policy into proposed rules and questions. Nothing is stored. */
  read(source: string): Answer<PolicyReading>;
  /** Stores decided rules, making the change types, audiences and channels they name where they are missing. */
  apply(rules: readonly ProposedRule[]): Promise<Answer<{ readonly rules: number }>>;
}

export function createPolicy(dependencies: Dependencies, replanning: Replanning): Policy {
  const { store, ids, changes, policyReader } = dependencies;
  return {
    read(source) {
      if (source.trim() === "") return refuse("invalid", "Paste the policy first: its table, or the whole page.", "source");
      const reading = readPolicy(policyReader.read(source));
      if (reading.rules.length === 0 && reading.questions.length === 0) {
        return refuse(
          "invalid",
          "No communication matrix was found in this text. Paste a table with one row for each kind of change, or a list that says when notices go out. Nothing was changed.",
          "source",
        );
      }
      return done(reading);
    },
    async apply(proposed) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = await replanning.change("policy.apply", "", (writing) => {
        const before = writing.rules().length;
        const known = new Set(writing.rules().map(sameness));
        for (const rule of proposed) {
          const stored = storeRule(writing, rule, () => ids.next());
          // Importing a policy twice must not owe everybody two notices.
          if (known.has(sameness(stored))) continue;
          known.add(sameness(stored));
          writing.saveRule(stored);
        }
        return done({ before: { rules: before }, after: { rules: writing.rules().length } });
      });
      if (!answer.ok) return answer;
      changes.emit({ topic: "directory" });
      changes.emit({ topic: "matrix" });
      return done({ rules: proposed.length });
    },
  };
}

/** What makes two rules owe the same notice. */
function sameness(rule: Rule): string {
  return JSON.stringify([rule.changeTypeId, rule.stage, rule.audienceId, [...rule.channelIds].sort(), rule.timing]);
}

function storeRule(writing: WriteStore, proposed: ProposedRule, nextId: () => string): Rule {
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

function audienceNamed(
  writing: WriteStore,
  { audiences, customers }: Directory,
  audience: ProposedRule["audience"],
  nextId: () => string,
): string {
  const found = audiences.find(isNamed(audience.name));
  if (found !== undefined) return found.id;
  const customerIds = audience.voice === "customer" ? customers.map(({ id }) => id) : [];
  const made = { id: nextId(), ...audience, contactIds: [], customerIds, mentionIds: [] };
  writing.saveAudience(made);
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
