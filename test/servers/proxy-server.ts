import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { listenOn } from "./listen.ts";

/** A proxy of an organisation. */
export type ProxyServer = {
  readonly url: string;
  /** What tunnels were asked for, as `slack.com:443`. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
};

/** Starts a proxy that leads every tunnel to one port of this computer, or answers each with a refusal. */
export async function startProxy(way: { readonly to: number } | { readonly refusal: number }): Promise<ProxyServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).once("close", () => sockets.delete(socket));
  };
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on("connect", (request, client) => {
    const inside = client as Socket;
    keep(inside);
    asked.push(request.url ?? "");
    if ("refusal" in way) {
      inside.end(`HTTP/1.1 ${way.refusal} No\r\nProxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const outside = connect(way.to, "127.0.0.1", () => {
      inside.write("HTTP/1.1 200 Connection established\r\n\r\n");
      outside.pipe(inside).pipe(outside);
    });
    keep(outside);
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
