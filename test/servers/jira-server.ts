import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { answerWith, type Fault, FaultScript, type Reply } from "./faults.ts";
import { listen, readBody } from "./listen.ts";

type Link = z.infer<typeof linkSchema> & { readonly id: number };
type JiraIssue = {
  readonly key: string;
  readonly summary: string;
  status: string;
  readonly links: Link[];
  readonly comments: { readonly id: string; body: unknown }[];
};

export type JiraServer = {
  /** With the path a Data Center is installed under. */
  readonly url: string;
  readonly email: string;
  readonly token: string;
  readonly ledger: {
    readonly issues: readonly Readonly<JiraIssue>[];
    readonly calls: readonly string[];
    /** Requests that Jira would not understand, with the reason. */
    readonly refused: readonly string[];
  };
  fault(operation: string, ...faults: readonly Fault[]): void;
  /** Somebody works on an issue in Jira itself. */
  moveByHand(key: string, status: string): void;
  removeLinksByHand(key: string): void;
  /** Takes a permission away from the person signed in. */
  forbid(permission: string): void;
  stop(): Promise<void>;
};

const email = "coordinator@example.org";
const token = "jira-api-token";
const statuses: Readonly<Record<string, string>> = { "1": "To Do", "3": "In Progress", "10001": "In Review", "10002": "Done" };
/** The workflow: to which status each transition leads from where. */
const workflow: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "1": { "11": "3" },
  "3": { "21": "10001", "31": "10002" },
  "10001": { "41": "3" },
  "10002": {},
};

const linkSchema = z.strictObject({
  globalId: z.string().min(1).max(255),
  application: z.strictObject({ type: z.string().max(255), name: z.string().max(255) }),
  relationship: z.string().max(255),
  object: z.strictObject({
    url: z.url({ protocol: /^https?$/u }),
    title: z.string().min(1).max(255),
    summary: z.string().max(255),
    status: z.strictObject({ resolved: z.boolean() }),
  }),
});
/** The part of the Atlassian Document Format that this program writes. */
const document = z.strictObject({
  type: z.literal("doc"),
  version: z.literal(1),
  content: z
    .array(
      z.strictObject({
        type: z.literal("paragraph"),
        content: z
          .array(
            z.union([
              z.strictObject({ type: z.literal("text"), text: z.string().min(1) }),
              z.strictObject({ type: z.literal("hardBreak") }),
            ]),
          )
          .min(1),
      }),
    )
    .min(1),
});
const wikiText = z.string().regex(/^\{noformat\}\n[\s\S]*\n\{noformat\}$/u);
const transitionSchema = z.strictObject({ transition: z.strictObject({ id: z.string() }) });

