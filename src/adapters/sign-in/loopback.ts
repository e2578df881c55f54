import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type LoopbackPage, loopbackPage } from "./loopback-page.ts";

/** What a provider's page sent back to this computer. Nothing of it is believed before its state was right. */
export type LoopbackAnswer =
  | { readonly kind: "code"; readonly code: string; readonly parameters: URLSearchParams }
  /** The provider's own words for why not; the description may hold anything. */
  | { readonly kind: "refused"; readonly error: string; readonly description: string };

export type LoopbackOptions = {
  /** Nobody can guess it; an answer without it is no answer of ours. */
  readonly state: string;
  /** How the answer comes: in the address of a GET, or as the form of a POST, which leaves no code in the browser's history. */
  readonly answersBy: "query" | "form";
  /** As it is registered with the provider. The receiver itself listens on 127.0.0.1 whatever this says. */
  readonly hostName: "127.0.0.1" | "localhost";
  /** The ports that are registered, tried in turn; empty where any will do. */
  readonly ports: readonly number[];
  readonly path: string;
};

export type LoopbackReceiver = {
  readonly redirectUri: string;
  /** The one answer with the right state. Waits for ever: whoever asks has the limit. */
  readonly answer: Promise<LoopbackAnswer>;
  /** Answers nobody any more; may be called twice. */
  close(): void;
};

/** The longest form that is read, in bytes: a code is under two thousand. */
const formLimit = 32 * 1024;

/** Waits on this computer for the answer of a provider's page (RFC 8252 §7.3). Null when none of the ports is free. */
export async function openLoopback(options: LoopbackOptions): Promise<LoopbackReceiver | null> {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  const isListening = await listenOnOne(server, options.ports.length === 0 ? [0] : options.ports);
  if (!isListening) return null;
  const { port } = server.address() as AddressInfo;
  const origin = `http://${options.hostName}:${port}`;
  const { promise, resolve } = Promise.withResolvers<LoopbackAnswer>();
  let isAnswered = false;

  function close(): void {
    server.close();
    server.closeIdleConnections();
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another name for this computer is another page's doing (DNS rebinding).
    if (request.headers.host !== `${options.hostName}:${port}`) return say(response, 421, "elsewhere");
    const url = URL.parse(request.url ?? "", origin);
    if (url === null || url.origin !== origin || url.pathname !== options.path) return say(response, 404, "nothing");
    const wanted = options.answersBy === "form" ? "POST" : "GET";
    if (request.method !== wanted) return say(response, 405, "nothing", { allow: wanted });
    const parameters = options.answersBy === "form" ? await readForm(request) : url.searchParams;
    if (parameters === null) return say(response, 415, "nothing");
    // Said before anything else is read: whoever does not know the state learns nothing, and ends nothing.
    if (!isSame(parameters.getAll("state"), options.state)) return say(response, 400, "notOurs");
    if (isAnswered) return say(response, 410, "over");
    const answer = readAnswer(parameters);
    if (answer === null) return say(response, 400, "notOurs");
    isAnswered = true;
    say(response, 200, answer.kind === "code" ? "done" : "refused");
    response.once("close", close);
    resolve(answer);
  }

  server.on("request", (request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  return { redirectUri: `${origin}${options.path === "/" ? "" : options.path}`, answer: promise, close };
}

async function listenOnOne(server: Server, ports: readonly number[]): Promise<boolean> {
  for (const port of ports) {
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    server.removeAllListeners("error");
    if (isOurs) return true;
  }
  return false;
}

/** A form of the right kind, or null. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded")
    return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > formLimit) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** Said once, and the same. Compared in a time that tells nothing. */
function isSame(given: readonly string[], expected: string): boolean {
  const left = Buffer.from(given[0] ?? "");
  const right = Buffer.from(expected);
  return given.length === 1 && left.length === right.length && timingSafeEqual(left, right);
}

/** A name said twice could be read in two ways (RFC 6749 §3.1): such an answer is none. */
function readAnswer(parameters: URLSearchParams): LoopbackAnswer | null {
  const [codes, errors] = [parameters.getAll("code"), parameters.getAll("error")];
  const [code] = codes;
  const [error] = errors;
  if (codes.length === 1 && errors.length === 0 && code) return { kind: "code", code, parameters };
  if (errors.length === 1 && codes.length === 0 && error) {
    return { kind: "refused", error, description: parameters.get("error_description") ?? "" };
  }
  return null;
}

function say(response: ServerResponse, status: number, page: LoopbackPage, more: Readonly<Record<string, string>> = {}): void {
  const { headers, body } = loopbackPage(page);
  response.writeHead(status, { ...headers, connection: "close", ...more }).end(body);
}
