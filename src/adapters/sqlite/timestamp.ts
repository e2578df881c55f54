import type { Instant } from "../../core/domain/instant.ts";

/** An instant as part of a file name, in UTC to the second: `2026-11-20T101500Z`. In order of names is in order of time. */
export function timestamp(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(":", "")}Z`;
}
