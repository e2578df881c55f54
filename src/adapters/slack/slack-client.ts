import type { WebClient } from "@slack/web-api";
import type { Instant } from "../../core/domain/instant.ts";
import type { TokenSource } from "../../core/ports/sign-in.ts";
import { type NetworkFailure, readNetworkFailure } from "../network/network-failure.ts";
import { readRetryAfter } from "../network/retry-after.ts";
import { hearTime } from "../network/server-time.ts";

/** What came of one call, once, with no retry. `code` is Slack's own word and safe to show. */
export type SlackAnswer =
  | { readonly kind: "ok"; readonly body: unknown }
  /** `needed` are the rights that are missing, where Slack names them. */
  | { readonly kind: "error"; readonly code: string; readonly needed: readonly string[] }
  | { readonly kind: "rateLimited"; readonly retryAfterSeconds: number }
  | { readonly kind: "failed"; readonly failure: NetworkFailure }
  /** The sign-in gave no token, so nothing was asked. */
  | { readonly kind: "noToken"; readonly detail: string }
  /** `mayLeave` said no, right before the request would have been written. */
  | { readonly kind: "withheld" };

type Sdk = typeof import("@slack/web-api");

export type SlackCall = (
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  mayLeave?: () => boolean,
) => Promise<SlackAnswer>;

/** The usual address of Slack's Web API. */
export const slackApiUrl = "https://slack.com/api/";

const timeoutMilliseconds = 20_000;
const pauseWithoutRetryAfterSeconds = 30;

/**
 * Slack's SDK as one function that calls a method exactly once. The SDK is loaded with the first call.
 * Its own retries are off: it would post again when only the answer was lost (docs/decisions/0005).
 */
export function createSlackCall(
  settings: {
    readonly url: URL;
    /** Asked for a token before every call. */
    readonly tokens: TokenSource;
    readonly heardTime: (at: Instant) => void;
  },
  now: () => Instant,
): SlackCall {
  const loading = once(() => import("@slack/web-api"));
  /** The SDK's client is made for one token; a sign-in has another one every few hours. */
  let made: { readonly token: string; readonly client: WebClient } | null = null;

  async function clientFor(token: string): Promise<{ readonly sdk: Sdk; readonly client: WebClient }> {
    const sdk = await loading();
    if (made === null || made.token !== token) {
      const client = new sdk.WebClient(token, {
        slackApiUrl: settings.url.href,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: timeoutMilliseconds,
        allowAbsoluteUrls: false,
        fetch: fetchWithRetryAfter(now, settings.heardTime),
        logger: silentLogger(sdk.LogLevel.ERROR),
      });
      made = { token, client };
    }
    return { sdk, client: made.client };
  }

  return async (method, parameters, mayLeave = () => true) => {
    const fresh = await settings.tokens.fresh();
    if (fresh.kind === "signInNeeded") return { kind: "noToken", detail: fresh.detail };
    if (fresh.kind === "unreachable") return { kind: "failed", failure: { provablyUnsent: true, words: fresh.detail } };
    const { sdk, client } = await clientFor(fresh.token);
    if (!mayLeave()) return { kind: "withheld" };
    try {
      return { kind: "ok", body: await client.apiCall(method, { ...parameters }) };
    } catch (error) {
      if (error instanceof sdk.WebAPIPlatformError) {
        return { kind: "error", code: safeCode(error.data.error), needed: scopesIn(error.data) };
      }
      if (error instanceof sdk.WebAPIRateLimitedError) return { kind: "rateLimited", retryAfterSeconds: error.retryAfter };
      if (error instanceof sdk.WebAPIHTTPError) {
        return {
          kind: "failed",
          failure: { provablyUnsent: false, words: `Slack answered with HTTP status ${error.statusCode}.` },
        };
      }
      return { kind: "failed", failure: readNetworkFailure(error) };
    }
  };
}

/** An answer that is no JSON comes out of the SDK as an error "code" with the whole text in it: never show that. */
function safeCode(code: unknown): string {
  return typeof code === "string" && /^[a-z0-9_]{1,80}$/.test(code) ? code : "unreadable_answer";
}

/** Names of rights, as Slack writes them in one text; anything else is not for showing. */
function scopesIn(data: object): readonly string[] {
  const needed = "needed" in data ? data.needed : null;
  return typeof needed === "string" ? needed.split(",").filter((name) => /^[a-z:._]{1,60}$/.test(name)) : [];
}

/** The SDK knows a rate limit only by a number in `Retry-After`; a gateway may send a date, or nothing. */
function fetchWithRetryAfter(now: () => Instant, heardTime: (at: Instant) => void): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await globalThis.fetch(input, init);
    hearTime(response.headers, heardTime);
    if (response.status !== 429) return response;
    const seconds = readRetryAfter(response.headers.get("retry-after"), now()) ?? pauseWithoutRetryAfterSeconds;
    return new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
  };
}

/** The SDK's logger prints requests and warnings to the console. Ours says what matters in the outcome. */
function silentLogger<Level>(level: Level) {
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => level,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
