import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { ForewarnBridge, IpcResponse } from "../../contract/ipc.ts";
import type { Contract } from "../../contract/router.ts";

/**
 * The contract over the bridge of the preload script. Each call has a number; what comes back carries it. A call that is
 * given up on tells the backend to stop, which ends a subscription there.
 */
export function ipcLink(bridge: ForewarnBridge): TRPCLink<Contract> {
  const listeners = new Map<number, (response: IpcResponse) => void>();
  let lastCallId = 0;
  bridge.onResponse((response) => listeners.get(response.callId)?.(response));
  return () =>
    ({ op }) =>
      observable((observer) => {
        lastCallId += 1;
        const callId = lastCallId;
        let isSettled = false;
        const settle = () => {
          isSettled = true;
          listeners.delete(callId);
        };
        listeners.set(callId, (response) => {
          switch (response.kind) {
            case "started":
              observer.next({ result: { type: "started" } });
              return;
            case "data":
              observer.next({ result: { type: "data", data: response.data } });
              return;
            case "error":
              settle();
              observer.error(TRPCClientError.from({ error: response.error }));
              return;
            case "complete":
              settle();
              observer.complete();
          }
        });
        const stop = () => {
          if (isSettled) return;
          settle();
          bridge.send({ kind: "stop", callId });
        };
        op.signal?.addEventListener("abort", () => {
          stop();
          observer.error(TRPCClientError.from(new DOMException("This call was given up on.", "AbortError")));
        });
        bridge.send({ kind: op.type, callId, path: op.path, input: op.input });
        return stop;
      });
}
