import { escaped } from "./escaped.ts";
import { type AvoidedWords, houseFact } from "./house-style.ts";

/** Finds words to avoid wherever they stand by themselves, in any case; null where there are none to find. */
export function patternOfAvoided(words: string): RegExp | null {
  const phrase = words.trim();
  return phrase === "" ? null : new RegExp(`(?<![\\p{L}\\p{N}])${formsOf(phrase)}(?![\\p{L}\\p{N}])`, "iu");
}

/** A phrase as it may be written; of a longer word its other forms too, as “utilising” of “utilise”, and “utilize”. */
function formsOf(phrase: string): string {
  if (!/^[a-z]{6,}$/iu.test(phrase)) return escaped(phrase).replace(/\\? +/gu, "\\s+");
  const stem = escaped(phrase.replace(/e$/iu, "")).replace(/(?<=\w{3})i[sz]$/iu, "i[sz]");
  return phrase.toLowerCase().endsWith("e") ? `${stem}(?:e|es|ed|ing)` : `${stem}(?:s|es|ed|ing)?`;
}

/** Words to avoid in a salutation or sign-off, as they stand there; the facts it names are not its words. */
export function avoidedIn(line: string, avoid: readonly AvoidedWords[]): readonly (AvoidedWords & { readonly found: string })[] {
  const said = line.replace(houseFact, " ");
  return avoid.flatMap((one) => {
    const found = patternOfAvoided(one.words)?.exec(said)?.[0];
    return found === undefined ? [] : [{ ...one, found }];
  });
}
