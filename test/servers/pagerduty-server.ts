import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";
import { answerWith, type Fault, FaultScript, type Reply } from "./faults.ts";
import { listen, readBody } from "./listen.ts";

export type PagerDutyWindow = {
  readonly id: string;
  readonly description: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly services: readonly { readonly id: string; readonly type: string }[];
};

export type PagerDutyServer = {
  readonly url: string;
  readonly token: string;
  readonly ledger: {
    /** Windows as they are now; those that were taken away before they began are gone. */
    readonly windows: readonly PagerDutyWindow[];
    /** How many were ever made. */
    readonly made: () => number;
    readonly calls: readonly string[];
    /** Requests that PagerDuty would not understand, with the reason. */
    readonly refused: readonly string[];
  };
  fault(operation: string, ...faults: readonly Fault[]): void;
  /** Nothing is wrong at any service any more. */
  resolveIncidents(): void;
  /** Somebody changes a window in PagerDuty itself. */
  changeByHand(id: string, change: Partial<PagerDutyWindow>): void;
  stop(): Promise<void>;
};

/** The vendor's own schema, kept beside the checkout where there is one; not part of the project. */
export const vendorSchemaFile = new URL("../../../shared/specs/pagerduty-maintenance.openapi.json", import.meta.url);
export const hasPagerDutySchema = existsSync(vendorSchemaFile);

const token = "u+forewarn-test-token";
const bodySchema = z.strictObject({
  maintenance_window: z.strictObject({
    type: z.literal("maintenance_window"),
    start_time: z.iso.datetime({ offset: true }),
    end_time: z.iso.datetime({ offset: true }),
    description: z.string().max(1_000).optional(),
    services: z.array(z.strictObject({ id: z.string().regex(/^P[A-Z0-9]+$/u), type: z.literal("service_reference") })).min(1),
  }),
});
const policy = { id: "PPOLICY", type: "escalation_policy_reference" } as const;
const services = [
  { id: "PEHR01", name: "Patient records (HIE production)", type: "service", escalation_policy: policy },
  { id: "PEHR02", name: "Imaging", type: "service", escalation_policy: policy },
] as const;

