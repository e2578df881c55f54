/** The two IPC channels between the Electron window and the backend; nothing else crosses. */
export const ipcChannels = { request: "forewarn:request", response: "forewarn:response" } as const;

/** A call from the screen. `stop` ends a subscription. */
export type IpcRequest =
  | {
      readonly kind: "query" | "mutation" | "subscription";
      readonly callId: number;
      readonly path: string;
      readonly input: unknown;
    }
  | { readonly kind: "stop"; readonly callId: number };

/** An answer, or one value of a subscription. `error` has the shape of tRPC's error envelope. */
export type IpcResponse =
  /** A subscription listens from now on. */
  | { readonly kind: "started"; readonly callId: number }
  | { readonly kind: "data"; readonly callId: number; readonly data: unknown }
  | { readonly kind: "error"; readonly callId: number; readonly error: unknown }
  | { readonly kind: "complete"; readonly callId: number };

/** What the preload script exposes to the page as `window.forewarn`. */
export type ForewarnBridge = {
  send(request: IpcRequest): void;
  /** Returns the function that stops listening. */
  onResponse(listener: (response: IpcResponse) => void): () => void;
};
