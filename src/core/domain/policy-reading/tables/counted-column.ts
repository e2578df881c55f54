import { isMark } from "../words/channel-words.ts";
import type { Column } from "./columns.ts";

export const counted: Column = { role: "other", why: "It counts the rows, and says nothing of a notice." };

/** `#`, `No.` or `Step` over 1, 2, 3. */
export function isCount(header: string, cells: readonly string[]): boolean {
  const isName = /^\s*(?:#|no\.?|nr\.?|num(?:ber)?|n°|step|item|pos\.?|ref\.?|id|lfd\.? ?nr\.?|schritt|trin|étape)?\s*$/iu.test(
    header,
  );
  const isNumber = (cell: string): boolean => /^\s*\(?(?:\d{1,3}|[a-z])[.)]?\s*$/iu.test(cell) && !isMark(cell);
  if (!isName || cells.length === 0) return false;
  if (header.trim() === "") return cells.every(isNumber);
  // `COM-01`, or a word among the numbers.
  const numbers = cells.filter((cell) => isNumber(cell) || /^\s*\p{Lu}{2,5}[-_ ]?\d{1,4}\s*$/u.test(cell));
  return numbers.length * 3 >= cells.length * 2;
}
