import type { TokenSource } from "../../core/ports/sign-in.ts";

/** A token that was pasted: always the same, and nothing else is known of it. */
export function fixedToken(token: string): TokenSource {
  return { fresh: async () => ({ kind: "token", token }), granted: () => null, endsAt: () => null };
}
