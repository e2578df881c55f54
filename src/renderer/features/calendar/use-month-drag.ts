import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { IsoDate } from "../../../core/domain/instant.ts";
import { daysBetween } from "../../../core/domain/zoned-time.ts";
import { useCarry } from "./carry.ts";

type Drag = {
  readonly kind: "move" | "resize" | "create";
  /** Empty for a new window. */
  readonly windowId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly hasMoved: boolean;
};

/** The days, first to last, that a drag would plan or move a window to. */
export type DragTarget = { readonly first: IsoDate; readonly last: IsoDate };

type Actions = {
  readonly onCreate: (from: IsoDate, to: IsoDate) => void;
  /** By how many whole days a window was dragged, or its end alone. */
  readonly onMove: (windowId: string, days: number, isEndAlone: boolean) => void;
  /** The same, while it is still held: says what it would be. */
  readonly onCarry: (windowId: string, days: number, isEndAlone: boolean) => void;
  /** A window that was let go where it was taken. */
  readonly onOpen: (windowId: string) => void;
};

/** How near its right edge a window is taken by its end, in pixels. */
const edge = 7;

/** Dragging in a month: a window to another day, its right edge to another end, or over empty days to plan a new one. */
export function useMonthDrag(grid: RefObject<HTMLElement | null>, actions: Actions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  /** Where the days lie, measured once a drag: asking again with every step would lay out the page each time. */
  const boxes = useRef<readonly { readonly date: IsoDate; readonly box: DOMRect }[]>([]);

  function dateAt(event: PointerEvent): IsoDate | null {
    const { clientX: x, clientY: y } = event;
    const found = boxes.current.find(({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
    return found?.date ?? null;
  }

  function measure(): void {
    const cells = grid.current?.querySelectorAll<HTMLElement>("[data-date]:not([data-away] *)") ?? [];
    boxes.current = [...cells].map((cell) => ({ date: cell.dataset.date ?? "", box: cell.getBoundingClientRect() }));
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const target = event.target instanceof Element ? event.target : null;
      if (event.button !== 0 || target === null) return;
      measure();
      const date = dateAt(event);
      if (date === null) return;
      const chip = target.closest<HTMLElement>("[data-window]");
      const windowId = chip?.dataset.window;
      if (chip !== null && windowId !== undefined) {
        const isEnd = chip.dataset.to === undefined && event.clientX > chip.getBoundingClientRect().right - edge;
        setDrag({ kind: isEnd ? "resize" : "move", windowId, from: date, to: date, hasMoved: false });
      } else if (target.closest("button") === null) {
        setDrag({ kind: "create", windowId: "", from: date, to: date, hasMoved: false });
      } else return;
      grid.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag === null) return;
      const to = dateAt(event);
      if (to === null || to === drag.to) return;
      setDrag({ ...drag, to, hasMoved: true });
      if (drag.kind !== "create") actions.onCarry(drag.windowId, daysBetween(drag.from, to), drag.kind === "resize");
    },
    onPointerUp() {
      if (drag === null) return;
      // Escape lets go of what is carried before the pointer does.
      const wasLeft = drag.hasMoved && drag.kind !== "create" && useCarry.getState().carry === null;
      setDrag(null);
      useCarry.getState().drop();
      if (wasLeft) return;
      if (drag.kind === "create") {
        if (drag.hasMoved) actions.onCreate(drag.from, drag.to);
      } else if (drag.hasMoved) {
        actions.onMove(drag.windowId, daysBetween(drag.from, drag.to), drag.kind === "resize");
      } else {
        actions.onOpen(drag.windowId);
      }
    },
    onPointerCancel() {
      setDrag(null);
      useCarry.getState().drop();
    },
    onDoubleClick(event: { readonly target: EventTarget }) {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-date]") : null;
      const date = cell?.dataset.date;
      if (date !== undefined) actions.onCreate(date, date);
    },
  };

  const isNew = drag?.kind === "create" && drag.hasMoved;
  return {
    handlers,
    draggedId: drag !== null && drag.kind !== "create" && drag.hasMoved ? drag.windowId : null,
    /** The days a new window is drawn over; what is carried says its own. */
    created: isNew ? inOrder(drag.from, drag.to) : null,
  };
}

function inOrder(one: IsoDate, other: IsoDate): DragTarget {
  return one <= other ? { first: one, last: other } : { first: other, last: one };
}
