import type { Voice } from "../../directory.ts";
import { readAudiences, voiceOf } from "../words/audience-words.ts";
import type { CellWords } from "../words/cell-words.ts";

/** `Slack (engineering)` without `Slack`. */
export function withoutChannels({ text, tokens }: CellWords): string {
  let rest = "";
  let from = 0;
  for (const token of tokens) {
    if (token.kind !== "channel") continue;
    rest += text.slice(from, token.start);
    from = token.end;
  }
  return rest + text.slice(from);
}

export function headerVoice(text: string): Voice | null {
  if (/\bextern/iu.test(text)) return "customer";
  if (/\bintern/iu.test(text)) return "internal";
  const named = text
    .replace(/\b(?:product|business)\s+(?:days?|hours?)\b/giu, "")
    .replace(/\b(?:change|service|product)\s+(?:type|owner)\b/giu, "");
  return voiceOf(named.replace(/\b(?:service(?! ?desk)|it|support(?! \p{L})|release|operations?)\b/giu, ""));
}

/** `T-10 (email to partners)`: whom the bracket names. */
export function readersInAside({ asides, text, tokens }: CellWords, voice: Voice): string | null {
  for (const aside of asides) {
    const inside = tokens.filter((token) => token.start > aside.start && token.end <= aside.end);
    let rest = text.slice(aside.start, aside.end).replace(/[()[\]]/gu, " ");
    for (const token of [...inside].reverse())
      rest = `${rest.slice(0, token.start - aside.start)} ,${rest.slice(token.end - aside.start)}`;
    const [first] = readAudiences(rest, voice).audiences;
    if (first !== undefined) return first.name;
  }
  return null;
}
