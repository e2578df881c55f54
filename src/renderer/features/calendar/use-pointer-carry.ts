import { useRef } from "react";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { type ProposedMove, type ProposedTimes, timesAt } from "../../ui/move-window/proposed-move.ts";
import { useCarry } from "./carry.ts";

/** What a pointer holds: a window to move, or, by null, empty time to plan one on. */
export type Held = { readonly window: WindowSummary | null; hasMoved: boolean };

type Setting<What> = {
  readonly zone: ZoneId;
  readonly onCreate: (times: ProposedTimes, held: What) => void;
  readonly onMove: (move: ProposedMove) => void;
  readonly onOpen: (windowId: string) => void;
};

/** Carries what a pointer took, as far as it moves, and says what comes of it when it is let go. */
export function usePointerCarry<What extends Held>({ zone, onCreate, onMove, onOpen }: Setting<What>) {
  const held = useRef<What | null>(null);
  return {
    held,
    /** Shows it at these times, from the first movement on. */
    carryTo(times: (held: What) => ProposedTimes): void {
      const what = held.current;
      if (what === null) return;
      // Escape lets go of what is carried before the pointer does.
      if (what.hasMoved && useCarry.getState().carry === null) {
        held.current = null;
        return;
      }
      const { window } = what;
      if (window !== null && window.outcome !== "open") return;
      what.hasMoved = true;
      useCarry.getState().take({
        windowId: window?.id ?? null,
        title: window?.title ?? "New window",
        times: times(what),
        from: window === null ? null : timesAt(window.startAt, window.endAt, zone),
        by: "pointer",
      });
    },
    onPointerUp(): void {
      const what = held.current;
      const { carry, drop } = useCarry.getState();
      held.current = null;
      if (what === null) return;
      drop();
      if (!what.hasMoved) {
        if (what.window !== null) onOpen(what.window.id);
      } else if (carry !== null) {
        if (what.window === null) onCreate(carry.times, what);
        else onMove({ windowId: what.window.id, ...carry.times });
      }
    },
    onPointerCancel(): void {
      held.current = null;
      useCarry.getState().drop();
    },
  };
}
