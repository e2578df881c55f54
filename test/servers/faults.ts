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
  /** Answered late, otherwise as it should be. */
  | { readonly kind: "slow"; readonly milliseconds: number };

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
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return write(response, await take());
    case "loseResponse":
      await take();
      response.destroy();
      return;
    case "loseRequest":
      response.destroy();
      return;
    case "refuse":
      return write(response, error(fault.status ?? 200, fault.code, fault.message ?? fault.code));
    case "rateLimit":
      if (fault.retryAfter !== null) response.setHeader("Retry-After", fault.retryAfter);
      return write(response, error(429, "TooManyRequests", "Slow down"));
    case "serverError":
      if (fault.taken) await take();
      return write(response, error(fault.status, "internal_error", "Something broke"));
    case "garble": {
      const { status } = await take();
      response.writeHead(status, { "Content-Type": "text/html" }).end("<html>a gateway's page</html>");
      return;
    }
    case "slow": {
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return write(response, await take());
    }
  }
}

function write(response: ServerResponse, { status, body }: Reply): void {
  if (body === null) {
    response.writeHead(status, { "Content-Length": "0" }).end();
    return;
  }
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
