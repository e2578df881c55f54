import type { IncomingMessage, ServerResponse } from "node:http";
import { createEmulator } from "emulate";
import { z } from "zod";
import { answerWith, type Fault, FaultScript, type Reply, type Watcher } from "./faults.ts";
import { listen, readBody } from "./listen.ts";
import { createSlackOAuth, type SlackOAuth } from "./slack-oauth.ts";
import { allScopes, scopesNeeded } from "./slack-scopes.ts";

/** A message Slack took, as it was sent. */
export type SlackPost = {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly threadTs: string | null;
  readonly isBroadcast: boolean;
  readonly deliveryId: string | null;
  readonly clientMessageId: string | null;
};

export type SlackServer = {
  /** Goes into FOREWARN_SLACK_API_URL or a connection's settings. */
  readonly url: string;
  readonly token: string;
  /** Signing in as a person. */
  readonly signIn: SlackOAuth;
  /** Channel ids by name. */
  readonly channels: Readonly<Record<string, string>>;
  readonly ledger: {
    /** Messages taken, in order; with their details exactly what readers see. */
    readonly posts: readonly SlackPost[];
    /** Details taken in the threads of messages, in order. */
    readonly details: readonly SlackPost[];
    /** Methods called, in order, whatever came of them. */
    readonly calls: readonly string[];
    /** Requests that Slack would not understand, with the reason. A test that leaves any here has found a fault. */
    readonly refused: readonly string[];
  };
  /** The next calls of `method` meet these faults, one each. */
  fault(method: string, ...faults: readonly Fault[]): void;
  /** Pages of messages have at most this many from now on, whatever is asked for, as Slack reserves the right to. */
  limitPages(messages: number): void;
  /** From now on another organisation shares this channel (Slack Connect). */
  share(channel: string): void;
  /** The app leaves a channel, as when somebody removes it, or is invited again. */
  leave(channel: string): Promise<void>;
  invite(channel: string): Promise<void>;
  archive(channel: string): Promise<void>;
  /** From now on the token may do only this. */
  grant(scopes: readonly string[]): void;
  /** Faults that were not met yet are taken back. */
  clearFaults(): void;
  /** From now on only this token is taken. */
  rotate(token: string): void;
  /** Refuses connections until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Posts as somebody else would, past the ledger. */
  postByHand(channel: string, text: string, threadTs?: string): Promise<string>;
  stop(): Promise<void>;
};

/** As an administrator registered them with the app. */
const registeredRedirects = [27641, 27642, 27643].map((port) => `http://localhost:${port}/slack`);

const token = "xoxb-forewarn-test-token";
const otherToken = "xoxp-somebody-else-token";

const text = z.string().min(1).max(3000);
const plainText = z.strictObject({ type: z.literal("plain_text"), text, emoji: z.boolean().optional() });
const markdown = z.strictObject({ type: z.literal("mrkdwn"), text, verbatim: z.boolean().optional() });
const blockId = { block_id: z.string().max(255).optional() };
const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style: style.optional() }),
  z.strictObject({ type: z.literal("link"), url: z.url(), text: z.string().min(1).optional(), style: style.optional() }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style: style.optional() }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: z.string().regex(/^S[A-Z0-9]+$/), style: style.optional() }),
  z.strictObject({ type: z.literal("broadcast"), range: z.enum(["channel", "here", "everyone"]), style: style.optional() }),
  z.strictObject({ type: z.literal("channel"), channel_id: z.string().regex(/^C[A-Z0-9]+$/), style: style.optional() }),
]);
const inlines = z.array(inline).min(1);
const richSection = z.strictObject({ type: z.literal("rich_text_section"), elements: inlines });
const richText = z.discriminatedUnion("type", [
  richSection,
  z.strictObject({ type: z.literal("rich_text_quote"), elements: inlines }),
  z.strictObject({ type: z.literal("rich_text_preformatted"), elements: inlines }),
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    indent: z.number().int().min(0).max(8),
    elements: z.array(richSection).min(1),
  }),
]);
const knownBlock = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("section"),
    ...blockId,
    text: z.union([plainText, markdown]).optional(),
    fields: z
      .array(z.union([plainText, markdown]))
      .max(10)
      .optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("header"), ...blockId, text: plainText.refine((value) => value.text.length <= 150) }),
  z.strictObject({ type: z.literal("divider"), ...blockId }),
  z.strictObject({
    type: z.literal("context"),
    ...blockId,
    elements: z
      .array(z.union([plainText, markdown]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal("rich_text"), ...blockId, elements: z.array(richText).min(1) }),
]);

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue("is no JSON");
        return z.NEVER;
      }
    })
    .pipe(schema);

