import type { ServerResponse } from "node:http";
import type { SendOutcome } from "../../../src/core/ports/messenger.ts";
import type { BadInput } from "./bad-input.ts";

/** What a network or a gateway does instead of answering as Slack or Microsoft would, when a message is sent. */
export type NetworkRow = BadInput & {
  readonly answer: (response: ServerResponse) => void;
  readonly outcome: Readonly<Record<"slack" | "teams", SendOutcome["kind"]>>;
};

const words: Readonly<Record<SendOutcome["kind"], string>> = {
  accepted: "sent",
  unsent: "provably not sent, tried again later",
  withheld: "not let go",
  refused: "provably not sent, a person acts",
  signInNeeded: "not sent, the connection pauses and asks for a sign-in",
  unknown: "may have been sent: looked for, never sent again by itself",
};

function network(
  name: string,
  input: string,
  slack: SendOutcome["kind"],
  teams: SendOutcome["kind"],
  answer: NetworkRow["answer"],
): NetworkRow {
  const expected = slack === teams ? `Slack and Teams: ${words[slack]}` : `Slack: ${words[slack]}. Teams: ${words[teams]}`;
  return { area: "network", name, input, expected, answer, outcome: { slack, teams } };
}

const html = (response: ServerResponse, status: number): void =>
  void response.writeHead(status, { "Content-Type": "text/html" }).end("<html><h1>Sign in to the hotel's network</h1></html>");
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));

export const networks: readonly NetworkRow[] = [
  network("a captive portal", "200 with a page of HTML", "unknown", "unknown", (response) => html(response, 200)),
  network("a gateway's error page", "502 with a page of HTML", "unknown", "unknown", (response) => html(response, 502)),
  network("a proxy that asks for a password", "407", "unknown", "unknown", (response) => html(response, 407)),
  network(
    "a connection that breaks at once",
    "reset before any answer",
    "unknown",
    "unknown",
    (response) => void response.socket?.resetAndDestroy(),
  ),
  network("an answer cut off", "Content-Length: 500, 20 bytes", "unknown", "unknown", (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "500" });
    response.write('{"ok":true,"ts":"17', () => response.socket?.destroy());
  }),
  network("an empty 200", "200 without a body", "unknown", "unknown", (response) => void response.writeHead(200).end()),
  network("another type's answer", '200 with "yes"', "unknown", "unknown", (response) => json(response, 200, "yes")),
  network("a success without a place", '{"ok":true}', "unknown", "unknown", (response) => json(response, 200, { ok: true })),
  network("an unknown error", '{"ok":false,"error":"meteor"}', "unknown", "unknown", (response) =>
    json(response, 200, { ok: false, error: "meteor" }),
  ),
  network(
    "a redirect to another host",
    "302 to example.org",
    "unknown",
    "unknown",
    (response) => void response.writeHead(302, { Location: "https://example.org/" }).end(),
  ),
  network("too fast, with a time", "429, Retry-After: 30", "unsent", "unknown", (response) =>
    json(response, 429, { error: { code: "TooManyRequests", message: "" } }, { "Retry-After": "30" }),
  ),
  network("too fast, with nonsense for a time", "429, Retry-After: soon", "unsent", "unknown", (response) =>
    json(response, 429, { error: { code: "TooManyRequests", message: "" } }, { "Retry-After": "soon" }),
  ),
  network("a time-out at a gateway", "504", "unknown", "unknown", (response) => html(response, 504)),
  network("a request timed out", "408", "unknown", "unknown", (response) => html(response, 408)),
  network("a token that no longer holds", "401 / invalid_auth", "signInNeeded", "signInNeeded", (response) =>
    response.req.url?.includes("chat.postMessage") === true
      ? json(response, 200, { ok: false, error: "invalid_auth" })
      : json(response, 401, { error: { code: "InvalidAuthenticationToken", message: "" } }),
  ),
  network("an error that quotes a secret", "500 with a token in its text", "unknown", "unknown", (response) =>
    json(response, 500, { error: { code: "Oops", message: "Bearer xoxb-secret-token was wrong" } }),
  ),
];

/** Addresses at which nothing can be sent at all; the test knows a port that is closed and one without TLS. */
export type UnreachableRow = BadInput & { readonly origin: string };

function unreachable(name: string, origin: string): UnreachableRow {
  return { area: "network", name, input: origin, expected: "Provably not sent, tried again later", origin };
}

export const unreachables: readonly UnreachableRow[] = [
  unreachable("a name nobody has", "https://forewarn.invalid"),
  unreachable("a port nobody listens at", "http://127.0.0.1:CLOSED"),
  unreachable("TLS spoken to a server without it", "https://127.0.0.1:PLAIN"),
];
