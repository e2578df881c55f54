import type { Instant } from "../../core/domain/instant.ts";
import type { Connector } from "../../core/ports/connector.ts";
import { slackApiUrl } from "./slack-client.ts";
import { createSlackConnection } from "./slack-connection.ts";
import { scopesOf, slackManifest } from "./slack-manifest.ts";

/** Slack, by a token of the organisation's own app or of a person. */
export function slackConnector(now: () => Instant): Connector {
  return {
    kind: "slack",
    usualUrl: slackApiUrl,
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
    connect: (parts) => createSlackConnection(parts, now),
  };
}
