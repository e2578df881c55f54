import { z } from "zod";
import type { ChannelAddress } from "../../core/domain/directory.ts";
import type { ChannelLookUp } from "../../core/ports/connector.ts";
import { failedAsk } from "./slack-asked.ts";
import type { SlackCall } from "./slack-client.ts";
import { notInChannel } from "./slack-lists.ts";

/** What Slack says of a conversation that others share (docs.slack.dev, conversation object). */
const conversationSchema = z.object({
  channel: z.object({
    id: z.string(),
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
    /** An invitation to another organisation that was not taken up yet. */
    is_pending_ext_shared: z.boolean().optional(),
    is_shared: z.boolean().optional(),
    /** Shared between workspaces of one organisation: still inside. */
    is_org_shared: z.boolean().optional(),
    context_team_id: z.string().optional(),
    connected_team_ids: z.array(z.string()).optional(),
    internal_team_ids: z.array(z.string()).optional(),
  }),
});

/** Asks Slack whether a conversation is shared with other organisations (Slack Connect), and whether `holder` may post there. */
export async function lookUpSlackChannel(
  call: SlackCall,
  address: ChannelAddress,
  holder: keyof typeof notInChannel,
): Promise<ChannelLookUp> {
  if (address.kind !== "slack") return { kind: "cannotTell", detail: "This is no Slack channel." };
  if (address.conversationId !== "" && !/^[CDGUW][A-Z0-9]{2,}$/u.test(address.conversationId)) {
    const detail = "This is no id of Slack's: pick the channel from the list";
    return { kind: "cannotTell", detail, problem: detail };
  }
  // A member's id stands for the direct message with them, which has no conversation to ask about before it begins.
  if (!/^[CG][A-Z0-9]{2,}$/u.test(address.conversationId)) {
    return { kind: "cannotTell", detail: "Slack shows only conversations that have an id of their own." };
  }
  const answer = await call("conversations.info", { channel: address.conversationId });
  if (answer.kind !== "ok") {
    const isHidden = answer.kind === "error" && (answer.code === "channel_not_found" || answer.code === "not_in_channel");
    // A private channel is hidden from whoever is not in it.
    return isHidden
      ? { kind: "cannotTell", detail: hidden[holder], problem: hidden[holder] }
      : { kind: "cannotTell", detail: failedAsk(answer).detail };
  }
  const read = conversationSchema.safeParse(answer.body);
  if (!read.success || read.data.channel.id !== address.conversationId) {
    return { kind: "cannotTell", detail: "Slack's answer could not be read." };
  }
  const { channel } = read.data;
  const problem =
    channel.is_archived === true
      ? "This channel is archived in Slack: unarchive it, or choose another"
      : channel.is_member === false
        ? notInChannel[holder]
        : null;
  const own = new Set([channel.context_team_id, ...(channel.internal_team_ids ?? [])]);
  const others = new Set((channel.connected_team_ids ?? []).filter((id) => !own.has(id))).size;
  if (channel.is_ext_shared === true || (channel.is_shared === true && channel.is_org_shared !== true)) {
    const whom =
      others === 0 ? "another organisation" : others === 1 ? "one other organisation" : `${others} other organisations`;
    return { kind: "seen", outside: true, detail: `Slack: shared with ${whom}`, problem };
  }
  if (channel.is_pending_ext_shared === true) {
    return { kind: "seen", outside: true, detail: "Slack: another organisation is invited", problem };
  }
  return { kind: "seen", outside: false, detail: "Slack: not shared with other organisations", problem };
}

const hidden = {
  app: "Slack has no such channel, or the app is not in it: invite it with /invite, or pick the channel anew",
  person: "Slack has no such channel, or you are not in it: join it in Slack, or pick the channel anew",
} as const;
