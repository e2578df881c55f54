import type { Instant } from "../../core/domain/instant.ts";
import type { Connector } from "../../core/ports/connector.ts";
import { slackApiUrl } from "./slack-client.ts";
import { createSlackConnection } from "./slack-connection.ts";

/** Slack, by a token of the organisation's own app or of a person. */
export function slackConnector(now: () => Instant): Connector {
  return {
    kind: "slack",
    usualUrl: slackApiUrl,
    guide: {
      carries: "Slack channels and direct messages",
      steps: [
        "At api.slack.com/apps open your organisation's own app, or make one, and install it to the workspace.",
        "Copy the token from “OAuth & Permissions”. It begins with xoxb- (the app posts) or xoxp- (you post).",
        "Invite the app to every channel it shall post to.",
      ],
      permissions: "chat:write channels:read groups:read channels:history groups:history",
      tokenHint: "xoxb-…",
      addressHelp: "Only for GovSlack or a gateway. GovSlack: https://slack-gov.com/api/",
    },
    keepsCounterparts: false,
    fields: [],
    connect: (parts) => createSlackConnection(parts, now),
  };
}
