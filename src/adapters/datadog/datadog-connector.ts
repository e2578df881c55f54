import { z } from "zod";
import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionHealth, ConnectionParts, Connector } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { askedOf } from "../network/call-outcome.ts";
import { createJsonCall, type JsonCall } from "../network/json-call.ts";
import { datadog } from "./datadog-shapes.ts";
import { keepDowntimes } from "./downtimes.ts";

const usualUrl = "https://api.datadoghq.com";

/** Datadog, by an API key of the organisation and an application key of a person. */
export function datadogConnector(now: () => Instant): Connector {
  return {
    kind: "datadog",
    usualUrl,
    guide: {
      carries: "A downtime for each window: its monitors stay quiet",
      steps: [
        "In Datadog open Organization Settings, API Keys, and copy a key of your organisation.",
        "Under Application Keys make one of your own; it may do what you may, and needs to manage downtimes.",
      ],
      permissions: "monitors_downtime",
      tokenHint: "API key",
      addressHelp: "Only for another site: Europe https://api.datadoghq.eu, US Gov https://api.ddog-gov.com",
    },
    keepsCounterparts: true,
    fields: [
      {
        name: "applicationKey",
        label: "Application key",
        help: "Datadog wants both keys.",
        isSecret: true,
        isRequired: true,
      },
    ],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, values, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress(apiUrl ?? usualUrl);
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const headers = { "DD-API-KEY": token, "DD-APPLICATION-KEY": values.applicationKey ?? "" };
  const call = createJsonCall({ base: address.url, headers, heardTime }, now);
  return { check: () => check(call, address.url.host), counterparts: keepDowntimes(call, now) };
}

/** Asks for what is needed later: the API key alone would be called valid without a right to see downtimes. */
async function check(call: JsonCall, place: string): Promise<ConnectionHealth> {
  const asked = askedOf(await call("GET", "/api/v2/downtime?page[limit]=1"), datadog, (body) =>
    z.object({ data: z.array(z.unknown()) }).safeParse(body).success ? true : null,
  );
  if (asked.kind === "answered") return { kind: "works", account: "both keys", place };
  return asked.kind === "unreachable" ? asked : { kind: "refused", detail: asked.detail };
}
