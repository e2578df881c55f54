import type { OccurrenceAnswer } from "../../core/domain/recurrence/occurrences.ts";

/** One answer replaced by another to the same question. */
export function withAnswer(answers: readonly OccurrenceAnswer[], answer: OccurrenceAnswer): readonly OccurrenceAnswer[] {
  return [...answers.filter(({ occurrence }) => occurrence !== answer.occurrence), answer];
}
