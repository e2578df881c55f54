import type { Asked } from "../../core/ports/connector.ts";
import { askedOf } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { jira, serverInfo } from "./jira-shapes.ts";

/** Which Jira it is: Cloud speaks v3 and documents of its own, Data Center v2 and wiki text. */
export type JiraSite = {
  readonly isCloud: boolean;
  readonly api: "/rest/api/3" | "/rest/api/2";
  /** Where a person looks at it, without a slash at its end. */
  readonly pages: string;
};

/** An issue as people name it: a key, or an address of it; `elsewhere` when the address is another site's. */
export type IssueWords = { readonly kind: "key"; readonly key: string } | { readonly kind: "elsewhere"; readonly host: string };

/** Tokens with scopes are used through this gateway, with the site's id in the path. */
const gateway = "api.atlassian.com";

/** The site's own address, whatever page of it was copied. */
export function siteAddress(url: URL): URL {
  if (url.hostname.endsWith(".atlassian.net")) return new URL(url.origin);
  const [path = ""] = url.pathname.split(/\/(?:browse|secure|projects|issues|rest|login\.jsp)(?:\/|$)/u);
  return new URL(path.replace(/\/+$/u, ""), url.origin);
}

/** Asks once which Jira it is; what was answered stays known for as long as the connection. */
export function createSiteQuestion(call: JsonCall, address: URL): () => Promise<Asked<JiraSite>> {
  let known: JiraSite | null = null;
  return async () => {
    if (known !== null) return { kind: "answered", value: known };
    const asked = askedOf(await call("GET", "/rest/api/2/serverInfo"), jira, (body) => {
      const read = serverInfo.safeParse(body);
      if (!read.success) return null;
      const isCloud = read.data.deploymentType === "Cloud";
      const pages = address.hostname === gateway ? read.data.baseUrl : address.href;
      return { isCloud, api: isCloud ? "/rest/api/3" : "/rest/api/2", pages: pages.replace(/\/+$/u, "") } satisfies JiraSite;
    });
    if (asked.kind === "answered") known = asked.value;
    return asked;
  };
}

/** Reads an issue as people name it; null when the words are only words. */
export function issueIn(words: string, { pages }: JiraSite): IssueWords | null {
  const text = words.trim();
  const url = /^https?:\/\//iu.test(text) ? URL.parse(text) : null;
  if (url === null) return /^[A-Z][A-Z0-9_]+-\d+$/iu.test(text) ? { kind: "key", key: text.toUpperCase() } : null;
  if (url.host !== new URL(pages).host) return { kind: "elsewhere", host: url.host };
  const inPath = /\/(?:browse|issues)\/(?<key>[A-Z][A-Z0-9_]+-\d+)/iu.exec(url.pathname)?.groups?.key;
  const key = inPath ?? url.searchParams.get("selectedIssue") ?? "";
  return /^[A-Z][A-Z0-9_]+-\d+$/iu.test(key) ? { kind: "key", key: key.toUpperCase() } : null;
}
