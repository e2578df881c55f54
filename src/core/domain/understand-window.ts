import type { ChangeType, Service } from "./directory.ts";
import type { Instant, WallTime, ZoneId } from "./instant.ts";
import type { Impact } from "./window.ts";

/** What a line is read against: today, the coordinator's zone, and the names it may use. */
export type UnderstandingContext = {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly services: readonly Service[];
  readonly changeTypes: readonly ChangeType[];
};

/** A wall time as typed; a time that clocks show twice is asked about later, so the occurrence stays open. */
type UnderstoodTime = { readonly wall: WallTime; readonly occurrence: null };

/** What a typed line says of a window, what each part was taken for, and what must be asked. */
export type Understood = {
  readonly draft: {
    readonly title?: string;
    readonly changeTypeId?: string;
    readonly serviceIds?: readonly string[];
    readonly zone?: ZoneId;
    readonly start?: UnderstoodTime;
    readonly end?: UnderstoodTime;
    readonly impact?: Impact;
  };
  readonly parts: readonly { readonly words: string; readonly takenFor: string }[];
  readonly questions: readonly string[];
};

/** Reads a line such as `Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage`. */
export function understandWindow(_line: string, _context: UnderstandingContext): Understood {
  return { draft: {}, parts: [], questions: [] };
}
