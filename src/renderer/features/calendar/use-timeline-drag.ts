import type { PointerEvent } from "react";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { type ProposedMove, type ProposedTimes, timesAt } from "../../ui/move-window/proposed-move.ts";
import type { TimelineScale } from "./timeline-scale.ts";
import { type Held, usePointerCarry } from "./use-pointer-carry.ts";

type Drag = Held & {
  readonly kind: "create" | "move" | "start" | "end";
  /** The line it was taken on. */
  readonly rowId: string;
  readonly x: number;
  /** Milliseconds a pixel stands for. */
  readonly perPixel: number;
  /** The instant at the pointer when it was taken. */
  readonly at: Instant;
};

type Setting = {
  readonly scale: TimelineScale;
  readonly zone: ZoneId;
  readonly windows: readonly WindowSummary[];
  readonly onCreate: (times: ProposedTimes, rowId: string) => void;
  readonly onMove: (move: ProposedMove) => void;
  readonly onOpen: (windowId: string) => void;
};

/** How near one of its ends a bar is taken by that end, in pixels. */
const edge = 6;
const quarter = 15 * 60_000;

/** Dragging on the timeline: a bar to move it, either of its edges to change start or end, over empty time to plan. */
export function useTimelineDrag(setting: Setting) {
  const { held, carryTo, onPointerUp, onPointerCancel } = usePointerCarry<Drag>({
    ...setting,
    onCreate: (times, { rowId }) => setting.onCreate(times, rowId),
  });

  function snapped(at: Instant): Instant {
    const { from, snap } = setting.scale;
    return from + Math.round((at - from) / snap) * snap;
  }

  function timesFor(drag: Drag, x: number): ProposedTimes {
    const { window, kind, at } = drag;
    const { zone } = setting;
    const by = (x - drag.x) * drag.perPixel;
    if (window === null || kind === "create") {
      const ends = [snapped(at), snapped(at + by)];
      const startAt = Math.min(...ends);
      return timesAt(startAt, Math.max(...ends, startAt + quarter), zone);
    }
    const { startAt, endAt } = window;
    if (kind === "start") return timesAt(Math.min(moved(startAt, by), endAt - quarter), endAt, zone);
    if (kind === "end") return timesAt(startAt, Math.max(moved(endAt, by), startAt + quarter), zone);
    const next = moved(startAt, by);
    return timesAt(next, next + (endAt - startAt), zone);
  }

  /** Moves by whole steps, so that a window that begins at ten past keeps its ten minutes. */
  function moved(at: Instant, by: number): Instant {
    return at + Math.round(by / setting.scale.snap) * setting.scale.snap;
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const target = event.target instanceof Element ? event.target : null;
      const track = target?.closest<HTMLElement>("[data-track]");
      if (event.button !== 0 || target === null || track === null || track === undefined) return;
      if (target.closest("[data-mark]") !== null) return;
      const box = track.getBoundingClientRect();
      const perPixel = (setting.scale.to - setting.scale.from) / box.width;
      const at = setting.scale.from + (event.clientX - box.left) * perPixel;
      const bar = target.closest<HTMLElement>("[data-window]");
      const window = setting.windows.find(({ id }) => id === bar?.dataset.window) ?? null;
      const near = (end: Instant): boolean => Math.abs(at - end) / perPixel <= edge;
      const isWide = window !== null && (window.endAt - window.startAt) / perPixel > 2 * edge;
      const kind = window === null ? "create" : near(window.endAt) ? "end" : isWide && near(window.startAt) ? "start" : "move";
      held.current = { kind, window, rowId: track.dataset.track ?? "", x: event.clientX, perPixel, at, hasMoved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const drag = held.current;
      if (drag === null || (Math.abs(event.clientX - drag.x) < 4 && !drag.hasMoved)) return;
      carryTo((what) => timesFor(what, event.clientX));
    },
    onPointerUp,
    onPointerCancel,
  };
}
