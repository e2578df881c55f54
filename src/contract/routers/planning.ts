// Windows, their repetitions and phases, and the calendar they are in.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import * as input from "../schemas.ts";

const stretch = z.object({ from: input.instant, to: input.instant, filter: input.calendarFilter.optional() });

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
    .input(z.object({ draft: input.windowDraft, windowId: input.id.nullable() }))
    .query(({ ctx, input }) => ctx.app.windows.assess(input.draft, input.windowId)),
  assessMove: procedure
    .input(z.object({ id: input.id, start: input.wallInput, end: input.wallInput, shortNotice: input.shortNotice }))
    .query(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.assessMove(input.id, input.start, input.end, input.shortNotice)),
    ),
  nextFreeSlot: procedure
    .input(z.object({ draft: input.windowDraft, windowId: input.id.nullable() }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.windows.nextFreeSlot(input.draft, input.windowId))),
  nextFreeSlotOfMove: procedure
    .input(z.object({ id: input.id, start: input.wallInput, end: input.wallInput }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.windows.nextFreeSlotOfMove(input.id, input.start, input.end))),
  create: procedure
    .input(z.object({ draft: input.windowDraft, proposalId: input.id.nullable().default(null) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.create(input.draft, input.proposalId))),
  change: procedure
    .input(z.object({ id: input.id, revision: z.int(), draft: input.windowDraft, why: input.note }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.change(input.id, input.revision, input.draft, input.why))),
  move: procedure
    .input(
      z.object({
        id: input.id,
        revision: z.int(),
        start: input.wallInput,
        end: input.wallInput,
        why: input.note,
        shortNotice: input.shortNotice,
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.move(input.id, input.revision, input.start, input.end, input.why, input.shortNotice)),
    ),
  cancel: procedure
    .input(z.object({ id: input.id, revision: z.int(), why: input.note, newDate: input.note.default("") }))
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.windows.cancel(input.id, input.revision, input.why, input.newDate)),
    ),
  conclude: procedure
    .input(
      z.object({
        id: input.id,
        kind: z.enum(["completed", "rolledBack"]),
        note: input.note,
        lost: input.note.default(""),
        nextTry: input.note.default(""),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { id, kind, note, lost, nextTry } = input;
      return answerOf(await ctx.app.windows.conclude(id, kind, note, { lost, nextTry }));
    }),
  extend: procedure
    .input(z.object({ id: input.id, minutes: z.int().min(5).max(10_080), why: input.note }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.extend(input.id, input.minutes, input.why))),
  undo: procedure
    .input(z.object({ batchId: input.id }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.undo(input.batchId))),
});

const ofSeries = z.object({ id: input.id, scope: input.seriesScope });
const stepOfSeries = ofSeries.extend({ revision: z.int(), why: input.note });

export const seriesRouter = router({
  preview: procedure.input(input.seriesInput).query(({ ctx, input }) => ctx.app.series.preview(input)),
  ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.series.ofWindow(input.id))),
  asked: procedure.query(({ ctx }) => ctx.app.series.asked()),
  create: procedure
    .input(
      z.object({
        draft: input.windowDraft,
        rule: input.recurrenceRule,
        answers: input.occurrenceAnswers,
        proposalId: input.id.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.series.create(input.draft, input.rule, input.answers, input.proposalId)),
    ),
  answer: procedure
    .input(byId.extend({ answer: input.occurrenceAnswer }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.series.answer(input.id, input.answer))),
  previewMove: procedure
    .input(ofSeries.extend({ move: input.seriesMove, answers: input.occurrenceAnswers }))
    .query(({ ctx, input }) => answerOf(ctx.app.series.previewMove(input.id, input.scope, input.move, input.answers))),
  move: procedure
    .input(stepOfSeries.extend({ move: input.seriesMove, answers: input.occurrenceAnswers, shortNotice: input.shortNotice }))
    .mutation(async ({ ctx, input: { id, revision, scope, move, answers, why, shortNotice } }) =>
      answerOf(await ctx.app.series.move(id, revision, scope, move, answers, why, shortNotice)),
    ),
  change: procedure
    .input(
      stepOfSeries.extend({
        draft: input.windowDraft,
        rule: input.recurrenceRule.nullable(),
        answers: input.occurrenceAnswers,
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
        draft: input.windowDraft,
        phases: z.array(input.phaseTimes).min(1).max(20),
        proposalId: input.id.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.phases.create(input.draft, input.phases, input.proposalId))),
  add: procedure
    .input(byId.extend({ phase: input.phaseTimes }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.phases.add(input.id, input.phase))),
});
