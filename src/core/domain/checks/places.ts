import type { Place } from "../message.ts";
import type { Draft } from "../notice.ts";
import type { CheckedRendering, Sighting } from "./check-input.ts";

/** Where a sighting's words stand, for the checks that say only which they are: in what the reader gets, else in the draft. */
export function placesOf({ part, quote }: Sighting, rendering: CheckedRendering | undefined, draft: Draft): readonly Place[] {
  if (part === "plan" || quote === "") return [];
  const rendered = part === "subject" ? rendering?.subject : rendering?.text;
  const from = rendered?.indexOf(quote) ?? -1;
  if (from !== -1) return [{ part, of: "rendered", quote, from, to: from + quote.length, nth: 0 }];
  const typed = draft[part].indexOf(quote);
  return typed === -1 ? [] : [{ part, of: "source", quote, from: typed, to: typed + quote.length, nth: 0 }];
}

/** Whoever wrote the same words a hundred times needs no more of them to see it. */
const mostAlike = 20;

/** Where the same words stand once more in the same part, as words of their own: in what the reader gets. */
export function alikeOf([first]: readonly Place[], rendering: CheckedRendering | undefined): readonly Place[] {
  if (first === undefined || first.of === "source" || rendering === undefined) return [];
  const { quote, part, to } = first;
  const words = part === "subject" ? rendering.subject : rendering.text;
  const alike: Place[] = [];
  let nth = first.nth + 1;
  for (
    let from = words.indexOf(quote, to);
    from !== -1 && nth <= mostAlike;
    from = words.indexOf(quote, from + quote.length), nth += 1
  ) {
    if (isWordOfItsOwn(words, from, from + quote.length))
      alike.push({ part, of: "rendered", quote, from, to: from + quote.length, nth });
  }
  return alike;
}

/** Whether no letter or digit goes on before or after: "db-1" is no part of "db-12". */
function isWordOfItsOwn(words: string, from: number, to: number): boolean {
  return !(isLetter(words[from - 1]) && isLetter(words[from])) && !(isLetter(words[to - 1]) && isLetter(words[to]));
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
