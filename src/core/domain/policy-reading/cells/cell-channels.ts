import type { ProposedChannel, SourceCell } from "../../policy.ts";
import { areAlternatives, type CellWords, type Token } from "../words/cell-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import type { StandIns } from "./stand-ins.ts";

type ChannelToken = Extract<Token, { kind: "channel" }>;

/** The channels a cell names. Those joined with "or" become one stand-in that a question is asked about. */
export function cellChannels(words: CellWords, at: SourceCell, standIns: StandIns): ProposedChannel[] {
  const groups: ChannelToken[][] = [];
  for (const token of channelTokens(words)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && areAlternatives(words, last, token)) group.push(token);
    else groups.push([token]);
  }
  const certain = distinctChannels(groups.filter((group) => group.length === 1).flat());
  const open = groups.flatMap((group) => {
    const channels = distinctChannels(group);
    const [first, second] = group;
    if (group.length === 1 || first === undefined || second === undefined) return [];
    if (channels.length === 1) return channels;
    return [standIns.either(channels, words.text.slice(first.end, second.start).trim() === "/", at)];
  });
  return [...certain, ...open];
}

/** Channels of the cell, but not those that are an alternative to a time (`24 h notice, or in the sprint update`). */
export function channelTokens(words: CellWords): ChannelToken[] {
  return words.tokens.filter((token) => token.kind === "channel").filter((token) => !isInsteadOfTime(words, token));
}

export function isInsteadOfTime(words: CellWords, channel: Token): boolean {
  const before = words.tokens.filter((token) => token.start < channel.start).at(-1);
  return before !== undefined && before.kind === "when" && areAlternatives(words, before, channel);
}

/** A channel that takes place at its own time: it takes what is planned, and no news of the hour. */
export function isMeeting(channel: ProposedChannel): boolean {
  return channel.kind === "manual" && /meeting|stand-?up|\bcab\b|town hall|sprint|besprechung|møde|réunion/iu.test(channel.name);
}
