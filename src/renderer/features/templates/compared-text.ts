import { diffArrays, diffLines } from "diff";

/** A stretch of two texts laid over one another. */
export type ComparedPart =
  | { readonly kind: "same" | "added" | "removed"; readonly text: string }
  /** Lines that are the same in both, left out between others that are shown. */
  | { readonly kind: "folded"; readonly lines: number };

/** So many lines around a change are shown, to see where it stands. */
const shownAround = 2;

/** Longer texts are not compared: nobody reads that, and the screen would stand still. */
const longest = 40_000;
const timeout = 300;

/** A fact or a tag as one piece, since a half of one means nothing; else words, signs and spaces. */
const pieces = /\{\{.*?\}\}|\{%.*?%\}|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gsu;

/**
 * What has to be taken out of `before` and put in to get `after`, piece by piece; by lines where that takes too long; null for
 * what is too long.
 */
export function compareTexts(before: string, after: string): readonly ComparedPart[] | null {
  if (before.length + after.length > longest) return null;
  const changes =
    diffArrays(before.match(pieces) ?? [], after.match(pieces) ?? [], { timeout })?.map((change) => ({
      ...change,
      value: change.value.join(""),
    })) ?? diffLines(before, after, { timeout });
  if (changes !== undefined && isPatchwork(changes)) return anew(before, after);
  return (
    changes?.flatMap(({ value, added, removed }, index): ComparedPart[] => {
      if (added) return [{ kind: "added", text: value }];
      if (removed) return [{ kind: "removed", text: value }];
      return folded(value, index === 0, index === changes.length - 1);
    }) ?? null
  );
}

type Change = { readonly value: string; readonly added?: boolean; readonly removed?: boolean };

/** So many pieces with so little left between them are not read as changes of one text: two texts side by side are. */
const patches = 8;
const leastKept = 0.4;

function isPatchwork(changes: readonly Change[]): boolean {
  if (changes.length < patches) return false;
  const lettersOf = (some: readonly Change[]): number =>
    some.reduce((sum, { value }) => sum + value.replace(/\s/gu, "").length, 0);
  const kept = lettersOf(changes.filter(({ added, removed }) => !added && !removed));
  const longer = Math.max(lettersOf(changes.filter(({ added }) => !added)), lettersOf(changes.filter(({ removed }) => !removed)));
  return kept < longer * leastKept;
}

/** One text in the place of another. */
function anew(before: string, after: string): readonly ComparedPart[] {
  return [
    { kind: "removed", text: before.trimEnd() },
    { kind: "same", text: "\n\n" },
    { kind: "added", text: after.trimEnd() },
  ];
}

function folded(text: string, isFirst: boolean, isLast: boolean): ComparedPart[] {
  const lines = text.split("\n");
  const before = isFirst ? 0 : shownAround + 1;
  const after = isLast ? 0 : shownAround + 1;
  const hidden = lines.length - before - after;
  if (hidden < 4) return [{ kind: "same", text }];
  const head = lines.slice(0, before).join("\n");
  const tail = lines.slice(lines.length - after).join("\n");
  return [
    ...(before === 0 ? [] : [{ kind: "same", text: `${head}\n` } as const]),
    { kind: "folded", lines: hidden },
    ...(after === 0 ? [] : [{ kind: "same", text: `\n${tail}` } as const]),
  ];
}
