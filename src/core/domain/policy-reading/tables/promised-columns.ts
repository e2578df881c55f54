import { anyOf } from "../../any-of.ts";
import type { SourceTable } from "../../source-document.ts";
import { plainText } from "../words/plain-text.ts";
import { findTimings } from "../words/timing-words.ts";

const promises = anyOf`
  (?:we )?promis\p{L}*
  (?:contractual|contracted|guaranteed|agreed|committed|sla)(?: \p{L}+)?
  (?:at least|minimum|at the latest)(?: \p{L}+)?
  zugesagt|mindestens
  mindst|lovet
  au moins|promis
`;
const promised = new RegExp(`^${promises}$`, "iu");

const aims = anyOf`
  (?:what )?(?:we )?aim(?:ed)?(?: (?:for|at))?|target(?: \p{L}+)?|goal
  prefer(?:red|ably)(?: \p{L}+)?|ideal(?:ly)?|usual(?:ly)?|normal(?:ly)?
  möglichst|ideal
  helst
  de préférence|idéalement
`;
const aimed = new RegExp(`^${aims}$`, "iu");

/** A column of what is promised beside one of what is aimed at is one time: `10 days preferred, 5 days minimum`. */
export function withPromises(table: SourceTable): SourceTable {
  const names = table.headers.map((header) => plainText(header).trim());
  const least = names.findIndex((name) => promised.test(name));
  const target = names.findIndex((name) => aimed.test(name));
  if (least === -1 || target === -1) return table;
  const join = (row: readonly string[]): readonly string[] => {
    const [one = "", other = ""] = [row[least], row[target]];
    if (!isAhead(one) || !isAhead(other)) return one.trim() === other.trim() ? row.with(target, "") : row;
    return row.with(least, `${other} preferred, ${one} minimum`).with(target, "");
  };
  return { ...table, headers: table.headers.with(least, "When"), rows: table.rows.map(join) };
}

function isAhead(cell: string): boolean {
  const found = findTimings(plainText(cell));
  return found.length === 1 && found[0]?.when.kind === "before";
}
