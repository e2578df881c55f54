import { anyOf } from "../../any-of.ts";
import type { PolicyQuestion } from "../../policy.ts";
import { findAll, plainText, wholeWords } from "../words/plain-text.ts";
import type { Point } from "./process-points.ts";

/** Words no text of the four languages does without, and their neighbours (Swedish, Dutch, Spanish) seldom have. */
const common = wholeWords(anyOf`
  the|and|to|of|for|with|be|are|will|by|you|your|this|that|it|can|have|a|an|if
  // German
  der|die|das|und|mit|für|bei|werden|wird|ist|nicht
  // Danish
  og|er|af|til|ikke|når|hvis
  // French
  les|des|et|est|sont|pour|par|une|dans|nous
`);
/** In words of sentences. Fewer may be names alone. */
const shortestText = 20;
/** Of a hundred words. In a text of the four languages it is fifteen and more. */
const commonAtLeast = 5;

/** Whether the sentences of a document are in a language that is not read. Code and lists of names are no sentences. */
export function areOfUnreadLanguage(points: readonly Point[]): boolean {
  const sentences = points
    .filter(({ isProse, text }) => isProse && /[.!?]$/u.test(text.trim()) && !/[{}=;<>]|\(\)|\/\//u.test(text))
    .map(({ text }) => plainText(text))
    .join(" ");
  const words = sentences.match(/\p{L}+/gu)?.length ?? 0;
  return words >= shortestText && findAll(common, sentences).length * 100 < words * commonAtLeast;
}

/** One question for the whole text: nothing of it is understood, and nothing may be passed over. */
export function askOfUnread(points: readonly Point[]): readonly PolicyQuestion[] {
  const [first, ...others] = points;
  if (first === undefined) return [];
  const { table, row, column } = first.at;
  const none = { kind: "none" } as const;
  return [
    {
      id: `${table}-${row}-${column}-language`,
      cell: first.at,
      otherCells: others.map(({ at }) => at),
      changeType: null,
      why: "This text is in a language the app does not read.",
      question: "Does it ask for notices?",
      choices: [
        { label: "Yes: I add them to the matrix myself", rules: [], change: none },
        { label: "No notice", rules: [], change: none },
      ],
    },
  ];
}
