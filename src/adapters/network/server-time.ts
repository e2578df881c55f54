import type { Instant } from "../../core/domain/instant.ts";

/** Hands on what an answer's `Date` says (RFC 9110 §6.6.1), where it says anything. */
export function hearTime(headers: Headers, heardTime: (at: Instant) => void): void {
  const at = Date.parse(headers.get("date") ?? "");
  if (!Number.isNaN(at)) heardTime(at);
}