/** A PagerDuty that refuses what the real one would: a missing From, an end in the past, an unknown service. */
export async function startPagerDutyServer(now: () => number = Date.now): Promise<PagerDutyServer> {
  const windows: PagerDutyWindow[] = [];
  const calls: string[] = [];
  const refused: string[] = [];
  const script = new FaultScript();
  const vendorCheck = loadVendorCheck();
  let made = 0;
  let isQuiet = false;

  const error = (status: number, _code: string, message: string): Reply => ({
    status,
    body: { error: { code: 2001, message, errors: [] } },
  });

  function readWindow(text: string): Omit<PagerDutyWindow, "id"> | Reply {
    const read = bodySchema.safeParse(JSON.parse(text));
    const problem = read.success ? vendorCheck(JSON.parse(text)) : z.prettifyError(read.error);
    if (problem !== null || !read.success) {
      refused.push(problem ?? "");
      return error(400, "", "Invalid Input Provided");
    }
    const { description = "", start_time, end_time, services: wanted } = read.data.maintenance_window;
    if (wanted.some(({ id }) => !services.some((service) => service.id === id))) return error(400, "", "Service not found");
    if (Date.parse(end_time) <= Math.max(now(), Date.parse(start_time))) return error(400, "", "End must be in the future.");
    // A start in the past becomes now.
    const start = new Date(Math.max(Date.parse(start_time), now())).toISOString();
    return { description, start_time: Date.parse(start_time) < now() ? start : start_time, end_time, services: wanted };
  }

  function act(operation: string, id: string, query: URLSearchParams, text: string): Reply {
    const known = windows.find((window) => window.id === id);
    switch (operation) {
      case "GET /abilities":
        return { status: 200, body: { abilities: ["maintenance_windows"] } };
      case "GET /users/me":
        return {
          status: 200,
          body: { user: { id: "PUSER1", type: "user", name: "Coordinator", email: "coordinator@example.org" } },
        };
      case "GET /services": {
        const words = (query.get("query") ?? "").toLowerCase();
        const found = services.filter(({ name }) => name.toLowerCase().includes(words));
        return { status: 200, body: { services: found } };
      }
      case "GET /services/ID":
        return { status: 200, body: { service: { id, type: "service", escalation_policy: policy } } };
      case "GET /oncalls":
        return {
          status: 200,
          body: {
            oncalls: [
              { escalation_level: 2, end: null, user: { type: "user", name: "Second", email: "second@example.org" } },
              {
                escalation_level: 1,
                end: "2026-11-30T09:00:00Z",
                user: { type: "user", name: "First", email: "colleague@example.org" },
              },
            ],
          },
        };
      case "GET /incidents":
        return {
          status: 200,
          body: {
            incidents: isQuiet
              ? []
              : [
                  {
                    id: "Q1",
                    title: "Queue grows",
                    html_url: "https://example.pagerduty.com/Q1",
                    created_at: "2026-11-21T01:00:00Z",
                  },
                ],
          },
        };
      case "GET /maintenance_windows": {
        const words = query.get("query") ?? "";
        const wanted = query.getAll("service_ids[]");
        const found = windows.filter(
          ({ description, services: of }) => description.includes(words) && of.some((service) => wanted.includes(service.id)),
        );
        return { status: 200, body: { maintenance_windows: found } };
      }
      case "GET /maintenance_windows/ID":
        return known === undefined ? error(404, "", "Not Found") : { status: 200, body: { maintenance_window: known } };
      case "POST /maintenance_windows": {
        const facts = readWindow(text);
        if ("status" in facts) return facts;
        made += 1;
        const id = `PW${made}`;
        const window = { id, type: "maintenance_window", html_url: `https://example.pagerduty.com/maintenance/${id}`, ...facts };
        windows.push(window);
        return { status: 201, body: { maintenance_window: window } };
      }
      case "PUT /maintenance_windows/ID": {
        if (known === undefined) return error(404, "", "Not Found");
        const facts = readWindow(text);
        if ("status" in facts) return facts;
        windows[windows.indexOf(known)] = { ...known, ...facts };
        return { status: 200, body: { maintenance_window: { ...known, ...facts } } };
      }
      case "DELETE /maintenance_windows/ID": {
        if (known === undefined) return error(404, "", "Not Found");
        if (Date.parse(known.end_time) <= now())
          return error(405, "", "Maintenance windows can't be deleted once they have ended.");
        if (Date.parse(known.start_time) > now()) windows.splice(windows.indexOf(known), 1);
        else windows[windows.indexOf(known)] = { ...known, end_time: new Date(now()).toISOString() };
        return { status: 204, body: null };
      }
      default:
        refused.push(`There is no ${operation}`);
        return error(404, "", "Not Found");
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://pagerduty.test");
    const text = await readBody(request);
    const [, collection = "", id = ""] = url.pathname.split("/");
    const isMe = url.pathname === "/users/me";
    const operation = `${request.method} ${isMe ? "/users/me" : `/${collection}${id === "" ? "" : "/ID"}`}`;
    calls.push(operation);
    const { authorization, accept, from } = request.headers;
    if (authorization !== `Token token=${token}`)
      return answerWith(response, null, async () => error(401, "", "Unauthorized"), error);
    if (accept !== "application/vnd.pagerduty+json;version=2") refused.push(`Accept: ${accept}`);
    if (request.headers["content-type"] !== "application/json") refused.push("Content-Type is missing");
    if (request.method !== "GET" && (from ?? "") === "") refused.push("From is missing");
    await answerWith(response, script.take(operation), async () => act(operation, id, url.searchParams, text), error);
  }

  const server = await listen(handle, now);
  return {
    url: server.origin,
    token,
    ledger: { windows, made: () => made, calls, refused },
    fault: (operation, ...faults) => script.add(operation, ...faults),
    resolveIncidents() {
      isQuiet = true;
    },
    changeByHand(id, change) {
      const at = windows.findIndex((window) => window.id === id);
      const known = windows[at];
      if (known !== undefined) windows[at] = { ...known, ...change };
    },
    stop: server.stop,
  };
}

/** Says what of a body does not fit the vendor's schema; null when all does, or where the schema is not there. */
function loadVendorCheck(): (body: unknown) => string | null {
  if (!hasPagerDutySchema) return () => null;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(vendorSchemaFile, "utf8")), "pagerduty");
  const check = ajv.getSchema("pagerduty#/paths/~1maintenance_windows/post/requestBody/content/application~1json/schema");
  if (check === undefined) throw new Error("The vendor's schema lacks the maintenance windows.");
  return (body) => (check(body) === true ? null : ajv.errorsText(check.errors));
}
