import { anyOf } from "../../any-of.ts";

const formulas = anyOf`
  yours (?:faithfully|sincerely|truly)|sincerely(?: yours)?
  (?:kind(?:est)?|best|warm|with (?:kind|best))(?: (?:regards|wishes))?|regards|best wishes
  many thanks|thanks(?: again)?|thank you|cheers
`;
/** A closing formula on a line of its own, with the empty one after it. */
const closing = new RegExp(`(?:^|\\n)[ \\t]*${formulas}[ \\t]*[,.!–—-]*[ \\t]*\\n(?:[ \\t]*\\n)?`, "iu");

/** The lines under a closing formula, up to the next empty one: names, houses and office hours, and nothing of the work. */
export function signatureIn(text: string): { readonly from: number; readonly to: number } | null {
  const found = closing.exec(text);
  if (found === null) return null;
  const from = found.index + found[0].length;
  const length = text.slice(from).search(/\n[ \t]*\n|\n\s*p\.?\s?s\b/iu);
  return { from, to: length === -1 ? text.length : from + length };
}
