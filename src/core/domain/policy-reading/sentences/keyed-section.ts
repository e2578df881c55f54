import type { SourceSection, SourceTable } from "../../source-document.ts";
import { timesOfStage } from "../cells/stage-times.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { readColumns } from "../tables/columns.ts";
import { readCellWords } from "../words/cell-words.ts";
import { findChannels } from "../words/channel-words.ts";

const keyed = /^([\p{L}][\p{L} /]{1,40}):\s+(\S[\s\S]*)$/u;

/**
 * A section whose points as `Audience: …` are followed by others, `Template:` and the text of a message, as two under one
 * heading.
 */
export function withKeysApart(section: SourceSection): readonly SourceSection[] {
  const end = section.points.findIndex(({ text, indent }) => indent > 0 || !keyed.test(text));
  if (end < 2) return [section];
  return [
    { ...section, points: section.points.slice(0, end), prose: [] },
    { ...section, points: section.points.slice(end) },
  ];
}

/**
 * A section of points as `When: 3 days before` is a row of a table turned on its side; null when it is no such section. Where
 * no point says when, the sentences below them do (`below`), or the heading: `T-10 days: First announcement`.
 */
export function tableOfKeys(section: SourceSection, below: readonly string[]): SourceTable | null {
  const { points } = section;
  const found = points.map((point) => (point.indent === 0 ? keyed.exec(point.text) : null)).filter((pair) => pair !== null);
  if (found.length < 2 || found.length < points.length) return null;
  const headers = found.map((pair) => pair[1] ?? "");
  // `Email: for customers`, line by line: what each way of telling is for.
  if (headers.every((header) => findChannels(header).length > 0)) return null;
  const row = found.map((pair) => pair[2] ?? "");
  const columns = readColumns(headers, [row]);
  const roles = columns.map((column) => column.role);
  const isTimed =
    roles.includes("timing") || columns.some((column) => column.role === "notices" && timesOfStage(column.header).length > 0);
  if (!["audience", "channel"].some((role) => roles.some((one) => one === role))) return null;
  if (isTimed) return { heading: section.heading, headers, rows: [row] };
  if (!roles.includes("audience") || !roles.includes("channel")) return null;
  const isAhead = timingEntries(readCellWords(section.heading)).some(({ when }) => when.kind === "before");
  const texts = isAhead ? [section.heading] : [below.join("\n"), section.heading];
  const when = texts.map(timesIn).find((words) => words !== "");
  return when === undefined ? null : { heading: section.heading, headers: [...headers, "When"], rows: [[...row, when]] };
}

/** The words of a text that say when, and no others. */
function timesIn(text: string): string {
  return timingEntries(readCellWords(text))
    .map(({ words, isReminder }) => `${isReminder ? "reminder " : ""}${words}`)
    .join(", ");
}

const sameAs =
  /^\s*(?:(?:the )?same as|as(?: for)?|like|wie(?: bei)?|som|comme)\s+(?:for |in |the )*(?<name>\p{L}.{1,60}?)\s*$/iu;

/** The row with what it borrows from other sections of such points: `When: as for Wards`. */
export function withBorrowedKeys(
  { headers, rows }: SourceTable,
  sections: readonly SourceSection[],
): readonly (readonly string[])[] {
  const valueIn = (section: SourceSection | undefined, key: string): string | undefined =>
    section?.points.map((point) => keyed.exec(point.text)).find((pair) => pair?.[1] === key)?.[2];
  return rows.map((row) =>
    row.map((cell, column) => {
      const name = sameAs.exec(cell)?.groups?.name?.toLowerCase();
      const lender = sections.find((section) => section.heading.toLowerCase() === name);
      return (name === undefined ? undefined : valueIn(lender, headers[column] ?? "")) ?? cell;
    }),
  );
}
