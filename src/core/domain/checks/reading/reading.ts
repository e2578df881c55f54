import type { Instant } from "../../instant.ts";
import type { Place } from "../../message.ts";
import type { CheckedRendering, CheckInput } from "../check-input.ts";
import { type ToldTimes, toldTimes } from "../told-times.ts";
import { masked } from "./masked.ts";
import { type ReadSentence, readSentence } from "./moments-in-text.ts";
import { sentencesOf } from "./sentences.ts";
import { signatureIn } from "./signature.ts";

/** A sentence of a notice with its times and dates, and where it begins. */
export type PlacedSentence = ReadSentence & { readonly from: number };

/** The subject or the body of one rendering, read. */
export type PartReading = {
  readonly part: "subject" | "body";
  /** As its reader gets it. */
  readonly words: string;
  /** Without links, addresses, the contact and what is struck out; places are those in `words`. */
  readonly sentences: readonly PlacedSentence[];
};

/** What one recipient gets, read as a whole. */
export type Reading = {
  readonly rendering: CheckedRendering;
  readonly subject: PartReading;
  readonly body: PartReading;
  readonly told: ToldTimes;
};

/** Reads renderings. Sentences that many recipients share, as most are, are read once. */
export function reader(input: CheckInput): (rendering: CheckedRendering) => Reading {
  const known = new Map<string, ReadSentence>();
  const near: Instant = input.window.start.at;
  const { contactPoint } = input.workspace;
  const read = (part: "subject" | "body", words: string, struckOut: readonly string[]): PartReading => {
    const text = masked(words, [contactPoint], struckOut);
    const signature = part === "body" ? signatureIn(text) : null;
    const sentences = sentencesOf(text).map((sentence): PlacedSentence => {
      if (signature !== null && sentence.from >= signature.from && sentence.from < signature.to)
        return { ...sentence, moments: [], dates: [] };
      const found = known.get(sentence.text) ?? readSentence(sentence, near);
      known.set(sentence.text, found);
      return { ...found, from: sentence.from };
    });
    return { part, words, sentences };
  };
  return (rendering) => ({
    rendering,
    subject: read("subject", rendering.subject, []),
    body: read("body", rendering.text, rendering.struckOut ?? []),
    told: toldTimes(rendering, input),
  });
}

/** Whether readers get it in a chat, where its subject is the first line of the message. */
export function isInChat({ rendering }: Reading): boolean {
  return rendering.channelKind !== "mail" && rendering.channelKind !== "manual";
}

/** The words of a part from one place to another, as a place. */
export function placeIn({ part, words }: Pick<PartReading, "part" | "words">, from: number, to: number): Place {
  const end = from + words.slice(from, to).trimEnd().length;
  const quote = words.slice(from, end);
  return { part, of: "rendered", quote, from, to: end, nth: timesBefore(words, quote, from) };
}

/** How often `quote` stands in `words` before a place. */
function timesBefore(words: string, quote: string, from: number): number {
  if (quote === "") return 0;
  let count = 0;
  for (let at = words.indexOf(quote); at !== -1 && at < from; at = words.indexOf(quote, at + quote.length)) count += 1;
  return count;
}
