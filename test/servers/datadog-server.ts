import { randomUUID } from "node:crypto";
import { z } from "zod";
import { answerWith, type Fault, FaultScript, type Reply } from "./faults.ts";
import { listen, readBody } from "./listen.ts";

export type DatadogDowntime = { id: string; status: string; message: string; scope: string; start: string; end: string };

export type DatadogServer = {
  readonly url: string;
  readonly keys: { readonly api: string; readonly application: string };
  readonly ledger: { readonly downtimes: readonly DatadogDowntime[]; readonly refused: readonly string[] };
  fault(operation: string, ...faults: readonly Fault[]): void;
  stop(): Promise<void>;
};

const schedule = z.strictObject({ start: z.iso.datetime({ offset: true }), end: z.iso.datetime({ offset: true }) });
const creation = z.strictObject({
  data: z.strictObject({
    type: z.literal("downtime"),
    attributes: z.strictObject({
      message: z.string(),
      schedule,
      scope: z.string().regex(/^\S+:\S+/u),
      monitor_identifier: z.strictObject({ monitor_tags: z.array(z.string()).min(1) }),
    }),
  }),
});
const change = z.strictObject({
  data: z.strictObject({
    type: z.literal("downtime"),
    id: z.string(),
    attributes: z.strictObject({ message: z.string(), schedule }),
  }),
});

/** Datadog's downtimes (API v2), which takes nothing it does not know. */
export async function startDatadogServer(): Promise<DatadogServer> {
  const keys = { api: "dd-api-key", application: "dd-application-key" };
  const downtimes: DatadogDowntime[] = [];
  const refused: string[] = [];
  const script = new FaultScript();
  const error = (status: number, _code: string, message: string): Reply => ({ status, body: { errors: [message] } });
  const shown = ({ id, status, message, scope, start, end }: DatadogDowntime) => ({
    id,
    type: "downtime",
    attributes: { status, message, scope, schedule: { start, end } },
  });

  function act(method: string, id: string, text: string): Reply {
    const known = downtimes.find((downtime) => downtime.id === id && downtime.status !== "canceled");
    const invalid = (problem: z.ZodError): Reply => {
      refused.push(z.prettifyError(problem));
      return error(400, "", "Invalid payload");
    };
    if (method === "GET" && id === "") return { status: 200, body: { data: downtimes.map(shown) } };
    if (method === "POST") {
      const read = creation.safeParse(JSON.parse(text));
      if (!read.success) return invalid(read.error);
      const { message, scope, schedule } = read.data.data.attributes;
      const made = { id: randomUUID(), status: "scheduled", message, scope, ...schedule };
      downtimes.push(made);
      return { status: 200, body: { data: shown(made) } };
    }
    if (known === undefined) return error(404, "", "Downtime not found");
    if (method === "GET") return { status: 200, body: { data: shown(known) } };
    if (method === "DELETE") {
      known.status = "canceled";
      return { status: 204, body: null };
    }
    const read = change.safeParse(JSON.parse(text));
    if (!read.success) return invalid(read.error);
    Object.assign(known, { message: read.data.data.attributes.message, ...read.data.data.attributes.schedule });
    return { status: 200, body: { data: shown(known) } };
  }

  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://datadog.test");
    const text = await readBody(request);
    const { "dd-api-key": api, "dd-application-key": application } = request.headers;
    if (api !== keys.api || application !== keys.application) {
      return answerWith(response, null, async () => error(403, "", "Forbidden"), error);
    }
    if (url.pathname === "/api/v2/services/definitions") {
      const names = ["patient-records", "imaging"];
      const data = names.map((name) => ({ attributes: { schema: { "dd-service": name } } }));
      return answerWith(response, null, async () => ({ status: 200, body: { data } }), error);
    }
    const id = /^\/api\/v2\/downtime(?:\/(?<id>[^/]+))?$/u.exec(url.pathname)?.groups?.id ?? "";
    const method = request.method ?? "";
    await answerWith(response, script.take(method), async () => act(method, id, text), error);
  });
  return {
    url: server.origin,
    keys,
    ledger: { downtimes, refused },
    fault: (operation, ...faults) => script.add(operation, ...faults),
    stop: server.stop,
  };
}
