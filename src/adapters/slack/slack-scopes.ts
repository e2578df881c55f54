import type { Permissions } from "../../core/ports/connector.ts";

/** A right of Slack's, what it is for, and the methods that need it (docs.slack.dev/reference/scopes). */
export type SlackScope = {
  readonly name: string;
  readonly isFor: string;
  readonly methods: readonly string[];
  /** Some are only an app's: a person cannot grant them. */
  readonly grantedBy: readonly ("app" | "person")[];
};

const both = ["app", "person"] as const;
const reading = ["conversations.history", "conversations.replies"] as const;
const looking = "looking whether a notice is there when Slack's answer was lost";

/** Every right Forewarn uses. The app's manifest names these and no others. */
export const slackScopes: readonly SlackScope[] = [
  { name: "chat:write", isFor: "posting notices and replies", methods: ["chat.postMessage"], grantedBy: both },
  {
    name: "channels:read",
    isFor: "picking public channels from a list, and seeing who shares them",
    methods: ["conversations.list", "conversations.info"],
    grantedBy: both,
  },
  {
    name: "groups:read",
    isFor: "picking private channels from a list, and seeing who shares them",
    methods: ["conversations.list", "conversations.info"],
    grantedBy: both,
  },
  { name: "users:read", isFor: "picking people from a list", methods: ["users.list"], grantedBy: both },
  {
    name: "users:read.email",
    isFor: "telling people of one name apart by their mail address, and finding you for a test message",
    methods: ["users.list", "users.lookupByEmail"],
    grantedBy: both,
  },
  {
    name: "usergroups:read",
    isFor: "picking user groups that notices call by name",
    methods: ["usergroups.list"],
    grantedBy: both,
  },
  { name: "channels:history", isFor: `${looking} (public channels)`, methods: reading, grantedBy: both },
  { name: "groups:history", isFor: `${looking} (private channels)`, methods: reading, grantedBy: both },
  { name: "im:history", isFor: `${looking} (direct messages)`, methods: reading, grantedBy: both },
  { name: "mpim:history", isFor: `${looking} (group messages)`, methods: reading, grantedBy: both },
  {
    name: "im:write",
    isFor: "finding the direct conversation with a person for the same purpose, and for a test message to yourself",
    methods: ["conversations.open"],
    grantedBy: both,
  },
  {
    name: "metadata.message:read",
    isFor: "knowing its own notices again by their mark",
    methods: ["conversations.history", "conversations.replies"],
    grantedBy: ["app"],
  },
];

/** Methods every token may call. */
export const freeMethods: readonly string[] = ["auth.test"];

/** What a token may do and what it lacks; `granted` as Slack names it in an answer. */
export function permissionsOf(granted: readonly string[], holder: "app" | "person"): Permissions {
  return {
    granted,
    missing: slackScopes
      .filter(({ name, grantedBy }) => grantedBy.includes(holder) && !granted.includes(name))
      .map(({ name, isFor }) => ({ name, isFor })),
  };
}

/** What to do about rights a method was refused for, as Slack names them. */
export function missingScopeWords(needed: readonly string[]): string {
  const known = slackScopes.filter(({ name }) => needed.includes(name));
  const named = known.map(({ name, isFor }) => `${name} (${isFor})`).join(" and ");
  return `The Slack token lacks ${named === "" ? "a permission" : named}. Add it to the app under “OAuth & Permissions”, install the app again and connect with its new token.`;
}
