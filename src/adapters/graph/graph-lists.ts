import { z } from "zod";
import type { Asked, Listed, ListedKind, Lists } from "../../core/ports/connector.ts";
import { inTheWay } from "../network/in-the-way.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { graphFeatures } from "./graph-features.ts";
import { nameOf } from "./graph-outcome.ts";

/** More pages than this are not read; chats come newest first, and of all else nobody has so many. */
const mostPages = 20;
/** As many as a search shows. */
const mostFound = 25;

const linked = { "@odata.nextLink": z.string().optional() };
const teams = z.object({
  ...linked,
  value: z.array(z.object({ id: z.string(), displayName: z.string().nullish(), description: z.string().nullish() })),
});
const channels = z.object({
  ...linked,
  value: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      membershipType: z.string().nullish(),
      isArchived: z.boolean().nullish(),
    }),
  ),
});
const chats = z.object({
  ...linked,
  value: z.array(
    z.object({
      id: z.string(),
      topic: z.string().nullish(),
      chatType: z.string(),
      members: z.array(z.object({ displayName: z.string().nullish(), userId: z.string().nullish() })).default([]),
    }),
  ),
});
const found = z.object({
  ...linked,
  value: z.array(
    z.object({
      id: z.string(),
      displayName: z.string().nullish(),
      mail: z.string().nullish(),
      userPrincipalName: z.string().nullish(),
    }),
  ),
});
const account = z.object({ id: z.string() });

/** What the person who signed in sees in Teams and in the organisation's directory. Only reads. */
export function listsInGraph(call: GraphCall): Lists {
  /** One's own name in each chat says nothing; asked for once. */
  let me: Promise<string> | null = null;
  const myId = (): Promise<string> => {
    me ??= call("GET", "/me?$select=id").then((answer) => readAs(account, answer)?.id ?? "");
    return me;
  };

  return {
    searched: ["person", "group"],
    async list(what, search, within, isGivenUp = () => false) {
      const ask = <Page extends { readonly "@odata.nextLink"?: string | undefined }>(
        path: string,
        schema: z.ZodType<Page>,
        listedOf: (page: Page) => readonly Listed[],
        pages = mostPages,
      ) => allPages({ call, what, path, schema, listedOf, pages, isGivenUp });
      switch (what) {
        case "team":
          // Takes no query at all.
          return ask("/me/joinedTeams", teams, ({ value }) =>
            value.map(({ id, displayName, description }) => listed(what, id, displayName ?? id, description ?? "")),
          );
        case "channel":
          if (within === null) return { kind: "refused", detail: "Pick the team first: its channels are listed then." };
          return ask(
            `/teams/${encodeURIComponent(within)}/channels?$select=id,displayName,membershipType,isArchived`,
            channels,
            ({ value }) => value.map(channelOf),
          );
        case "chat": {
          const mine = await myId();
          return ask("/me/chats?$expand=members&$orderby=lastMessagePreview/createdDateTime%20desc&$top=50", chats, ({ value }) =>
            value.map((chat) => chatOf(chat, mine)),
          );
        }
        case "person":
          return ask(
            searchPath("users", ["displayName", "mail"], search, "id,displayName,mail,userPrincipalName"),
            found,
            foundOf(what),
            1,
          );
        case "group":
          return ask(searchPath("groups", ["displayName", "mail"], search, "id,displayName,mail"), found, foundOf(what), 1);
      }
    },
  };
}

