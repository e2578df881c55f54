// What is sent, and what is proved of it.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { auditQuestion } from "../schemas/audit.ts";
import { id } from "../schemas/id.ts";
import { required, text } from "../schemas/text.ts";

export const outboxRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.outbox.view()),
  delivery: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.outbox.delivery(input.id))),
  story: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.outbox.story(input.id))),
  lookAgain: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.outbox.lookAgain(input.id))),
  decide: procedure
    .input(z.object({ id, decision: z.enum(["itWasSent", "sendAgain", "giveUp"]), reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.decide(input.id, input.decision, input.reason))),
  retry: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.outbox.retry(input.id))),
  cancel: procedure
    .input(z.object({ id, reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.cancel(input.id, input.reason))),
  markDone: procedure
    .input(z.object({ id, note: text }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.markDone(input.id, input.note))),
  decideLapsed: procedure
    .input(z.object({ ids: z.array(id).min(1).max(10_000), decision: z.enum(["sendNow", "cancel"]), reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.decideLapsed(input.ids, input.decision, input.reason))),
  pause: procedure
    .input(z.object({ reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.pause(input.reason))),
  resume: procedure
    .input(z.object({ kind: z.enum(["restored", "clock", "person"]), reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.resume(input.kind, input.reason))),
  practiceMailbox: procedure.query(({ ctx }) => ctx.app.outbox.practiceMailbox()),
});

export const evidenceRouter = router({
  ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.ofWindow(input.id))),
  csv: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.csv(input.id))),
  json: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.json(input.id))),
});

export const auditRouter = router({
  entries: procedure
    .input(z.object({ question: auditQuestion, before: z.int().min(1).nullable() }))
    .query(({ ctx, input }) => ctx.app.audit.entries(input.question, input.before)),
  /** A mutation only in name: it is asked for by a press, and changes nothing. */
  verify: procedure.mutation(({ ctx }) => ctx.app.audit.verify()),
  csv: procedure.input(auditQuestion).query(({ ctx, input }) => ctx.app.audit.csv(input)),
  json: procedure.input(auditQuestion).query(({ ctx, input }) => ctx.app.audit.json(input)),
});
