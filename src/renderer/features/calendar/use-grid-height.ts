import { type RefObject, useLayoutEffect, useState } from "react";

/** Pixels from one lane to the next. */
export const laneHeight = 24;
/** Where the first lane begins, below the number of the day. */
export const firstLane = 28;
/** Day number, marks and the line of what is not drawn. */
const cellOverhead = 58;

/** The grid's height when it was last shown: most likely what it will be, so that the first drawing is the right one. */
let lastHeight = 0;

/** The height of the grid, in pixels, which all months share. */
export function useGridHeight(grid: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(lastHeight);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const keep = (measured: number): void => {
      lastHeight = measured;
      setHeight(measured);
    };
    // Asking for a height lays out the page at once. The observer tells it after the layout that comes anyway, before the frame is shown.
    if (lastHeight === 0) keep(element.clientHeight);
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) keep(entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return height;
}

/** How many windows fit under each other in a cell. */
export function lanesIn(height: number, weekCount: number): number {
  return Math.max(1, Math.floor((height / weekCount - cellOverhead) / laneHeight));
}
