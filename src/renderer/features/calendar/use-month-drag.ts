import { type PointerEvent, type RefObject, useState } from "react";
import type { IsoDate } from "../../../core/domain/instant.ts";

type Drag =
  | { readonly kind: "move"; readonly windowId: string; readonly from: IsoDate; readonly to: IsoDate; readonly hasMoved: boolean }
  | { readonly kind: "create"; readonly from: IsoDate; readonly to: IsoDate; readonly hasMoved: boolean };

/** The days, first to last, that a drag would plan or move a window to. */
export type DragTarget = { readonly first: IsoDate; readonly last: IsoDate };

type Actions = {
  readonly onCreate: (from: IsoDate, to: IsoDate) => void;
  /** By how many whole days a window was dragged. */
  readonly onMove: (windowId: string, days: number) => void;
  /** A window that was let go where it was taken. */
  readonly onOpen: (windowId: string) => void;
};

/** Dragging in a month: a window to another day, or over empty days to plan a new one. */
export function useMonthDrag(grid: RefObject<HTMLElement | null>, actions: Actions) {
  const [drag, setDrag] = useState<Drag | null>(null);

  function dateAt(event: PointerEvent): IsoDate | null {
    const cells = grid.current?.querySelectorAll<HTMLElement>("[data-date]") ?? [];
    for (const cell of cells) {
      const box = cell.getBoundingClientRect();
      const isInside =
        event.clientX >= box.left && event.clientX < box.right && event.clientY >= box.top && event.clientY < box.bottom;
      if (isInside) return cell.dataset.date ?? null;
    }
    return null;
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const target = event.target instanceof Element ? event.target : null;
      const date = dateAt(event);
      if (event.button !== 0 || target === null || date === null) return;
      const windowId = target.closest<HTMLElement>("[data-window]")?.dataset.window;
      if (windowId !== undefined) setDrag({ kind: "move", windowId, from: date, to: date, hasMoved: false });
      else if (target.closest("button") === null) setDrag({ kind: "create", from: date, to: date, hasMoved: false });
      else return;
      grid.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag === null) return;
      const to = dateAt(event);
      if (to !== null && to !== drag.to) setDrag({ ...drag, to, hasMoved: true });
    },
    onPointerUp() {
      if (drag === null) return;
      setDrag(null);
      if (drag.kind === "create") {
        if (drag.hasMoved) actions.onCreate(drag.from, drag.to);
      } else if (drag.hasMoved) {
        actions.onMove(drag.windowId, Math.round((Date.parse(drag.to) - Date.parse(drag.from)) / 86_400_000));
      } else {
        actions.onOpen(drag.windowId);
      }
    },
    onPointerCancel() {
      setDrag(null);
    },
    onDoubleClick(event: { readonly target: EventTarget }) {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-date]") : null;
      const date = cell?.dataset.date;
      if (date !== undefined) actions.onCreate(date, date);
    },
  };

  return {
    handlers,
    draggedId: drag?.kind === "move" && drag.hasMoved ? drag.windowId : null,
    target: targetOf(drag),
  };
}

function targetOf(drag: Drag | null): DragTarget | null {
  if (drag === null || !drag.hasMoved) return null;
  if (drag.kind === "move") return { first: drag.to, last: drag.to };
  return drag.from <= drag.to ? { first: drag.from, last: drag.to } : { first: drag.to, last: drag.from };
}
