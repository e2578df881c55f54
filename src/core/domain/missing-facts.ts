import type { WindowFacts } from "./window.ts";

/** A fact every notice must carry and the window does not state, with what to write. */
export type MissingFact = { readonly field: keyof WindowFacts; readonly message: string };

/** The facts every notice must carry (reason, impact, timeframe, rollback plan, effect) that a window lacks. */
export function missingFacts(_window: WindowFacts): readonly MissingFact[] {
  return [];
}
