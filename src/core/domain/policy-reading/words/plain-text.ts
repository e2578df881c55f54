/** The text with every kind of dash, apostrophe and blank written one way, so that patterns need to know only one. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u201c\u201d\u201e]/gu, '"')
    .replace(/[\u00a0\u2007\u202f\t]/gu, " ");
}

/** A pattern that matches whole words only, in any alphabet, whatever their case. To be used with `findAll` and `isNamed`. */
export function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}_])`, "iuy");
}

/** A text as a pattern that matches just that text. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}

const nothing: readonly RegExpExecArray[] = [];
let lastText = "";
let lastStarts: readonly number[] = [];

/** Where words begin. Dozens of patterns are tried on one text after another, so the last answer is kept. */
function wordStarts(text: string): readonly number[] {
  if (text === lastText) return lastStarts;
  const starts: number[] = [];
  let isInside = false;
  for (let index = 0; index < text.length; index++) {
    const isWord = isWordCharacter(text.charCodeAt(index));
    if (isWord && !isInside) starts.push(index);
    isInside = isWord;
  }
  lastText = text;
  lastStarts = starts;
  return starts;
}

function isWordCharacter(code: number): boolean {
  // Digits, Latin letters, underscore, and all of Latin-1's letters and beyond.
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code >= 192 && code < 8192)
  );
}

/** Every match of a `wholeWords` pattern, none overlapping. Tried at the start of each word: a search would try every letter. */
export function findAll(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | null = null;
  let from = 0;
  for (const start of wordStarts(text)) {
    if (start < from) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || match[0] === "") continue;
    if (found === null) found = [match];
    else found.push(match);
    from = start + match[0].length;
  }
  return found ?? nothing;
}

/** Whether a `wholeWords` pattern occurs in the text. */
export function isNamed(pattern: RegExp, text: string): boolean {
  return wordStarts(text).some((start) => {
    pattern.lastIndex = start;
    return pattern.test(text);
  });
}

/** The text without the words a `wholeWords` pattern matches. */
export function without(pattern: RegExp, text: string): string {
  let rest = "";
  let from = 0;
  for (const match of findAll(pattern, text)) {
    rest += text.slice(from, match.index);
    from = match.index + match[0].length;
  }
  return rest + text.slice(from);
}

export function startWithCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A list for reading: `a, b and c`. */
export function listed(items: readonly string[], conjunction = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1) ?? ""}`;
}
