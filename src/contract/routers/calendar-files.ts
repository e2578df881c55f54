// Calendars that go out and come in.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { newFeed } from "../schemas/calendar.ts";
import { importedFile } from "../schemas/calendar-import.ts";
import { id } from "../schemas/id.ts";
import { text } from "../schemas/text.ts";

export const calendarFilesRouter = router({
  ofWindows: procedure
    .input(z.object({ ids: z.array(id).min(1).max(10_000) }))
    .query(({ ctx, input }) => answerOf(ctx.app.calendarFiles.ofWindows(input.ids))),
});

export const calendarImportRouter = router({
  // A mutation only in name: the file is too long for the address of a query. It stores nothing.
  read: procedure.input(importedFile).mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.read(input))),
  keep: procedure
    .input(z.object({ file: importedFile, keys: z.array(z.string().max(100)).min(1).max(10_000) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.keep(input.file, input.keys))),
  open: procedure.query(({ ctx }) => ctx.app.calendarImport.open()),
  draft: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.calendarImport.draft(input.id))),
  take: procedure
    .input(z.object({ id, why: text }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.take(input.id, input.why))),
  dismiss: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.calendarImport.dismiss(input.id))),
});

export const feedsRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.feeds.all()),
  create: procedure
    .input(newFeed)
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.create(input.name, input.filter, input.keepAsFile))),
  newAddress: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.newAddress(input.id))),
  keepAsFile: procedure
    .input(z.object({ id, isKept: z.boolean() }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.keepAsFile(input.id, input.isKept))),
  remove: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.remove(input.id))),
});
