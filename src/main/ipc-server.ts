import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import type { IpcMainEvent, WebContents } from "electron";
import { z } from "zod";
import { type IpcRequest, type IpcResponse, ipcChannels } from "../contract/ipc.ts";
import { type Context, contract } from "../contract/router.ts";

/** What is needed of Electron's `ipcMain`. */
type Listen = (channel: string, listener: (event: IpcMainEvent, message: unknown) => void) => unknown;
type IpcMainPart = { readonly on: Listen; readonly removeListener: Listen };

export type IpcServerOptions = {
  readonly ipcMain: IpcMainPart;
  /** Whether a call comes from the page of this application, in its main frame. */
  readonly isTrusted: (event: IpcMainEvent) => boolean;
  readonly createContext: () => Context;
  /** A bug in a procedure, for the log. */
  readonly onBug: (path: string, cause: unknown) => void;
  /** A call that was not answered, for the log. */
  readonly onRefused: (reason: "sender" | "shape") => void;
};

const callId = z.int().min(0);
const requestSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["query", "mutation", "subscription"]),
    callId,
    path: z.string().max(200),
    input: z.unknown(),
  }),
  z.object({ kind: z.literal("stop"), callId }),
]);
type Call = Exclude<IpcRequest, { readonly kind: "stop" }>;

/** Serves the contract to the page. Returns the function that stops it and every call under way. */
export function serveIpc(options: IpcServerOptions): () => void {
  const running = new Map<WebContents, Map<number, AbortController>>();

  function callsOf(sender: WebContents): Map<number, AbortController> {
    const known = running.get(sender);
    if (known !== undefined) return known;
    const calls = new Map<number, AbortController>();
    running.set(sender, calls);
    const stopAll = () => {
      for (const call of calls.values()) call.abort();
      calls.clear();
    };
    // A page that is reloaded or gone no longer hears what its subscriptions say.
    sender.on("did-navigate", stopAll);
    sender.on("render-process-gone", stopAll);
    sender.once("destroyed", () => {
      stopAll();
      running.delete(sender);
    });
    return calls;
  }

  function onRequest(event: IpcMainEvent, message: unknown): void {
    if (!options.isTrusted(event)) {
      options.onRefused("sender");
      return;
    }
    const { data: request } = requestSchema.safeParse(message);
    const calls = callsOf(event.sender);
    if (request === undefined || (request.kind !== "stop" && calls.has(request.callId))) options.onRefused("shape");
    else if (request.kind === "stop") stop(calls, request.callId);
    else begin(event, calls, request);
  }

  function stop(calls: Map<number, AbortController>, callId: number): void {
    calls.get(callId)?.abort();
    calls.delete(callId);
  }

  function begin(event: IpcMainEvent, calls: Map<number, AbortController>, request: Call): void {
    const abort = new AbortController();
    calls.set(request.callId, abort);
    const reply = (response: IpcResponse) => {
      if (!abort.signal.aborted && !event.sender.isDestroyed()) event.reply(ipcChannels.response, response);
    };
    void answer(request, abort.signal, reply, options).finally(() => {
      if (calls.get(request.callId) === abort) calls.delete(request.callId);
    });
  }

  options.ipcMain.on(ipcChannels.request, onRequest);
  return () => {
    options.ipcMain.removeListener(ipcChannels.request, onRequest);
    for (const calls of running.values()) for (const call of calls.values()) call.abort();
  };
}

async function answer(
  { kind, callId, path, input }: Call,
  signal: AbortSignal,
  reply: (response: IpcResponse) => void,
  options: IpcServerOptions,
): Promise<void> {
  const ctx = options.createContext();
  try {
    const result: unknown = await callTRPCProcedure({
      router: contract,
      path,
      type: kind,
      ctx,
      signal,
      getRawInput: async () => input,
      batchIndex: 0,
    });
    if (kind === "subscription" && isAsyncIterable(result)) {
      reply({ kind: "started", callId });
      for await (const data of result) reply({ kind: "data", callId, data });
    } else {
      reply({ kind: "data", callId, data: result });
    }
    reply({ kind: "complete", callId });
  } catch (cause) {
    if (signal.aborted) return;
    const error = getTRPCErrorFromUnknown(cause);
    if (error.code === "INTERNAL_SERVER_ERROR") options.onBug(path, error.cause ?? error);
    const shape = getTRPCErrorShape({ config: contract._def._config, error, type: kind, path, input, ctx });
    reply({ kind: "error", callId, error: shape });
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
