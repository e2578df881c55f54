import { z } from "zod";
import type { TokenSource } from "../../core/ports/sign-in.ts";

const claims = z.object({ scp: z.string().optional(), exp: z.number().optional() });

/** A token that was pasted. What it says of itself is shown and nothing else: whether it holds, Microsoft alone knows. */
export function pastedToken(token: string): TokenSource {
  const said = claimsOf(token);
  const granted = said?.scp === undefined ? null : said.scp.split(" ").filter((name) => name !== "");
  const endsAt = said?.exp === undefined ? null : said.exp * 1000;
  return { fresh: async () => ({ kind: "token", token }), granted: () => granted, endsAt: () => endsAt };
}

function claimsOf(token: string): z.infer<typeof claims> | null {
  const [, payload = ""] = token.split(".");
  try {
    const read = claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
