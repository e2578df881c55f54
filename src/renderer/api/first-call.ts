// A script of its own, two kilobytes without any library: it runs while the browser still reads and compiles the rest, so
// that the first screen's answers are here when the application is.
import type { ForewarnBridge } from "../../contract/ipc.ts";
import { currentPlace } from "../state/place.ts";
import { askOverHttp, askOverIpc, type FirstAnswers, questionsFor } from "./first-questions.ts";
import { pageToken } from "./page-token.ts";

declare global {
  interface Window {
    /** Set by the preload script; only in the Electron host. */
    readonly forewarn?: ForewarnBridge;
  }
}

/** The token of this page; empty in Electron, where nobody asks for it. */
export const token: () => Promise<string> = window.forewarn === undefined ? pageToken(window) : async () => "";

/** Never rejects: without answers the screen asks for itself. */
export const firstAnswers: Promise<FirstAnswers> = ask().catch(() => []);

async function ask(): Promise<FirstAnswers> {
  const questions = questionsFor(currentPlace().path);
  return window.forewarn === undefined
    ? askOverHttp(questions, "/api", { "x-forewarn-token": await token() })
    : askOverIpc(questions, window.forewarn);
}
