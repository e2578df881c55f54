/** How hard a text is to read: Flesch-Kincaid grade, the years of school an American reader needs for it. */

/** The words of a text: what holds a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * The grade of full sentences only: labels, contact lines and bare times are no prose, and counting a table of labels as one
 * sentence is the fault of ordinary tools. A time counts as it stands, one syllable a word: reading it is no harder than that.
 */
export function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  if (sentences.length === 0 || words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without the silent e at a word's end; at least one. Parts of a hyphenated word count each. */
export function syllablesOf(word: string): number {
  const parts = word.toLowerCase().match(/[a-zà-ÿ']+/gu) ?? [];
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + inPart(part.replaceAll("'", "")), 0),
  );
}

function inPart(part: string): number {
  const spoken = part
    .replace(/(?<=[^aeiouylr])es$|(?<=[^td])ed$/u, (ending) => (ending === "es" ? "s" : "d"))
    .replace(/(?<=[^l])e$|(?<=[aeiouy]l)e$/u, "");
  return Math.max(1, spoken.match(/[aeiouyà-ÿ]+/gu)?.length ?? 0);
}
