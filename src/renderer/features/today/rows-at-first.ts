import { type RefObject, useEffect, useRef, useState } from "react";

type RowsAtFirst = {
  /** For the element that holds the rows. */
  readonly holder: RefObject<HTMLElement | null>;
  /** How many rows to draw. */
  readonly shown: number;
  readonly showAll: () => void;
};

/**
 * How much of a long list is drawn: its first rows, and all of them once a person asks, until the page is left. The focus
 * then goes to the first link or button of the rows that came, since the button that was pressed is gone. `rows` selects
 * the rows within the holder.
 */
export function useRowsAtFirst(total: number, atFirst: number, rows: string): RowsAtFirst {
  const holder = useRef<HTMLElement>(null);
  const [isWhole, setWhole] = useState(false);
  // A button in place of one row would save nothing.
  const shown = isWhole || total <= atFirst + 1 ? total : atFirst;
  useEffect(() => {
    if (!isWhole) return;
    const came = [...(holder.current?.querySelectorAll(rows) ?? [])].slice(atFirst);
    for (const row of came) {
      const control = row.querySelector<HTMLElement>("a, button");
      if (control === null) continue;
      control.focus();
      return;
    }
  }, [isWhole, atFirst, rows]);
  return { holder, shown, showAll: () => setWhole(true) };
}
