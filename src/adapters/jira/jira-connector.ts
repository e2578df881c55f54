import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionHealth, ConnectionParts, Connector, Permissions } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { askedOf } from "../network/call-outcome.ts";
import { createJsonCall, type JsonCall } from "../network/json-call.ts";
import { jira, myself, permissions } from "./jira-shapes.ts";
import { createSiteQuestion, type JiraSite, siteAddress } from "./jira-site.ts";
import { keepLinks } from "./linked-issues.ts";

/** Jira, Cloud or Data Center, by a person's API token or personal access token. */
export function jiraConnector(now: () => Instant): Connector {
  return {
    kind: "jira",
    usualUrl: null,
    guide: {
      carries: "A link on an issue for each window; when it is over a comment and another status, if you choose so",
      steps: [
        "Jira Cloud: at id.atlassian.com open Security, API tokens, and create one; write your account's e-mail beside it.",
        "Jira Data Center: in your profile open Personal access tokens, and create one; leave the e-mail empty.",
        "The address is that of your Jira, as you see it in the browser.",
      ],
      permissions: "Browse projects, Link issues; Add comments and Transition issues where you choose those",
      tokenLabel: "Jira API token",
      tokenHint: "ATATT…",
      addressHelp: "https://SITE.atlassian.net, or https://jira.example.org",
    },
    keepsCounterparts: true,
    fields: [
      {
        name: "email",
        label: "Your account's e-mail",
        help: "For Jira Cloud. Leave it empty for a personal access token of Data Center.",
        isSecret: false,
        isRequired: false,
      },
      {
        name: "link",
        label: "Where links on issues lead",
        help: "An https address, such as your change calendar's. Left empty they lead to the issue itself.",
        isSecret: false,
        isRequired: false,
      },
    ],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, values, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress((apiUrl ?? "").replace(/[?#].*$/u, ""));
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const leadsTo = (values.link ?? "").trim();
  if (leadsTo !== "" && URL.parse(leadsTo)?.protocol !== "https:") {
    return { check: async () => ({ kind: "refused", detail: "Where links lead must be an address that starts with https://." }) };
  }
  const email = (values.email ?? "").trim();
  const authorization = email === "" ? `Bearer ${token}` : `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;
  const base = siteAddress(address.url);
  const call = createJsonCall({ base, headers: { Authorization: authorization }, heardTime }, now);
  const siteOf = createSiteQuestion(call, base);
  return {
    async check() {
      const site = await siteOf();
      if (site.kind === "answered") return check(call, site.value);
      return site.kind === "unreachable" ? site : { kind: "refused", detail: site.detail };
    },
    counterparts: keepLinks(call, { siteOf, leadsTo, now }),
  };
}

async function check(call: JsonCall, { api, pages, isCloud }: JiraSite): Promise<ConnectionHealth> {
  const asked = askedOf(await call("GET", `${api}/myself`), jira, (body) => {
    const read = myself.safeParse(body);
    return read.success ? (read.data.emailAddress ?? read.data.displayName) : null;
  });
  if (asked.kind === "unreachable") return asked;
  if (asked.kind === "signInNeeded") {
    const how = isCloud
      ? "Jira Cloud wants your account's e-mail beside an API token of that account."
      : "Jira Data Center wants a personal access token, with the e-mail left empty.";
    return { kind: "refused", detail: `${asked.detail} ${how}` };
  }
  if (asked.kind === "refused") return asked;
  const may = await permissionsOf(call, api);
  const place = new URL(pages).host;
  return { kind: "works", account: asked.value, place, ...(may === null ? {} : { permissions: may }) };
}

/** What this program does in Jira, by the permission each needs. */
const needed = {
  BROWSE_PROJECTS: "finding issues",
  LINK_ISSUES: "the link to a window",
  ADD_COMMENTS: "the comment when the work is over",
  TRANSITION_ISSUES: "the status when the work is completed",
} as const;

async function permissionsOf(call: JsonCall, api: JiraSite["api"]): Promise<Permissions | null> {
  const names = Object.keys(needed).join(",");
  const asked = askedOf(await call("GET", `${api}/mypermissions?permissions=${names}`), jira, (body) => {
    const read = permissions.safeParse(body);
    return read.success ? read.data.permissions : null;
  });
  if (asked.kind !== "answered") return null;
  const has = (name: string): boolean => asked.value[name]?.havePermission === true;
  return {
    granted: Object.keys(needed).filter(has),
    missing: Object.entries(needed)
      .filter(([name]) => !has(name))
      .map(([name, isFor]) => ({ name, isFor })),
  };
}