const timestamp = z.string().regex(/^\d{10}\.\d{6}$/);
const channelId = z.string().regex(/^[CDGUW][A-Z0-9]{2,}$/);
const flag = z.enum(["true", "false"]);

/** What each method takes, as the vendor's reference has it; anything else is refused. */
const methods: Readonly<Record<string, z.ZodType>> = {
  "auth.test": z.strictObject({}),
  "conversations.open": z.strictObject({ users: z.string() }),
  "conversations.info": z.strictObject({ channel: channelId }),
  "conversations.list": z.strictObject({
    types: z.string().regex(/^(?:public_channel|private_channel|mpim|im)(?:,(?:public_channel|private_channel|mpim|im))*$/),
    exclude_archived: flag.optional(),
    limit: z.coerce.number().int().min(1).max(999).optional(),
    cursor: z.string().min(1).optional(),
  }),
  "users.list": z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).optional(),
    cursor: z.string().min(1).optional(),
  }),
  "users.lookupByEmail": z.strictObject({ email: z.email() }),
  "usergroups.list": z.strictObject({ include_count: flag.optional(), include_disabled: flag.optional() }),
  "chat.postMessage": z.strictObject({
    channel: channelId,
    text: z.string().min(1).max(40_000),
    blocks: json(z.array(knownBlock).max(50)).optional(),
    metadata: json(
      z.strictObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) }),
    ).optional(),
    client_msg_id: z.uuid(),
    unfurl_links: z.literal("false"),
    unfurl_media: z.literal("false"),
    thread_ts: timestamp.optional(),
    reply_broadcast: flag.optional(),
  }),
  "conversations.history": z.strictObject({
    channel: channelId,
    oldest: timestamp.optional(),
    inclusive: flag.optional(),
    include_all_metadata: flag.optional(),
    limit: z.coerce.number().int().min(1).max(999).optional(),
    cursor: z.string().optional(),
  }),
  "conversations.replies": z.strictObject({
    channel: channelId,
    ts: timestamp,
    oldest: timestamp.optional(),
    inclusive: flag.optional(),
    include_all_metadata: flag.optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
    cursor: z.string().optional(),
  }),
};

const postedSchema = z.object({ ok: z.literal(true), ts: z.string(), channel: z.string() });
const listSchema = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });
const messagesSchema = z.looseObject({ messages: z.array(z.looseObject({ ts: z.string() })) });

/**
 * Slack on 127.0.0.1: the `emulate` package keeps channels, threads and history; this door in front of it takes only
 * requests that fit the vendor's reference, keeps a ledger, and can go wrong in every way Slack can. It also does what
 * the emulator leaves out: unknown tokens, `oldest`, hiding metadata nobody asked for, and pages of replies.
 */
