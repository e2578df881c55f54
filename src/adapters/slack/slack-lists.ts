import { z } from "zod";
import type { Asked, Listed, ListedKind, Lists } from "../../core/ports/connector.ts";
import { failedAsk, notSlack } from "./slack-asked.ts";
import type { SlackCall } from "./slack-client.ts";

/** Slack takes up to 999; large pages keep a large workspace under its twenty requests a minute. */
const pageSize = 500;
const mostPages = 40;

const nextPage = { response_metadata: z.object({ next_cursor: z.string().optional() }).optional() };
const channels = z.object({
  ...nextPage,
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      is_private: z.boolean().optional(),
      is_archived: z.boolean().optional(),
      is_member: z.boolean().optional(),
      is_ext_shared: z.boolean().optional(),
      num_members: z.number().optional(),
    }),
  ),
});
const users = z.object({
  ...nextPage,
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string().default(""),
      deleted: z.boolean().optional(),
      is_bot: z.boolean().optional(),
      is_restricted: z.boolean().optional(),
      profile: z.object({ real_name: z.string().optional(), email: z.string().optional() }).default({}),
    }),
  ),
});
const userGroups = z.object({
  ...nextPage,
  usergroups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      handle: z.string().default(""),
      user_count: z.union([z.number(), z.string()]).optional(),
      date_delete: z.number().optional(),
    }),
  ),
});

/** Slack's own robot is no bot by its own account. */
const slackbot = "USLACKBOT";

/** Why nothing can be posted to a channel `holder` is not in. */
export const notInChannel = {
  app: "The app is not in this channel: invite it with /invite",
  person: "You are not in this channel: join it in Slack",
} as const;

/** Channels, people and user groups of a workspace, as its token sees them. Slack has no search: each is listed whole. */
export function listsInSlack(call: SlackCall, holder: keyof typeof notInChannel): Lists {
  return {
    async list(what, _search, _within, isGivenUp = () => false) {
      switch (what) {
        case "channel":
          return allPages(
            (cursor) =>
              call("conversations.list", {
                types: "public_channel,private_channel",
                exclude_archived: true,
                limit: pageSize,
                cursor,
              }),
            channels,
            (page) =>
              page.channels.filter(({ is_archived }) => is_archived !== true).map((channel) => channelOf(channel, holder)),
            isGivenUp,
          );
        case "person":
          return allPages(
            (cursor) => call("users.list", { limit: pageSize, cursor }),
            users,
            (page) =>
              page.members
                .filter(({ id, deleted, is_bot }) => deleted !== true && is_bot !== true && id !== slackbot)
                .map(personOf),
            isGivenUp,
          );
        case "group":
          return allPages(
            (cursor) => call("usergroups.list", { include_count: true, cursor }),
            userGroups,
            (page) => page.usergroups.filter(({ date_delete = 0 }) => date_delete === 0).map(groupOf),
            isGivenUp,
          );
        default:
          return { kind: "refused", detail: `Slack has no list of ${notListed[what]}.` };
      }
    },
  };
}

const notListed = { chat: "chats", team: "teams" } as const satisfies Record<
  Exclude<ListedKind, "channel" | "person" | "group">,
  string
>;

async function allPages<Page extends { response_metadata?: { next_cursor?: string | undefined } | undefined }>(
  ask: (cursor: string | undefined) => ReturnType<SlackCall>,
  schema: z.ZodType<Page>,
  listedOf: (page: Page) => readonly Listed[],
  isGivenUp: () => boolean,
): Promise<Asked<readonly Listed[]>> {
  // By id: what moves from page to page while they are read comes once.
  const listed = new Map<string, Listed>();
  let cursor: string | undefined;
  for (let page = 0; page === 0 || cursor !== undefined; page += 1) {
    if (page === mostPages) {
      return { kind: "refused", detail: `Slack lists more than ${mostPages * pageSize} here. Type the id instead.` };
    }
    if (isGivenUp()) return { kind: "unreachable", detail: "Nobody waits for Slack's answer any more." };
    const answer = await ask(cursor);
    if (answer.kind !== "ok") return failedAsk(answer);
    const read = schema.safeParse(answer.body);
    if (!read.success) return notSlack;
    for (const one of listedOf(read.data)) listed.set(one.id, one);
    const next = read.data.response_metadata?.next_cursor || undefined;
    // A gateway that answers the same page for ever must not be asked for ever.
    cursor = next === cursor ? undefined : next;
  }
  return { kind: "answered", value: [...listed.values()] };
}

type Page<Schema extends z.ZodType, Key extends keyof z.output<Schema>> = z.output<Schema>[Key] extends readonly (infer One)[]
  ? One
  : never;

function channelOf(channel: Page<typeof channels, "channels">, holder: keyof typeof notInChannel): Listed {
  const { id, name, is_private, is_member, is_ext_shared, num_members } = channel;
  const detail = [
    is_private === true ? "private channel" : "public channel",
    num_members === undefined ? "" : num_members === 1 ? "1 member" : `${num_members} members`,
    is_ext_shared === true ? "shared with another organisation" : "",
  ];
  return {
    what: "channel",
    id,
    name: `#${name}`,
    detail: detail.filter((words) => words !== "").join(", "),
    problem: is_member === false ? notInChannel[holder] : null,
  };
}

function personOf({ id, name, is_restricted, profile }: Page<typeof users, "members">): Listed {
  const detail = [profile.email ?? (name === "" ? "" : `@${name}`), is_restricted === true ? "guest" : ""];
  return {
    what: "person",
    id,
    name: profile.real_name || name || id,
    detail: detail.filter((words) => words !== "").join(", "),
    problem: null,
  };
}

function groupOf({ id, name, handle, user_count }: Page<typeof userGroups, "usergroups">): Listed {
  const detail = [handle === "" ? "" : `@${handle}`, user_count === undefined ? "" : `${user_count} members`];
  return { what: "group", id, name, detail: detail.filter((words) => words !== "").join(", "), problem: null };
}
