import type { Carrier } from "../../core/domain/delivery.ts";
import type { ChannelKind } from "../../core/domain/directory.ts";

export { stageWords, voiceWords } from "../../core/domain/stage-words.ts";

export const channelKindWords: Readonly<Record<ChannelKind, string>> = {
  slack: "Slack",
  teamsChannel: "Teams channel",
  teamsChat: "Teams chat",
  mail: "Mail",
  manual: "By hand",
};

export const carrierWords: Readonly<Record<Carrier, string>> = {
  practice: "Practice mailbox",
  slack: "Slack",
  graph: "Microsoft 365",
  manual: "By hand",
};

let thousands: Intl.NumberFormat | null = null;

/** `1 customer`, `4 customers`, `1,200 customers`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  // The first number format a page makes costs it 20 ms, and a small number needs none.
  if (amount >= 1000) thousands ??= new Intl.NumberFormat("en");
  return `${thousands?.format(amount) ?? amount} ${amount === 1 ? one : many}`;
}
