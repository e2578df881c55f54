import { anyOf } from "../../any-of.ts";
import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";

const clockRange = /\b\d{1,2}[:.]\d{2}\s?(?:-|to|until|bis|til|à)\s?\d{1,2}[:.]\d{2}\b/iu;
const roundTheClock =
  /\b(?:day and night|24\/7|24 hours(?: a day)?|(?:a)?round the clock|always|rund um die Uhr|døgnet rundt)\b/iu;

/** Whether nearly every row gives hours of the clock, and none a time of notice: when somebody is there, or work may be done. */
export function areHours({ headers, rows }: SourceTable): boolean {
  const isOfHours = (row: readonly string[]): boolean =>
    row.slice(1).some((cell) => clockRange.test(plainText(cell)) || roundTheClock.test(plainText(cell)));
  const namesTime = (cell: string): boolean => readCellWords(cell).tokens.some(({ kind }) => kind === "when");
  const timed = [...headers, ...rows.flatMap((row) => row.slice(1))].some(namesTime);
  // The first hours may stand right under the names, as if they were a second storey of them.
  const all = isOfHours(headers) ? [headers, ...rows] : rows;
  return !timed && all.length > 1 && all.filter(isOfHours).length * 3 >= all.length * 2;
}

/** `Matter | Office | Answer within`: how fast an enquiry is answered. */
export function areAnswers({ headers }: SourceTable): boolean {
  return headers.some((header) =>
    /\b(?:answers?|answered|repl(?:y|ies)|responses?) (?:within|in|by)\b/iu.test(plainText(header)),
  );
}

/** `Meeting | Day | Time | For`: when people meet. */
export function areMeetings({ headers }: SourceTable): boolean {
  return (
    /^meetings?$/iu.test(plainText(headers[0] ?? "").trim()) &&
    headers.some((name) => /^(?:day|time|when|date)s?$/iu.test(name.trim()))
  );
}

const everySoManyMonths =
  /^(?:every|each|alle|hver|tous les) \d{1,2}(?:\.)? (?:months?|years?|monate|jahre|måned(?:er)?|år|mois|ans)$/iu;

/** Whether its only times are rhythms of months and years, and it names no way of telling: what is due again and again. */
export function isOfLongRhythm({ rows }: SourceTable): boolean {
  const words = rows.flatMap((row) => row.map((cell) => readCellWords(cell)));
  const timed = words.filter(({ tokens }) => tokens.some(({ kind }) => kind === "when"));
  const tells = words.some(({ tokens }) => tokens.some(({ kind }) => kind === "channel"));
  return !tells && timed.length > 0 && timed.every(({ text }) => everySoManyMonths.test(text.trim()));
}

const apartInHeading = new RegExp(
  anyOf`
    \b(?:do not|don't|not to be) confused?[ ]
    \bnot (?:part of|to do with|about) (?:the |this |our )?(?:notices?|warnings?|announcements?|communications?)\b
  `,
  "iu",
);
const apartInSentence = new RegExp(
  anyOf`
    ^no \p{L}[\p{L} -]{1,30} is a (?:notice|notification|announcement)\b
    ^none of (?:these|them|the above) (?:(?:is|are|counts? as) (?:an? )?(?:notices?|notifications?|announcements?)|tells any(?:body|one))\b
    ^(?:these|they|those) are (?:no|not) (?:notices?|notifications?|announcements?)\b
  `,
  "iu",
);

/** Whether its heading or the text beside it sets it apart: `Permits (not part of the warning)`, `No gate is a notice.` */
export function isSetApart({ heading }: SourceTable, { sections, tables }: SourceDocument): boolean {
  // Beside two tables, nobody knows of which it is said.
  const isAlone = heading !== "" && tables.filter((other) => other.heading === heading).length === 1;
  const beside = isAlone ? sections.filter((section) => section.heading === heading).flatMap(({ prose }) => prose) : [];
  const isSaid = (text: string): boolean => sentencesIn(text).some((sentence) => apartInSentence.test(sentence));
  return apartInHeading.test(plainText(heading)) || beside.some(isSaid);
}

function sentencesIn(text: string): string[] {
  return plainText(text).split(/(?<=[.!?])\s+/u);
}
