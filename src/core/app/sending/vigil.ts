import type { Instant } from "../../domain/instant.ts";
import { type ClockReading, roughly, stepBetween, tolerableSkew } from "../../domain/sending/clock-doubt.ts";
import type { Dependencies } from "../dependencies.ts";

/**
 * Watches whether time can be trusted: this computer's clock against one nobody sets, and against the providers' clocks.
 * Beyond a minute's doubt all sending pauses, until a provider's clock agrees again or a person vouches for this one.
 */
export type Vigil = {
  /** Compares the clocks; called at every round. */
  observe(): void;
  /** What a provider's clock said just now. */
  heard(providerNow: Instant): void;
  /** Since when this process runs without having slept or had its clock moved. */
  awakeSince(): Instant;
  /** Whether a provider's clock was heard since then. */
  isConfirmed(): boolean;
  /** A provider answered without saying its time: there is nothing to compare with. */
  confirmSilently(): void;
  /** A person says that this computer's clock is right, whatever a provider's says. */
  vouch(): void;
};

export function createVigil({ store, clock, changes, log }: Pick<Dependencies, "store" | "clock" | "changes" | "log">): Vigil {
  const read = (): ClockReading => ({ wall: clock.now(), elapsed: clock.elapsed() });
  let last = read();
  let awakeSince = last.wall;
  let isConfirmed = false;
  /** How far a provider's clock was ahead of ours when last heard, and how far a person said it may be. */
  let skew = 0;
  let vouchedSkew = 0;

  function isPaused(): boolean {
    return store.read((reading) => reading.sendingPauses()).some(({ kind }) => kind === "clock");
  }

  function pause(detail: string): void {
    if (store.readOnly !== null) return;
    const since = clock.now();
    store.write((writing) => {
      writing.pauseSending({ kind: "clock", since, detail });
      writing.appendAudit({ at: since, who: "Forewarn", what: "sending.pause", subjectId: "", before: null, after: { detail } });
    });
    log.warn({ kind: "clock" }, "Sending pauses: the clock is in doubt");
    changes.emit({ topic: "workspace" });
  }

  function resume(): void {
    const at = clock.now();
    const after = { detail: "A provider's clock agrees with this computer's." };
    store.write((writing) => {
      writing.resumeSending("clock");
      writing.appendAudit({ at, who: "Forewarn", what: "sending.resume", subjectId: "", before: null, after });
    });
    changes.emit({ topic: "workspace" });
  }

  return {
    observe() {
      const now = read();
      const step = stepBetween(last, now);
      last = now;
      if (step.kind === "steady") return;
      awakeSince = now.wall;
      isConfirmed = false;
      vouchedSkew = 0;
      log.info({ step: step.kind, milliseconds: step.by }, "The clock made a step");
      if (step.kind === "setBack") {
        pause(
          `This computer's clock was set back by ${roughly(step.by)}. Nothing is sent until a provider's clock agrees with it, or you say that it is right.`,
        );
      }
    },
    heard(providerNow) {
      const now = clock.now();
      skew = providerNow - now;
      if (Math.abs(skew - vouchedSkew) > tolerableSkew) {
        isConfirmed = false;
        if (isPaused()) return;
        pause(
          `This computer's clock is ${roughly(Math.abs(skew))} ${skew < 0 ? "ahead of" : "behind"} the provider's. Nothing is sent until they agree: set the clock, or say that it is right.`,
        );
        return;
      }
      isConfirmed = true;
      if (store.readOnly === null && isPaused()) resume();
    },
    awakeSince: () => awakeSince,
    isConfirmed: () => isConfirmed,
    confirmSilently() {
      isConfirmed = true;
    },
    vouch() {
      vouchedSkew = skew;
      isConfirmed = true;
    },
  };
}
