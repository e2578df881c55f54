import type { IncomingMessage, ServerResponse } from "node:http";
import { answerWith, type Fault, FaultScript, type Reply } from "./faults.ts";
import { listen, readBody } from "./listen.ts";
import { problemWith, type StoredChange, shown, stepProblem, waysFrom } from "./service-now-change.ts";

export type ServiceNowServer = {
  readonly url: string;
  readonly user: { readonly name: string; readonly password: string };
  readonly oauthToken: string;
  readonly ledger: {
    readonly changes: readonly Readonly<StoredChange>[];
    readonly calls: readonly string[];
    /** Requests the real one would not understand, or would understand otherwise, with the reason. */
    readonly refused: readonly string[];
  };
  fault(operation: string, ...faults: readonly Fault[]): void;
  /** Somebody works on a change in ServiceNow itself: approves it, moves it, closes it. */
  changeByHand(number: string, change: Readonly<StoredChange>): void;
  removeByHand(number: string): void;
  approvers(number: string, ...people: readonly { readonly name: string; readonly state: string }[]): void;
  conflicts(number: string, ...found: readonly { readonly type: string; readonly change: string }[]): void;
  /** From now on these fields are read-only: what is sent for them is ignored, and said so beside the answer. */
  makeReadOnly(...fields: readonly string[]): void;
  /** A sleeping instance answers a page to whatever it is asked. */
  sleep(status: number): void;
  stop(): Promise<void>;
};

const user = { name: "forewarn.coordinator", password: "service-now-password" };
const oauthToken = "service-now-oauth-token";
const templates = [
  { sys_id: "92b8544047810200e90d87e8dee490b0", name: "Restart a node of a cluster" },
  { sys_id: "a2b8544047810200e90d87e8dee490b1", name: "Renew a certificate" },
] as const;

