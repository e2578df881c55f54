import { type PointerEvent, type RefObject, useRef } from "react";
import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { type ProposedMove, type ProposedTimes, timesAt } from "../../ui/move-window/proposed-move.ts";
import { type DayAxis, instantOnAxis } from "./day-axis.ts";
import { type Held, usePointerCarry } from "./use-pointer-carry.ts";
import { snapMinutes } from "./week-layout.ts";

/** Pixels a minute of the day takes. */
export const minuteHeight = 0.8;

type Spot = { readonly date: IsoDate; readonly minute: number };
type Drag = Held & {
  readonly kind: "create" | "move" | "resize";
  readonly from: Spot;
  /** How far below its start a window was taken, in minutes of the axis. */
  readonly grip: number;
};

type Setting = {
  readonly axis: DayAxis;
  readonly zone: ZoneId;
  readonly windows: readonly WindowSummary[];
  readonly onCreate: (times: ProposedTimes) => void;
  readonly onMove: (move: ProposedMove) => void;
  readonly onOpen: (windowId: string) => void;
};

const quarter = 15 * 60_000;

/** Dragging by the hour: over empty time to plan, a window to move it, its lower edge to change its end. */
export function useHoursDrag(scroller: RefObject<HTMLElement | null>, setting: Setting) {
  const { held, carryTo, onPointerUp, onPointerCancel } = usePointerCarry<Drag>(setting);
  /** Where the days lie, measured once a drag; scrolling moves them. */
  const columns = useRef<
    readonly { readonly date: IsoDate; readonly left: number; readonly right: number; readonly top: number }[]
  >([]);

  function measure(): void {
    const element = scroller.current;
    columns.current = [...(element?.querySelectorAll<HTMLElement>("[data-day]") ?? [])].map((column) => {
      const { left, right, top } = column.getBoundingClientRect();
      return { date: column.dataset.day ?? "", left, right, top: top + (element?.scrollTop ?? 0) };
    });
  }

  function spotAt(event: PointerEvent): Spot | null {
    const found = columns.current.find(({ left, right }) => event.clientX >= left && event.clientX < right);
    if (found === undefined) return null;
    const y = event.clientY + (scroller.current?.scrollTop ?? 0) - found.top;
    return { date: found.date, minute: y / minuteHeight };
  }

  function at({ date, minute }: Spot): Instant {
    return instantOnAxis(snapMinutes(minute), date, setting.zone, setting.axis);
  }

  /** Where what is held would lie if it were let go at a spot. */
  function timesFor({ kind, window, from, grip }: Drag, to: Spot): ProposedTimes {
    const { zone } = setting;
    if (kind === "create" || window === null) {
      const ends = [at(from), at({ date: from.date, minute: to.minute })];
      const startAt = Math.min(...ends);
      return timesAt(startAt, Math.max(...ends, startAt + quarter), zone);
    }
    if (kind === "resize") return timesAt(window.startAt, Math.max(at(to), window.startAt + quarter), zone);
    const startAt = at({ date: to.date, minute: Math.max(0, to.minute - grip) });
    return timesAt(startAt, startAt + (window.endAt - window.startAt), zone);
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const target = event.target instanceof Element ? event.target : null;
      if (event.button !== 0 || target === null || target.closest("[data-day]") === null) return;
      measure();
      const spot = spotAt(event);
      if (spot === null) return;
      const block = target.closest<HTMLElement>("[data-window]");
      const window = setting.windows.find(({ id }) => id === block?.dataset.window) ?? null;
      const isEnd = target.closest("[data-resize]") !== null;
      const grip = block === null ? 0 : spot.minute - Number(block.dataset.fromMinute);
      held.current = { kind: window === null ? "create" : isEnd ? "resize" : "move", window, from: spot, grip, hasMoved: false };
      scroller.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const drag = held.current;
      const to = drag === null ? null : spotAt(event);
      if (drag === null || to === null) return;
      const isFar = to.date !== drag.from.date || Math.abs(to.minute - drag.from.minute) * minuteHeight > 3;
      if (isFar || drag.hasMoved) carryTo((what) => timesFor(what, to));
    },
    onPointerUp,
    onPointerCancel,
  };
}
