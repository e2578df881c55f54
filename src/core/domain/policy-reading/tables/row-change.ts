import { isEveryChange, readChangeType } from "../words/change-type.ts";
import { plainText, startWithCapital } from "../words/plain-text.ts";

/** The kind of change a cell names, under the header of its column: `1` under `Class` is `Class 1`. Null for every change. */
export function ofClass(cell: string, header: string): string | null {
  if (isEveryChange(cell)) return null;
  const isMark = /^(?:\d{1,2}|\p{Lu}|[IVX]{1,4})$/u.test(plainText(cell).trim());
  const isName = /^\p{L}{3,20}$/u.test(plainText(header).trim());
  return isMark && isName ? `${startWithCapital(plainText(header).trim())} ${cell.trim()}` : readChangeType(cell).slice(0, 300);
}
