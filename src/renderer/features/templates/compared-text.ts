import { diffLines, diffWordsWithSpace } from "diff";

/** A stretch of two texts laid over one another. */
export type ComparedPart = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** Longer texts are not compared: nobody reads that, and the screen would stand still. */
const longest = 40_000;
const timeout = 300;

/** What has to be taken out of `before` and put in to get `after`, word by word; by lines where that takes too long; null for what is too long. */
export function compareTexts(before: string, after: string): readonly ComparedPart[] | null {
  if (before.length + after.length > longest) return null;
  const changes = diffWordsWithSpace(before, after, { timeout }) ?? diffLines(before, after, { timeout });
  return (
    changes?.map(({ value, added, removed }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value })) ?? null
  );
}
