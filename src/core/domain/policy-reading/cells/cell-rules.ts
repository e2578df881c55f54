import type { ProposedChannel, ProposedRule } from "../../policy.ts";
import { type NamedAudience, voiceOf } from "../words/audience-words.ts";
import { startWithCapital } from "../words/plain-text.ts";
import { isMeeting } from "./cell-channels.ts";
import type { NoticeCell, Told } from "./notice-cell.ts";
import type { StagedNotice } from "./staged-notice.ts";

export function isChatChannel({ kind }: ProposedChannel): boolean {
  return kind === "slack" || kind === "teamsChannel" || kind === "teamsChat";
}

const affected = /affected|impacted|betroffen|berørt|concerné/iu;

/** One rule for each notice and audience. A meeting takes what is planned; other channels carry the news of the hour. */
export function rulesOf(cell: NoticeCell, told: Told, notices: readonly StagedNotice[]): ProposedRule[] {
  const prompt = told.channels.filter((channel) => !isMeeting(channel));
  const channelsFor = (one: StagedNotice): readonly ProposedChannel[] => {
    const isAhead = one.stage === "announce" || one.stage === "reminder";
    return one.through ?? (isAhead || prompt.length === 0 ? told.channels : prompt);
  };
  // Customers are not told in a team's chat when there is another way; whoever reads the chat is told there.
  const hasOther = told.channels.some((channel) => !isChatChannel(channel));
  const hasPlace = told.channels.some((channel) => isChatChannel(channel) && channel.name.startsWith("#"));
  const isKept = (audience: NamedAudience): boolean =>
    audience.voice === "customer" && hasOther && hasPlace && !told.channels.some((channel) => isNamedAfter(channel, audience));
  const named = apart(told);
  const ofChat: NamedAudience = { name: "Internal teams", voice: "internal" };
  const readers = named.every(isKept) ? [...named, ofChat] : named;
  const open = (audience: NamedAudience, channels: readonly ProposedChannel[]): readonly ProposedChannel[] => {
    if (audience === ofChat) return channels.filter(isChatChannel);
    return isKept(audience) ? channels.filter((channel) => !isChatChannel(channel)) : channels;
  };
  return notices.flatMap((one) =>
    readers.map((audience) => ({
      changeType: cell.changeType,
      stage: one.stage,
      audience: { ...audience, mentions: [] },
      channels: open(audience, channelsFor(one)),
      ...countedFor(audience, one),
      condition: {
        customersAffected: one.condition.customersAffected || (audience.voice === "customer" && affected.test(audience.name)),
        impactOnly: one.condition.impactOnly,
      },
      lead: cell.lead,
      sending: "person" as const,
      source: cell.source,
    })),
  );
}

/** `#handlers` is the ground handlers' own. */
function isNamedAfter(channel: ProposedChannel, { name }: NamedAudience): boolean {
  const stems = (text: string): string[] =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/u, ""));
  return isChatChannel(channel) && stems(channel.name).some((word) => stems(name).includes(word));
}

/** `Resellers and support agents` by mail and in a chat, `users and the board`: readers spoken to in different ways are two. */
function apart({ audiences, channels }: Told): readonly NamedAudience[] {
  const isMixed = channels.some(isChatChannel) && channels.some((channel) => !isChatChannel(channel));
  return audiences.flatMap((audience) => {
    const names = audience.name.split(/\s(?:and|und|og|et)\s(?:the\s)?/iu);
    const voices = names.map(voiceOf);
    const differ = !voices.includes(null) && new Set(voices).size > 1;
    if (!differ || !(isMixed || /\sand the\s/iu.test(audience.name))) return [audience];
    return names.map((name, index) => ({ name: startWithCapital(name), voice: voices[index] ?? audience.voice }));
  });
}

/** An outside reader's time is counted where they are, whoever else the cell names. */
function countedFor({ voice }: NamedAudience, { timing, promised }: StagedNotice): Pick<StagedNotice, "timing" | "promised"> {
  const place = voice === "customer" ? ({ kind: "recipient" } as const) : ({ kind: "coordinator" } as const);
  const calendar = voice === "customer" ? "customer" : "coordinator";
  return {
    timing: timing.kind === "before" || timing.kind === "weekly" ? { ...timing, place } : timing,
    promised: promised === null ? null : { ...promised, calendar },
  };
}
