import type { ServerResponse } from "node:http";

/** What goes wrong with one request. "Taken" means that the server did what was asked before it went wrong. */
export type Fault =
  /** Taken, and the connection dies before the answer. */
  | { readonly kind: "loseResponse" }
  /** The connection dies before anything is taken. */
  | { readonly kind: "loseRequest" }
  /** Answered with the provider's own error; not taken. */
  | { readonly kind: "refuse"; readonly code: string; readonly status?: number; readonly message?: string }
  /** 429; `retryAfter` is the header's text, or null to leave it out. */
  | { readonly kind: "rateLimit"; readonly retryAfter: string | null }
  | { readonly kind: "serverError"; readonly status: number; readonly taken: boolean }
  /** Taken, and answered with something that cannot be read. */
  | { readonly kind: "garble" }
  /** Taken, and the proper answer breaks off in its middle. */
  | { readonly kind: "truncate" }
  /** Answered late, otherwise as it should be. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Answered when it is let go, otherwise as it should be. */
  | { readonly kind: "held"; readonly until: Promise<void> };

/** A request's way through a server, as far as it can be seen from outside. */
export type ServerStep =
  /** Its first bytes arrived. */
  | "firstByte"
  /** All of it was read, and nothing done yet. */
  | "read"
  /** The server did what was asked and said nothing yet. */
  | "taken"
  /** The answer's headers left, and about half its body. */
  | "begun"
  /** All of the answer was handed to the network. */
  | "answered";

/** Sees requests at every step; a server waits for it before it goes on. */
export type Watcher = {
  /** What the answers' `Date` says. */
  readonly date: () => number;
  readonly step: (step: ServerStep, operation: string) => Promise<void>;
};

type Watch = (step: ServerStep) => Promise<void>;

/** Faults waiting for the next requests of an operation, first come first served. */
export class FaultScript {
  readonly #waiting = new Map<string, Fault[]>();

  /** The next requests of `operation` meet these faults, one each, in order. */
  add(operation: string, ...faults: readonly Fault[]): void {
    this.#waiting.set(operation, [...(this.#waiting.get(operation) ?? []), ...faults]);
  }

  take(operation: string): Fault | null {
    return this.#waiting.get(operation)?.shift() ?? null;
  }

  clear(): void {
    this.#waiting.clear();
  }
}

/** An answer ready to be written. */
export type Reply = { readonly status: number; readonly body: unknown };

/**
 * Answers one request with its fault. `take` does what was asked and says the proper answer; `error` words an error
 * the way the provider does.
 */
export async function answerWith(
  response: ServerResponse,
  fault: Fault | null,
  take: () => Promise<Reply>,
  error: (status: number, code: string, message: string) => Reply,
  watch: Watch | null = null,
): Promise<void> {
  await watch?.("read");
  const taken = async (): Promise<Reply> => {
    const reply = await take();
    await watch?.("taken");
    return reply;
  };
  switch (fault?.kind) {
    case undefined:
      return write(response, await taken(), watch);
    case "loseResponse":
      await taken();
      response.destroy();
      return;
    case "loseRequest":
      response.destroy();
      return;
    case "refuse":
      return write(response, error(fault.status ?? 200, fault.code, fault.message ?? fault.code), watch);
    case "rateLimit":
      if (fault.retryAfter !== null) response.setHeader("Retry-After", fault.retryAfter);
      return write(response, error(429, "TooManyRequests", "Slow down"), watch);
    case "serverError":
      if (fault.taken) await taken();
      return write(response, error(fault.status, "internal_error", "Something broke"), watch);
    case "garble": {
      const { status } = await taken();
      response.writeHead(status, { "Content-Type": "text/html" }).end("<html>a gateway's page</html>");
      return;
    }
    case "truncate": {
      const { status, body } = await taken();
      const text = JSON.stringify(body ?? {});
      response.writeHead(status, { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(text)) });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
      return;
    }
    case "held":
      await fault.until;
      return write(response, await taken(), watch);
    case "slow": {
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return write(response, await taken(), watch);
    }
  }
}

async function write(response: ServerResponse, { status, body }: Reply, watch: Watch | null): Promise<void> {
  if (watch !== null) return writeInSteps(response, { status, body }, watch);
  if (body === null) {
    response.writeHead(status, { "Content-Length": "0" }).end();
    return;
  }
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function writeInSteps(response: ServerResponse, { status, body }: Reply, watch: Watch): Promise<void> {
  // Whoever asked may be gone by now.
  if (response.destroyed) return;
  const bytes = Buffer.from(body === null ? "" : JSON.stringify(body));
  const half = Math.floor(bytes.length / 2);
  response.writeHead(status, {
    "Content-Length": String(bytes.length),
    ...(body === null ? {} : { "Content-Type": "application/json" }),
  });
  response.flushHeaders();
  if (half > 0) response.write(bytes.subarray(0, half));
  await watch("begun");
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.end(bytes.subarray(half), resolve);
  });
  await watch("answered");
}
