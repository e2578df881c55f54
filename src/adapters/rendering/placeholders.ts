/**
 * Stand-ins for values while a draft is Liquid and Markdown: a number between two private-use characters, which mean
 * nothing to either. So a value never meets a parser, and drafts that differ only in their values share one tree.
 */
const open = "\uE000";
const close = "\uE001";
const placeholder = /\uE000(\d+)\uE001/gu;
const reserved = /[\uE000\uE001]/gu;

export function placeholderFor(index: number): string {
  return `${open}${index}${close}`;
}

/** Takes the two reserved characters out of what a person typed. */
export function withoutReserved(source: string): string {
  return source.replace(reserved, "");
}

export function hasPlaceholder(text: string): boolean {
  return text.includes(open);
}

/** Text cut at its placeholders: strings are text, numbers the index of a value. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(Number(match[1]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Text with each placeholder replaced by what `wordsFor` says; not expanded again. */
export function fillText(text: string, wordsFor: (index: number) => string): string {
  return hasPlaceholder(text) ? text.replace(placeholder, (_, index: string) => wordsFor(Number(index))) : text;
}
