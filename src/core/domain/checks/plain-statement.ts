import type { Moment } from "./reading/moments-in-text.ts";
import type { PartReading, PlacedSentence } from "./reading/reading.ts";
import { zonesIn } from "./reading/zones-in-text.ts";
import { namesOthers } from "./told-of-others.ts";

/** What a line may hold beside dates, times and zones, and still say nothing but when the work is. */
const labels =
  /\b(?:when|times?|dates?|day|time ?frame|windows?|maintenance|works?|upgrade|outage|downtime|scheduled|planned|primary|duration|period|slot|new|start(?:s|ed|ing)?|begin(?:s|ning)?|end(?:s|ed|ing)?|from|to|until|till|between|and|for|on|at|in|of|the|is|now|all|day|hrs?|hours|h)\b/giu;
/** Words of a part of the work, or of what is felt in the middle of it: their times lie within the window. */
const detail =
  /\b(?:breaks?|interrupt\w*|outage|pauses?|sign[- ]?in|log[- ]?in|unavailable|off|down|out|away|offline|cannot|can['’]?t|unable|switch\w*|cut-?over|steps?|phase|part|cop(?:y|ies|ying)|checks?|tests?|restart\w*|reboot\w*|some ?time|somewhere|likely|slow\w*|read-only|busy|risk)\b/iu;
const ofWindow =
  /\b(?:maintenance|windows?|(?<!\bto )works?|upgrade[ds]?|upgrading|update[ds]?|migration|migrated|scheduled|planned|takes? place|carr(?:y|ied|ying) out)\b/iu;

/** Whether a line holds nothing but dates, times, zones and a label: it says when the work is. */
export function isPlainStatement({ text, moments, dates }: Pick<PlacedSentence, "text" | "moments" | "dates">): boolean {
  if (moments.length === 0) return false;
  const places = [...dates, ...zonesIn(text), ...moments.map(({ clock }) => clock)];
  const rest = [...text].map((letter, at) => (places.some(({ from, to }) => at >= from && at < to) ? " " : letter)).join("");
  return !/\p{L}{2}/u.test(rest.replace(labels, " "));
}

/** Whether a span is told as the whole window, not as a part of it: “maintenance is scheduled between 02:00 and 04:00”. */
export function isSpanOfWindow(moment: Moment, sentence: PlacedSentence, clause: string): boolean {
  if (moment.other === null) return false;
  return isPlainStatement(sentence) || (ofWindow.test(clause) && !detail.test(clause) && !namesOthers(clause));
}

/** The heading of the column in which a place of a table stands: a text sets columns apart with spaces. */
export function headingOver({ words }: Pick<PartReading, "words">, at: number): string | null {
  const lineStart = words.lastIndexOf("\n", at - 1) + 1;
  const column = lineStart + words.slice(lineStart, at).search(/(?:^|\s{2,})\S(?:\S|\s(?!\s))*$/u);
  const offset = column - lineStart + (/^\s+/u.exec(words.slice(column, at))?.[0].length ?? 0);
  if (offset <= 0) return null;
  let heading: string | null = null;
  for (let end = lineStart - 1; end > 0; ) {
    const start = words.lastIndexOf("\n", end - 1) + 1;
    const line = words.slice(start, end);
    const cell = /^(?<=(?:^|\s{2}))\S(?:\S|\s(?!\s))*/u.exec(line.slice(offset))?.[0];
    if (!/\S\s{2,}\S|^\s{2,}\S/u.test(line) || cell === undefined || !/\s\s/u.test(line.slice(Math.max(0, offset - 2), offset)))
      break;
    heading = cell;
    end = start - 1;
  }
  return heading;
}
