import type { Instant } from "../domain/instant.ts";

/** Tells the time. The domain never asks; use cases hand the answer down. */
export interface Clock {
  now(): Instant;
  /** Milliseconds since some moment, unmoved by whoever sets the clock. May stand still while the computer sleeps. */
  elapsed(): number;
}

/** Calls back at an interval. Never armed for a date: ticks compare times (FACTS.md §6). */
export interface Ticker {
  /** Calls `tick` about every `milliseconds` until the returned function is called. What it promises is awaited by nobody. */
  every(milliseconds: number, tick: () => void | Promise<void>): () => void;
}
