import { anyOf } from "./any-of.ts";

/** A character that is in a text and cannot be seen in it, or that turns the order of what can. */
export type HiddenCharacter = {
  readonly character: string;
  /** Where it stands in its text. */
  readonly at: number;
  /** What it is, with its code point: `a zero-width space (U+200B)`. */
  readonly name: string;
  /** The words around it, with its code point in its place: safe to show. */
  readonly quote: string;
};

const controls = "\\p{Cc}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F";
const fillersAndTags = "\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}";
const hiddenCharacters = anyOf`
  [${controls}${fillersAndTags}]|\u034F|\u17B4|\u17B5
  // Variation selectors
  [\u180B-\u180D\u180F]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]
`;
/**
 * Unicode's controls of direction, its characters without width, fillers that look like nothing, tags and variation
 * selectors, and control characters other than line breaks and tabs (Unicode TR 36 and TR 39).
 */
const hidden = new RegExp(hiddenCharacters, "gu");
const lineBreakOrTab = /[\n\r\t]/u;

const joiningScripts = anyOf`
  \p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Mongolian}
  \p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Gujarati}
  \p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Khmer}
`;
/** Scripts that are written with joiners, where taking them out would change the word. */
const joiningScript = new RegExp(joiningScripts, "u");
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\d#*]|\uFE0F/u;

const names: readonly (readonly [RegExp, string])[] = [
  [/[\u202A-\u202E\u2066-\u2069]/u, "a sign that turns the direction of reading"],
  [/[\u061C\u200E\u200F]/u, "a mark of the direction of reading"],
  [/\u200B/u, "a zero-width space"],
  [/[\u200C\u200D]/u, "a zero-width joiner"],
  [/\u2060|\uFEFF/u, "a zero-width no-break space"],
  [/\u00AD/u, "a soft hyphen"],
  [/[\u2028\u2029]/u, "a hidden line break"],
  [/[\u{E0000}-\u{E007F}]/u, "a hidden tag"],
  [/\p{Cc}/u, "a control character"],
];

/** Every hidden character of a text, each with its place. What a script or an emoji needs is no finding. */
export function hiddenCharactersIn(text: string): readonly HiddenCharacter[] {
  return Array.from(text.matchAll(hidden)).flatMap(({ 0: character, index }) =>
    lineBreakOrTab.test(character) || isNeeded(text, index, character)
      ? []
      : [{ character, at: index, name: nameOf(character), quote: quoteAround(text, index, character) }],
  );
}

/** Whether a one-line text, such as a name or an address, holds anything that cannot be seen in it. */
export function hasHiddenCharacter(text: string): boolean {
  return lineBreakOrTab.test(text) || hiddenCharactersIn(text).length > 0;
}

/** The text without what can't be seen in it; what a script or an emoji needs stays. Line breaks become plain ones. */
export function withoutHidden(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(hidden, (character, index: number, whole: string) =>
      character === "\n" || character === "\t" || isNeeded(whole, index, character) ? character : "",
    );
}

/** The text with each hidden character written as its code point, so that it can be shown as it is. */
export function withHiddenShown(text: string): string {
  return text.replace(hidden, (character) => (lineBreakOrTab.test(character) ? character : codePoint(character)));
}

function isNeeded(text: string, index: number, character: string): boolean {
  const before = Array.from(text.slice(Math.max(0, index - 4), index)).at(-1) ?? "";
  if (character === "\u200C" || character === "\u200D") {
    const [after = ""] = Array.from(text.slice(index + 1, index + 4));
    if (joiningScript.test(before) && joiningScript.test(after)) return true;
    return (
      character === "\u200D" &&
      /\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier}/u.test(before) &&
      /\p{Extended_Pictographic}/u.test(after)
    );
  }
  return /[\uFE00-\uFE0F]/u.test(character) && pictograph.test(before);
}

function nameOf(character: string): string {
  const name = names.find(([pattern]) => pattern.test(character))?.[1] ?? "an invisible character";
  return `${name} (${codePoint(character).slice(1, -1)})`;
}

function codePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

function quoteAround(text: string, index: number, character: string): string {
  const before = /\S{0,20}$/u.exec(text.slice(0, index))?.[0] ?? "";
  const after = /^\S{0,20}/u.exec(text.slice(index + character.length))?.[0] ?? "";
  return withHiddenShown(`${before}${character}${after}`);
}
