import { anyOf } from "../../any-of.ts";
import { shortMonth, shortWeekday } from "./day-words.ts";

/** A sentence, a line of a list or a row of a table, and where it begins in its text. */
export type Sentence = { readonly text: string; readonly from: number };

const shortForms = anyOf`
  a\.m|p\.m|e\.g|i\.e|approx|no
  ${shortWeekday}|${shortMonth}
  Mr|Mrs|Ms|Dr|St
`;
/** What ends in a full stop and ends no sentence. */
const shortened = new RegExp(`\\b${shortForms}\\.$`, "iu");
/** What is shortened only before a number: “max. 10 minutes”; “ten minutes max.” ends its sentence. */
const shortenedBeforeNumber = /\b(?:max|ca|vs|ext|pp?)\.$/iu;
const shortMonthOfDate = new RegExp(`\\d\\s${shortMonth}\\.$`, "u");
const end = /\n+|[.!?…]["”’)]?\s+(?=[\p{Lu}\d“"(])/gu;
const greeting = /^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|to all|greetings)\b[^.!?]{0,60}$/iu;

/** The sentences of a text in their order, without empty ones. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const take = (to: number): void => {
    const words = text.slice(from, to);
    if (words.trim() !== "") found.push({ text: words, from });
  };
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length;
    if (
      match[0].startsWith(".") &&
      !isNewSentence(text.slice(from, match.index + 1), text.slice(to)) &&
      (shortened.test(text.slice(from, match.index + 1)) ||
        (/^\d/u.test(text.slice(to)) && shortenedBeforeNumber.test(text.slice(from, match.index + 1))))
    )
      continue;
    take(to);
    from = to;
  }
  take(text.length);
  return found;
}

/** “Fri 27 Nov. Copying goes on”: after a month a word with a capital letter begins a sentence; after “Sat.” a month does not. */
function isNewSentence(before: string, after: string): boolean {
  return shortMonthOfDate.test(before) && /^\p{Lu}\p{Ll}/u.test(after);
}

const chatStop = /(?<=\p{L}{2})(?<!\b(?:approx|max|min|incl|est|ca|no|st|dr|vs))[.!?]\s+(?=\p{Ll})/gu;

/** Where a sentence ends before one with a small letter, as in a chat: read are sentences that begin with a capital one. */
export function chatStopsIn(text: string): number[] {
  return Array.from(text.matchAll(chatStop), ({ index }) => index);
}

/** The part of a text in which a place stands, where it is cut at these. */
export function partAround(text: string, cuts: readonly number[], from: number, to: number): string {
  const start = Math.max(0, ...cuts.filter((cut) => cut < from));
  return text.slice(start, Math.min(text.length, ...cuts.filter((cut) => cut >= to)));
}

/** Whether a sentence only greets: the news is looked for after it. */
export function isGreeting({ text }: Sentence): boolean {
  return greeting.test(text.trim());
}
