import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerWith, type Fault, FaultScript, type Reply, type Watcher } from "./faults.ts";
import { Calendars } from "./graph-calendar.ts";
import { type GraphHandler, graphError } from "./graph-handler.ts";
import { Mailbox, type SentMail } from "./graph-mailbox.ts";
import { Organisation } from "./graph-organisation.ts";
import { loadVendorCheck } from "./graph-schemas.ts";
import { homeTenant, Teams, type TeamsPost } from "./graph-teams.ts";
import { listen, readBody } from "./listen.ts";

/** The operations a fault can be put on, named after what they do. */
type GraphOperation =
  | "me"
  | "createDraft"
  | "createReply"
  | "updateDraft"
  | "getMail"
  | "removeMail"
  | "findMails"
  | "listAttachments"
  | "addAttachment"
  | "sendDraft"
  | "organization"
  | "getChannel"
  | "listMembers"
  | "listTeams"
  | "listChannels"
  | "listChats"
  | "findPeople"
  | "findGroups"
  | "listCalendars"
  | "createEvent"
  | "findEvents"
  | "getEvent"
  | "updateEvent"
  | "postMessage"
  | "listMessages";

export type GraphServer = {
  /** Goes into FOREWARN_GRAPH_URL or a connection's settings. */
  readonly url: string;
  readonly token: string;
  /** The address the mailbox sends from. */
  readonly account: string;
  readonly ledger: {
    /** Mails that left the mailbox, in order. */
    readonly mails: readonly SentMail[];
    /** Messages in Teams, in order. */
    readonly posts: readonly TeamsPost[];
    /** Operations called, in order, whatever came of them. */
    readonly calls: readonly GraphOperation[];
    /** Requests that Graph would refuse, with the reason. A test that leaves any here has found a fault. */
    readonly refused: readonly string[];
  };
  readonly mailbox: Mailbox;
  readonly teams: Teams;
  /** What there is to pick from. */
  readonly organisation: Organisation;
  readonly calendars: Calendars;
  /** The next calls of `operation` meet these faults, one each. */
  fault(operation: GraphOperation, ...faults: readonly Fault[]): void;
  /** Faults that were not met yet are taken back. */
  clearFaults(): void;
  /** From now on only this token is taken. */
  rotate(token: string): void;
  /** Refuses connections until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Microsoft Graph on 127.0.0.1, as far as Forewarn uses it: a mailbox with drafts, replies and sent items, and Teams
 * with channels, chats and replies. Bodies are held against the vendor's schemas where those are at hand, and always
 * against checks of our own; what does not fit is refused with 400 and noted.
 */
export async function startGraphServer(
  options: {
    readonly account?: string;
    readonly watcher?: Watcher;
    /** Tokens that are taken beside its own: those a sign-in service gave. */
    readonly takes?: (token: string) => boolean;
    readonly date?: () => number;
  } = {},
): Promise<GraphServer> {
  const { watcher = null } = options;
  const token = "graph-forewarn-test-token";
  const account = options.account ?? "coordinator@example.org";
  const accountId = randomUUID();
  const vendorCheck = loadVendorCheck();
  const mailbox = new Mailbox(account, vendorCheck);
  const teams = new Teams(accountId, vendorCheck);
  const people = new Organisation(accountId);
  const calendars = new Calendars(vendorCheck);
  const calls: GraphOperation[] = [];
  const refused: string[] = [];
  const faults = new FaultScript();
  let accepted = token;

  const me: GraphHandler = () => ({
    status: 200,
    body: { id: accountId, displayName: "Release coordinator", mail: account, userPrincipalName: account },
  });

  function route(method: string, path: readonly string[]): readonly [GraphOperation, GraphHandler] | null {
    const shape = path.map((part, index) => (isName(part, index) ? part : "*")).join("/");
    switch (`${method} ${shape}`) {
      case "GET me":
        return ["me", me];
      case "POST me/messages":
        return ["createDraft", mailbox.createDraft];
      case "GET me/messages":
        return ["findMails", mailbox.find];
      case "GET me/messages/*":
        return ["getMail", mailbox.get];
      case "DELETE me/messages/*":
        return ["removeMail", mailbox.remove];
      case "PATCH me/messages/*":
        return ["updateDraft", mailbox.update];
      case "POST me/messages/*/createReplyAll":
        return ["createReply", mailbox.createReplyAll];
      case "GET me/messages/*/attachments":
        return ["listAttachments", mailbox.listAttachments];
      case "POST me/messages/*/attachments":
        return ["addAttachment", mailbox.addAttachment];
      case "POST me/messages/*/send":
        return ["sendDraft", mailbox.send];
      case "GET organization":
        return ["organization", () => ({ status: 200, body: { value: [{ id: homeTenant }] } })];
      case "GET teams/*/channels/*":
        return ["getChannel", teams.getChannel];
      case "GET me/calendars":
        return ["listCalendars", calendars.list];
      case "POST me/calendars/*/events":
        return ["createEvent", calendars.create];
      case "GET me/calendars/*/events":
        return ["findEvents", calendars.find];
      case "GET me/calendars/*/events/*":
        return ["getEvent", calendars.get];
      case "PATCH me/calendars/*/events/*":
        return ["updateEvent", calendars.update];
      case "GET me/joinedTeams":
        return ["listTeams", people.teams];
      case "GET teams/*/channels":
        return ["listChannels", people.channels];
      case "GET me/chats":
        return ["listChats", people.chats];
      case "GET users":
        return ["findPeople", people.find("people")];
      case "GET groups":
        return ["findGroups", people.find("groups")];
      case "GET chats/*/members":
        return ["listMembers", teams.members];
      case "POST teams/*/channels/*/messages":
      case "POST teams/*/channels/*/messages/*/replies":
      case "POST chats/*/messages":
        return ["postMessage", teams.post];
      case "GET teams/*/channels/*/messages":
      case "GET teams/*/channels/*/messages/*/replies":
      case "GET chats/*/messages":
        return ["listMessages", teams.list];
      default:
        return null;
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = pathOf(url);
    const found = route(request.method ?? "", path);
    const text = await readBody(request);
    if (found === null) {
      refused.push(`${request.method} ${url.pathname}: no such operation`);
      return answerWith(response, null, async () => graphError(400, "BadRequest", "No such operation"), graphError);
    }
    const [operation, handle] = found;
    calls.push(operation);
    await answerWith(
      response,
      faults.take(operation),
      async () => {
        const given = /^Bearer (\S+)$/u.exec(request.headers.authorization ?? "")?.[1] ?? "";
        if (given !== accepted && options.takes?.(given) !== true)
          return graphError(401, "InvalidAuthenticationToken", "Token refused");
        const complain = (reason: string): Reply => {
          refused.push(`${operation}: ${reason}`);
          return graphError(400, "BadRequest", reason);
        };
        if (path[0] === "me" && path.length > 1 && request.headers.prefer !== 'IdType="ImmutableId"') {
          return complain("ids that change when a mail moves");
        }
        const body = readJson(text);
        if (body === undefined) return complain("a body that is no JSON");
        const reply = handle({ path, query: url.searchParams, body, headers: request.headers });
        if (reply.status === 400) refused.push(`${operation}: ${JSON.stringify(reply.body)}`);
        return reply;
      },
      graphError,
      watcher === null ? null : (step) => watcher.step(step, operation),
    );
  };
  const server = await listen(
    handle,
    watcher?.date ?? options.date ?? null,
    watcher === null
      ? null
      : (line) => {
          const [method = "", target = "/"] = line.split(" ");
          const [operation = "unknown"] = route(method, pathOf(new URL(target, "http://127.0.0.1"))) ?? [];
          return watcher.step("firstByte", operation);
        },
  );

  return {
    url: `${server.origin}/v1.0`,
    token,
    account,
    ledger: { mails: mailbox.sent, posts: teams.posts, calls, refused },
    mailbox,
    teams,
    organisation: people,
    calendars,
    fault: (operation, ...added) => faults.add(operation, ...added),
    clearFaults: () => faults.clear(),
    rotate(next) {
      accepted = next;
    },
    shut: server.shut,
    open: server.open,
    stop: server.stop,
  };
}

/** The path below the version, in parts, decoded. */
function pathOf(url: URL): readonly string[] {
  return url.pathname
    .replace(/^\/v1\.0\//, "")
    .split("/")
    .map(decodeURIComponent);
}

const names = new Set([
  "me",
  "messages",
  "createReplyAll",
  "attachments",
  "send",
  "teams",
  "channels",
  "chats",
  "replies",
  "members",
  "joinedTeams",
  "calendars",
  "events",
]);
/** A part of a path that names a thing; every other part is an id. */
function isName(part: string, index: number): boolean {
  return index === 0 || names.has(part);
}

/** The body's JSON; null when there is none, undefined when it cannot be read. */
function readJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
