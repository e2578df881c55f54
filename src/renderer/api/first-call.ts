// A script of its own, a few kilobytes without any library: it runs while the browser still reads and compiles the rest, and
// shows the first frame before the application is there.
import type { FirstScreen } from "../../contract/first-screen.ts";
import type { ForewarnBridge } from "../../contract/ipc.ts";
import { showFrame } from "../first-frame/show-frame.ts";
import { currentPlace } from "../state/place.ts";
import { askOverHttp, askOverIpc } from "./ask-first-screen.ts";
import { pageToken } from "./page-token.ts";

declare global {
  interface Window {
    /** Set by the preload script; only in the Electron host. */
    readonly forewarn?: ForewarnBridge;
  }
}

/** How long the application waits for the first frame before it begins, in milliseconds. */
const patience = 300;

/** The token of this page; empty in Electron, where nobody asks for it. */
export const token: () => Promise<string> = window.forewarn === undefined ? pageToken(window) : async () => "";

/** Null without an answer: then the screen asks for itself. */
export const firstScreen: Promise<FirstScreen | null> = ask().catch(() => null);

async function ask(): Promise<FirstScreen> {
  const { path } = currentPlace();
  return window.forewarn === undefined
    ? askOverHttp(path, "/api", { "x-forewarn-token": await token() })
    : askOverIpc(path, window.forewarn);
}

/**
 * Lets the browser fetch the application's code while the host answers, and reads it when the frame is painted: compiling
 * half a megabyte beside it would hold the frame up. Its files are named in the document
 * (scripts/vite-plugin-first-things.ts); the last of them begins.
 */
async function begin(): Promise<void> {
  const files = [...document.querySelectorAll<HTMLMetaElement>('meta[name="application"]')].map(({ content }) => content);
  for (const href of files) {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "preload", as: "script", crossOrigin: "", href }));
  }
  await Promise.race([firstScreen.then(showFrame), new Promise((resolve) => setTimeout(resolve, patience))]);
  const entry = files.at(-1);
  if (entry !== undefined) await import(/* @vite-ignore */ new URL(entry, document.baseURI).href);
}

void begin();
