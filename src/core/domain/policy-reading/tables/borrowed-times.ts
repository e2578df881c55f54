import { anyOf } from "../../any-of.ts";
import type { SourceCell } from "../../policy.ts";
import { readCellWords } from "../words/cell-words.ts";
import { findAll, plainText, wholeWords } from "../words/plain-text.ts";
import type { Matrix } from "./matrix-columns.ts";

/** `wie oben`: in words of a cell, what stands in the row above. */
export const asAbove = anyOf`
  as above|like above|see above|dito|ditto
  siehe oben|wie oben
  som ovenfor|se ovenfor
  idem|comme ci-dessus|voir ci-dessus
`;
const times = "(?:intervals?|timings?|times?|schedule|notice|lead times?|periods?)";
const elsewhere = String.raw`[^,;()\n]{2,60}`;
/** `same as above`, `same intervals as policy holders`, `wie oben`: the times stand elsewhere in the table. */
const borrowed = wholeWords(anyOf`
  (?:the |at the )?same ${times}?(?: ?as| like) (?<as>(?:for |in |with |the |an? ){0,3}${elsewhere})
  (?:as|like|wie|som|comme) (?:for|in|with|bei|für|for|pour) (?<like>(?:the )?${elsewhere})
  see (?:row |under )?(?<see>(?:the )?${elsewhere})
  (?<above>${asAbove})
`);
const above = /^(?:above|before|previous(?: row)?|the row above|last)$/iu;

export type Borrowing = {
  /** The row's cells with borrowed times in place of the words that point at them. */
  readonly cells: readonly string[];
  /** The cells each column borrows from. */
  readonly from: ReadonlyMap<number, SourceCell>;
};

/** Looks up what a row borrows: from the row above, from another column of its own, or from the row of another change. */
export function borrowTimes(
  matrix: Matrix,
  number: number,
  written: readonly string[],
  before: readonly (readonly string[])[],
): Borrowing {
  if (!written.some((cell) => /same|above|oben|dito|ditto|idem|ci-dessus|ovenfor|\b(?:as|like|see|wie|som|comme) /iu.test(cell)))
    return { cells: written, from: new Map() };
  const cells = [...written];
  const from = new Map<number, SourceCell>();
  for (const [column, cell] of written.entries()) {
    const text = plainText(cell);
    const [match] = findAll(borrowed, text);
    if (match === undefined) continue;
    const { as, like, see } = match.groups ?? {};
    const place = placeOf(matrix, number, column, as ?? like ?? see ?? "above");
    const lender = place === null ? undefined : place.row === number ? cells[place.column] : before[place.row]?.[place.column];
    if (place === null || lender === undefined) continue;
    from.set(column, { table: matrix.number, ...place, words: matrix.written[place.row]?.[place.column] ?? "" });
    // The same readers of another change are told in the same way, whatever the cell says.
    if (match[0].length === text.trim().length && place.row !== number && areReadersOfBoth(matrix, number, place.row)) {
      cells[column] = lender;
      continue;
    }
    const times = timesIn(lender);
    if (times === "") {
      from.delete(column);
      continue;
    }
    cells[column] = `${text.slice(0, match.index)}${times}${text.slice(match.index + match[0].length)}`;
  }
  return { cells, from };
}

function placeOf(matrix: Matrix, row: number, column: number, words: string): { row: number; column: number } | null {
  const name = words
    .replace(/^(?:(?:for|in|with|the|an?) )+/iu, "")
    .trim()
    .toLowerCase();
  if (above.test(name)) return row > 0 ? { row: row - 1, column } : null;
  const isNamed = (text: string | undefined): boolean => {
    const plain = plainText(text ?? "").toLowerCase();
    return plain !== "" && (plain.includes(name) || (plain.length > 3 && name.includes(plain)));
  };
  const other = matrix.headers.findIndex((header, index) => index !== column && isNamed(header));
  if (other !== -1) return { row, column: other };
  const ofNames = matrix.columns.flatMap((one, index) => (one.role === "changeType" || one.role === "audience" ? [index] : []));
  const named = matrix.rows.flatMap((cells, index) =>
    index < row && ofNames.slice(0, 1).some((place) => isNamed(cells[place])) ? [index] : [],
  );
  const found = named.find((index) => areReadersOfBoth(matrix, row, index)) ?? named[0];
  return found === undefined ? null : { row: found, column };
}

function areReadersOfBoth({ columns, rows }: Matrix, one: number, other: number): boolean {
  const column = columns.findIndex(({ role }) => role === "audience");
  const name = (row: number): string => (rows[row]?.[column] ?? "").trim().toLowerCase();
  // Readers across the header are those of the column.
  if (column === -1) return true;
  return name(one) !== "" && name(one) === name(other);
}

/** The words of a cell from its first time to its last, without the channels among them. */
function timesIn(cell: string): string {
  const { text, tokens } = readCellWords(cell);
  const whens = tokens.filter((token) => token.kind === "when");
  const [first, last] = [whens[0], whens.at(-1)];
  if (first === undefined || last === undefined) return "";
  let times = "";
  let at = first.start;
  for (const token of tokens) {
    if (token.kind !== "channel" || token.start < at || token.start > last.start) continue;
    times += text.slice(at, token.start);
    at = token.end;
  }
  return (times + text.slice(at, Math.max(at, last.end))).trim();
}
