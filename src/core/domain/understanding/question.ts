import type { Stretch } from "./marked-line.ts";

/** Other words for a stretch of the line, which answer a question; an empty stretch is a place to write them in. */
export type Replacement = Stretch & { readonly label: string; readonly words: string };

/** What a line leaves open. Without answers to choose from, the person writes on. */
export type Asked = { readonly text: string; readonly choices: readonly Replacement[] };

/** An answer to choose: the words that would leave nothing open, and how a person is told of them. */
export type Answering = Pick<Replacement, "label" | "words">;

/** A question about a stretch, each answer to stand in its place. */
export function askAbout({ index, length }: Stretch, text: string, answers: readonly Answering[] = []): Asked {
  return { text, choices: answers.map(({ label, words }) => ({ index, length, label, words })) };
}

/** A question whose answers, if there are any, are written at the end of the line. */
export function askAtEnd(text: string, end: number, answers: readonly string[] = []): Asked {
  return { text, choices: answers.map((words) => ({ index: end, length: 0, label: words, words: `, ${words}` })) };
}

/** The line with an answer in its place. */
export function answered(line: string, { index, length, words }: Replacement): string {
  return line.slice(0, index) + words + line.slice(index + length);
}
