import type { TRPCLink } from "@trpc/client";
import type { FirstScreen } from "../../src/contract/first-screen.ts";
import type { Context, Contract } from "../../src/contract/router.ts";
import { isFromOurPage } from "../../src/main/app-origin.ts";
import { serveIpc } from "../../src/main/ipc-server.ts";
import { askOverHttp, askOverIpc } from "../../src/renderer/api/ask-first-screen.ts";
import { httpLinks } from "../../src/renderer/api/http-link.ts";
import { ipcLink } from "../../src/renderer/api/ipc-link.ts";
import { startWebHost } from "../../src/web/web-host.ts";
import { connectedIpc } from "../electron/ipc-pair.ts";
import { signIn, smallPage } from "./web-client.ts";

/** One way from screen to backend, with both of its real ends. */
export type Transport = {
  readonly links: TRPCLink<Contract>[];
  /** What the page asks before its application is there. */
  readonly askFirst: (path: string) => Promise<FirstScreen>;
  readonly bugs: unknown[];
  close(): Promise<void>;
};

type Start = (context: Context) => Promise<Transport>;

const overHttp: Start = async (context) => {
  const bugs: unknown[] = [];
  const host = await startWebHost({
    port: 0,
    page: smallPage(),
    createContext: () => context,
    onBug: (_path, cause) => bugs.push(cause),
  });
  const { cookie, token } = await signIn(host.newAddress());
  const url = `${host.origin}/api`;
  const headers = { cookie, origin: host.origin, "sec-fetch-site": "same-origin" };
  return {
    links: httpLinks({ url, token: async () => token, headers }),
    askFirst: (path) => askOverHttp(path, url, { ...headers, "x-forewarn-token": token }),
    bugs,
    close: () => host.close(),
  };
};

const overIpc: Start = async (context) => {
  const bugs: unknown[] = [];
  const { ipcMain, bridge, contents } = connectedIpc();
  const stop = serveIpc({
    ipcMain,
    isTrusted: (event) => isFromOurPage(event, contents),
    createContext: () => context,
    onBug: (_path, cause) => bugs.push(cause),
    onRefused: (reason) => bugs.push(reason),
  });
  return { links: [ipcLink(bridge)], askFirst: (path) => askOverIpc(path, bridge), bugs, close: async () => stop() };
};

export const transports: readonly { readonly name: string; readonly start: Start }[] = [
  { name: "HTTP with server-sent events", start: overHttp },
  { name: "Electron's IPC", start: overIpc },
];
