/** Closes what was typed without a full stop, since it stands in a row of sentences. */
export function asSentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === "" || /[.!?:;…)]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
