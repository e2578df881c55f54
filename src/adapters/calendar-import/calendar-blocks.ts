import type { ForeignProblem } from "../../core/domain/calendar/foreign-entry.ts";
import { amount, type ImportLimits, LimitMet } from "./import-limits.ts";

/** One VEVENT or VTIMEZONE as it stands in the file. */
export type Block = {
  readonly name: "VEVENT" | "VTIMEZONE";
  /** The line of its BEGIN, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Lines of properties that are named when something is wrong with them. */
  readonly lineOf: Readonly<Record<string, number>>;
};

export type Blocks = {
  readonly events: readonly Block[];
  readonly zones: readonly Block[];
  /** METHOD:CANCEL: all of the file is a cancellation. */
  readonly isCancellation: boolean;
  readonly problems: readonly ForeignProblem[];
};

/**
 * Takes a file apart into its events and zones, so that one that is broken spoils no other and each can be named by its
 * line. Counts as it goes: what would be too much is refused before anything is parsed.
 */
export function calendarBlocks(text: string, limits: ImportLimits): Blocks {
  const events: Block[] = [];
  const zones: Block[] = [];
  const problems: ForeignProblem[] = [];
  let isCancellation = false;
  let open: { name: Block["name"]; line: number; lines: string[]; lineOf: Record<string, number> } | null = null;
  const inside: string[] = [];

  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|\n|\r/u);
  for (const [index, line] of lines.entries()) {
    const begun = /^BEGIN:([A-Z0-9-]+)\s*$/iu.exec(line)?.[1]?.toUpperCase();
    const ended = /^END:([A-Z0-9-]+)\s*$/iu.exec(line)?.[1]?.toUpperCase();
    if (begun !== undefined) {
      inside.push(begun);
      if (inside.length > limits.depth) {
        throw new LimitMet(`Line ${index + 1}: more than ${limits.depth} parts lie inside one another.`);
      }
      if (open === null && (begun === "VEVENT" || begun === "VTIMEZONE")) {
        open = { name: begun, line: index + 1, lines: [], lineOf: {} };
      }
    }
    if (open !== null) {
      open.lines.push(line);
      const property = /^(DTSTART|DTEND|RRULE|UID)[;:]/iu.exec(line)?.[1]?.toUpperCase();
      if (property !== undefined && inside.at(-1) === open.name) open.lineOf[property] ??= index + 1;
    } else if (/^METHOD:CANCEL\s*$/iu.test(line)) isCancellation = true;
    if (ended === undefined) continue;
    if (inside.at(-1) !== ended) {
      problems.push({ line: index + 1, message: `“END:${ended}” stands where ${inside.at(-1) ?? "nothing"} is open.` });
      // What comes next is read anew: an entry that was never closed is left out.
      inside.length = 0;
      open = null;
      continue;
    }
    inside.pop();
    if (open === null || ended !== open.name || inside.includes(open.name)) continue;
    const block = { name: open.name, line: open.line, text: open.lines.join("\r\n"), lineOf: open.lineOf };
    open = null;
    (block.name === "VEVENT" ? events : zones).push(block);
    if (events.length > limits.entries) throw new LimitMet(`It holds more than ${amount(limits.entries)} entries.`);
    if (zones.length > limits.zones) throw new LimitMet(`It defines more than ${amount(limits.zones)} time zones.`);
  }
  if (open !== null) problems.push({ line: open.line, message: "This entry is never closed: the file ends within it." });
  return { events, zones, isCancellation, problems };
}
