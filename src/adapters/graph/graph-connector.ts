import type { Instant } from "../../core/domain/instant.ts";
import type { Connector } from "../../core/ports/connector.ts";
import { graphApiUrl } from "./graph-client.ts";
import { createGraphConnection } from "./graph-connection.ts";

/** Microsoft 365, by an access token of a person. */
export function graphConnector(now: () => Instant): Connector {
  return {
    kind: "graph",
    usualUrl: graphApiUrl,
    guide: {
      carries: "Outlook mail, Teams channels and chats",
      steps: [
        "Ask for an access token of your own account, for instance in Graph Explorer under “Access token”.",
        "It ends after about an hour; then Forewarn holds what is due and asks for a new one.",
      ],
      permissions:
        "User.Read Mail.ReadWrite Mail.Send ChannelMessage.Send ChannelMessage.Read.All ChatMessage.Send Chat.ReadBasic",
      tokenHint: "eyJ0…",
      addressHelp:
        "Only for another cloud or a gateway. GCC High: https://graph.microsoft.us, DoD: https://dod-graph.microsoft.us",
    },
    keepsCounterparts: false,
    fields: [],
    connect: (parts) => createGraphConnection(parts, now),
  };
}
