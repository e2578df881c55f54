import { isNamed, literally, wholeWords } from "./plain-text.ts";
import { kindsOfWork } from "./work-words.ts";

/** The change types of the document's tables that a sentence speaks of, and the sentence without their names. */
export type NamedChanges = { readonly names: readonly string[]; readonly rest: string };

/** `In case of any`, `during the changes with`. */
const beforeNames =
  "(?<lead>(?:for|in (?:the )?case of|during|with|of|about) )?(?:(?:all|any|an?|the|each|every) )?(?:changes? (?:of|with) )?";
const afterNames = `(?: (?:impact|priority|risk|category))?(?: ${kindsOfWork})?`;

/** `For major maintenance, …`, `five days before standard and major maintenance`; null where no change is named. */
export function namedChanges(written: string, changes: readonly string[]): NamedChanges | null {
  const text = withClassesApart(written, changes);
  const known = changes.filter((name) => isNamed(wholeWords(literally(name)), text));
  if (known.length === 0) return null;
  const name = known.toSorted((one, other) => other.length - one.length).map(literally);
  const one = `(?:${name.join("|")})(?: ${kindsOfWork})?`;
  const list = `${one}(?:(?:, (?:and |or )?| and | or )(?:the )?${one})*`;
  const phrase = new RegExp(`(?<!\\p{L})${beforeNames}(?<list>${list})${afterNames}(?!\\p{L})`, "iu");
  const found = phrase.exec(text);
  if (found === null) return null;
  const { lead, list: named = "" } = found.groups ?? {};
  const names = known.filter((change) => isNamed(wholeWords(literally(change)), named));
  const after = text.slice(found.index + found[0].length);
  // A time counts from something: `five days before a release`.
  return {
    names,
    rest: `${text.slice(0, found.index)}${lead === undefined ? "release" : ""}${after}`
      .replace(/ {2,}/gu, " ")
      .replace(/^[ ,:]+/u, ""),
  };
}

/** `Class 1 or 2`, where those are kinds of change: `class 1 or class 2`. */
function withClassesApart(text: string, changes: readonly string[]): string {
  const classes = changes
    .map((change) => /^(?<word>\p{L}{3,20}) (?<mark>\d{1,2}|\p{Lu})$/u.exec(change)?.groups)
    .filter((one) => one !== undefined);
  return [...new Set(classes.map(({ word = "" }) => word))].reduce((apart, word) => {
    const mark = `(?:${classes
      .filter((one) => one.word === word)
      .map((one) => one.mark)
      .join("|")})(?![\\p{L}\\p{N}])`;
    const several = new RegExp(`(?<!\\p{L})${word}(?:e?s)? (?<marks>${mark}(?:(?:, (?:and |or )?| and | or )${mark})+)`, "giu");
    return apart.replace(several, (_, marks: string) => marks.replace(new RegExp(mark, "gu"), `${word} $&`));
  }, text);
}
