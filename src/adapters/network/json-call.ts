import type { Instant } from "../../core/domain/instant.ts";
import { type NetworkFailure, readNetworkFailure } from "./network-failure.ts";
import { readRetryAfter } from "./retry-after.ts";
import { hearTime } from "./server-time.ts";

/** What came of one call, once, with no retry. `body` is the JSON answered, or null when there was none. */
export type JsonAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown; readonly retryAfterSeconds: number | null }
  | { readonly kind: "failed"; readonly failure: NetworkFailure }
  /** `mayLeave` said no, right before the request would have been written. */
  | { readonly kind: "withheld" };

export type JsonCall = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  /** Below the base, with its query. */
  path: string,
  body?: unknown,
  mayLeave?: () => boolean,
) => Promise<JsonAnswer>;

const timeoutMilliseconds = 30_000;

/**
 * Calls an API that speaks JSON, for systems that have no SDK of their own. Follows no redirect, and answers it as it is: a
 * token goes to one host only.
 */
export function createJsonCall(
  settings: {
    readonly base: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly heardTime: (at: Instant) => void;
  },
  now: () => Instant,
): JsonCall {
  const base = settings.base.href.replace(/\/+$/u, "");
  return async (method, path, body, mayLeave = () => true) => {
    if (!mayLeave()) return { kind: "withheld" };
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          Accept: "application/json",
          ...settings.headers,
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      hearTime(response.headers, settings.heardTime);
      const retryAfterSeconds = readRetryAfter(response.headers.get("retry-after"), now());
      return { kind: "answered", status: response.status, body: await readJson(response), retryAfterSeconds };
    } catch (error) {
      return { kind: "failed", failure: readNetworkFailure(error) };
    }
  };
}

/** An answer whose status arrived counts even when its body did not. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
}
