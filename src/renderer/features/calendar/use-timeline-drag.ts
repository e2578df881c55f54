import { type PointerEvent, useRef } from "react";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { type ProposedMove, type ProposedTimes, timesAt } from "../../ui/move-window/proposed-move.ts";
import { useCarry } from "./carry.ts";
import type { TimelineScale } from "./timeline-scale.ts";

type Held = {
  readonly kind: "create" | "move" | "start" | "end";
  readonly window: WindowSummary | null;
  /** The line it was taken on. */
  readonly rowId: string;
  readonly x: number;
  /** Milliseconds a pixel stands for. */
  readonly perPixel: number;
  /** The instant at the pointer when it was taken. */
  readonly at: Instant;
  hasMoved: boolean;
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
  const drag = useRef<Held | null>(null);

  function snapped(at: Instant): Instant {
    const { from, snap } = setting.scale;
    return from + Math.round((at - from) / snap) * snap;
  }

  function timesFor(held: Held, x: number): ProposedTimes {
    const { window, kind, at } = held;
    const { zone } = setting;
    const by = (x - held.x) * held.perPixel;
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
      drag.current = { kind, window, rowId: track.dataset.track ?? "", x: event.clientX, perPixel, at, hasMoved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = drag.current;
      if (held === null || (Math.abs(event.clientX - held.x) < 4 && !held.hasMoved)) return;
      // Escape lets go of what is carried before the pointer does.
      if (held.hasMoved && useCarry.getState().carry === null) {
        drag.current = null;
        return;
      }
      const { window } = held;
      if (window !== null && window.outcome !== "open") return;
      held.hasMoved = true;
      useCarry.getState().take({
        windowId: window?.id ?? null,
        title: window?.title ?? "New window",
        times: timesFor(held, event.clientX),
        from: window === null ? null : timesAt(window.startAt, window.endAt, setting.zone),
        by: "pointer",
      });
    },
    onPointerUp() {
      const held = drag.current;
      const { carry, drop } = useCarry.getState();
      drag.current = null;
      if (held === null) return;
      drop();
      if (!held.hasMoved) {
        if (held.window !== null) setting.onOpen(held.window.id);
      } else if (carry !== null) {
        if (held.window === null) setting.onCreate(carry.times, held.rowId);
        else setting.onMove({ windowId: held.window.id, ...carry.times });
      }
    },
    onPointerCancel() {
      drag.current = null;
      useCarry.getState().drop();
    },
  };
}
