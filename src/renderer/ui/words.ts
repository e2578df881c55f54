import type { Carrier } from "../../core/domain/delivery.ts";
import type { ChannelKind, Voice } from "../../core/domain/directory.ts";

export { stageWords } from "../../core/domain/stage-words.ts";

export const voiceWords: Readonly<Record<Voice, string>> = {
  internal: "Internal",
  business: "Business",
  customer: "Customer",
  executive: "Executive",
};

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

/** `1 customer`, `4 customers`, `No customers`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
