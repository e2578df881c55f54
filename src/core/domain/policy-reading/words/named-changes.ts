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
  const known = changes.filter((name) => isNamed(wholeWords(inAnyNumber(name)), text));
  if (known.length === 0) return ofEitherKind(text, changes);
  const name = known.toSorted((one, other) => other.length - one.length).map(inAnyNumber);
  const one = `(?:${name.join("|")})(?: ${kindsOfWork})?`;
  const list = `${one}(?:(?:, (?:and |or )?| and | or )(?:the )?${one})*`;
  const phrase = new RegExp(`(?<!\\p{L})${beforeNames}(?<list>${list})${afterNames}(?!\\p{L})`, "iu");
  const found = phrase.exec(text);
  if (found === null) return null;
  const names = known.filter((change) => isNamed(wholeWords(inAnyNumber(change)), found.groups?.list ?? ""));
  return { names, rest: withoutPhrase(text, found) };
}

/** `Major closures`, and `a major closure`. */
function inAnyNumber(name: string): string {
  return `${literally(name.replace(/(?<=\p{L}{3})s$/u, ""))}s?`;
}

/** A time counts from something: of `five days before a major release` stays `five days before release`. */
function withoutPhrase(text: string, { index, 0: phrase, groups }: RegExpExecArray): string {
  const counted = groups?.lead === undefined && index > 0 ? "release" : "";
  return `${text.slice(0, index)}${counted}${text.slice(index + phrase.length)}`.replace(/ {2,}/gu, " ").replace(/^[ ,:]+/u, "");
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

/** `For work of either length`, beside `Work, under four hours` and `Work, four hours or longer`: what is said of both. */
function ofEitherKind(text: string, changes: readonly string[]): NamedChanges | null {
  const heads = changes.flatMap((name) => /^([^,(]{5,}?)(?:,| \() ?/u.exec(name)?.[1] ?? []);
  for (const head of new Set(heads)) {
    const phrase = new RegExp(
      `(?<!\\p{L})${beforeNames}${literally(head)}s?(?: of (?:either|any|each|both|all) [\\p{L}]+)?(?!\\p{L})`,
      "iu",
    );
    const found = phrase.exec(text);
    if (found === null) continue;
    return { names: changes.filter((name) => name.startsWith(head)), rest: withoutPhrase(text, found) };
  }
  return null;
}
