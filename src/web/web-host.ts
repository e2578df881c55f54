import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { Page } from "../backend/page.ts";
import { newNonce, pageHeaders } from "../backend/page-headers.ts";
import { type Context, contract } from "../contract/router.ts";
import { doorPage } from "./door-page.ts";
import { createFeedDoor } from "./feed-door.ts";
import { bodyLimitOf, readBody } from "./request-body.ts";
import { type RequestRefusal, refuseForeign, refuseWrongCall } from "./request-checks.ts";
import { createSession, type Session } from "./session.ts";

export type WebHostOptions = {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly page: Page;
  readonly createContext: () => Context;
  /** A bug in a procedure, for the log. */
  readonly onBug: (path: string, cause: unknown) => void;
  /** A link was used: here is the next one, for whoever watches the terminal. */
  readonly onOpened?: (nextAddress: string) => void;
};

export type WebHost = {
  readonly origin: string;
  /** An address that lets in one browser, once. */
  newAddress(): string;
  close(): Promise<void>;
};

/** Serves the page and the contract on 127.0.0.1. Rejects when the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const session = createSession();
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const newAddress = () => `${origin}/open?code=${session.newCode()}`;
  const feeds = createFeedDoor({
    read: (token) => options.createContext().app.feeds.read(token),
    elapsed: () => performance.now(),
  });
  const door: Door = { options, session, origin, port, newAddress, feeds };
  server.on("request", (request, response) => {
    answer(door, request, response).catch((cause: unknown) => {
      options.onBug(request.url ?? "", cause);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Something went wrong in Forewarn. The log has the details.");
    });
  });
  return {
    origin,
    newAddress,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Subscriptions never end by themselves.
        server.closeAllConnections();
      }),
  };
}

/** The contract's procedures that are read as server-sent events. */
const subscriptions: readonly string[] = ["changes" satisfies keyof typeof contract._def.record];

type Door = {
  readonly options: WebHostOptions;
  readonly session: Session;
  readonly origin: string;
  readonly port: number;
  readonly newAddress: () => string;
  readonly feeds: ReturnType<typeof createFeedDoor>;
};

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = URL.parse(request.url ?? "", door.origin);
  if (url === null || url.origin !== door.origin) return sendText(response, 400, "This is not an address of Forewarn.");
  const isCall = url.pathname.startsWith("/api/");
  const foreign = refuseForeign(request.headers, door.origin);
  if (foreign !== null) return isCall ? sendRefusal(response, foreign) : sendText(response, foreign.status, foreign.message);
  if (door.feeds.answer(request, response, url.pathname)) return;
  if (isCall) return answerCall(door, request, response, url.pathname.slice("/api/".length));
  if (request.method !== "GET") return sendText(response, 405, "Only GET is answered here.");
  if (url.pathname === "/open") return letIn(door, request, response, url.searchParams.get("code") ?? "");
  if (!door.session.hasCookie(request.headers.cookie, door.port)) {
    return sendDocument(response, 401, doorPage("This browser is not signed in"));
  }
  const nonce = newNonce();
  const found = await door.options.page.answer(url.pathname, nonce);
  if (found === null) return sendText(response, 404, "There is nothing at this address.");
  response.writeHead(200, found.headers).end(found.body);
}

/** Trades a code for the cookie, and hands the page its token in the fragment, which is never sent to any server. */
function letIn(door: Door, request: IncomingMessage, response: ServerResponse, code: string): void {
  // A browser that guesses ahead would use up the code before the person presses Enter.
  const isGuess = (request.headers["sec-purpose"] ?? request.headers.purpose) !== undefined;
  if (isGuess) {
    sendText(response, 503, "Not before it is asked for.");
    return;
  }
  if (!door.session.takeCode(code)) {
    sendDocument(response, 401, doorPage("This link was used before, or is not from this start"));
    return;
  }
  response.writeHead(303, {
    ...pageHeaders({ type: "text/plain; charset=utf-8", caching: "no-store", nonce: newNonce() }),
    location: `/#token=${door.session.token}`,
    "set-cookie": door.session.cookieFor(door.port),
  });
  response.end();
  door.options.onOpened?.(door.newAddress());
}

async function answerCall(door: Door, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const isKnown =
    door.session.hasCookie(request.headers.cookie, door.port) && door.session.hasToken(request.headers["x-forewarn-token"]);
  if (!isKnown) {
    return sendRefusal(response, {
      status: 401,
      code: "UNAUTHORIZED",
      message: "This page is not signed in to Forewarn. Nothing was done. Open the address that the terminal shows.",
    });
  }
  const wrong = refuseWrongCall({
    method: request.method,
    headers: request.headers,
    isSubscription: subscriptions.includes(path),
  });
  if (wrong !== null) return sendRefusal(response, wrong);
  if (request.method === "POST") {
    const limit = bodyLimitOf(path);
    const body = await readBody(request, limit);
    if (body === "tooLong") {
      return sendRefusal(response, {
        status: 413,
        code: "PAYLOAD_TOO_LARGE",
        message: `This is longer than ${limit / 1024 / 1024} MB. Hand in only the part that is needed. Nothing was changed.`,
      });
    }
    Object.assign(request, { body });
  }
  const headers = pageHeaders({ type: "application/json", caching: "no-store", nonce: newNonce() });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  await nodeHTTPRequestHandler({
    router: contract,
    req: request,
    res: response,
    path,
    allowMethodOverride: true,
    createContext: async () => door.options.createContext(),
    onError: ({ error, path: failedPath }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") door.options.onBug(failedPath ?? path, error.cause ?? error);
    },
  });
}

/** Answers as tRPC would, so that the page shows the refusal where it shows every other. */
function sendRefusal(response: ServerResponse, { status, code, message }: RequestRefusal): void {
  const refusal = { code: status === 413 ? "invalid" : "notPossible", message, field: null };
  const error = { message, code: TRPC_ERROR_CODES_BY_KEY[code], data: { code, httpStatus: status, refusal, fields: [] } };
  response.writeHead(status, {
    ...pageHeaders({ type: "application/json", caching: "no-store", nonce: newNonce() }),
    // What a refused call still has to send is not read.
    connection: "close",
  });
  response.end(JSON.stringify({ error }));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, pageHeaders({ type: "text/plain; charset=utf-8", caching: "no-store", nonce: newNonce() }));
  response.end(text);
}

function sendDocument(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders({ type: "text/html; charset=utf-8", caching: "no-store", nonce: newNonce() }));
  response.end(html);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
