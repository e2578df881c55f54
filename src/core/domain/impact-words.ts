import { minute } from "./instant.ts";
import { describeLength } from "./time-text.ts";
import type { Impact, Window } from "./window.ts";

type Felt = Pick<Window, "impact" | "expectedDowntimeMinutes" | "start" | "end">;

const impactWords = {
  none: "available as usual",
  reducedRedundancy: "available, with less reserve",
  degraded: "slower than usual",
  outage: "unavailable",
} as const satisfies Readonly<Record<Impact, string>>;

/** What happens to a service, in words that follow “will be” or “is”. A break within a longer window is no outage of it all. */
export function impactInWords(window: Felt): string {
  return window.impact === "outage" && interruptionWithin(window) !== null ? "interrupted" : impactWords[window.impact];
}

/** What the reader loses, in the few words that go before a service's name in a subject: `break in`. */
export function lossInWords(window: Felt): string {
  if (window.impact === "outage") return interruptionWithin(window) === null ? "outage of" : "break in";
  return window.impact === "degraded" ? "slow" : "no break in";
}

/** The outage readers feel, which is not the window: what follows “with”. Always said, none too. */
export function breakInWords(window: Felt): string {
  const within = interruptionWithin(window);
  if (within !== null) return `one break of up to ${describeLength(within / minute)}`;
  const isWhole = window.expectedDowntimeMinutes !== null && window.expectedDowntimeMinutes > 0;
  return window.impact === "outage" || isWhole ? "a break all that time" : "no break";
}

/** The longest interruption in milliseconds, or null when none is expected or it lasts as long as the window. */
export function interruptionWithin({ expectedDowntimeMinutes: minutes, start, end }: Felt): number | null {
  if (minutes === null || minutes === 0) return null;
  const length = minutes * minute;
  return length < end.at - start.at ? length : null;
}
