import { z } from "zod";
import type { SeriesMove, SeriesScope } from "../../core/app/groups/series-changes.ts";
import type { SeriesInput } from "../../core/app/groups/series-preview.ts";
import type { OccurrenceAnswer } from "../../core/domain/recurrence/occurrences.ts";
import { instant, wallInput, wallTime } from "./time.ts";

/** Whether a rule makes sense is told with reasons by the domain; here only what no rule is. */
export const recurrenceRule = z.string().min(1).max(4_000);

export const occurrenceAnswer = z.object({
  occurrence: wallTime,
  times: z.object({ startAt: instant, endAt: instant }).nullable(),
}) satisfies z.ZodType<OccurrenceAnswer>;

export const occurrenceAnswers = z.array(occurrenceAnswer).max(200);

export const seriesScope = z.enum(["following", "all"]) satisfies z.ZodType<SeriesScope>;

export const seriesInput = z.object({
  zone: z.string().max(100),
  start: z.string().max(16),
  end: z.string().max(16),
  rule: recurrenceRule,
  answers: occurrenceAnswers,
}) satisfies z.ZodType<SeriesInput>;

export const seriesMove = z.object({
  start: wallInput,
  end: wallInput,
  rule: recurrenceRule.nullable(),
}) satisfies z.ZodType<SeriesMove>;
