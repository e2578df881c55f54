import { useEffect } from "react";
import { type CalendarPlace, calendarModes } from "./calendar-address.ts";
import { useCarry } from "./carry.ts";

type Actions = {
  readonly onPlace: (changes: Partial<CalendarPlace>) => void;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onFilter: () => void;
};

/** The calendar's own keys: 1 to 6 for its views, T for today, brackets to turn the page, F to filter. */
export function useCalendarKeys({ onPlace, onStep, onFilter }: Actions): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      // In a field they are letters, and a dialog over the calendar has keys of its own.
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, [role=dialog], [contenteditable]") !== null;
      if (!isPlain || isElsewhere || useCarry.getState().carry !== null) return;
      const mode = /^[1-6]$/u.test(event.key) ? calendarModes[Number(event.key) - 1] : undefined;
      if (mode !== undefined) onPlace({ mode });
      else if (event.key === "t" || event.key === "T") onPlace({ date: null });
      else if (event.key === "[" || event.key === "]") onStep(event.key === "]" ? 1 : -1);
      else if (event.key === "f" || event.key === "F") onFilter();
      else return;
      event.preventDefault();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [onPlace, onStep, onFilter]);
}
