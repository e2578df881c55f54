import type { SlackServer } from "../servers/slack-server.ts";
import { granted, type TestApp } from "./open-test-app.ts";

/** From now on what is approved really leaves. */
export async function goLive({ app }: Pick<TestApp, "app">): Promise<void> {
  const { workspace } = app.workspaces.view();
  if (workspace === null) throw new Error("There is no workspace.");
  granted(await app.workspaces.update({ ...workspace, mode: "live" }));
}

/** Lets the workspace's Slack channels lead to those of the same name on a server. */
export async function useSlackChannels({ app }: Pick<TestApp, "app">, { channels }: SlackServer): Promise<void> {
  for (const channel of app.directory.all().channels) {
    const conversationId = channels[channel.name.replace("#", "")];
    if (channel.kind !== "slack" || conversationId === undefined) continue;
    granted(await app.directory.save({ kind: "channel", entry: { ...channel, conversationId } }));
  }
}

/** Lets mail leave as whoever signed in: the shared mailbox is a matter of its own. */
export async function sendMailAsMyself({ app }: Pick<TestApp, "app">): Promise<void> {
  for (const channel of app.directory.all().channels) {
    if (channel.kind === "mail") granted(await app.directory.save({ kind: "channel", entry: { ...channel, from: null } }));
  }
}
