import type { IpcMain, IpcMainEvent } from "electron";

type Listener = Parameters<IpcMain["on"]>[1];

/** The same calls; what they return for chaining is not looked at, since it would have to be the real thing. */
type CalledLike<T> = { [K in keyof T]: T[K] extends (...given: infer Given) => unknown ? (...given: Given) => unknown : T[K] };

/** Electron's `ipcMain`: listeners by channel, and a way for a test to let a message arrive. */
export class IpcMainStandIn implements CalledLike<Pick<IpcMain, "on" | "removeListener" | "removeAllListeners">> {
  readonly #listeners = new Map<string, Listener[]>();

  on(channel: string, listener: Listener): this {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
    return this;
  }
  removeListener(channel: string, listener: Listener): this {
    const kept = (this.#listeners.get(channel) ?? []).filter((one) => one !== listener);
    if (kept.length === 0) this.#listeners.delete(channel);
    else this.#listeners.set(channel, kept);
    return this;
  }
  removeAllListeners(channel?: string): this {
    if (channel === undefined) this.#listeners.clear();
    else this.#listeners.delete(channel);
    return this;
  }

  channels(): string[] {
    return [...this.#listeners.keys()];
  }
  /** A message arrives; of the event there is what the application may use. */
  arrive(channel: string, event: Pick<IpcMainEvent, "sender" | "senderFrame" | "reply">, message: unknown): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(event as IpcMainEvent, message);
  }
}
