import { z } from "zod";
import type { ChannelAddress } from "../../core/domain/directory.ts";
import type { ChannelLookUp } from "../../core/ports/connector.ts";
import type { SlackCall } from "./slack-client.ts";
import { signInProblem } from "./slack-outcome.ts";

/** What Slack says of a conversation that others share (docs.slack.dev, conversation object). */
const conversationSchema = z.object({
  channel: z.object({
    id: z.string(),
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

/** Asks Slack whether a conversation is shared with other organisations (Slack Connect). */
export async function lookUpSlackChannel(call: SlackCall, address: ChannelAddress): Promise<ChannelLookUp> {
  if (address.kind !== "slack") return { kind: "cannotTell", detail: "This is no Slack channel." };
  // A member's id stands for the direct message with them, which has no conversation to ask about before it begins; a name
  // is no id.
  if (!/^[CDG][A-Z0-9]{2,}$/u.test(address.conversationId)) {
    return { kind: "cannotTell", detail: "Slack shows only conversations that have an id of their own." };
  }
  const answer = await call("conversations.info", { channel: address.conversationId });
  if (answer.kind !== "ok") {
    const detail =
      answer.kind === "error" ? (signInProblem(answer.code) ?? `Slack answered "${answer.code}".`) : "Slack could not be asked.";
    return { kind: "cannotTell", detail };
  }
  const read = conversationSchema.safeParse(answer.body);
  if (!read.success || read.data.channel.id !== address.conversationId) {
    return { kind: "cannotTell", detail: "Slack's answer could not be read." };
  }
  const { channel } = read.data;
  const own = new Set([channel.context_team_id, ...(channel.internal_team_ids ?? [])]);
  const others = new Set((channel.connected_team_ids ?? []).filter((id) => !own.has(id))).size;
  if (channel.is_ext_shared === true || (channel.is_shared === true && channel.is_org_shared !== true)) {
    const whom =
      others === 0 ? "another organisation" : others === 1 ? "one other organisation" : `${others} other organisations`;
    return { kind: "seen", outside: true, detail: `Slack: shared with ${whom}` };
  }
  if (channel.is_pending_ext_shared === true) {
    return { kind: "seen", outside: true, detail: "Slack: another organisation is invited" };
  }
  return { kind: "seen", outside: false, detail: "Slack: not shared with other organisations" };
}
