import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { RangeAsked, RangePlayed } from "./schedules-worker.ts";

export type Plays = {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly processes: number;
  /** Called for each range in the order of the schedules, whichever process was first: everything before `to` is played. */
  readonly onPlayed: (to: number, played: RangePlayed) => void;
};

/** What a stop loses for each process: some seconds. */
const atOnce = 50;

/** Plays schedules in processes of their own. Rejects when one of them ends with an error; what was played by then is told. */
export async function playInProcesses({ from, to, seed, processes, onPlayed }: Plays): Promise<void> {
  const played = new Map<number, { readonly to: number; readonly range: RangePlayed }>();
  let next = from;
  let told = from;

  async function playOn(child: ChildProcess): Promise<void> {
    while (next < to) {
      const asked: RangeAsked = { from: next, to: Math.min(to, next + atOnce), seed };
      next = asked.to;
      played.set(asked.from, { to: asked.to, range: await ask(child, asked) });
      for (let ready = played.get(told); ready !== undefined; ready = played.get(told)) {
        played.delete(told);
        told = ready.to;
        onPlayed(ready.to, ready.range);
      }
    }
  }

  const children = Array.from({ length: processes }, () => fork(join(import.meta.dirname, "schedules-worker.ts")));
  try {
    await Promise.all(children.map(playOn));
  } finally {
    // Without its parent's channel a child has nothing more to wait for.
    for (const child of children) if (child.connected) child.disconnect();
  }
}

function ask(child: ChildProcess, asked: RangeAsked): Promise<RangePlayed> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`The process that plays schedules ${asked.from} to ${asked.to} ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (played: RangePlayed) => {
      child.off("exit", ended);
      resolve(played);
    });
    child.send(asked);
  });
}
