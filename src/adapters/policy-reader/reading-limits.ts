import type { PolicyReading } from "../../core/domain/policy.ts";

/** What a policy may cost. Whatever goes beyond is refused whole, with the reason. */
export type ReadingLimits = {
  /** Time of reading, in milliseconds, once the thread is there. */
  readonly time: number;
  /** Memory of the thread, in megabytes. */
  readonly memory: number;
  /** Rules and questions together: more are never added at once, and nobody decides as many. */
  readonly items: number;
};

export const readingLimits: ReadingLimits = { time: 30_000, memory: 768, items: 2000 };

/** Why a reading is too long to be decided on; null where it is not. */
export function tooMuch({ rules, questions, tables }: PolicyReading, limits: ReadingLimits): string | null {
  const items = rules.length + questions.length;
  if (items <= limits.items) return null;
  const longest = Math.max(0, ...tables.map((table) => table.rows.length));
  const figure = (count: number): string => count.toLocaleString("en");
  const made = `Its ${figure(longest)} rows make ${figure(rules.length)} rules and ${figure(questions.length)} questions`;
  return `${made}; ${figure(limits.items)} are the most that are read at once. Paste a part of the table: its header and the rows you need.`;
}
