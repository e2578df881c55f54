import type { Permissions } from "../../core/ports/connector.ts";
import type { SignInFeature } from "../../core/ports/sign-in.ts";

/** What Forewarn can do in Microsoft 365, with the delegated permissions each needs (docs/connect-microsoft.md). */
export const graphFeatures = [
  {
    name: "mail",
    label: "Outlook mail",
    isFor: "Sends as you, and looks whether a mail was sent when the answer was lost",
    permissions: ["User.Read", "Mail.ReadWrite", "Mail.Send"],
    isBase: true,
    needsAdministrator: false,
  },
  {
    name: "sharedMailbox",
    label: "Shared mailboxes",
    isFor: "Sends from a mailbox that gave you Send As",
    permissions: ["Mail.Send.Shared"],
    isBase: false,
    needsAdministrator: false,
  },
  {
    name: "teamsChannels",
    label: "Teams channels",
    isFor: "Lists your teams and channels, posts in them, and looks whether a notice is there",
    permissions: ["Team.ReadBasic.All", "Channel.ReadBasic.All", "ChannelMessage.Send", "ChannelMessage.Read.All"],
    isBase: false,
    needsAdministrator: true,
  },
  {
    name: "teamsChats",
    label: "Teams chats",
    isFor: "Lists your chats, posts in them, and sees who reads along",
    permissions: ["Chat.Read", "ChatMessage.Send"],
    isBase: false,
    needsAdministrator: false,
  },
  {
    name: "people",
    label: "People and groups",
    isFor: "Finds people and groups by name for the directory",
    permissions: ["User.ReadBasic.All", "GroupMember.Read.All"],
    isBase: false,
    needsAdministrator: true,
  },
  {
    name: "calendar",
    label: "Shared calendar",
    isFor: "Keeps windows as events in a calendar, moved and cancelled with them",
    permissions: ["Calendars.ReadWrite", "Calendars.ReadWrite.Shared"],
    isBase: false,
    needsAdministrator: false,
  },
] as const satisfies readonly SignInFeature[];

/** The permissions of the base features and of those chosen. */
export function permissionsOf(chosen: readonly string[]): readonly string[] {
  return featuresFor(chosen).flatMap(({ permissions }) => [...permissions]);
}

export const basePermissions: readonly string[] = permissionsOf([]);

/** What a sign-in has of what was chosen, and what each missing permission is for. */
export function permissionsIn(granted: readonly string[], chosen: readonly string[]): Permissions {
  const has = new Set(granted.map((name) => name.toLowerCase()));
  return {
    granted,
    missing: featuresFor(chosen).flatMap(({ label, isFor, permissions }) =>
      permissions.filter((name) => !has.has(name.toLowerCase())).map((name) => ({ name, isFor: `${label}: ${isFor}` })),
    ),
  };
}

function featuresFor(chosen: readonly string[]): readonly SignInFeature[] {
  return graphFeatures.filter(({ name, isBase }) => isBase || chosen.includes(name));
}
