import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import { type Lane, laneOf } from "../../../core/domain/sending/pace.ts";
import { stretchText } from "../../ui/relative-words.ts";

/** A provider's limit in words, by the first word of its lane's key. */
const limits: Readonly<Record<string, string>> = {
  mail: "Outlook takes 30 messages a minute from a mailbox",
  slack: "Slack takes one message a second in a channel",
  team: "Teams takes 4 messages a second in a team",
  chat: "Teams takes 4 messages a second in a chat",
};

/** A quarter of a minute and less needs no forecast. */
const worthTelling = 15_000;

/**
 * How long the rest of a batch takes at the providers' pace, and whose pace it is: `Outlook takes 30 messages a minute from a
 * mailbox: about 4 min left`. `listed` are some of those that wait, `remaining` is how many there are. Empty for a short rest.
 */
export function paceText(listed: readonly DeliverySummary[], remaining: number): string {
  const lanes = new Map<string, { readonly lane: Lane; count: number }>();
  for (const delivery of listed) {
    const lane = laneOf(delivery);
    const known = lanes.get(lane.key) ?? { lane, count: 0 };
    known.count += 1;
    lanes.set(lane.key, known);
  }
  // The lanes run side by side: the slowest one decides. What is not listed is taken to go the same ways.
  const scale = remaining / Math.max(1, listed.length);
  let slowest = { milliseconds: 0, words: "" };
  for (const { lane, count } of lanes.values()) {
    if (lane.limit === null) continue;
    const milliseconds = (count * scale * lane.limit.per) / lane.limit.messages;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, words: limits[lane.key.split(" ")[0] ?? ""] ?? "" };
  }
  if (slowest.words === "" || slowest.milliseconds < worthTelling) return "";
  return `${slowest.words}: about ${stretchText(slowest.milliseconds).replace("under a minute", "a minute")} left`;
}
