// The communication policy, as rules and as it is read.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { proposedRule, rule } from "../schemas/rule.ts";
import { pasteLength } from "../schemas/text.ts";

export const matrixRouter = router({
  rules: procedure.query(({ ctx }) => ctx.app.matrix.rules()),
  save: procedure.input(rule).mutation(async ({ ctx, input }) => answerOf(await ctx.app.matrix.save(input))),
  remove: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.matrix.remove(input.id))),
  effect: procedure.input(rule).query(({ ctx, input }) => ctx.app.matrix.effect(input)),
});

export const policyRouter = router({
  // A mutation only in name: the paste is too long for the address of a query. It stores nothing.
  read: procedure
    .input(
      z.object({
        source: z
          .string()
          .max(
            pasteLength,
            "This is longer than two million characters. Paste only the part with the matrix. Nothing was changed.",
          ),
      }),
    )
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.policy.read(input.source))),
  // Not `apply`: tRPC keeps that word for itself.
  adopt: procedure
    .input(z.object({ rules: z.array(proposedRule).min(1).max(2000) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.policy.apply(input.rules))),
});