/** A ServiceNow instance's change management: it ignores nothing in silence, as the real one would. */
export async function startServiceNowServer(): Promise<ServiceNowServer> {
  const changes: StoredChange[] = [];
  const calls: string[] = [];
  const refused: string[] = [];
  const script = new FaultScript();
  const readOnly = new Set<string>();
  const approvers = new Map<string, readonly { readonly name: string; readonly state: string }[]>();
  const conflicts = new Map<string, readonly { readonly type: string; readonly change: string }[]>();
  let asleep: number | null = null;

  const error = (status: number, _code: string, message: string): Reply => ({
    status,
    body: { error: { message, detail: "" }, status: "failure" },
  });
  const refuse = (reason: string): Reply => {
    refused.push(reason);
    return error(400, "", reason);
  };

  function make(type: string, facts: Readonly<Record<string, unknown>>): Reply {
    const number = `CHG${String(30_001 + changes.length).padStart(7, "0")}`;
    const change: StoredChange = {
      sys_id: (changes.length + 1).toString(16).padStart(32, "c"),
      number,
      type,
      // A standard change was approved with its template.
      state: type === "standard" ? "-2" : "-5",
      approval: type === "standard" ? "approved" : "not requested",
      active: "true",
      short_description: "",
      description: "",
      start_date: "",
      end_date: "",
      correlation_id: "",
    };
    const problem = problemWith(change, facts);
    if (problem !== null) return refuse(problem);
    changes.push(change);
    // A record that was just made is answered as the only one of a list.
    return { status: 200, body: { result: [{ ...shown(change), ...take(change, facts), sys_id: change.sys_id }] } };
  }

  function take(change: StoredChange, facts: Readonly<Record<string, unknown>>) {
    const ignored = Object.keys(facts).filter((name) => readOnly.has(name));
    for (const [name, value] of Object.entries(facts)) if (!readOnly.has(name)) change[name] = String(value);
    change.active = String(change.state !== "3" && change.state !== "4");
    return { ...shown(change), __meta: { ignoredFields: ignored } };
  }

  function patch(change: StoredChange, facts: Readonly<Record<string, unknown>>): Reply {
    const problem = problemWith(change, facts);
    if (problem !== null) return refuse(problem);
    const step = stepProblem(change, facts);
    return step === null ? { status: 200, body: { result: take(change, facts) } } : refuse(step);
  }

  /** Encoded queries as this program writes them; a part that is not known is ignored, as the real one does. */
  function listed(query: string): StoredChange[] {
    const parts = query.split("^").filter((part) => !part.startsWith("ORDERBY") && part !== "active=true");
    const meets = (change: StoredChange, part: string): boolean => {
      const {
        name = "",
        sign = "",
        value = "",
      } = /^(?:OR)?(?<name>[a-z_]+)(?<sign>=|LIKE)(?<value>.*)$/u.exec(part)?.groups ?? {};
      const held = change[name];
      if (held === undefined) return true;
      return sign === "LIKE" ? held.toLowerCase().includes(value.toLowerCase()) : held === value;
    };
    const isOneOf = parts.some((part) => part.startsWith("OR"));
    return changes.filter((change) =>
      isOneOf ? parts.some((part) => meets(change, part)) : parts.every((part) => meets(change, part)),
    );
  }

  function act(operation: string, id: string, query: URLSearchParams, text: string): Reply {
    const known = changes.find(({ sys_id }) => sys_id === id);
    const facts = (): Record<string, unknown> => JSON.parse(text);
    const wanted = query.get("sysparm_query") ?? "";
    switch (operation) {
      case "GET change":
        return { status: 200, body: { result: [...listed(wanted).map(shown), { __meta: { encodedQuery: wanted } }] } };
      case "GET change/standard/template":
        return {
          status: 200,
          body: {
            result: templates.map(({ sys_id, name }) => ({
              sys_id: { value: sys_id, display_value: sys_id },
              template: { value: "1c8e02ec47410200e90d87e8dee49057", display_value: name },
            })),
          },
        };
      case "POST change/normal":
        return make("normal", facts());
      case "POST change/emergency":
        return make("emergency", facts());
      case "POST change/standard/ID":
        return templates.some(({ sys_id }) => sys_id === id) ? make("standard", facts()) : error(404, "", "No Record found");
      case "GET table/sys_user":
        return { status: 200, body: { result: [{ user_name: { value: user.name, display_value: user.name } }] } };
      case "GET table/sysapproval_approver": {
        const change = changes.find(({ sys_id }) => wanted === `sysapproval=${sys_id}`);
        const people = approvers.get(change?.number ?? "") ?? [];
        return {
          status: 200,
          body: {
            result: people.map(({ name, state }) => ({
              state: { value: state, display_value: state },
              approver: { value: "5137153cc611227c000bbd1bd8cd2005", display_value: name },
            })),
          },
        };
      }
    }
    if (known === undefined) return error(404, "", "No Record found");
    switch (operation) {
      case "GET change/ID":
        return { status: 200, body: { result: shown(known) } };
      case "PATCH change/ID":
        return patch(known, facts());
      case "GET change/ID/nextstates":
        return { status: 200, body: { result: { available_states: [known.state, ...waysFrom(known)] } } };
      case "GET change/ID/conflict": {
        const found = conflicts.get(known.number ?? "");
        return {
          status: 200,
          body: {
            result: {
              // As documented: "Conflict" after every check, whether it found any or not.
              status: found === undefined ? "Not Run" : "Conflict",
              conflicts: (found ?? []).map(({ type, change }) => ({
                type: { value: type.toLowerCase(), display_value: type },
                change: { value: "afbffb24b758230096c3e4f6ee11a972", display_value: change },
              })),
            },
          },
        };
      }
      case "POST change/ID/conflict":
        if (!conflicts.has(known.number ?? "")) conflicts.set(known.number ?? "", []);
        return { status: 200, body: { result: "c0b5afe4b710230096c3e4f6ee11a93f" } };
      default:
        return refuse(`There is no ${operation}`);
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://service-now.test");
    const text = await readBody(request);
    if (asleep !== null) {
      response.writeHead(asleep, { "Content-Type": "text/html" }).end("<html>Your instance is hibernating</html>");
      return;
    }
    const { operation, id } = operationOf(request.method ?? "", url.pathname);
    calls.push(operation);
    const { authorization, accept, "content-type": contentType } = request.headers;
    const basic = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString("base64")}`;
    if (authorization !== basic && authorization !== `Bearer ${oauthToken}`) {
      return answerWith(response, null, async () => error(401, "", "User Not Authenticated"), error);
    }
    if (accept !== "application/json") refused.push(`Accept: ${accept}`);
    if (text !== "" && contentType !== "application/json") refused.push(`Content-Type: ${contentType}`);
    await answerWith(response, script.take(operation), async () => act(operation, id, url.searchParams, text), error);
  }

  const server = await listen(handle);
  return {
    url: server.origin,
    user,
    oauthToken,
    ledger: { changes, calls, refused },
    fault: (operation, ...faults) => script.add(operation, ...faults),
    changeByHand(number, facts) {
      Object.assign(changes.find((change) => change.number === number) ?? {}, facts);
    },
    removeByHand(number) {
      const at = changes.findIndex((change) => change.number === number);
      if (at >= 0) changes.splice(at, 1);
    },
    approvers: (number, ...people) => void approvers.set(number, people),
    conflicts: (number, ...found) => void conflicts.set(number, found),
    makeReadOnly(...fields) {
      for (const name of fields) readOnly.add(name);
    },
    sleep(status) {
      asleep = status;
    },
    stop: server.stop,
  };
}

/** `PATCH change/ID`: the method and the path, with the record's id put aside. */
function operationOf(method: string, path: string): { readonly operation: string; readonly id: string } {
  const table = /^\/api\/now\/table\/(?<table>[a-z_]+)$/u.exec(path)?.groups?.table;
  if (table !== undefined) return { operation: `${method} table/${table}`, id: "" };
  const rest = /^\/api\/sn_chg_rest\/change(?<rest>\/.*)?$/u.exec(path)?.groups?.rest ?? "";
  const id = /\/(?<id>[0-9a-f]{32})/u.exec(rest)?.groups?.id ?? "";
  return { operation: `${method} change${id === "" ? rest : rest.replace(id, "ID")}`, id };
}
