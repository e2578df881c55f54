import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cache } from "./child-bundle.ts";
import type { LifeOptions, Order, Report } from "./protocol.ts";

/** However slow a machine is, a child that says nothing for so long hangs. */
const patience = 120_000;

/** Thrown by whatever waited for a child that is dead. */
export class Died extends Error {
  override readonly name = "Died";
}

/** A running backend, and all it said. */
export type Child = {
  /** Resolves when its workspace is open; throws {@link Died} when it died before, or what kept it from opening. */
  readonly opened: Promise<void>;
  /** Gives an order and waits for what came of it. */
  order(order: Order): Promise<unknown>;
  /** Calls a command of the application; throws a refusal's words. */
  call(what: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Kills it at once, and waits until it is gone. */
  kill(): Promise<void>;
  readonly gone: Promise<void>;
  readonly isGone: () => boolean;
  /** Everything it wrote, for a look for secrets. */
  readonly said: () => string;
};

export type Heard = {
  committed(sequence: number, hash: string): void;
  secret(name: string, secret: string | null): void;
  dying(): void;
  checkpointing(): void;
};

export function startChild(bundle: string, options: LifeOptions, heard: Heard): Child {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", bundle], {
    stdio: ["pipe", "pipe", "pipe"],
    // Nothing of this process's surroundings: a test runner's settings would change the child's.
    env: { PATH: process.env.PATH ?? "", FOREWARN_FAULTS_COMPILE_CACHE: join(cache, "compile-cache") },
  });
  return conversation(child, options, heard);
}

function conversation(child: ChildProcess, options: LifeOptions, heard: Heard): Child {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error("The child has no pipes");
  let words = "";
  let isGone = false;
  let failed: string | null = null;
  const waiting: { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }[] = [];
  const opening = Promise.withResolvers<void>();
  opening.promise.catch(() => undefined);
  stdin.on("error", () => undefined);
  stderr.on("data", (chunk: Buffer) => {
    words += chunk.toString("utf8");
  });
  const lines = createInterface({ input: stdout });
  lines.on("line", (line) => {
    const said: Report = JSON.parse(line);
    if (said.kind !== "secret") words += `${line}\n`;
    switch (said.kind) {
      case "open":
        return opening.resolve();
      case "cannotOpen":
        return opening.reject(new Error(said.why));
      case "done":
        return waiting.shift()?.resolve(said.value);
      case "threw":
        return waiting.shift()?.reject(new Error(said.why));
      case "committed":
        return heard.committed(said.sequence, said.hash);
      case "secret":
        return heard.secret(said.name, said.secret);
      case "dying":
        return heard.dying();
      case "checkpointing":
        return heard.checkpointing();
    }
  });
  // Its last words are read before it counts as gone.
  const gone = Promise.all([once(child, "exit"), once(lines, "close")]).then(([[code, signal]]) => {
    isGone = true;
    if (signal !== "SIGKILL" && code !== 0) failed = `The child ended by itself (${code ?? signal}): ${words.slice(-2_000)}`;
    const end = failed === null ? new Died() : new Error(failed);
    opening.reject(end);
    for (const { reject } of waiting.splice(0)) reject(end);
  });
  stdin.write(`${JSON.stringify(options)}\n`);
  const hanging = (what: string): void => {
    failed = `The child did not ${what} within ${patience / 1_000} s: ${words.slice(-2_000)}`;
    child.kill("SIGKILL");
  };
  const opensLate = setTimeout(hanging, patience, "open");
  const isOpen = (): void => clearTimeout(opensLate);
  opening.promise.then(isOpen, isOpen);

  const order = (given: Order): Promise<unknown> => {
    if (isGone) return Promise.reject(failed === null ? new Died() : new Error(failed));
    const answer = new Promise<unknown>((resolve, reject) => waiting.push({ resolve, reject }));
    const isLate = setTimeout(hanging, patience, `answer ${given.do === "call" ? given.what : given.do}`);
    stdin.write(`${JSON.stringify(given)}\n`);
    return answer.finally(() => clearTimeout(isLate));
  };
  return {
    opened: opening.promise,
    order,
    async call(what, ...args) {
      const answer = await order({ do: "call", what, args });
      if (!isAnswer(answer)) return answer;
      if (!answer.ok) throw new Refused(`${what}: ${answer.refusal.message}`);
      return answer.value;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    gone,
    isGone: () => isGone,
    said: () => words,
  };
}

/** A command that was refused: what the person is told. */
export class Refused extends Error {
  override readonly name = "Refused";
}

type AnyAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: { readonly message: string } };

function isAnswer(value: unknown): value is AnyAnswer {
  return typeof value === "object" && value !== null && "ok" in value && typeof value.ok === "boolean";
}
