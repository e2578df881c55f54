/** A stretch of the typed line that was recognised. */
export type Stretch = { readonly index: number; readonly length: number };

/** Stands for every recognised character: it keeps the places, and no pattern takes it for a word. For private use in Unicode. */
export const mark = "\uE000";

/** The line with these stretches marked as recognised. */
export function markStretches(line: string, stretches: readonly Stretch[]): string {
  let marked = line;
  for (const { index, length } of stretches) {
    marked = marked.slice(0, index) + mark.repeat(length) + marked.slice(index + length);
  }
  return marked;
}

/** The part between two commas, semicolons or line ends, with its place. */
export type Segment = Stretch & { readonly text: string };

export function segmentsOf(marked: string): Segment[] {
  return [...marked.matchAll(/[^,;\n]+/gu)].map((match) => ({ index: match.index, length: match[0].length, text: match[0] }));
}

/** Whether a time or a date was recognised in it. */
export function isMarked({ text }: { readonly text: string }): boolean {
  return text.includes(mark);
}
