import { z } from "zod";
import { type GraphHandler, graphError } from "./graph-handler.ts";
import type { VendorCheck } from "./graph-schemas.ts";

/** A message in Teams, as it was sent. */
export type TeamsPost = {
  readonly id: string;
  /** `team/channel`, or the chat's id. */
  readonly place: string;
  /** The message this one replies to, or null. */
  readonly parentId: string | null;
  readonly subject: string | null;
  readonly html: string;
  readonly mentions: readonly { readonly id: number; readonly name: string; readonly userId: string }[];
  readonly fromId: string;
  readonly at: string;
};

const newMessage = z.strictObject({
  subject: z.string().optional(),
  body: z.strictObject({
    contentType: z.literal("html"),
    content: z
      .string()
      .min(1)
      .refine((html) => Buffer.byteLength(html) <= 28_000, "larger than 28 kB"),
  }),
  mentions: z
    .array(
      z.strictObject({
        id: z.number().int().min(0),
        mentionText: z.string(),
        mentioned: z.strictObject({
          user: z.strictObject({ id: z.string(), displayName: z.string(), userIdentityType: z.literal("aadUser") }),
        }),
      }),
    )
    .optional(),
});

/** The organisation whose account is signed in. */
export const homeTenant = "11111111-0000-4000-8000-000000000001";
const otherTenant = "22222222-0000-4000-8000-000000000002";

/** Channels, chats and replies. Every channel and chat exists, except those that are `gone`. */
export class Teams {
  readonly posts: TeamsPost[] = [];
  /** Ids of channels, chats and messages Teams no longer knows. */
  readonly gone = new Set<string>();
  /** Ids of channels that are shared, and of chats with somebody of another organisation. */
  readonly shared = new Set<string>();
  /** Ids of channels that belong to another organisation. */
  readonly foreign = new Set<string>();
  /** How many messages a page of a list has. */
  pageSize = 50;
  readonly #accountId: string;
  readonly #vendorCheck: VendorCheck;
  #lastId = Date.now();

  constructor(accountId: string, vendorCheck: VendorCheck) {
    this.#accountId = accountId;
    this.#vendorCheck = vendorCheck;
  }

  /** As if somebody had typed it. */
  postByHand(place: string, html: string, fromId: string | "me", parentId: string | null = null): TeamsPost {
    return this.#keep({ place, html, parentId, subject: null, mentions: [], fromId: fromId === "me" ? this.#accountId : fromId });
  }

  readonly post: GraphHandler = ({ path, body }) => {
    if (path.some((part) => this.gone.has(part))) return graphError(404, "NotFound", "Not found");
    const misfit = this.#vendorCheck("chatMessage", body);
    if (misfit !== null) return graphError(400, "BadRequest", misfit);
    const read = newMessage.safeParse(body);
    if (!read.success) return graphError(400, "BadRequest", z.prettifyError(read.error));
    const { place, parentId } = placeOf(path);
    if (parentId !== null && !this.posts.some((post) => post.id === parentId && post.place === place && post.parentId === null)) {
      return graphError(404, "NotFound", "No such message to reply to");
    }
    if (read.data.subject !== undefined && (parentId !== null || path[0] === "chats")) {
      return graphError(400, "BadRequest", "Only a message that begins a thread in a channel has a subject");
    }
    const tags = [...read.data.body.content.matchAll(/<at id="(\d+)">/g)].map(([, id]) => Number(id));
    const mentions = read.data.mentions ?? [];
    if (
      tags.toSorted().join() !==
      mentions
        .map(({ id }) => id)
        .toSorted()
        .join()
    ) {
      return graphError(400, "BadRequest", "The mentions are not those in the text");
    }
    const kept = this.#keep({
      place,
      parentId,
      subject: read.data.subject ?? null,
      html: read.data.body.content,
      mentions: mentions.map(({ id, mentionText, mentioned }) => ({ id, name: mentionText, userId: mentioned.user.id })),
      fromId: this.#accountId,
    });
    return { status: 201, body: shown(kept) };
  };

  readonly getChannel: GraphHandler = ({ path: [, , , id = ""] }) =>
    this.gone.has(id)
      ? graphError(404, "NotFound", "Not found")
      : {
          status: 200,
          body: {
            id,
            membershipType: this.shared.has(id) ? "shared" : "standard",
            tenantId: this.foreign.has(id) ? otherTenant : homeTenant,
          },
        };

  readonly members: GraphHandler = ({ path: [, id = ""] }) => {
    const tenants = this.shared.has(id) ? [homeTenant, otherTenant] : [homeTenant, homeTenant];
    return { status: 200, body: { value: tenants.map((tenantId, index) => ({ id: String(index), tenantId })) } };
  };

  readonly list: GraphHandler = ({ path, query }) => {
    if (path.some((part) => this.gone.has(part))) return graphError(404, "NotFound", "Not found");
    const { place, parentId } = placeOf(path);
    const size = Math.min(Number(query.get("$top") ?? "20"), this.pageSize);
    const start = Number(query.get("$skiptoken") ?? "0");
    const found = this.posts.filter((post) => post.place === place && post.parentId === parentId).toReversed();
    const next =
      start + size < found.length ? `https://graph.microsoft.com/v1.0/anything?$top=${size}&$skiptoken=${start + size}` : null;
    return {
      status: 200,
      body: { value: found.slice(start, start + size).map(shown), ...(next === null ? {} : { "@odata.nextLink": next }) },
    };
  };

  #keep(post: Omit<TeamsPost, "id" | "at">): TeamsPost {
    this.#lastId += 1;
    const kept = { ...post, id: String(this.#lastId), at: new Date().toISOString() };
    this.posts.push(kept);
    return kept;
  }
}

function placeOf(path: readonly string[]): { readonly place: string; readonly parentId: string | null } {
  if (path[0] === "chats") return { place: path[1] ?? "", parentId: null };
  return { place: `${path[1]}/${path[3]}`, parentId: path[5] ?? null };
}

/** Teams rewrites what it was sent: wraps it, and writes accents and signs as it likes. */
function shown({ id, subject, html, fromId, parentId, at }: TeamsPost): unknown {
  return {
    id,
    subject,
    replyToId: parentId,
    createdDateTime: at,
    lastModifiedDateTime: at,
    body: { contentType: "html", content: `<div>${html.replaceAll("é", "&eacute;").replaceAll("\n", " ")}</div>` },
    from: { user: { id: fromId, displayName: "Somebody", userIdentityType: "aadUser" } },
  };
}
