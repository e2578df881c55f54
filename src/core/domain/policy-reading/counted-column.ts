import { isMark } from "./channel-words.ts";
import type { Column } from "./columns.ts";

export const counted: Column = { role: "other", why: "It counts the rows, and says nothing of a notice." };

/** `#`, `No.` or `Step` over 1, 2, 3. */
export function isCount(header: string, cells: readonly string[]): boolean {
  const isName = /^\s*(?:#|no\.?|nr\.?|num(?:ber)?|n°|step|item|pos\.?|ref\.?|id|lfd\.? ?nr\.?|schritt|trin|étape)?\s*$/iu.test(
    header,
  );
  return isName && cells.length > 0 && cells.every((cell) => /^\s*\(?(?:\d{1,3}|[a-z])[.)]?\s*$/iu.test(cell) && !isMark(cell));
}
