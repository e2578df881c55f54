import { z } from "zod";
import type { ChannelAddress } from "../../core/domain/directory.ts";
import type { ChannelLookUp } from "../../core/ports/connector.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { signInProblem } from "./graph-outcome.ts";

const organizationsSchema = z.object({ value: z.array(z.object({ id: z.string().min(1) })).min(1) });
const channelSchema = z.object({ membershipType: z.string().nullish(), tenantId: z.string().nullish() });
const membersSchema = z.object({ value: z.array(z.object({ tenantId: z.string().nullish() })) });

/**
 * Asks Microsoft whether people of another tenant read along: a channel of the type `shared`, or of another tenant's
 * team; a chat with a member of another tenant. A shared channel may be shared with teams of our own only; Graph tells
 * that apart only where it may list those teams, so it counts as outside until a person looks.
 */
export async function lookUpTeamsChannel(call: GraphCall, address: ChannelAddress): Promise<ChannelLookUp> {
  const encode = encodeURIComponent;
  if (address.kind !== "teamsChannel" && address.kind !== "teamsChat") {
    return { kind: "cannotTell", detail: "This is no channel or chat of Teams." };
  }
  const organization = await call("GET", "/organization?$select=id");
  const home = readAs(organizationsSchema, organization)?.value[0]?.id;
  if (home === undefined) return cannotTell(organization);
  if (address.kind === "teamsChat") {
    const answer = await call("GET", `/chats/${encode(address.chatId)}/members`);
    const members = readAs(membersSchema, answer);
    if (members === null) return cannotTell(answer);
    const foreign = members.value.filter(({ tenantId }) => isForeign(tenantId, home)).length;
    return foreign === 0
      ? { kind: "seen", outside: false, detail: "Teams: everybody in the chat is of your organisation" }
      : {
          kind: "seen",
          outside: true,
          detail: `Teams: ${foreign} in the chat ${foreign === 1 ? "is" : "are"} of another organisation`,
        };
  }
  const path = `/teams/${encode(address.teamId)}/channels/${encode(address.channelId)}?$select=id,membershipType,tenantId`;
  const answer = await call("GET", path);
  const channel = readAs(channelSchema, answer);
  if (channel === null) return cannotTell(answer);
  if (isForeign(channel.tenantId, home))
    return { kind: "seen", outside: true, detail: "Teams: a channel of another organisation" };
  return channel.membershipType === "shared"
    ? { kind: "seen", outside: true, detail: "Teams: a shared channel" }
    : { kind: "seen", outside: false, detail: "Teams: not a shared channel" };
}

function isForeign(tenantId: string | null | undefined, home: string): boolean {
  return typeof tenantId === "string" && tenantId !== "" && tenantId.toLowerCase() !== home.toLowerCase();
}

function readAs<T>(schema: z.ZodType<T>, answer: GraphAnswer): T | null {
  if (answer.kind !== "answered" || answer.status !== 200) return null;
  const read = schema.safeParse(answer.body);
  return read.success ? read.data : null;
}

function cannotTell(answer: GraphAnswer): ChannelLookUp {
  if (answer.kind === "answered" && answer.status === 404) {
    const problem = "Teams has no such channel or chat, or this account is not in it. Pick it again, or ask an owner to add you.";
    return { kind: "cannotTell", detail: problem, problem };
  }
  return { kind: "cannotTell", detail: signInProblem(answer) ?? "Microsoft could not be asked about this channel." };
}
