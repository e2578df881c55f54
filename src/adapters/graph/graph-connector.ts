import type { Instant } from "../../core/domain/instant.ts";
import type { Connector } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { graphApiUrl } from "./graph-client.ts";
import { createGraphConnection } from "./graph-connection.ts";
import { graphSignIn } from "./graph-sign-in.ts";
import type { LoginUrl } from "./microsoft-app.ts";
import { cloudOf, microsoftClouds } from "./microsoft-clouds.ts";

/** Microsoft 365 as a person: by signing in, or by an access token that was pasted. `loginUrl` is for tests. */
export function graphConnector(now: () => Instant, loginUrl: LoginUrl = null): Connector {
  return {
    kind: "graph",
    usualUrl: graphApiUrl,
    guide: {
      carries: "Outlook mail, Teams channels and chats, windows in a shared calendar",
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
    keepsCounterparts: true,
    fields: [],
    // A code and a refresh token go there: https, or this computer, as for every other address.
    signIn: graphSignIn(loginUrl !== null && readApiAddress(loginUrl).ok ? loginUrl : null, now),
    connect: (parts) =>
      createGraphConnection({ ...parts, apiUrl: parts.apiUrl ?? microsoftClouds[cloudOf(parts.values)].graph }, now),
  };
}
