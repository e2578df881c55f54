import type { WindowFacts } from "./window.ts";

/** A fact every notice must carry and the window does not state, with what to write. */
export type MissingFact = { readonly field: keyof WindowFacts; readonly message: string };

const asked = [
  ["title", "Say what changes, in words a reader knows."],
  ["reason", "Say why it is done. Readers accept an interruption whose reason they know."],
  ["effect", "Say in readers' own words what they will notice, as “Pages load slowly. What is saved stays safe.”"],
  ["rollbackPlan", "Say how it is undone if it goes wrong, and how long that takes."],
] as const satisfies readonly (readonly [keyof WindowFacts, string])[];

/** The facts every notice must carry (what, why, timeframe, impact, rollback plan) that a window lacks, in the form's order. */
export function missingFacts(window: WindowFacts): readonly MissingFact[] {
  const missing: MissingFact[] = asked
    .filter(([field]) => window[field].trim() === "")
    .map(([field, message]) => ({ field, message }));
  if (window.serviceIds.length === 0) missing.push({ field: "serviceIds", message: "Choose the service that changes." });
  if (window.end.at <= window.start.at) missing.push({ field: "end", message: "Say when it ends: after it starts." });
  if (window.impact === "outage" && window.expectedDowntimeMinutes === null) {
    missing.push({ field: "expectedDowntimeMinutes", message: "Say how long the longest interruption will be." });
  }
  return missing;
}
