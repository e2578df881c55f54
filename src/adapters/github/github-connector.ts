import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionHealth, ConnectionParts, Connector } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { askedOf } from "../network/call-outcome.ts";
import { createJsonCall, type JsonCall } from "../network/json-call.ts";
import { github, user } from "./github-shapes.ts";
import { keepIssues } from "./issues.ts";

const usualUrl = "https://api.github.com";

/** GitHub, by a fine-grained token of a person. */
export function githubConnector(now: () => Instant): Connector {
  return {
    kind: "github",
    usualUrl,
    guide: {
      carries: "An issue for each window",
      steps: [
        "On GitHub open Settings, Developer settings, Personal access tokens, Fine-grained tokens, and generate one.",
        "Give it the repositories your changes are tracked in, and among the repository permissions “Issues: Read and write”.",
      ],
      permissions: "Issues: read and write, Metadata: read",
      tokenHint: "github_pat_…",
      addressHelp: "Only for GitHub Enterprise Server: https://HOST/api/v3",
    },
    keepsCounterparts: true,
    fields: [],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress(apiUrl ?? usualUrl);
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "Forewarn",
  };
  const call = createJsonCall({ base: address.url, headers, heardTime }, now);
  return { check: () => check(call, address.url.host), counterparts: keepIssues(call, now) };
}

async function check(call: JsonCall, place: string): Promise<ConnectionHealth> {
  const asked = askedOf(await call("GET", "/user"), github, (body) => {
    const read = user.safeParse(body);
    return read.success ? read.data.login : null;
  });
  if (asked.kind === "answered") return { kind: "works", account: asked.value, place };
  return asked.kind === "unreachable" ? asked : { kind: "refused", detail: asked.detail };
}
