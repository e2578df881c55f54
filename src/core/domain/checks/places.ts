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
