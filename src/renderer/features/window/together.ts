import type { PhaseInput } from "../../../core/app/groups/phases.ts";
import type { WallTime } from "../../../core/domain/instant.ts";
import type { OccurrenceAnswer } from "../../../core/domain/recurrence/occurrences.ts";
import { type RepeatsForm, suggestedFor } from "../../../core/domain/recurrence/recurrence-form.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";

/** Whether a window stands by itself, comes again by a rule, or is one of several phases. */
export type Together =
  | { readonly kind: "alone" }
  | { readonly kind: "repeats"; readonly form: RepeatsForm; readonly answers: readonly OccurrenceAnswer[] }
  | { readonly kind: "phases"; readonly phases: readonly PhaseInput[] };

export function togetherOf(kind: Together["kind"], draft: WindowDraft): Together {
  switch (kind) {
    case "alone":
      return { kind };
    case "repeats":
      return { kind, form: { repeats: suggestedFor(draft.start.wall).monthlyOnWeekday, end: { kind: "never" } }, answers: [] };
    case "phases":
      return { kind, phases: [nextPhase(draft, [])] };
  }
}

/** Another phase: two days after the last one, at the same time of day. */
export function nextPhase(draft: Pick<WindowDraft, "start" | "end">, phases: readonly PhaseInput[]): PhaseInput {
  const last = phases.at(-1) ?? draft;
  return {
    title: "",
    start: { wall: daysLater(last.start.wall, 2), occurrence: null },
    end: { wall: daysLater(last.end.wall, 2), occurrence: null },
  };
}

function daysLater(wall: WallTime, days: number): WallTime {
  if (!isWallTime(wall)) return "";
  return new Date(Date.parse(`${wall}Z`) + days * 86_400_000).toISOString().slice(0, 16);
}
