import { anyOf } from "../../any-of.ts";
import { type FoundChannel, findChannels } from "./channel-words.ts";
import { type ConditionKind, findClauses, findConditions } from "./condition-words.ts";
import { unit } from "./lead-time-words.ts";
import { findAll, plainText, wholeWords } from "./plain-text.ts";
import { findTimings, withoutOverlaps } from "./timing-words.ts";
import type { When } from "./when.ts";

/** A part of a cell that means something, with where it stands. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: "when"; readonly when: When; readonly isReminder: boolean }
  | { readonly kind: "channel"; readonly channel: FoundChannel["channel"]; readonly isMedium: boolean }
  | { readonly kind: "condition"; readonly condition: ConditionKind }
  /** Sends the reader elsewhere: `as agreed`, `as per SLA`, `TBD`. */
  | { readonly kind: "pointer" }
);

/** A bracketed remark in a cell, without its brackets. */
type Aside = { readonly start: number; readonly end: number; readonly text: string };

/** A cell taken apart into what is understood, in order. */
export type CellWords = {
  /** The cell's words as plain text; tokens and asides point into it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly asides: readonly Aside[];
};

const agreement = "(?:contracts?|agreements?|slas?|terms)";
const pointer = wholeWords(anyOf`
  as (?:mutually )?agreed(?: (?:with|by) [^,;()\n]{1,60})?
  (?:as per|as defined in|as set out in|according to|in line with|per|see|refer to|gemäß|laut|jf\.?|selon)(?: the)? [^,;()\n-]{2,60}
  same (?:as|intervals?|timing|schedule)[^,;()\n]{0,60}
  (?:as|what|whatever) (?:the|each|their|its) (?:\p{L}+ ){0,3}${agreement}(?: with [^,;()\n]{1,40}?)? (?:says|say|provides?|states?|requires?)
  tb[dc]|to be (?:defined|decided|confirmed|agreed|determined)
  ad[ -]hoc|case by case|at (?:the )?discretion[^,;()\n]{0,40}
  varies|depend(?:s|ing) on [^,;()\n]{2,60}
  // German, Danish and French
  nach absprache|efter aftale|à convenir
`);

const domainEnd = "(?:org|com|net|edu|gov|dk|de|fr|uk|eu|io|info)";
const newTime = "(?:new|revised|estimated|actual|likely) (?:end|start|time|date|finish|schedule|window)(?: time| date)?";
const between = "(?:between|zwischen|mellem|entre)";
const atLeast = String.raw`(?:at least|min(?:imum)?\.?|promised|preferably|ideally|target)`;

/** What is written otherwise before a cell is taken apart. */
const rewritings: readonly (readonly [RegExp, string])[] = [
  // `[TODO: End users]`, `<channel>`: what a form has filled in is in the bracket.
  [/^\s*(?:\[|<)(?:TO-?DO:?|TB[CD]:)? ?([^[\]<>]*)(?:\]|>)\s*$/u, "$1"],
  // `ten (10) days` is ten days.
  [/\p{L}[\p{L}-]{1,16} ?\((\d{1,3})\)(?= \p{L})/giu, "$1"],
  // The address of a page says nothing of who, how or when, where the page is named beside it.
  [new RegExp(String.raw`(?<![\p{L}\p{N}@.])(?:https?:\/\/)?(?:[a-z0-9-]+\.)+${domainEnd}(?:\/[^\s),;]*)?(?= \()`, "giu"), ""],
  // `Blog post: "Meet the new portal"`: the words of the message.
  [/:\s*"[^"\n]{6,200}"/gu, ""],
  // `at once with the new end`: what it says, and no time.
  [
    new RegExp(String.raw`,? (?:with|giving|stating|saying|including|naming|and) (?:the |an? |its )?${newTime}(?!\p{L})`, "giu"),
    "",
  ],
  // `30, 7 and 1 days`: each of them.
  [
    new RegExp(
      String.raw`(?<!${between} |[\p{L}\d.:#-])(\d{1,3})(?=(?:, ?\d{1,3}){0,4},? (?:and|und|og|et|&) \d{1,3} ?(${unit})(?!\p{L}))`,
      "giu",
    ),
    "$1 $2",
  ],
  // `10 AT`: Austrians and Germans count their working days so.
  [/(?<=\d ?)AT(?!\p{L})/gu, "Arbeitstage"],
  // `10 business days (minimum 5)` means five of the same.
  [
    new RegExp(
      String.raw`(\d{1,3} ?((?:business |working |calendar )?days|hours|h|weeks)[^()\n]{0,12}\(${atLeast} ?\d{1,3})\)`,
      "giu",
    ),
    "$1 $2)",
  ],
];

export const longestCell = 4000;

/** Tables are read beside one another, so that a cell is looked at again and again; so many are kept. */
const kept = 4000;
const known = new Map<string, CellWords>();

/** Takes a cell apart. Words that match nothing are left between the tokens (`restOf`). */
export function readCellWords(cell: string): CellWords {
  const before = known.get(cell);
  if (before !== undefined) return before;
  if (known.size >= kept) known.clear();
  const words = takeApart(cell);
  known.set(cell, words);
  return words;
}

function takeApart(cell: string): CellWords {
  const plain = plainText(cell).slice(0, longestCell);
  const text = rewritings.reduce((written, [pattern, meant]) => written.replace(pattern, meant), plain);
  const found: Token[] = [
    ...findTimings(text).map((one) => ({ ...one, kind: "when" as const })),
    ...findChannels(text).map((one) => ({ ...one, kind: "channel" as const })),
    ...findConditions(text).map(({ kind, ...place }) => ({ ...place, kind: "condition" as const, condition: kind })),
  ];
  for (const match of findAll(pointer, text))
    found.push({ start: match.index, end: match.index + match[0].length, kind: "pointer" });
  return { text, tokens: withClauses(text, withoutOverlaps(found)), asides: findAsides(text) };
}

/** A condition that is not understood, or compares with a figure, is one the app can't judge: its words name nothing else. */
function withClauses(text: string, tokens: readonly Token[]): readonly Token[] {
  let kept = tokens;
  for (const { start, end, compares } of findClauses(text)) {
    const inside = kept.filter((token) => token.start < end && token.end > start);
    // `If a time limit expires during the closure`: while it runs is no time of the notice.
    const isTime = (token: Token): boolean =>
      token.kind === "when" && !(token.when.kind === "during" && token.when.everyMinutes === null);
    const isUnderstood = inside.some((token) => isTime(token) || (token.kind === "condition" && !compares));
    if (isUnderstood && !(compares && !inside.some(isTime))) continue;
    const others = kept.filter((token) => !inside.includes(token));
    kept = [...others, { start, end, kind: "condition" as const, condition: "unsure" as const }].sort(
      (one, other) => one.start - other.start,
    );
  }
  return kept;
}

function findAsides(text: string): Aside[] {
  const asides: Aside[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "(" || character === "[") {
      if (depth === 0) start = index;
      depth++;
    } else if ((character === ")" || character === "]") && depth > 0) {
      depth--;
      if (depth === 0) asides.push({ start, end: index + 1, text: text.slice(start + 1, index).trim() });
    }
  }
  // A bracket never closed: what follows it is its remark.
  if (depth > 0) asides.push({ start, end: text.length, text: text.slice(start + 1).trim() });
  return asides;
}

export function asideOf(words: CellWords, place: { readonly start: number }): Aside | null {
  return words.asides.find((aside) => place.start >= aside.start && place.start < aside.end) ?? null;
}

/** The cell's words with tokens and asides taken out; commas stand where something was. */
export function restOf(words: CellWords): string {
  const cuts = [...words.tokens, ...words.asides].sort((a, b) => a.start - b.start);
  let rest = "";
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) rest += words.text.slice(from, cut.start);
    if (cut.end > from) rest += " , ";
    from = Math.max(from, cut.end);
  }
  return rest + words.text.slice(from);
}

/** Whether two neighbours are alternatives: nothing but an "or" (or a slash) and filling words between them. */
export function areAlternatives(words: CellWords, one: Token, other: Token): boolean {
  const gap = words.text.slice(one.end, other.start).trim();
  return /^[,;(]?\s*(?:or|oder|eller|ou|and\/or|\/)\s*(?:else|via|by|through|in|the|a|on|just|at|per)?\s*$/iu.test(gap);
}
