import { slackApiUrl } from "./slack-client.ts";

/** The Slacks there are: each with workspaces, apps and addresses of its own. */
export const slackWorlds = {
  slack: { label: "Slack (slack.com)", apiUrl: slackApiUrl },
  gov: { label: "GovSlack (slack-gov.com)", apiUrl: "https://slack-gov.com/api/" },
} as const;

/** The Web API for what was chosen at the sign-in; another address wins over it. */
export function addressIn(values: Readonly<Record<string, string>>, apiUrl: string | null): string {
  return apiUrl ?? (values.world === "gov" ? slackWorlds.gov : slackWorlds.slack).apiUrl;
}
