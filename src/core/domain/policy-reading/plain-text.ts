/** The text with every kind of dash, apostrophe and blank written one way, so that patterns need to know only one. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u201c\u201d\u201e]/gu, '"')
    .replace(/[\u00a0\u2007\u202f\t]/gu, " ");
}

/** A pattern that matches whole words only, in any alphabet, whatever their case. */
export function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`, "giu");
}

export function startWithCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Numbers of things, as `1 rule` and `2 rules`. */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** A list for reading: `a, b and c`. */
export function listed(items: readonly string[], conjunction = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1) ?? ""}`;
}