export async function startSlackServer(
  options: {
    readonly channels?: readonly string[];
    readonly privateChannels?: readonly string[];
    readonly redirects?: "any";
    /** What its clock says; the computer's where nothing is said. */
    readonly date?: () => number;
    readonly watcher?: Watcher;
  } = {},
): Promise<SlackServer> {
  const { watcher = null } = options;
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        team: { name: "Example Platform", domain: "example" },
        users: [
          { name: "forewarn", real_name: "Forewarn", email: "forewarn@example.org" },
          { name: "colleague", real_name: "A colleague", email: "colleague@example.org" },
        ],
        channels: [
          ...(options.channels ?? ["changes"]).map((name) => ({ name })),
          ...(options.privateChannels ?? []).map((name) => ({ name, is_private: true })),
        ],
        tokens: [
          { token, user: "forewarn" },
          { token: otherToken, user: "colleague" },
        ],
      },
    },
  });
  const posts: SlackPost[] = [];
  const details: SlackPost[] = [];
  const calls: string[] = [];
  const refused: string[] = [];
  const faults = new FaultScript();
  const shared = new Set<string>();
  const oauth = createSlackOAuth(options.redirects ?? registeredRedirects);
  let granted: readonly string[] = allScopes;
  let mostPerPage = 999;
  let accepted = token;

  async function forward(method: string, form: URLSearchParams, as: string): Promise<unknown> {
    const answer = await fetch(new URL(`/api/${method}`, emulator.url), {
      method: "POST",
      headers: { Authorization: `Bearer ${as}`, "Content-Type": "application/x-www-form-urlencoded" },
      body: form.toString(),
    });
    return answer.json();
  }

  async function take(method: string, form: URLSearchParams): Promise<Reply> {
    const cursor = Number(form.get("cursor") || "0");
    const limit = Math.min(Number(form.get("limit") ?? "100"), mostPerPage);
    const isList = method === "conversations.history" || method === "conversations.replies";
    if (isList) {
      form.delete("cursor");
      form.set("limit", "999");
    }
    if (method === "usergroups.list") return { status: 200, body: { ok: true, usergroups: userGroups } };
    if (method === "users.list" || method === "conversations.list") form.set("limit", String(limit));
    const body = await forward(method, form, token);
    if (method === "users.list") return { status: 200, body: withOthers(body) };
    if (isList) return { status: 200, body: page(body, form, cursor, limit) };
    if (method === "conversations.info") return { status: 200, body: withSharing(body, shared) };
    const posted = method === "chat.postMessage" ? postedSchema.safeParse(body) : null;
    if (posted?.success === true) (areDetails(form) ? details : posts).push(postOf(form, posted.data));
    return { status: 200, body };
  }

  async function forwarded(method: string, channel: string): Promise<void> {
    z.object({ ok: z.literal(true) }).parse(await forward(method, new URLSearchParams({ channel }), token));
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await oauth.page(request, response)) return;
    const method = (request.url ?? "").replace(/^\/api\//, "");
    calls.push(method);
    const form = new URLSearchParams(await readBody(request));
    const complain = (code: string, reason: string): Reply => {
      refused.push(`${method}: ${reason}`);
      return { status: 200, body: { ok: false, error: code } };
    };
    response.setHeader("x-oauth-scopes", granted.join(","));
    await answerWith(
      response,
      faults.take(method),
      async () => {
        if (method === "oauth.v2.access") {
          const { complaint, ...reply } = oauth.access(form);
          return complaint === undefined ? reply : complain("invalid_arguments", complaint);
        }
        const schema = methods[method];
        if (request.method !== "POST" || schema === undefined) return complain("unknown_method", "no such method");
        if (request.headers.authorization === undefined) return complain("not_authed", "no token");
        const bearer = request.headers.authorization.replace(/^Bearer /, "");
        if (bearer !== accepted && !oauth.holds(bearer)) return { status: 200, body: { ok: false, error: "invalid_auth" } };
        const read = schema.safeParse(Object.fromEntries(form));
        if (!read.success) return complain("invalid_arguments", z.prettifyError(read.error));
        const lacking = scopesNeeded(method, form).filter((scope) => !granted.includes(scope));
        if (lacking.length > 0) {
          const body = { ok: false, error: "missing_scope", needed: lacking.join(","), provided: granted.join(",") };
          return { status: 200, body };
        }
        return take(method, form);
      },
      (status, code) => ({ status, body: { ok: false, error: code } }),
      watcher === null ? null : (step) => watcher.step(step, method),
    );
  };
  const server = await listen(
    handle,
    options.date ?? watcher?.date ?? null,
    watcher === null ? null : (line) => watcher.step("firstByte", (line.split(" ")[1] ?? "").replace(/^\/api\//, "")),
  );

  const everything = new URLSearchParams({ types: "public_channel,private_channel", limit: "999" });
  const listed = listSchema.parse(await forward("conversations.list", everything, token));
  return {
    url: `${server.origin}/api/`,
    token,
    signIn: oauth,
    channels: Object.fromEntries(listed.channels.map(({ id, name }) => [name, id])),
    ledger: { posts, details, calls, refused },
    fault: (method, ...added) => faults.add(method, ...added),
    limitPages(messages) {
      mostPerPage = messages;
    },
    clearFaults: () => faults.clear(),
    rotate(next) {
      accepted = next;
    },
    shut: server.shut,
    open: server.open,
    share(channel) {
      shared.add(channel);
    },
    leave: (channel) => forwarded("conversations.leave", channel),
    invite: (channel) => forwarded("conversations.join", channel),
    archive: (channel) => forwarded("conversations.archive", channel),
    grant(scopes) {
      granted = scopes;
    },
    async postByHand(channel, words, threadTs) {
      const form = new URLSearchParams({ channel, text: words, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) });
      return postedSchema.parse(await forward("chat.postMessage", form, otherToken)).ts;
    },
    async stop() {
      await server.stop();
      await emulator.close();
    },
  };
}

