// Windows, their repetitions and phases, and the calendar they are in.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { calendarFilter } from "../schemas/calendar.ts";
import { id } from "../schemas/id.ts";
import { occurrenceAnswer, occurrenceAnswers, recurrenceRule, seriesInput, seriesMove, seriesScope } from "../schemas/series.ts";
import { text } from "../schemas/text.ts";
import { instant, wallInput } from "../schemas/time.ts";
import { phaseTimes, shortNotice, windowDraft } from "../schemas/window.ts";

const stretch = z.object({ from: instant, to: instant, filter: calendarFilter.optional() });

export const todayRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.today.view()),
  conflicts: procedure.query(({ ctx }) => ctx.app.today.conflicts()),
});

export const calendarRouter = router({
  range: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.range(input.from, input.to, input.filter)),
  marks: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.marks(input.from, input.to, input.filter)),
  year: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.year(input.from, input.to, input.filter)),
});

export const windowsRouter = router({
  get: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.windows.get(input.id))),
  find: procedure.input(z.object({ words: z.string().max(200) })).query(({ ctx, input }) => ctx.app.windows.find(input.words)),
  understand: procedure
    .input(z.object({ line: z.string().max(500) }))
    .query(({ ctx, input }) => ctx.app.windows.understand(input.line)),
  assess: procedure
    .input(z.object({ draft: windowDraft, windowId: id.nullable() }))
    .query(({ ctx, input }) => ctx.app.windows.assess(input.draft, input.windowId)),
  assessMove: procedure
    .input(z.object({ id, start: wallInput, end: wallInput, shortNotice }))
    .query(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.assessMove(input.id, input.start, input.end, input.shortNotice)),
    ),
  nextFreeSlot: procedure
    .input(z.object({ draft: windowDraft, windowId: id.nullable() }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.windows.nextFreeSlot(input.draft, input.windowId))),
  nextFreeSlotOfMove: procedure
    .input(z.object({ id, start: wallInput, end: wallInput }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.windows.nextFreeSlotOfMove(input.id, input.start, input.end))),
  create: procedure
    .input(z.object({ draft: windowDraft, proposalId: id.nullable().default(null) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.create(input.draft, input.proposalId))),
  change: procedure
    .input(z.object({ id, revision: z.int(), draft: windowDraft, why: text }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.change(input.id, input.revision, input.draft, input.why))),
  move: procedure
    .input(
      z.object({
        id,
        revision: z.int(),
        start: wallInput,
        end: wallInput,
        why: text,
        shortNotice,
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.move(input.id, input.revision, input.start, input.end, input.why, input.shortNotice)),
    ),
  cancel: procedure
    .input(z.object({ id, revision: z.int(), why: text, newDate: text.default("") }))
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.cancel(input.id, input.revision, input.why, input.newDate)),
    ),
  conclude: procedure
    .input(
      z.object({
        id,
        kind: z.enum(["completed", "rolledBack"]),
        note: text,
        lost: text.default(""),
        nextTry: text.default(""),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { id, kind, note, lost, nextTry } = input;
      return answerOf(await ctx.app.windows.conclude(id, kind, note, { lost, nextTry }));
    }),
  extend: procedure
    .input(z.object({ id, minutes: z.int().min(5).max(10_080), why: text }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.extend(input.id, input.minutes, input.why))),
  undo: procedure
    .input(z.object({ batchId: id }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.undo(input.batchId))),
});

const ofSeries = z.object({ id, scope: seriesScope });
const stepOfSeries = ofSeries.extend({ revision: z.int(), why: text });

export const seriesRouter = router({
  preview: procedure.input(seriesInput).query(({ ctx, input }) => ctx.app.series.preview(input)),
  ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.series.ofWindow(input.id))),
  asked: procedure.query(({ ctx }) => ctx.app.series.asked()),
  create: procedure
    .input(
      z.object({
        draft: windowDraft,
        rule: recurrenceRule,
        answers: occurrenceAnswers,
        proposalId: id.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.series.create(input.draft, input.rule, input.answers, input.proposalId)),
    ),
  answer: procedure
    .input(byId.extend({ answer: occurrenceAnswer }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.series.answer(input.id, input.answer))),
  previewMove: procedure
    .input(ofSeries.extend({ move: seriesMove, answers: occurrenceAnswers }))
    .query(({ ctx, input }) => answerOf(ctx.app.series.previewMove(input.id, input.scope, input.move, input.answers))),
  move: procedure
    .input(stepOfSeries.extend({ move: seriesMove, answers: occurrenceAnswers, shortNotice }))
    .mutation(async ({ ctx, input: { id, revision, scope, move, answers, why, shortNotice } }) =>
      answerOf(await ctx.app.series.move(id, revision, scope, move, answers, why, shortNotice)),
    ),
  change: procedure
    .input(
      stepOfSeries.extend({
        draft: windowDraft,
        rule: recurrenceRule.nullable(),
        answers: occurrenceAnswers,
      }),
    )
    .mutation(async ({ ctx, input: { id, revision, scope, draft, rule, answers, why } }) =>
      answerOf(await ctx.app.series.change(id, revision, scope, draft, rule, answers, why)),
    ),
  cancel: procedure
    .input(stepOfSeries)
    .mutation(async ({ ctx, input: { id, revision, scope, why } }) =>
      answerOf(await ctx.app.series.cancel(id, revision, scope, why)),
    ),
});

export const phasesRouter = router({
  create: procedure
    .input(
      z.object({
        draft: windowDraft,
        phases: z.array(phaseTimes).min(1).max(20),
        proposalId: id.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.phases.create(input.draft, input.phases, input.proposalId))),
  add: procedure
    .input(byId.extend({ phase: phaseTimes }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.phases.add(input.id, input.phase))),
});
