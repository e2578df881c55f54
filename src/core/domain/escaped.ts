/** Words as a pattern finds them, sign by sign. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
