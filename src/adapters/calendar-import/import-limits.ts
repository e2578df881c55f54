import { day } from "../../core/domain/instant.ts";

/** What a foreign file may cost. Whatever goes beyond is refused whole. */
export type ImportLimits = {
  /** Length of the file, in characters. */
  readonly length: number;
  /** Time of reading, in milliseconds, once the thread is there. */
  readonly time: number;
  /** Memory of the thread, in megabytes. */
  readonly memory: number;
  /** Entries, occurrences of series counted one by one. */
  readonly entries: number;
  /** Occurrences of one series within the range. */
  readonly occurrences: number;
  /** Steps of a series from its beginning to the end of the range. */
  readonly steps: number;
  /** How far before and after now series are followed, in milliseconds. */
  readonly range: number;
  /** Components inside one another. */
  readonly depth: number;
  /** Zones a file may define, and rules of one zone. */
  readonly zones: number;
  readonly zoneRules: number;
  readonly rows: number;
  readonly columns: number;
};

export const importLimits: ImportLimits = {
  length: 10_000_000,
  time: 5_000,
  memory: 256,
  entries: 2_000,
  occurrences: 500,
  steps: 20_000,
  range: 731 * day,
  depth: 8,
  zones: 200,
  zoneRules: 300,
  rows: 5_000,
  columns: 100,
};

/** A limit was met: the file is refused, and this says by which. */
export class LimitMet extends Error {
  override readonly name = "LimitMet";
}

/** Seconds or counts as a person reads them. */
export function amount(number: number): string {
  return number.toLocaleString("en");
}
