import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionHealth, ConnectionParts, Connector } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { askedOf } from "../network/call-outcome.ts";
import { createJsonCall, type JsonCall } from "../network/json-call.ts";
import { dutyIn } from "./duty.ts";
import { keepMaintenanceWindows } from "./maintenance-windows.ts";
import { me, pagerDuty } from "./pagerduty-shapes.ts";

const usualUrl = "https://api.pagerduty.com";

/** PagerDuty, by an API key of a person or of the whole account. */
export function pagerDutyConnector(now: () => Instant): Connector {
  return {
    kind: "pagerDuty",
    usualUrl,
    guide: {
      carries: "Maintenance windows, who is on call, open incidents",
      steps: [
        "In PagerDuty open “My Profile”, then “User Settings”, and create an API user token. An administrator can give you a key of the account instead.",
        "The token may do what you may: to make maintenance windows you need the role Responder or higher on the service's team.",
      ],
      permissions: "Responder or higher",
      tokenHint: "u+…",
      addressHelp: "Only for PagerDuty's European region: https://api.eu.pagerduty.com",
    },
    keepsCounterparts: true,
    fields: [
      {
        name: "from",
        label: "Your address in PagerDuty",
        help: "PagerDuty asks in whose name a window is made.",
        isSecret: false,
        isRequired: true,
      },
    ],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, values, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress(apiUrl ?? usualUrl);
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const call = createJsonCall(
    {
      base: address.url,
      headers: {
        Accept: "application/vnd.pagerduty+json;version=2",
        // Wanted of every request, also of those without a body.
        "Content-Type": "application/json",
        Authorization: `Token token=${token}`,
        From: values.from ?? "",
      },
      heardTime,
    },
    now,
  );
  return {
    check: () => check(call, values.from ?? "", address.url.host),
    counterparts: keepMaintenanceWindows(call, now),
    duty: dutyIn(call),
  };
}

/** A key of the whole account has no person behind it: PagerDuty then refuses to say who, and answers what the account has. */
async function check(call: JsonCall, from: string, place: string): Promise<ConnectionHealth> {
  const answer = await call("GET", "/users/me");
  const isAccountKey = answer.kind === "answered" && answer.status === 400;
  const asked = isAccountKey
    ? askedOf(await call("GET", "/abilities"), pagerDuty, (body) =>
        typeof body === "object" && body !== null && "abilities" in body ? `the account's key, as ${from}` : null,
      )
    : askedOf(answer, pagerDuty, (body) => {
        const read = me.safeParse(body);
        return read.success ? (read.data.user.email ?? read.data.user.name) : null;
      });
  switch (asked.kind) {
    case "answered":
      return { kind: "works", account: asked.value, place };
    case "unreachable":
      return asked;
    case "refused":
      return { kind: "refused", detail: asked.detail };
    case "signInNeeded":
      return { kind: "refused", detail: `${asked.detail} ${otherRegion(place)}` };
  }
}

/** A token of one region is nobody's in the other, and PagerDuty says no more than that it does not know it. */
function otherRegion(place: string): string {
  const other = place === "api.eu.pagerduty.com" ? usualUrl : "https://api.eu.pagerduty.com";
  const where = place === "api.eu.pagerduty.com" ? "outside the European region" : "in the European region";
  return `If your account is ${where}, write ${other} as the API address.`;
}
