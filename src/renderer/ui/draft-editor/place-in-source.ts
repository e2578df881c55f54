import type { Place } from "../../../core/domain/message.ts";
import type { FactLookUp } from "./draft-editor.tsx";

/** Where a finding's words stand in a draft as it is typed, and the fact they come from where they were not typed. */
export type SourcePlace = {
  readonly from: number;
  readonly to: number;
  /** The fact whose value holds all of the words; null for words that were typed, all or in part. */
  readonly fact: string | null;
};

/** A piece of the draft with the words it becomes. */
type Piece = { readonly shows: string; readonly from: number; readonly to: number; readonly fact: string | null };

/** What a draft is written with and shows otherwise. */
const signs = new RegExp(
  [
    String.raw`\{\{-?\s*(?<fact>[\w.-]+)[^}]*\}\}`,
    String.raw`(?<tag>\{%[^%]*%\}|\*\*|~~|__|^#{1,6} )`,
    String.raw`\\(?<escaped>[^\w\s])`,
    String.raw`\[(?<words>[^\]\n]*)\]\((?<target>[^)\n]*)\)`,
  ].join("|"),
  "gmu",
);

/** Finds words of the rendered notice in the draft. Null where they come from what this draft does not show. */
export function placeInSource(source: string, place: Place, factOf: FactLookUp): SourcePlace | null {
  if (place.quote === "") return null;
  if (place.of === "source") {
    const from = source.startsWith(place.quote, place.from) ? place.from : source.indexOf(place.quote);
    return from === -1 ? null : { from, to: from + place.quote.length, fact: null };
  }
  const pieces = piecesOf(source, factOf);
  const shown = pieces.map(({ shows }) => shows).join("");
  const at = nth(shown, place.quote, place.nth);
  return at === -1 ? null : placeOf(pieces, at, at + place.quote.length);
}

/** The place of the words when they stand there that often, else of the last ones: a part left out may hold some. */
function nth(text: string, words: string, wanted: number): number {
  let at = text.indexOf(words);
  for (let count = 0; count < wanted && at !== -1; count += 1) {
    const next = text.indexOf(words, at + words.length);
    if (next === -1) break;
    at = next;
  }
  return at;
}

function piecesOf(source: string, factOf: FactLookUp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const typed = (to: number): void => {
    if (to > from) pieces.push({ shows: source.slice(from, to), from, to, fact: null });
  };
  for (const match of source.matchAll(signs)) {
    const to = match.index + match[0].length;
    const { fact, escaped, words } = match.groups ?? {};
    typed(match.index);
    if (fact !== undefined) {
      const value = factOf(fact);
      pieces.push({ shows: value.kind === "value" ? value.text : match[0], from: match.index, to, fact });
    } else if (words !== undefined) {
      pieces.push({ shows: words, from: match.index + 1, to: match.index + 1 + words.length, fact: null });
    } else if (escaped !== undefined) {
      pieces.push({ shows: escaped, from: match.index, to, fact: null });
    }
    from = to;
  }
  typed(source.length);
  return pieces;
}

function placeOf(pieces: readonly Piece[], begin: number, end: number): SourcePlace | null {
  let at = 0;
  let from: number | null = null;
  const facts = new Set<string | null>();
  for (const piece of pieces) {
    const next = at + piece.shows.length;
    if (piece.shows !== "" && at < end && next > begin) {
      const isTyped = piece.fact === null && piece.shows.length === piece.to - piece.from;
      from ??= isTyped ? piece.from + (begin - at) : piece.from;
      // A variable that shows more than the words is no part to be changed here.
      facts.add(piece.fact !== null && (at < begin || next > end || (at === begin && next === end)) ? piece.fact : null);
      if (next >= end) {
        const [only = null] = facts;
        return { from, to: isTyped ? piece.from + (end - at) : piece.to, fact: facts.size === 1 ? only : null };
      }
    }
    at = next;
  }
  return null;
}