/** A search as Graph wants it: each part quoted, with nothing of it able to end the quotes. */
function searchPath(collection: string, properties: readonly string[], words: string, fields: string): string {
  const quoted = words.replace(/[\\"]/gu, "\\$&");
  const search = properties.map((property) => `"${property}:${quoted}"`).join(" OR ");
  return `/${collection}?$search=${encodeURIComponent(search)}&$select=${fields}&$top=${mostFound}`;
}

function listed(what: ListedKind, id: string, name: string, detail: string, problem: string | null = null): Listed {
  return { what, id, name, detail, problem };
}

function channelOf({ id, displayName, membershipType, isArchived }: z.infer<typeof channels>["value"][number]): Listed {
  const detail = membershipType === "shared" ? "shared channel" : membershipType === "private" ? "private channel" : "";
  return listed(
    "channel",
    id,
    displayName,
    detail,
    isArchived === true ? "This channel is archived: nothing can be posted" : null,
  );
}

/** A chat without a topic is known by who is in it. */
function chatOf({ id, topic, chatType, members }: z.infer<typeof chats>["value"][number], mine: string): Listed {
  const others = members.filter(({ userId }) => userId !== mine).map(({ displayName }) => displayName ?? "somebody");
  const kind = chatType === "oneOnOne" ? "chat" : chatType === "meeting" ? "meeting chat" : "group chat";
  const known = others.slice(0, 4).join(", ") + (others.length > 4 ? ` and ${others.length - 4} more` : "");
  return topic
    ? listed("chat", id, topic, known === "" ? kind : `${kind} with ${known}`)
    : listed("chat", id, known || kind, kind);
}

function foundOf(what: ListedKind): (page: z.infer<typeof found>) => readonly Listed[] {
  return ({ value }) =>
    value.map(({ id, displayName, mail, userPrincipalName }) => {
      const address = mail ?? userPrincipalName ?? "";
      return listed(what, id, displayName || address || id, address);
    });
}

async function allPages<Page extends { readonly "@odata.nextLink"?: string | undefined }>(reading: {
  readonly call: GraphCall;
  readonly what: ListedKind;
  readonly path: string;
  readonly schema: z.ZodType<Page>;
  readonly listedOf: (page: Page) => readonly Listed[];
  readonly pages: number;
  readonly isGivenUp: () => boolean;
}): Promise<Asked<readonly Listed[]>> {
  const { call, what, path, schema, listedOf, pages, isGivenUp } = reading;
  const [base = path] = path.split("?", 1);
  const value = new Map<string, Listed>();
  let next: string | null = path;
  for (let page = 0; next !== null && page < pages; page += 1) {
    if (isGivenUp()) return { kind: "unreachable", detail: "Nobody waits for Microsoft's answer any more." };
    const answer: GraphAnswer = await call("GET", next);
    const read = readAs(schema, answer);
    if (read === null) return failedAsk(answer, what);
    for (const one of listedOf(read)) value.set(one.id, one);
    // Only the query of the next page's address is followed: the token goes nowhere but to the address in Settings.
    const link: string | undefined = read["@odata.nextLink"];
    const query: string = link === undefined ? "" : (URL.parse(link)?.search ?? "");
    next = query === "" || `${base}${query}` === next ? null : `${base}${query}`;
  }
  return { kind: "answered", value: [...value.values()] };
}

function readAs<T>(schema: z.ZodType<T>, answer: GraphAnswer): T | null {
  if (answer.kind !== "answered" || answer.status !== 200) return null;
  const read = schema.safeParse(answer.body);
  return read.success ? read.data : null;
}

/** What each list needs; a missing permission is named, and stops nothing else. */
const featureOf = {
  team: "teamsChannels",
  channel: "teamsChannels",
  chat: "teamsChats",
  person: "people",
  group: "people",
} as const satisfies Record<ListedKind, (typeof graphFeatures)[number]["name"]>;

function failedAsk(answer: GraphAnswer, what: ListedKind): Exclude<Asked<never>, { kind: "answered" }> {
  if (answer.kind === "noToken") return { kind: "signInNeeded", detail: answer.detail };
  if (answer.kind === "failed") return { kind: "unreachable", detail: answer.failure.words };
  if (answer.kind === "withheld") return { kind: "unreachable", detail: "Microsoft was not asked." };
  switch (answer.status) {
    case 200:
      return { kind: "unreachable", detail: `The answer is not Microsoft Graph's. ${inTheWay}` };
    case 401:
      return {
        kind: "signInNeeded",
        detail: "Microsoft no longer accepts the sign-in. In Settings sign in again, or paste a new token.",
      };
    case 403: {
      const feature = graphFeatures.find(({ name }) => name === featureOf[what]);
      return {
        kind: "refused",
        detail: `The Microsoft sign-in may not list this: it lacks one of ${feature?.permissions.join(", ")}. In Settings sign in again and choose “${feature?.label}”, or type the id.`,
      };
    }
    case 404:
      return { kind: "refused", detail: "Microsoft has no such team, or this account is not in it. Pick the team once more." };
    case 429:
    case 503:
      return { kind: "unreachable", detail: "Microsoft asks to wait. Try again in a minute." };
    default:
      return { kind: "refused", detail: `Microsoft answered ${nameOf(answer)}. Type the id instead.` };
  }
}
