import type { BadInput } from "./bad-input.ts";

/** A request to the browser host that its page would never make. What is not said is as the page's own. */
export type HttpRow = BadInput & {
  readonly request: {
    readonly method?: string;
    readonly path?: string;
    /** `undefined` leaves a header out. */
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly body?: string;
  };
  readonly status: number;
};

function over(name: string, input: string, status: number, request: HttpRow["request"]): HttpRow {
  const expected = `Refused with ${status}, in words; nothing changed`;
  return { area: "HTTP to the browser host", name, input, expected, request, status };
}

export const httpRequests: readonly HttpRow[] = [
  over("another host's name (DNS rebinding)", "Host: rebound.example.org", 421, { headers: { host: "rebound.example.org" } }),
  over("localhost instead of the address", "Host: localhost", 421, { headers: { host: "localhost" } }),
  over("another site's origin", "Origin: https://example.org", 403, { headers: { origin: "https://example.org" } }),
  over("another port's origin", "Origin: http://127.0.0.1:1", 403, { headers: { origin: "http://127.0.0.1:1" } }),
  over("a hidden origin", "Origin: null", 403, { headers: { origin: "null" } }),
  over("no origin", "no Origin header", 403, { headers: { origin: undefined } }),
  over("a page of another site", "Sec-Fetch-Site: cross-site", 403, { headers: { "sec-fetch-site": "cross-site" } }),
  over("no cookie", "no Cookie header", 401, { headers: { cookie: undefined } }),
  over("a guessed cookie", "Cookie: forewarn=1", 401, { headers: { cookie: "forewarn=1" } }),
  over("no token", "no X-Forewarn-Token header", 401, { headers: { "x-forewarn-token": undefined } }),
  over("a guessed token", "X-Forewarn-Token: guess", 401, { headers: { "x-forewarn-token": "guess" } }),
  over("a command as GET", "GET /api/outbox.pause", 405, { method: "GET" }),
  over("a command as DELETE", "DELETE /api/outbox.pause", 405, { method: "DELETE" }),
  over("a form instead of JSON", "application/x-www-form-urlencoded", 415, {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "reason=x",
  }),
  over("a body that ends early", '{"reason":', 400, { body: '{"reason":' }),
  over("a body that is no object", "[]", 400, { body: "[]" }),
  over("a field of the wrong kind", '{"reason":7}', 400, { body: '{"reason":7}' }),
  over("a reason of spaces only", '{"reason":"   "}', 400, { body: '{"reason":"   "}' }),
  over("a prototype in the body", '{"__proto__":{"reason":"x"}}', 400, { body: '{"__proto__":{"reason":"x"}}' }),
  over("a body of 5 MB", "5,000,000 letters", 413, { body: JSON.stringify({ reason: "x".repeat(5_000_000) }) }),
  over("a procedure that is not there", "/api/outbox.sendEverything", 404, { path: "/api/outbox.sendEverything" }),
  over("a procedure's prototype", "/api/__proto__", 404, { path: "/api/__proto__" }),
  over("a path out of the folder", "/..%2fpackage.json", 404, { method: "GET", path: "/..%2fpackage.json" }),
];