/** What the emulator has no idea of: groups people are called by, one of them given up. */
const userGroups = [
  { id: "S0ONCALL", name: "On call", handle: "oncall", user_count: 4, date_delete: 0 },
  { id: "S0GONE", name: "Old team", handle: "old", user_count: 0, date_delete: 1_700_000_000 },
];

/** At the end of the last page: who is no person one could write to. */
function withOthers(body: unknown): unknown {
  const read = z
    .looseObject({ members: z.array(z.unknown()), response_metadata: z.object({ next_cursor: z.string() }) })
    .safeParse(body);
  if (!read.success || read.data.response_metadata.next_cursor !== "") return body;
  const others = [
    { id: "USLACKBOT", name: "slackbot", is_bot: false, deleted: false, profile: { real_name: "Slackbot" } },
    { id: "U0ROBOT", name: "robot", is_bot: true, deleted: false, profile: { real_name: "A robot" } },
    { id: "U0LEFT", name: "left", is_bot: false, deleted: true, profile: { real_name: "Somebody who left" } },
  ];
  return { ...read.data, members: [...read.data.members, ...others] };
}

function areDetails(form: URLSearchParams): boolean {
  return form.get("metadata")?.includes('"event_type":"forewarn_details"') === true;
}

function postOf(form: URLSearchParams, posted: { readonly ts: string; readonly channel: string }): SlackPost {
  const metadata = z
    .object({ event_payload: z.object({ delivery_id: z.string() }) })
    .safeParse(JSON.parse(form.get("metadata") ?? "null"));
  return {
    ts: posted.ts,
    channel: posted.channel,
    text: form.get("text") ?? "",
    blocks: z.array(z.unknown()).parse(JSON.parse(form.get("blocks") ?? "[]")),
    threadTs: form.get("thread_ts"),
    isBroadcast: form.get("reply_broadcast") === "true",
    deliveryId: metadata.success ? metadata.data.event_payload.delivery_id : null,
    clientMessageId: form.get("client_msg_id"),
  };
}

/** What the emulator says of a conversation, with what it leaves out: who shares it. */
function withSharing(body: unknown, shared: ReadonlySet<string>): unknown {
  const read = z.looseObject({ channel: z.looseObject({ id: z.string() }) }).safeParse(body);
  if (!read.success) return body;
  const { channel } = read.data;
  const isShared = shared.has(channel.id);
  const sharing = {
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: "T0OWN",
    connected_team_ids: isShared ? ["T0OWN", "T0SUPPLIER"] : [],
  };
  return { ...read.data, channel: { ...channel, ...sharing } };
}

/** One page of what the emulator lists, with the cursor as an offset. */
function page(body: unknown, form: URLSearchParams, offset: number, limit: number): unknown {
  const read = messagesSchema.safeParse(body);
  if (!read.success) return body;
  const oldest = Number(form.get("oldest") ?? "0");
  const wanted = read.data.messages.filter(({ ts }) => Number(ts) >= oldest);
  const end = offset + limit;
  return {
    ...read.data,
    messages: wanted.slice(offset, end).map(({ metadata, client_msg_id, ...message }) =>
      // Slack keeps `client_msg_id` for people's own clients only: nothing may depend on it.
      form.get("include_all_metadata") === "true" && metadata !== undefined ? { ...message, metadata } : message,
    ),
    has_more: end < wanted.length,
    response_metadata: { next_cursor: end < wanted.length ? String(end) : "" },
  };
}
