import { slackScopes } from "./slack-scopes.ts";

/** Where Slack's page sends somebody who signed in back to: this computer, on the first of these ports that is free. */
export const redirectPorts: readonly number[] = [27641, 27642, 27643];
export const redirectPath = "/slack";

/** The app an administrator makes for Forewarn, as Slack takes it under “From a manifest” (docs.slack.dev/reference/app-manifest). */
export const slackManifest = `${JSON.stringify(
  {
    display_information: {
      name: "Forewarn",
      description: "Notices of planned changes, sent by the release coordinator",
    },
    features: { bot_user: { display_name: "Forewarn", always_online: false } },
    oauth_config: {
      redirect_urls: redirectPorts.map((port) => `http://localhost:${port}${redirectPath}`),
      scopes: { user: scopesOf("person"), bot: scopesOf("app") },
    },
    // Rotation would end the app's own token after twelve hours; whoever signs in gets rotating tokens by themselves.
    settings: { org_deploy_enabled: false, socket_mode_enabled: false, token_rotation_enabled: false },
  },
  null,
  2,
)}\n`;

/** The rights that are asked of a person, or given to the app. */
export function scopesOf(holder: "app" | "person"): readonly string[] {
  return slackScopes.filter(({ grantedBy }) => grantedBy.includes(holder)).map(({ name }) => name);
}
