import type { Voice } from "../../directory.ts";
import { isLimiting, type NamedAudience, readAudiences } from "../words/audience-words.ts";
import { asideOf, type CellWords, longestCell, restOf } from "../words/cell-words.ts";
import { isMark } from "../words/channel-words.ts";
import { startWithCapital } from "../words/plain-text.ts";
import { kindsOfWork } from "../words/work-words.ts";
import { readerInSlot } from "./reader-slots.ts";
import { timingEntries } from "./timing-entries.ts";

const ofWhichKind = "(?:all|any|major|minor|breaking|planned|scheduled|emergency|standard|normal|critical|large|small)";
const kindOfChange = new RegExp(`^(?:${ofWhichKind} )+${kindsOfWork}$`, "iu");

/** Who a cell names, which of its words stay without a meaning, and which remarks carry none for the plan. */
export type Whom = {
  readonly audiences: readonly NamedAudience[];
  readonly unread: readonly string[];
  readonly remarks: readonly string[];
};

/**
 * Reads who is told from the words a cell leaves over. In a column of readers every word is a name; elsewhere words that
 * name nobody are `unread`, since they may change what is meant. `voice` is the column's.
 */
export function readWhom(words: CellWords, voice: Voice, isReaderColumn: boolean): Whom {
  if (isMark(words.text)) return { audiences: [], unread: [], remarks: [] };
  const named = readAudiences(restOf(words), voice);
  const inSlots = isReaderColumn ? [] : named.unread.map((piece) => readerInSlot(words, piece));
  const spoken = [...named.audiences, ...inSlots.filter((one) => one !== null)];
  const aside = new Set(
    isReaderColumn ? [] : [...remarksIn(words), ...named.unread.filter((piece) => isTopic(words, piece, spoken))],
  );
  // `All of the above` is nobody's name: it is asked who they are.
  const isPointer = (name: string): boolean =>
    /^(?:(?:all|both|everyone|everybody|those) )?(?:of )?(?:the )?(?:above|below|others|same)$/iu.test(name);
  const unread = isReaderColumn ? [] : named.unread.filter((piece, index) => inSlots[index] === null && !aside.has(piece));
  let audiences: readonly NamedAudience[] = isReaderColumn
    ? [...named.audiences, ...named.unread.map((name) => ({ name: startWithCapital(name).slice(0, 120), voice }))].filter(
        ({ name }) => !isPointer(name),
      )
    : [...named.audiences, ...inSlots.filter((one) => one !== null)];
  // `Major changes` in a column of readers is a kind of change.
  const kinds = isReaderColumn ? audiences.filter(({ name }) => kindOfChange.test(name)) : [];
  audiences = audiences.filter((one) => !kinds.includes(one));
  unread.push(...kinds.map(({ name }) => name));
  const remarks: string[] = named.unread.filter((piece) => aside.has(piece));
  for (const aside of words.asides) {
    const tokens = words.tokens.filter((token) => asideOf(words, token) === aside);
    if (tokens.some((token) => token.kind !== "pointer")) continue;
    const inAside = tokens.length === 0 ? readAudiences(aside.text, voice) : { audiences: [], unread: [] };
    if (isLimiting(aside.text)) unread.push(aside.text);
    else if (audiences.length === 0 && inAside.audiences.length > 0 && inAside.unread.length === 0) audiences = inAside.audiences;
    else if (!timingEntries(words).some((entry) => entry.words === aside.text)) remarks.push(aside.text);
  }
  if (words.text.length >= longestCell) unread.push("… the rest of this very long cell");
  return { audiences, unread, remarks };
}

/** `Email to all users: what is changing`: who and how are said, and what follows is what it is about. */
function isTopic({ text, tokens }: CellWords, piece: string, audiences: readonly NamedAudience[]): boolean {
  const colon = text.lastIndexOf(":", text.indexOf(piece));
  const before = text.slice(0, Math.max(0, colon)).toLowerCase();
  return (
    audiences.some(({ name }) => before.includes(name.toLowerCase())) &&
    tokens.some((token) => token.kind === "channel" && token.end <= colon) &&
    !tokens.some((token) => token.start > colon) &&
    !isLimiting(piece)
  );
}

/**
 * Whole sentences of a cell that name no time, channel or condition, and limit nothing: `The list is kept by the service
 * desk.` They stay with the rule as the policy's words.
 */
function remarksIn(words: CellWords): string[] {
  const sentences = [...words.text.matchAll(/(?<=[.!?]\s{1,3}|\n)\p{Lu}[^.!?\n]{12,}[.!?]/gu)];
  return sentences
    .filter(({ index, 0: text }) => !words.tokens.some((token) => token.start < index + text.length && token.end > index))
    .map(({ 0: text }) => text.replace(/[.!?]$/u, ""))
    .filter((text) => !isLimiting(text) && !/[,;:•]/u.test(text));
}
