import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type Server, type Socket } from "node:net";

/** Looks at a request's first bytes, its request line, before anything else of it is read. */
type FirstBytes = (requestLine: string) => Promise<void>;

export type Listening = {
  readonly origin: string;
  /** Refuses connections until `open` is called: open ones end, new ones find nobody. */
  shut(): Promise<void>;
  open(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Listens on a free port of 127.0.0.1. `stop` ends open connections too. Answers say the time that `date` tells, or none:
 * a test's own clock goes beside the computer's. With `firstBytes`, every request has a connection of its own.
 */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  date: (() => number) | null = null,
  firstBytes: FirstBytes | null = null,
): Promise<Listening> {
  const server = createServer((request, response) => {
    response.sendDate = false;
    if (firstBytes !== null) response.shouldKeepAlive = false;
    if (date !== null) response.setHeader("Date", new Date(date()).toUTCString());
    handle(request, response).catch((error: unknown) => {
      // A fault in the test server must show as one, not as a provider's answer.
      if (response.headersSent) response.destroy();
      else response.writeHead(599).end(String(error));
    });
  });
  const door = firstBytes === null ? server : createSocketServer((socket) => showFirstBytes(socket, firstBytes, server));
  const port = await listenOn(door, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    async shut() {
      if (!door.listening) return;
      const closed = new Promise<void>((resolve) => door.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
    async open() {
      if (!door.listening) await listenOn(door, port);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => (door.listening ? door.close(() => resolve()) : resolve()));
    },
  };
}

/** Listens on 127.0.0.1; port 0 takes a free one. Says which. */
export async function listenOn(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  return address.port;
}

/** Waits for the first bytes, shows them, puts them back, and lets the server of HTTP go on. */
function showFirstBytes(socket: Socket, firstBytes: FirstBytes, server: ReturnType<typeof createServer>): void {
  socket.on("error", () => undefined);
  const look = (): void => {
    const bytes: Buffer | null = socket.read();
    if (bytes === null) return;
    socket.off("readable", look);
    socket.unshift(bytes);
    firstBytes(bytes.toString("latin1").split("\r\n", 1)[0] ?? "").then(
      () => server.emit("connection", socket),
      () => socket.destroy(),
    );
  };
  socket.on("readable", look);
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