/** A Jira of either edition: Cloud takes documents and an e-mail with its token, Data Center text and a token alone. */
export async function startJiraServer(edition: "Cloud" | "Server" = "Cloud"): Promise<JiraServer> {
  const isCloud = edition === "Cloud";
  const root = isCloud ? "" : "/jira";
  const api = `${root}/rest/api/${isCloud ? 3 : 2}`;
  const issues: JiraIssue[] = [
    { key: "HIE-42", summary: "Resize the cluster's nodes", status: "3", links: [], comments: [] },
    { key: "HIE-43", summary: "Renew the certificates", status: "1", links: [], comments: [] },
  ];
  const calls: string[] = [];
  const refused: string[] = [];
  const forbidden = new Set<string>();
  const script = new FaultScript();

  const error = (status: number, _code: string, message: string): Reply => ({
    status,
    body: { errorMessages: message === "" ? [] : [message], errors: {} },
  });
  const refuse = (reason: string): Reply => {
    refused.push(reason);
    return error(400, "", reason);
  };
  const status = (id: string) => ({ id, name: statuses[id] ?? id });

  function act(operation: string, issue: JiraIssue | null, query: URLSearchParams, text: string): Reply {
    const ok = (body: unknown): Reply => ({ status: 200, body });
    switch (operation) {
      case "GET myself":
        return ok({ displayName: "Coordinator", emailAddress: email });
      case "GET mypermissions": {
        const names = (query.get("permissions") ?? "").split(",");
        if (names.includes("")) return refuse("Jira Cloud wants to know which permissions");
        return ok({ permissions: Object.fromEntries(names.map((name) => [name, { havePermission: !forbidden.has(name) }])) });
      }
      case "GET project/statuses":
        return ok(["Task", "Bug"].map((name) => ({ name, statuses: Object.keys(statuses).map(status) })));
      case "GET issue/picker": {
        const words = (query.get("query") ?? "").toLowerCase();
        const found = issues.filter(({ summary }) => summary.toLowerCase().includes(words));
        // What was seen lately and what is found are two sections, and an issue may be in both.
        const shown = found.map(({ key, summary }) => ({ key, summaryText: summary, summary: `<b>${summary}</b>` }));
        return ok({
          sections: [
            { id: "hs", issues: shown.slice(0, 1) },
            { id: "cs", issues: shown },
          ],
        });
      }
    }
    if (issue === null) return error(404, "", "Issue does not exist or you do not have permission to see it.");
    switch (operation) {
      case "GET issue":
        return ok({ key: issue.key, fields: { summary: issue.summary, status: status(issue.status) } });
      case "GET issue/remotelink": {
        const link = issue.links.find(({ globalId }) => globalId === query.get("globalId"));
        return link === undefined ? error(404, "", "The remote link does not exist.") : ok(link);
      }
      case "POST issue/remotelink": {
        if (forbidden.has("LINK_ISSUES")) return error(403, "", "You do not have the permission to link issues.");
        const read = linkSchema.safeParse(JSON.parse(text));
        if (!read.success) return refuse(z.prettifyError(read.error));
        const at = issue.links.findIndex(({ globalId }) => globalId === read.data.globalId);
        const id = at < 0 ? 10_000 + issue.links.length : (issue.links[at]?.id ?? 0);
        if (at < 0) issue.links.push({ id, ...read.data });
        else issue.links[at] = { id, ...read.data };
        return { status: at < 0 ? 201 : 200, body: { id, self: `https://jira.example.org/${id}` } };
      }
      case "GET issue/comment":
        return ok({ comments: issue.comments.toReversed() });
      case "POST issue/comment":
      case "PUT issue/comment": {
        const read = z.strictObject({ body: isCloud ? document : wikiText }).safeParse(JSON.parse(text));
        if (!read.success) return refuse(z.prettifyError(read.error));
        const known = issue.comments.find(({ id }) => id === query.get("comment"));
        const comment = known ?? { id: String(20_000 + issue.comments.length), body: null };
        comment.body = read.data.body;
        if (known === undefined) issue.comments.push(comment);
        return { status: known === undefined ? 201 : 200, body: comment };
      }
      case "GET issue/transitions": {
        const ways = Object.entries(workflow[issue.status] ?? {});
        return ok({ transitions: ways.map(([id, to]) => ({ id, name: `To ${statuses[to]}`, to: status(to) })) });
      }
      case "POST issue/transitions": {
        const read = transitionSchema.safeParse(JSON.parse(text));
        if (!read.success) return refuse(z.prettifyError(read.error));
        const to = workflow[issue.status]?.[read.data.transition.id];
        if (to === undefined) return refuse("There is no such transition from here");
        issue.status = to;
        return { status: 204, body: null };
      }
      default:
        return refuse(`There is no ${operation}`);
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://jira.test");
    const text = await readBody(request);
    if (url.pathname === `${root}/rest/api/2/serverInfo`) {
      const body = { baseUrl: "https://jira.example.org", deploymentType: edition, version: "1001.0.0" };
      return answerWith(response, script.take("GET serverInfo"), async () => ({ status: 200, body }), error);
    }
    const [first = "", second = "", third = "", fourth = ""] = url.pathname.slice(api.length + 1).split("/");
    const isOne = first === "issue" && second !== "picker";
    const path = isOne ? ["issue", third] : first === "project" ? [first, third] : [first, second];
    const operation = `${request.method} ${path.filter((part) => part !== "").join("/")}`;
    calls.push(operation);
    if (!url.pathname.startsWith(`${api}/`)) {
      refused.push(`${url.pathname} is not of ${edition}`);
      return answerWith(response, null, async () => error(404, "", "Not Found"), error);
    }
    const { authorization, "content-type": contentType } = request.headers;
    const wanted = isCloud ? `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}` : `Bearer ${token}`;
    if (authorization !== wanted) {
      return answerWith(response, null, async () => error(401, "", "Client must be authenticated"), error);
    }
    if (text !== "" && contentType !== "application/json") refused.push(`Content-Type: ${contentType}`);
    const issue = isOne ? (issues.find(({ key }) => key === second) ?? null) : null;
    if (fourth !== "") url.searchParams.set("comment", fourth);
    await answerWith(response, script.take(operation), async () => act(operation, issue, url.searchParams, text), error);
  }

  const server = await listen(handle);
  return {
    url: `${server.origin}${root}`,
    email: isCloud ? email : "",
    token,
    ledger: { issues, calls, refused },
    fault: (operation, ...faults) => script.add(operation, ...faults),
    moveByHand(key, to) {
      const issue = issues.find((each) => each.key === key);
      if (issue !== undefined) issue.status = to;
    },
    removeLinksByHand: (key) => void issues.find((each) => each.key === key)?.links.splice(0),
    forbid: (permission) => void forbidden.add(permission),
    stop: server.stop,
  };
}
