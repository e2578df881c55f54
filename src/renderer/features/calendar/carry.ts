import { create } from "zustand";
import type { ProposedTimes } from "../../ui/move-window/proposed-move.ts";

/** A window while it is taken to another time, or the place of a new one while it is drawn. */
export type Carry = {
  /** Null for a new window. */
  readonly windowId: string | null;
  readonly title: string;
  /** Where it would lie if it were let go now, as wall times of the calendar's zone. */
  readonly times: ProposedTimes;
  /** Where it lies; null for a new window. */
  readonly from: ProposedTimes | null;
  readonly by: "pointer" | "keys";
};

/**
 * What is being carried. Views do not hold it: only what draws the ghost and says the consequence listens, so that
 * a hundred windows need not be drawn again with every step of the pointer.
 */
type CarryState = {
  readonly carry: Carry | null;
  take(carry: Carry): void;
  drop(): void;
};

export const useCarry = create<CarryState>((set, get) => ({
  carry: null,
  take(carry) {
    const before = get().carry;
    const isSame =
      before !== null &&
      before.windowId === carry.windowId &&
      before.times.start.wall === carry.times.start.wall &&
      before.times.end.wall === carry.times.end.wall &&
      before.times.start.occurrence === carry.times.start.occurrence;
    if (!isSame) set({ carry });
  },
  drop: () => set({ carry: null }),
}));
