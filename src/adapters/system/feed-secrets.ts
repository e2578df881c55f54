import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { FeedSecrets } from "../../core/ports/feed-keeping.ts";

/** Secrets of feeds' addresses, from the system's random numbers. */
export const feedSecrets: FeedSecrets = {
  newToken: () => randomBytes(32).toString("base64url"),
  hashOf: (token) => createHash("sha256").update(token).digest("hex"),
  isSame(one, other) {
    const [left, right] = [Buffer.from(one), Buffer.from(other)];
    return left.length === right.length && timingSafeEqual(left, right);
  },
};
