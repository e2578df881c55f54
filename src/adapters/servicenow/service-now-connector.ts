import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionHealth, ConnectionParts, Connector } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { askedOf } from "../network/call-outcome.ts";
import { createJsonCall, type JsonCall } from "../network/json-call.ts";
import { keepChangeRequests } from "./change-requests.ts";
import { manyChanges, serviceNow, users } from "./service-now-shapes.ts";

/** ServiceNow, by a user's name and password or by an OAuth token. */
export function serviceNowConnector(now: () => Instant): Connector {
  return {
    kind: "serviceNow",
    usualUrl: null,
    guide: {
      carries: "A change request for each window: normal, emergency, standard by template, or one that is there",
      steps: [
        "Ask an administrator of the instance for a user for Forewarn with the role “itil”, or take your own.",
        "Write that user's name and password; or leave the name empty and paste an OAuth access token.",
        "The address is that of the instance, as you see it in the browser: https://INSTANCE.service-now.com",
      ],
      permissions: "itil (or sn_change_read and sn_change_write)",
      tokenLabel: "ServiceNow password or token",
      tokenHint: "the user's password, or an OAuth access token",
      addressHelp: "https://INSTANCE.service-now.com",
    },
    keepsCounterparts: true,
    fields: [
      {
        name: "user",
        label: "User name in ServiceNow",
        help: "Leave it empty when you paste an OAuth token.",
        isSecret: false,
        isRequired: false,
      },
    ],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, values, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress(apiUrl ?? "");
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const user = (values.user ?? "").trim();
  const authorization = user === "" ? `Bearer ${token}` : `Basic ${Buffer.from(`${user}:${token}`).toString("base64")}`;
  // What was copied from the browser ends in the page one was on.
  const site = new URL(address.url.origin);
  const call = createJsonCall({ base: site, headers: { Authorization: authorization }, heardTime }, now);
  return { check: () => check(call, user, site.host), counterparts: keepChangeRequests(call, site, now) };
}

async function check(call: JsonCall, user: string, place: string): Promise<ConnectionHealth> {
  const asked = askedOf(await call("GET", "/api/sn_chg_rest/change?sysparm_limit=1"), serviceNow, (body) =>
    manyChanges.safeParse(body).success ? true : null,
  );
  if (asked.kind === "unreachable") return asked;
  if (asked.kind !== "answered") return { kind: "refused", detail: asked.detail };
  return {
    kind: "works",
    account: user || (await nameOfUser(call)),
    place,
    permissions: { granted: ["read change requests"], missing: [] },
  };
}

/** Whose an OAuth token is. The table of users may be closed to them; changes can be made all the same. */
async function nameOfUser(call: JsonCall): Promise<string> {
  const query = new URLSearchParams({
    sysparm_query: "sys_id=javascript:gs.getUserID()",
    sysparm_fields: "user_name,name",
    sysparm_display_value: "all",
    sysparm_limit: "1",
  });
  const asked = askedOf(await call("GET", `/api/now/table/sys_user?${query}`), serviceNow, (body) => {
    const read = users.safeParse(body);
    return read.success ? (read.data.result[0]?.user_name.shown ?? "") : null;
  });
  return (asked.kind === "answered" && asked.value) || "the token's user";
}
