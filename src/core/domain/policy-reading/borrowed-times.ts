import type { SourceCell } from "../policy.ts";
import { readCellWords } from "./cell-words.ts";
import type { Matrix } from "./matrix-columns.ts";
import { findAll, plainText, wholeWords } from "./plain-text.ts";

/** `same as above`, `same intervals as policy holders`, `wie oben`: the times stand elsewhere in the table. */
const borrowed = wholeWords(
  "(?:(?:the |at the )?same (?:intervals?|timings?|times?|schedule|notice|lead times?|periods?)?(?: ?as| like) (?<as>(?:for |in |with |the |an? ){0,3}[^,;()\\n]{2,60})|(?<above>as above|like above|see above|dito|ditto|siehe oben|wie oben|idem|comme ci-dessus|som ovenfor|se ovenfor))",
);
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
  if (!written.some((cell) => /same|above|oben|dito|ditto|idem|ci-dessus|ovenfor/iu.test(cell)))
    return { cells: written, from: new Map() };
  const cells = [...written];
  const from = new Map<number, SourceCell>();
  for (const [column, cell] of written.entries()) {
    const text = plainText(cell);
    const [match] = findAll(borrowed, text);
    if (match === undefined) continue;
    const place = placeOf(matrix, number, column, match.groups?.as ?? "above");
    const lender = place === null ? undefined : place.row === number ? cells[place.column] : before[place.row]?.[place.column];
    const times = lender === undefined ? "" : timesIn(lender);
    if (place === null || times === "") continue;
    cells[column] = `${text.slice(0, match.index)}${times}${text.slice(match.index + match[0].length)}`;
    from.set(column, { table: matrix.number, ...place, words: matrix.written[place.row]?.[place.column] ?? "" });
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
  const ofChange = matrix.columns.findIndex((one) => one.role === "changeType" || one.role === "audience");
  const found = matrix.rows.findIndex((cells, index) => index < row && isNamed(cells[ofChange]));
  return ofChange === -1 || found === -1 ? null : { row: found, column };
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
