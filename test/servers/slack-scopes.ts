/** The rights each method needs for what is asked of it (docs.slack.dev/reference/methods), as far as Forewarn's methods go. */
export function scopesNeeded(method: string, form: URLSearchParams): readonly string[] {
  switch (method) {
    case "chat.postMessage":
      return ["chat:write"];
    case "conversations.open":
      return ["im:write"];
    case "conversations.list":
      return (form.get("types") ?? "public_channel").split(",").flatMap((type) => readOf[type] ?? []);
    case "conversations.info":
      return ["channels:read"];
    case "conversations.history":
    case "conversations.replies":
      return ["channels:history"];
    case "users.list":
      return ["users:read"];
    case "users.lookupByEmail":
      return ["users:read.email"];
    case "usergroups.list":
      return ["usergroups:read"];
    default:
      return [];
  }
}

const readOf: Readonly<Record<string, string>> = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  im: "im:read",
  mpim: "mpim:read",
};

/** What an app is granted that was made from Forewarn's manifest. */
export const allScopes: readonly string[] = [
  "chat:write",
  "channels:read",
  "groups:read",
  "users:read",
  "users:read.email",
  "usergroups:read",
  "channels:history",
  "groups:history",
  "im:history",
  "mpim:history",
  "im:write",
  "metadata.message:read",
];
