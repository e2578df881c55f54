import type { Audience, Channel, Directory } from "../../../core/domain/directory.ts";
import type { ProposedRule } from "../../../core/domain/policy.ts";
import { count } from "../../ui/words.ts";

/** Something the Directory still lacks before notices can reach everyone, and where to add it. */
export type NextStep = { readonly to: string; readonly text: string };

/** What is to be filled in after rules named channels, audiences and people that were not known before. */
export function nextSteps(
  { channels, audiences, customers, contacts }: Directory,
  rules: readonly ProposedRule[],
): readonly NextStep[] {
  // A chat channel needs no members; mail does, and customers are told one by one.
  const wantsPeople = new Set(
    rules
      .filter((rule) => rule.audience.voice === "customer" || rule.channels.some(({ kind }) => kind === "mail"))
      .map((rule) => rule.audience.name.trim().toLowerCase()),
  );
  const isEmpty = ({ name, contactIds, customerIds }: Audience): boolean =>
    wantsPeople.has(name.trim().toLowerCase()) && contactIds.length + customerIds.length === 0;
  const missing = [
    {
      kind: "channel",
      amount: channels.filter(lacksAddress).length,
      one: "channel needs its id",
      many: "channels need their id",
    },
    {
      kind: "audience",
      amount: audiences.filter(isEmpty).length,
      one: "audience has nobody in it",
      many: "audiences have nobody in them",
    },
    {
      kind: "customer",
      amount: customers.filter(({ contactIds }) => contactIds.length === 0).length,
      one: "customer has no contact",
      many: "customers have no contact",
    },
    {
      kind: "contact",
      amount: contacts.filter(({ email, slackId, teamsId }) => email === null && slackId === null && teamsId === null).length,
      one: "person or group has no address",
      many: "people or groups have no address",
    },
  ];
  return missing
    .filter(({ amount }) => amount > 0)
    .map(({ kind, amount, one, many }) => ({ to: `/directory?kind=${kind}`, text: count(amount, one, many) }));
}

function lacksAddress(channel: Channel): boolean {
  switch (channel.kind) {
    case "slack":
      return channel.conversationId === "";
    case "teamsChannel":
      return channel.teamId === "" || channel.channelId === "";
    case "teamsChat":
      return channel.chatId === "";
    case "mail":
    case "manual":
      return false;
  }
}
