import { useEffect } from "react";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { type ProposedMove, timesAt } from "../../ui/move-window/proposed-move.ts";
import { useCarry } from "./carry.ts";
import { moveKey } from "./move-keys.ts";

type Actions = {
  readonly windows: readonly WindowSummary[];
  readonly zone: ZoneId;
  readonly onMove: (move: ProposedMove) => void;
  /** The carried window has left what is shown. */
  readonly onDate: (date: IsoDate) => void;
  readonly shows: (date: IsoDate) => boolean;
  readonly onRefused: (why: string) => void;
};

/**
 * Carrying a window by keys: M takes the one in focus, arrows move it, Enter asks for the move, Escape leaves it.
 * Listens to the whole page while something is carried, because the window it began on may leave the view.
 */
export function useMoveKeys({ windows, zone, onMove, onDate, shows, onRefused }: Actions): void {
  useEffect(() => {
    function begin(event: KeyboardEvent): void {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-window]") : null;
      const window = windows.find(({ id }) => id === chip?.dataset.window);
      if (window === undefined) return;
      event.preventDefault();
      if (window.outcome !== "open") {
        onRefused(`“${window.title}” is over, so it can't be moved.`);
        return;
      }
      const times = timesAt(window.startAt, window.endAt, zone);
      useCarry.getState().take({ windowId: window.id, title: window.title, times, from: times, by: "keys" });
    }

    function onKeyDown(event: KeyboardEvent): void {
      const { carry, take, drop } = useCarry.getState();
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (carry === null) {
        if (isPlain && !event.shiftKey && (event.key === "m" || event.key === "M")) begin(event);
        return;
      }
      if (carry.by === "pointer") {
        if (event.key === "Escape") drop();
        return;
      }
      const result = isPlain ? moveKey(event.key, event.shiftKey, carry.times, zone) : null;
      if (result === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (result.kind === "times") {
        take({ ...carry, times: result.times });
        const date = result.times.start.wall.slice(0, 10);
        if (!shows(date)) onDate(date);
        return;
      }
      drop();
      const { windowId } = carry;
      if (result.kind === "confirm" && windowId !== null) onMove({ windowId, ...carry.times });
      else document.querySelector<HTMLElement>(`[data-window="${windowId}"]:not([data-away] *)`)?.focus();
    }

    addEventListener("keydown", onKeyDown, { capture: true });
    return () => removeEventListener("keydown", onKeyDown, { capture: true });
  }, [windows, zone, onMove, onDate, shows, onRefused]);

  // What is carried belongs to the view it was taken from.
  useEffect(() => () => useCarry.getState().drop(), []);
}
