// Other systems: signing in, picking from their lists, keeping windows there.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import {
  apiUrl,
  connectionKind,
  connectionValues,
  counterpartPlace,
  listQuestion,
  placeChosen,
  searchWords,
  signIn,
} from "../schemas/connection.ts";
import { id } from "../schemas/id.ts";

export const connectionsRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.connections.all()),
  connect: procedure
    .input(
      z.object({
        kind: connectionKind,
        token: z.string().trim().min(8, "Paste the whole token.").max(10_000),
        apiUrl,
        values: connectionValues,
      }),
    )
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.connections.connect(input.kind, input))),
  beginSignIn: procedure
    .input(signIn)
    .mutation(async ({ ctx, input: { kind, ...signIn } }) => answerOf(await ctx.app.connections.beginSignIn(kind, signIn))),
  cancelSignIn: procedure
    .input(z.object({ kind: connectionKind }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.connections.cancelSignIn(input.kind))),
  check: procedure.input(z.object({ kind: connectionKind })).mutation(({ ctx, input }) => ctx.app.connections.check(input.kind)),
  sendTest: procedure
    .input(z.object({ kind: connectionKind }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.connections.sendTest(input.kind))),
  disconnect: procedure
    .input(z.object({ kind: connectionKind }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.connections.disconnect(input.kind))),
});

export const counterpartsRouter = router({
  of: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.counterparts.of(input.id))),
  agreement: procedure.query(({ ctx }) => ctx.app.counterparts.agreement()),
  places: procedure
    .input(z.object({ kind: connectionKind, words: searchWords }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.counterparts.places(input.kind, input.words))),
  add: procedure
    .input(
      z.object({
        windowId: id,
        kind: connectionKind,
        place: counterpartPlace,
        chosen: placeChosen,
      }),
    )
    .mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.add(input.windowId, input.kind, input.place, input.chosen))),
  remove: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.remove(input.id))),
  look: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.counterparts.look(input.id))),
  mend: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.mend(input.id))),
});

export const dutyRouter = router({
  of: procedure.input(byId).query(async ({ ctx, input }) => answerOf(await ctx.app.duty.of(input.id))),
});

export const listsRouter = router({
  list: procedure.input(listQuestion).query(({ ctx, input, signal }) =>
    ctx.app.lists.list(input, {
      onGivenUp(listener) {
        signal?.addEventListener("abort", listener);
        return () => signal?.removeEventListener("abort", listener);
      },
    }),
  ),
});
