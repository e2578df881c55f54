import { type GraphHandler, graphError } from "./graph-handler.ts";

type Found = { readonly id: string; readonly displayName: string; readonly mail: string | null };

/** Teams, chats, people and groups as Graph lists them; a question Graph would not take is refused. */
export class Organisation {
  readonly myTeams = [
    { id: "team-platform", displayName: "Platform", description: "All who run it" },
    { id: "team-service", displayName: "Service desk", description: null },
  ];
  readonly people: Found[] = [
    { id: "person-1", displayName: "Ada Example", mail: "ada@example.org" },
    { id: "person-2", displayName: "Adam Sample", mail: null },
  ];
  readonly groups: Found[] = [{ id: "group-1", displayName: "Adapters on call", mail: "adapters@example.org" }];
  /** How many a page has. */
  pageSize = 2;
  readonly #accountId: string;

  constructor(accountId: string) {
    this.#accountId = accountId;
  }

  readonly teams: GraphHandler = ({ query }) =>
    query.size === 0 ? { status: 200, body: { value: this.myTeams } } : refuse("joinedTeams takes no query");

  readonly channels: GraphHandler = ({ path: [, teamId], query }) => {
    if (!this.myTeams.some(({ id }) => id === teamId)) return graphError(404, "NotFound", "No team found");
    const unknown = [...query.keys()].find((key) => !["$select", "$filter", "$skiptoken"].includes(key));
    if (unknown !== undefined) return refuse(`channels take no ${unknown}`);
    const all = [
      { id: "19:general@thread.tacv2", displayName: "General", membershipType: "standard", isArchived: false },
      { id: "19:changes@thread.tacv2", displayName: "Changes", membershipType: "shared", isArchived: false },
      { id: "19:old@thread.tacv2", displayName: "Old", membershipType: "private", isArchived: true },
    ];
    return this.#page(all, query, `teams/${teamId}/channels`);
  };

  readonly chats: GraphHandler = ({ query }) => {
    if (Number(query.get("$top") ?? "20") > 50) return refuse("$top is over 50");
    if (query.get("$expand") !== "members" && !query.has("$skiptoken")) return refuse("members are not expanded");
    const me = { displayName: "Release coordinator", userId: this.#accountId };
    const all = [
      {
        id: "19:one@thread.v2",
        topic: "Release room",
        chatType: "group",
        members: [me, { displayName: "Ada Example", userId: "person-1" }],
      },
      {
        id: "19:two@unq.gbl.spaces",
        topic: null,
        chatType: "oneOnOne",
        members: [{ displayName: "Adam Sample", userId: "person-2" }, me],
      },
      { id: "19:three@thread.v2", topic: null, chatType: "group", members: [me] },
    ];
    return this.#page(all, query, "me/chats");
  };

  find(kind: "people" | "groups"): GraphHandler {
    return ({ query, headers }) => {
      if (headers.consistencylevel !== "eventual") return refuse("$search needs ConsistencyLevel: eventual");
      const search = query.get("$search") ?? "";
      const parts = [...search.matchAll(/"(displayName|mail):((?:[^"\\]|\\.)*)"/gu)];
      const rest = parts
        .reduce((text, [part]) => text.replace(part, ""), search)
        .replaceAll("OR", "")
        .trim();
      if (parts.length === 0 || rest !== "") return refuse("a $search that can't be read");
      const value = this[kind].filter((one) =>
        parts.some(([, property, words = ""]) => {
          const text = (property === "mail" ? (one.mail ?? "") : one.displayName).toLowerCase();
          return text.split(/\s+/u).some((word) => word.startsWith(words.replace(/\\(.)/gu, "$1").toLowerCase()));
        }),
      );
      return { status: 200, body: { value } };
    };
  }

  #page(all: readonly unknown[], query: URLSearchParams, path: string) {
    const from = Number(query.get("$skiptoken") ?? "0");
    const next = from + this.pageSize;
    // The real host's address, whatever address is asked: nothing may follow it there.
    const link = next < all.length ? { "@odata.nextLink": `https://graph.microsoft.com/v1.0/${path}?$skiptoken=${next}` } : {};
    return { status: 200, body: { value: all.slice(from, next), ...link } };
  }
}

const refuse = (why: string) => graphError(400, "BadRequest", why);
