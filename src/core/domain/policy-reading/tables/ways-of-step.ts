import { plainText } from "../words/plain-text.ts";
import type { Matrix } from "./matrix-columns.ts";

const sameAsStep =
  /^(?:(?:through |by )?the )?same (?:(?:means|way|ways|channels?) )?as (?:for |at |in )?(?:the |an? )?(?<step>[^,;()]{2,40})$/iu;
/** Between readers; `operations and duty leads` may be one name. */
const between = /\s*[,;+\n]\s*/u;

/**
 * `Same as heads-up` in a column of ways: each of the row's readers is told as at that step above. Gives the row's cells for
 * those told alike; the row itself where it points to no step, or any of its readers is not told there.
 */
export function asAtStep(
  { columns }: Matrix,
  cells: readonly string[],
  above: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const [step, audience, channel] = (["stage", "audience", "channel"] as const).map((role) =>
    columns.findIndex((column) => column.role === role),
  ) as [number, number, number];
  const named = nameOf(sameAsStep.exec(plainText(cells[channel] ?? "").trim())?.groups?.step ?? "");
  if (named === "" || step === -1 || audience === -1) return [cells];
  const ofStep = above.filter((row) => nameOf(row[step] ?? "") === named);
  const readers = readersIn(cells[audience] ?? "");
  const ways = readers.map((reader) => ofStep.findLast((row) => readersIn(row[audience] ?? "").includes(reader))?.[channel]);
  if (ways.includes(undefined)) return [cells];
  return [...new Set(ways)].map((way = "") => {
    const alike = readers.filter((_, index) => ways[index] === way).join(", ");
    return cells.map((cell, column) => (column === channel ? way : column === audience ? alike : cell));
  });
}

function readersIn(cell: string): string[] {
  return plainText(cell).trim().split(between);
}

function nameOf(step: string): string {
  return plainText(step).trim().toLowerCase();
}
