import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Asked, TestWords } from "../../core/ports/connector.ts";
import { failedAsk, notSlack } from "./slack-asked.ts";
import type { SlackCall } from "./slack-client.ts";

const account = z.object({ user_id: z.string() });
const found = z.object({ user: z.object({ id: z.string(), name: z.string() }) });
const opened = z.object({ channel: z.object({ id: z.string() }) });
const posted = z.object({ ts: z.string() });

type Whom = { readonly id: string; readonly where: string };

/** Writes a direct message to the person whose token it is, or, as an app, to whoever has this mail address. */
export async function tellMyselfInSlack(
  call: SlackCall,
  holder: "app" | "person",
  { text }: TestWords,
  email: string,
): Promise<Asked<{ readonly where: string }>> {
  const whom = await (holder === "person" ? myself(call) : byAddress(call, email));
  if (whom.kind !== "answered") return whom;
  const conversation = await asked(call, "conversations.open", { users: whom.value.id }, opened);
  if (conversation.kind !== "answered") return conversation;
  const message = {
    channel: conversation.value.channel.id,
    text,
    unfurl_links: false,
    unfurl_media: false,
    client_msg_id: randomUUID(),
  };
  const sent = await asked(call, "chat.postMessage", message, posted);
  return sent.kind === "answered" ? { kind: "answered", value: { where: whom.value.where } } : sent;
}

async function myself(call: SlackCall): Promise<Asked<Whom>> {
  const answer = await asked(call, "auth.test", {}, account);
  return answer.kind === "answered"
    ? { kind: "answered", value: { id: answer.value.user_id, where: "your own messages in Slack" } }
    : answer;
}

async function byAddress(call: SlackCall, email: string): Promise<Asked<Whom>> {
  const answer = await call("users.lookupByEmail", { email });
  if (answer.kind === "error" && answer.code === "users_not_found") {
    const detail = `Nobody in this Slack workspace has the address ${email}. Put the one you have there into Settings → Workspace, as the coordinator's.`;
    return { kind: "refused", detail };
  }
  if (answer.kind !== "ok") return failedAsk(answer);
  const read = found.safeParse(answer.body);
  if (!read.success) return notSlack;
  const { id, name } = read.data.user;
  return { kind: "answered", value: { id, where: `Forewarn's messages to ${name} in Slack` } };
}

async function asked<T>(
  call: SlackCall,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  schema: z.ZodType<T>,
): Promise<Asked<T>> {
  const answer = await call(method, parameters);
  if (answer.kind !== "ok") return failedAsk(answer);
  const read = schema.safeParse(answer.body);
  return read.success ? { kind: "answered", value: read.data } : notSlack;
}
