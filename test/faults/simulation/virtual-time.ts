import type { Instant } from "../../../src/core/domain/instant.ts";
import type { Clock } from "../../../src/core/ports/clock.ts";

/**
 * Time that goes on only when it is told to: what this computer's clock says, what nobody can set, and what it really is.
 * Whatever waits for a moment is run in the order of the moments; each step ends when nothing more happens by itself.
 */
export type VirtualTime = Clock & {
  /** What the time really is: the providers' clocks. */
  trueNow(): Instant;
  /** Runs `work` so many milliseconds from now, as an event of its own. */
  after(milliseconds: number, work: () => void): void;
  delay(milliseconds: number): Promise<void>;
  /** Lets time pass, with everything that happens meanwhile. */
  pass(milliseconds: number): Promise<void>;
  /** The computer sleeps: time goes on, and nothing here notices. */
  sleep(milliseconds: number): void;
  /** Somebody sets this computer's clock, by so much. */
  setBy(milliseconds: number): void;
  /** How far this computer's clock is ahead of the truth. */
  error(): number;
  /** Whether this computer's clock was ever wrong until now. */
  wasWrong(): boolean;
  /** Until nothing more happens by itself at this moment. */
  quiet(): Promise<void>;
};

type Event = { readonly at: number; readonly order: number; readonly work: () => void };

export function createVirtualTime(start: Instant): VirtualTime {
  let elapsed = 0;
  let truth = start;
  let error = 0;
  let wasWrong = false;
  let order = 0;
  const events: Event[] = [];

  // All promises that can settle by themselves have settled once the event loop turns.
  const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  function takeNext(until: number): Event | null {
    let earliest = -1;
    for (const [index, event] of events.entries()) {
      const known = events[earliest];
      if (event.at <= until && (known === undefined || event.at < known.at)) earliest = index;
    }
    return earliest === -1 ? null : (events.splice(earliest, 1)[0] ?? null);
  }

  function goTo(moment: number): void {
    truth += moment - elapsed;
    elapsed = moment;
  }

  function after(milliseconds: number, work: () => void): void {
    order += 1;
    events.push({ at: elapsed + milliseconds, order, work });
  }

  return {
    now: () => truth + error,
    elapsed: () => elapsed,
    trueNow: () => truth,
    after,
    delay: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    async pass(milliseconds) {
      const until = elapsed + milliseconds;
      for (let event = takeNext(until); event !== null; event = takeNext(until)) {
        goTo(Math.max(elapsed, event.at));
        event.work();
        await quiet();
      }
      goTo(until);
    },
    sleep(milliseconds) {
      truth += milliseconds;
    },
    setBy(milliseconds) {
      error += milliseconds;
      wasWrong ||= error !== 0;
    },
    error: () => error,
    wasWrong: () => wasWrong,
    quiet,
  };
}
