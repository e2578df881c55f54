import { type PointerEvent, type RefObject, useState } from "react";
import type { IsoDate, WallTime } from "../../../core/domain/instant.ts";
import { snapMinutes, wallAt } from "./week-layout.ts";

/** Pixels a minute of the day takes. */
export const minuteHeight = 0.8;

type Spot = { readonly date: IsoDate; readonly minute: number };
type Drag =
  | { readonly kind: "create"; readonly from: Spot; readonly to: Spot; readonly hasMoved: boolean }
  /** `grip` is how far below its start the window was taken. */
  | {
      readonly kind: "move";
      readonly windowId: string;
      readonly length: number;
      readonly grip: number;
      readonly to: Spot;
      readonly hasMoved: boolean;
    }
  | { readonly kind: "resize"; readonly windowId: string; readonly start: Spot; readonly to: Spot; readonly hasMoved: boolean };

type Actions = {
  readonly onCreate: (start: WallTime, end: WallTime) => void;
  readonly onMove: (windowId: string, start: WallTime, end: WallTime) => void;
  readonly onOpen: (windowId: string) => void;
};

/** The shortest window one can draw, in minutes. */
const shortest = 15;

/** Dragging by the hour: over empty time to plan, a window to move it, its lower edge to change its end. */
export function useWeekDrag(scroller: RefObject<HTMLElement | null>, actions: Actions) {
  const [drag, setDrag] = useState<Drag | null>(null);

  function spotAt(event: PointerEvent): Spot | null {
    for (const column of scroller.current?.querySelectorAll<HTMLElement>("[data-date]") ?? []) {
      const box = column.getBoundingClientRect();
      const date = column.dataset.date;
      if (date !== undefined && event.clientX >= box.left && event.clientX < box.right) {
        return { date, minute: (event.clientY - box.top) / minuteHeight };
      }
    }
    return null;
  }

  function begin(event: PointerEvent<HTMLElement>): Drag | null {
    const target = event.target instanceof Element ? event.target : null;
    const spot = spotAt(event);
    if (event.button !== 0 || target === null || spot === null || target.closest("[data-date]") === null) return null;
    const block = target.closest<HTMLElement>("[data-window]");
    const windowId = block?.dataset.window;
    if (block === null || windowId === undefined) {
      const from = { date: spot.date, minute: snapMinutes(spot.minute) };
      return { kind: "create", from, to: from, hasMoved: false };
    }
    const start = { date: spot.date, minute: Number(block.dataset.fromMinute) };
    if (target.closest("[data-resize]") !== null) return { kind: "resize", windowId, start, to: spot, hasMoved: false };
    return {
      kind: "move",
      windowId,
      length: Number(block.dataset.length),
      grip: spot.minute - start.minute,
      to: spot,
      hasMoved: false,
    };
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const begun = begin(event);
      if (begun === null) return;
      setDrag(begun);
      scroller.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag === null) return;
      const to = spotAt(event);
      if (to === null) return;
      const isFar = to.date !== drag.to.date || Math.abs(to.minute - drag.to.minute) * minuteHeight > 3;
      if (isFar || drag.hasMoved) setDrag({ ...drag, to, hasMoved: true });
    },
    onPointerUp() {
      if (drag === null) return;
      setDrag(null);
      const span = spanOf(drag);
      if (!drag.hasMoved) {
        if (drag.kind !== "create") actions.onOpen(drag.windowId);
      } else if (drag.kind === "create") {
        actions.onCreate(wallAt(span.date, span.from), wallAt(span.date, span.to));
      } else {
        actions.onMove(drag.windowId, wallAt(span.date, span.from), wallOn(span.date, span.to));
      }
    },
    onPointerCancel() {
      setDrag(null);
    },
  };

  return {
    handlers,
    draggedId: drag !== null && drag.kind !== "create" && drag.hasMoved ? drag.windowId : null,
    /** Where a drag would put or plan a window on a date, in minutes of its day. */
    ghostOn(date: IsoDate): { readonly from: number; readonly to: number } | null {
      if (drag === null || !drag.hasMoved) return null;
      const span = spanOf(drag);
      return span.date === date ? { from: span.from, to: Math.min(1440, span.to) } : null;
    },
  };
}

/** What a drag has marked: a day, and minutes from its midnight (an end may lie on the next day). */
function spanOf(drag: Drag): { readonly date: IsoDate; readonly from: number; readonly to: number } {
  switch (drag.kind) {
    case "create": {
      const [from, to] = [drag.from.minute, snapMinutes(drag.to.minute)].sort((a, b) => a - b);
      return { date: drag.from.date, from: from ?? 0, to: Math.max(to ?? 0, (from ?? 0) + shortest) };
    }
    case "move": {
      const from = Math.min(1425, snapMinutes(drag.to.minute - drag.grip));
      return { date: drag.to.date, from, to: from + drag.length };
    }
    case "resize":
      return {
        date: drag.start.date,
        from: drag.start.minute,
        to: Math.max(snapMinutes(drag.to.minute), drag.start.minute + shortest),
      };
  }
}

function wallOn(date: IsoDate, minutes: number): WallTime {
  return new Date(Date.parse(`${date}T00:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
