import { anyOf } from "../any-of.ts";
import { cannot, signIn } from "./effect-words.ts";
import type { Moment } from "./reading/moments-in-text.ts";
import type { PartReading, PlacedSentence } from "./reading/reading.ts";
import { zonesIn } from "./reading/zones-in-text.ts";
import { namesOthers, tellsOpeningHours } from "./told-of-others.ts";

const labelWords = anyOf`
  when|times?|dates?|day|time ?frame|duration|period|slot
  windows?|maintenance|works?|upgrade|outage|downtime
  scheduled|planned|primary|new
  start(?:s|ed|ing)?|begin(?:s|ning)?|end(?:s|ed|ing)?
  from|to|until|till|between|and|for|on|at|in|of|the|is|now|all
  hrs?|hours|h
`;
/** What a line may hold beside dates, times and zones, and still say nothing but when the work is. */
const labels = new RegExp(`\\b${labelWords}\\b`, "giu");
const details = anyOf`
  // What is felt
  breaks?|interrupt\w*|outage|pauses?|${signIn}|unavailable|off|down|out|away|offline
  ${cannot}|unable|slow\w*|read-only|busy|risk
  // A part of the work
  switch\w*|cut-?over|steps?|phase|part|cop(?:y|ies|ying)|checks?|tests?|restart\w*|reboot\w*
  // Nobody knows when
  some ?time|somewhere|likely
`;
/** Words of a part of the work, or of what is felt in the middle of it: their times lie within the window. */
const detail = new RegExp(`\\b${details}\\b`, "iu");
const wordsOfWindow = anyOf`
  maintenance|windows?|(?<!\bto )works?|upgrade[ds]?|upgrading|update[ds]?|migration|migrated
  scheduled|planned|takes? place|carr(?:y|ied|ying) out
`;
const ofWindow = new RegExp(`\\b${wordsOfWindow}\\b`, "iu");

/** Whether words speak of a part of the work, or of what is felt in the middle of it. */
export function tellsDetail(words: string): boolean {
  return detail.test(words);
}

/** Whether a line holds nothing but dates, times, zones and a label: it says when the work is. */
export function isPlainStatement({ text, moments, dates }: Pick<PlacedSentence, "text" | "moments" | "dates">): boolean {
  if (moments.length === 0) return false;
  // “Visiting time” is no zone that is known.
  const zones = zonesIn(text).filter(({ meaning }) => meaning.kind !== "unknown");
  const places = [...dates, ...zones, ...moments.map(({ clock }) => clock)];
  const rest = [...text].map((letter, at) => (places.some(({ from, to }) => at >= from && at < to) ? " " : letter)).join("");
  return !/\p{L}{2}/u.test(rest.replace(labels, " "));
}

/** Whether a span is told as the whole window, not as a part of it: “maintenance is scheduled between 02:00 and 04:00”. */
export function isSpanOfWindow(moment: Moment, sentence: PlacedSentence, clause: string): boolean {
  if (moment.other === null) return false;
  if (isPlainStatement(sentence)) return true;
  return ofWindow.test(clause) && !detail.test(clause) && !namesOthers(clause) && !tellsOpeningHours(clause);
}

/** The heading of the column in which a place of a table stands: a text sets columns apart with two spaces or more. */
export function headingOver({ words }: Pick<PartReading, "words">, at: number): string | null {
  const lines = words.slice(0, at).split("\n");
  const row = lines.pop() ?? "";
  const column = row.search(/(?<=^|\s{2})\S(?!.*\s{2}\S)/u);
  if (column <= 0) return null;
  let heading: string | null = null;
  for (const line of lines.reverse()) {
    const cell = cellAt(line, column);
    if (cell === null) break;
    heading = cell;
  }
  return heading;
}

/** Whether another row of a table tells times in the zone of the row that a place stands in. */
export function hasRowOfSameZone({ words }: Pick<PartReading, "words">, at: number): boolean {
  const start = words.lastIndexOf("\n", at) + 1;
  const before =
    words
      .slice(0, start)
      .split(/\n\s*\n/u)
      .at(-1) ?? "";
  const [after = ""] = words.slice(start).split(/\n\s*\n/u, 1);
  const [row = "", ...below] = after.split("\n");
  const zone = namesOfZones(row);
  return [...before.split("\n"), ...below].some((line) => /\d[:.]\d{2}|\d\s?[ap]m\b/iu.test(line) && namesOfZones(line) === zone);
}

function namesOfZones(line: string): string {
  const names = zonesIn(line).filter(({ meaning }) => meaning.kind !== "unknown");
  return [...new Set(names.map(({ quote }) => quote))].sort().join(" ");
}

function cellAt(line: string, column: number): string | null {
  if (!/^\s{2}\S/u.test(line.slice(column - 2))) return null;
  return /^\S+(?:\s\S+)*/u.exec(line.slice(column))?.[0] ?? null;
}
