import type { PolicyReading } from "../domain/policy.ts";

/** A policy as read, or why it was not: nothing of one that is refused is used. */
export type PolicyAnswer =
  | { readonly kind: "read"; readonly reading: PolicyReading }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads Markdown, HTML, reStructuredText, comma- or tab-separated text into rules and questions, on a thread of its own: the
 * application goes on answering meanwhile. Never fails for odd input.
 */
export interface PolicyReader {
  read(source: string): Promise<PolicyAnswer>;
}
