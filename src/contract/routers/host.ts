// This computer: the host, its preferences, the workspace's backups.
import { z } from "zod";
import { answerOf, procedure, router } from "../procedure.ts";
import { preferences } from "../schemas/preferences.ts";

export const hostRouter = router({
  info: procedure.query(({ ctx }) => ctx.host.info),
  licences: procedure.query(({ ctx }) => ctx.host.licences()),
  openExternal: procedure
    .input(z.object({ url: z.url({ protocol: /^https$/u }) }))
    .mutation(({ ctx, input }) => ctx.host.openExternal(input.url)),
  preferences: procedure.query(({ ctx }) => ctx.app.preferences.get()),
  setPreferences: procedure.input(preferences).mutation(async ({ ctx, input }) => {
    await ctx.app.preferences.set(input);
    ctx.app.changes.emit({ topic: "preferences" });
  }),
});

export const backupsRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.backups.view()),
  make: procedure.mutation(async ({ ctx }) => answerOf(await ctx.app.backups.make())),
  restore: procedure
    .input(z.object({ name: z.string().min(1).max(255) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.backups.restore(input.name))),
  startEmpty: procedure
    .input(z.object({ word: z.string().max(100) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.backups.startEmpty(input.word))),
});
