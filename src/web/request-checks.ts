import type { IncomingHttpHeaders } from "node:http";

/** Why a request is refused, in the words the page shows. */
export type RequestRefusal = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly code: "BAD_REQUEST" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_SUPPORTED" | "PAYLOAD_TOO_LARGE";
  readonly message: string;
};

const otherSite: RequestRefusal = {
  status: 403,
  code: "FORBIDDEN",
  message: "This request came from another site. Forewarn answers only its own page. Nothing was done.",
};

/**
 * Refuses what another page or another name for this computer may send. The exact `Host` defeats DNS rebinding, the exact
 * `Origin` and `Sec-Fetch-Site` defeat requests that other pages make the browser send.
 */
export function refuseForeign(headers: IncomingHttpHeaders, origin: string): RequestRefusal | null {
  if (`http://${headers.host ?? ""}` !== origin) {
    return { status: 421, code: "FORBIDDEN", message: `Forewarn answers only at ${origin}. Nothing was done.` };
  }
  if (headers.origin !== undefined && headers.origin !== origin) return otherSite;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return otherSite;
  return null;
}

/** Refuses what a call of the contract is not: commands and queries are POSTs of JSON, subscriptions are GETs. */
export function refuseWrongCall(call: {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly isSubscription: boolean;
}): RequestRefusal | null {
  const wanted = call.isSubscription ? "GET" : "POST";
  if (call.method !== wanted) {
    return { status: 405, code: "METHOD_NOT_SUPPORTED", message: `This call must be a ${wanted}. Nothing was done.` };
  }
  if (call.isSubscription) return call.headers["sec-fetch-site"] === "none" ? otherSite : null;
  // A browser always names the origin of a POST; one without it was not made by the page.
  if (call.headers.origin === undefined) return otherSite;
  if (call.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() !== "application/json") {
    return { status: 415, code: "BAD_REQUEST", message: "A call must be JSON (application/json). Nothing was done." };
  }
  return null;
}
