import type { ChannelAddress } from "../../core/domain/directory.ts";
import type { ChannelLookUp } from "../../core/ports/connector.ts";
import type { TokenSource } from "../../core/ports/sign-in.ts";
import { graphFeatures } from "./graph-features.ts";

/** What sending there needs, and the use one signs in for to have it; nothing for what every sign-in may. */
function needOf(address: ChannelAddress): { readonly permission: string; readonly use: Use } | null {
  switch (address.kind) {
    case "teamsChannel":
      return { permission: "ChannelMessage.Send", use: "teamsChannels" };
    case "teamsChat":
      return { permission: "ChatMessage.Send", use: "teamsChats" };
    case "mail":
      return address.from === null ? null : { permission: "Mail.Send.Shared", use: "sharedMailbox" };
    default:
      return null;
  }
}
type Use = (typeof graphFeatures)[number]["name"];

/** Adds to what was seen of a channel whether the sign-in may send there at all: found when it is set up, not when it is due. */
export async function withPermission(
  tokens: TokenSource,
  address: ChannelAddress,
  lookUp: () => Promise<ChannelLookUp>,
): Promise<ChannelLookUp> {
  const seen = address.kind === "mail" ? ownMailbox : await lookUp();
  const need = needOf(address);
  if (need === null || (await tokens.fresh()).kind !== "token") return seen;
  const granted = tokens.granted();
  if (granted === null) return seen;
  if (granted.some((name) => name.toLowerCase() === need.permission.toLowerCase())) {
    // What could not be asked just now takes nothing back that was said before.
    const isKnown = seen.kind === "seen" || address.kind === "mail";
    return seen.problem === undefined && isKnown ? { ...seen, problem: null } : seen;
  }
  const label = graphFeatures.find(({ name }) => name === need.use)?.label ?? need.use;
  return {
    ...seen,
    problem: `The Microsoft sign-in lacks ${need.permission}. In Settings sign in again and choose “${label}”.`,
  };
}

/** Who reads along in a mail is whom it is addressed to. */
const ownMailbox: ChannelLookUp = { kind: "cannotTell", detail: "A mail is read by those it goes to." };
