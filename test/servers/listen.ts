import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * Listens on a free port of 127.0.0.1. `stop` ends open connections too. Answers say the time that `date` tells, or none:
 * a test's own clock goes beside the computer's.
 */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  date: (() => number) | null = null,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    response.sendDate = false;
    if (date !== null) response.setHeader("Date", new Date(date()).toUTCString());
    handle(request, response).catch((error: unknown) => {
      // A fault in the test server must show as one, not as a provider's answer.
      response.writeHead(599).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
