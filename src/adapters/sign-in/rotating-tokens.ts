import { z } from "zod";
import { type Instant, minute } from "../../core/domain/instant.ts";
import type { FreshToken, Keepsake, TokenSource } from "../../core/ports/sign-in.ts";

/** Tokens as a provider gave them: the access token, and what the next one is had with. */
export type RotatingTokens = {
  readonly accessToken: string;
  /** Until when; null where it has no end. */
  readonly expiresAt: Instant | null;
  /** Used up by the next refresh; null where the access token has no end. */
  readonly refreshToken: string | null;
  /** Until when that one can be used, where it is known. */
  readonly refreshEndsAt: Instant | null;
  readonly granted: readonly string[];
};

/** What came of asking for the next tokens. */
export type RefreshOutcome =
  | { readonly kind: "refreshed"; readonly tokens: RotatingTokens }
  | Exclude<FreshToken, { readonly kind: "token" }>;

const tokensSchema = z.object({
  accessToken: z.string().min(1),
  expiresAt: z.number().nullable(),
  refreshToken: z.string().min(1).nullable(),
  refreshEndsAt: z.number().nullable(),
  granted: z.array(z.string()),
}) satisfies z.ZodType<RotatingTokens>;

/** As the tokens are kept among the secrets. */
export function keepsakeOf(tokens: RotatingTokens): string {
  return JSON.stringify(tokens);
}

/** A token is replaced this long before its end, so that no call leaves with one that ends on the way. */
const margin = 5 * minute;

/**
 * Access tokens out of a refresh token that is used up by its use. The new one is among the secrets before a token of it
 * is given out; a crash in between costs a sign-in. One refresh at a time: two would use up each other's token.
 */
export function createRotatingTokens(
  keepsake: Keepsake,
  refresh: (refreshToken: string) => Promise<RefreshOutcome>,
  now: () => Instant,
  /** Said when a person must sign in again, with a full stop. */
  signInAgain: string,
): TokenSource {
  /** What is newer than what could be kept: it is tried again with every call, and the old one is used up. */
  let unsaved: RotatingTokens | null = null;
  let refreshing: Promise<FreshToken> | null = null;

  function read(): RotatingTokens | null {
    return unsaved ?? readKeepsake(keepsake.read());
  }

  function keep(tokens: RotatingTokens): void {
    unsaved = tokens;
    keepsake.save(keepsakeOf(tokens));
    unsaved = null;
  }

  async function next(refreshToken: string): Promise<FreshToken> {
    const outcome = await refresh(refreshToken);
    if (outcome.kind !== "refreshed") return outcome;
    try {
      keep(outcome.tokens);
    } catch {
      // The secret store is locked or full: the token works meanwhile, and keeping it is tried again.
    }
    return { kind: "token", token: outcome.tokens.accessToken };
  }

  return {
    async fresh() {
      if (unsaved !== null) {
        try {
          keep(unsaved);
        } catch {
          // Still not: it stays in memory.
        }
      }
      const tokens = read();
      if (tokens === null) return { kind: "signInNeeded", detail: signInAgain };
      const { accessToken, expiresAt, refreshToken } = tokens;
      if (expiresAt === null || now() < expiresAt - margin) return { kind: "token", token: accessToken };
      if (refreshToken === null) return { kind: "signInNeeded", detail: signInAgain };
      refreshing ??= next(refreshToken).finally(() => {
        refreshing = null;
      });
      const fresh = await refreshing;
      // The provider can't be asked just now, and the token at hand is good for some minutes yet.
      return fresh.kind === "unreachable" && now() < expiresAt ? { kind: "token", token: accessToken } : fresh;
    },
    granted: () => read()?.granted ?? null,
    endsAt: () => read()?.refreshEndsAt ?? null,
  };
}

function readKeepsake(text: string | null): RotatingTokens | null {
  try {
    const read = tokensSchema.safeParse(JSON.parse(text ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
