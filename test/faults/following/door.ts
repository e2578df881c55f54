import type { IncomingMessage, ServerResponse } from "node:http";
import { listen, readBody } from "../../servers/listen.ts";

/** When somebody behind the door is killed: what becomes of the request is up to the network. */
export type Moment =
  /** It never arrives. */
  | "lost"
  /** It arrives after whoever sent it is dead. */
  | "read"
  /** It was taken, and nobody is there to hear the answer. */
  | "taken";

export type Door = {
  readonly origin: string;
  /** At the next request that is meant, `kill` is waited for. */
  arm(moment: Moment, isMeant: (request: string) => boolean, kill: () => Promise<void>): void;
  stop(): Promise<void>;
};

type Armed = {
  readonly moment: Moment;
  readonly isMeant: (request: string) => boolean;
  readonly kill: () => Promise<void>;
};

/** Stands before a strict server and passes everything on, but for the one request somebody dies at. */
export async function openDoor(behind: string): Promise<Door> {
  let armed: Armed | null = null;

  async function passOn(request: IncomingMessage, text: string): Promise<Response> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === "string" && !ownOfConnection.has(name)) headers.set(name, value);
    }
    const { method = "GET", url = "/" } = request;
    const body = text === "" ? {} : { body: text };
    return fetch(new URL(url, behind), { method, headers, redirect: "manual", ...body });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request);
    const meant = armed?.isMeant(`${request.method} ${request.url}`) === true ? armed : null;
    if (meant !== null) armed = null;
    if (meant !== null && meant.moment !== "taken") await meant.kill();
    if (meant?.moment === "lost") return void response.destroy();
    const answer = await passOn(request, text);
    const said = Buffer.from(await answer.arrayBuffer());
    if (meant?.moment === "taken") await meant.kill();
    for (const [name, value] of answer.headers) if (!ownOfConnection.has(name)) response.setHeader(name, value);
    response.writeHead(answer.status).end(said);
  }

  const server = await listen(handle);
  return {
    origin: server.origin,
    arm(moment, isMeant, kill) {
      armed = { moment, isMeant, kill };
    },
    stop: server.stop,
  };
}

const ownOfConnection = new Set([
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "transfer-encoding",
]);
