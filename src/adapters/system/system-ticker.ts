import type { Ticker } from "../../core/ports/clock.ts";

/** Ticks with the process's own timers; they don't keep a process alive that has nothing else to do. */
export const systemTicker: Ticker = {
  every(milliseconds, tick) {
    const timer = setInterval(tick, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
