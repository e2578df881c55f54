import type { Instant } from "../../core/domain/instant.ts";
import type { Connector } from "../../core/ports/connector.ts";
import { slackApiUrl } from "./slack-client.ts";
import { createSlackConnection } from "./slack-connection.ts";
import { scopesOf, slackManifest } from "./slack-manifest.ts";
import { slackSignIn } from "./slack-sign-in.ts";
import { addressIn } from "./slack-worlds.ts";

/** Slack, by a token of the organisation's own app or by signing in. `apiUrl` is where a sign-in goes instead of Slack, or null. */
export function slackConnector(now: () => Instant, apiUrl: string | null = null): Connector {
  return {
    kind: "slack",
    usualUrl: slackApiUrl,
    urlFor: (values) => addressIn(values, apiUrl),
    guide: {
      carries: "Slack channels and direct messages",
      steps: [
        "At api.slack.com/apps choose “Create New App”, then “From a manifest”, and paste the app's manifest. An administrator of the workspace may have to agree.",
        "Install the app to the workspace and copy the token from “OAuth & Permissions”. It begins with xoxb- (the app posts) or xoxp- (you post).",
        "Invite the app to every channel it shall post to: write /invite @Forewarn there.",
      ],
      permissions: scopesOf("app").join(" "),
      manifest: { label: "Copy the app's manifest", text: slackManifest },
      tokenHint: "xoxb-…",
      addressHelp: "Only for GovSlack or a gateway. GovSlack: https://slack-gov.com/api/",
    },
    keepsCounterparts: false,
    fields: [],
    signIn: slackSignIn(now, apiUrl),
    // Which Slack a sign-in is for, is in what was chosen with it.
    connect: (parts) =>
      createSlackConnection(
        parts.tokens === undefined ? parts : { ...parts, apiUrl: addressIn(parts.values, parts.apiUrl ?? apiUrl) },
        now,
      ),
  };
}
