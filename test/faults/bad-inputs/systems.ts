import type { ServerResponse } from "node:http";
import type { KeepOutcome } from "../../../src/core/ports/connector.ts";
import type { BadInput } from "./bad-input.ts";

/** What stands in another system's place, or is wrong with its answer, when a window is to be kept there. */
export type SystemRow = BadInput & {
  readonly answer: (response: ServerResponse) => void;
  /** What comes of a change that was asked for. */
  readonly keep: Exclude<KeepOutcome["kind"], "kept">;
};

const words: Readonly<Record<SystemRow["keep"], string>> = {
  unsent: "provably not done, tried again later",
  refused: "provably not done, a person acts",
  signInNeeded: "not done, the connection pauses and asks for a sign-in",
  unknown: "may have been done: looked for before anything is made again",
};

function system(name: string, input: string, keep: SystemRow["keep"], answer: SystemRow["answer"]): SystemRow {
  const expected = `Connecting says so and keeps no token; a window that is kept there: ${words[keep]}`;
  return { area: "other systems", name, input, expected, answer, keep };
}

const html = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void =>
  void response
    .writeHead(status, { "Content-Type": "text/html", ...headers })
    .end("<html>Accept the terms of this network</html>");
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));

export const systems: readonly SystemRow[] = [
  system("a guest network's page", "200 with a page of HTML", "unknown", (response) => html(response, 200)),
  system("a redirect to a guest network's page", "302 to portal.example.org", "unknown", (response) =>
    html(response, 302, { Location: "https://portal.example.org/" }),
  ),
  system(
    "a page for an address that is nobody's, or of an instance that sleeps",
    "404 with a page of HTML",
    "refused",
    (response) => html(response, 404),
  ),
  system("a filter's page", "403 with a page of HTML", "refused", (response) => html(response, 403)),
  system("a gateway's error page", "502 with a page of HTML", "unknown", (response) => html(response, 502)),
  system("an empty success", "200 without a body", "unknown", (response) => void response.writeHead(200).end()),
  system("another program's answer", '200 with {"hello":"world"}', "unknown", (response) =>
    json(response, 200, { hello: "world" }),
  ),
  system("an answer cut off", "Content-Length: 500, 10 bytes", "unknown", (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "500" });
    response.write('{"result":', () => response.socket?.destroy());
  }),
  system(
    "a connection that breaks at once",
    "reset before any answer",
    "unknown",
    (response) => void response.socket?.resetAndDestroy(),
  ),
  system("too fast", "429, Retry-After: 30", "unsent", (response) => json(response, 429, {}, { "Retry-After": "30" })),
  system("a sign-in that no longer holds", "401", "signInNeeded", (response) => json(response, 401, {})),
  system("an error that quotes a secret", "500 with a token in its text", "unknown", (response) =>
    json(response, 500, { error: { message: "secret-token was wrong" }, message: "secret-token was wrong" }),
  ),
];
