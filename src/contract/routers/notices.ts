// Notices and the templates they begin with.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { houseStyle } from "../schemas/house-style.ts";
import { id } from "../schemas/id.ts";
import { draft, override } from "../schemas/notice.ts";
import { previewSubject, stageAndVoice, template, templateCopy, templateNames } from "../schemas/template.ts";
import { required } from "../schemas/text.ts";

const draftOfNotice = z.object({ id, draft });

export const noticesRouter = router({
  compose: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.notices.compose(input.id))),
  preview: procedure
    .input(draftOfNotice.extend({ recipientKey: id.nullable() }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.notices.preview(input.id, input.draft, input.recipientKey))),
  saveDraft: procedure
    .input(draftOfNotice)
    .mutation(({ ctx, input }) => answerOf(ctx.app.notices.saveDraft(input.id, input.draft))),
  resetDraft: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.notices.resetDraft(input.id))),
  approve: procedure
    .input(
      draftOfNotice.extend({
        send: z.enum(["now", "whenDue"]),
        acknowledged: z.array(z.string().max(1000)).max(500),
        overrides: z.array(override).max(500).default([]),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.notices.approve(input.id, input.draft, input.send, input.acknowledged, input.overrides)),
    ),
  skip: procedure
    .input(z.object({ id, reason: required }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.notices.skip(input.id, input.reason))),
  reopen: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.notices.reopen(input.id))),
  plainText: procedure
    .input(z.object({ id, recipientKey: id.nullable() }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.notices.plainText(input.id, input.recipientKey))),
});

export const templatesRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.templates.all()),
  save: procedure.input(template).mutation(({ ctx, input }) => answerOf(ctx.app.templates.save(input))),
  reset: procedure.input(stageAndVoice).mutation(({ ctx, input }) => answerOf(ctx.app.templates.reset(input.stage, input.voice))),
  preview: procedure
    .input(
      stageAndVoice.extend({
        draft,
        subject: previewSubject,
        readerKey: id.nullable(),
        houseStyle: houseStyle.optional(),
      }),
    )
    .query(({ ctx, input }) =>
      ctx.app.templates.preview(input.stage, input.voice, input.draft, input.subject, input.readerKey, input.houseStyle),
    ),
  versions: procedure.input(stageAndVoice).query(({ ctx, input }) => ctx.app.templates.versions(input.stage, input.voice)),
  restore: procedure
    .input(stageAndVoice.extend({ number: z.int().min(1) }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.templates.restore(input.stage, input.voice, input.number))),
  usedBy: procedure.input(stageAndVoice).query(({ ctx, input }) => ctx.app.templates.usedBy(input.stage, input.voice)),
  copyOut: procedure.input(z.object({ names: templateNames })).query(({ ctx, input }) => ctx.app.templates.copyOut(input.names)),
  readCopy: procedure
    .input(z.object({ text: templateCopy }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.templates.readCopy(input.text))),
  takeCopy: procedure
    .input(z.object({ text: templateCopy, fileName: required, names: templateNames.min(1, "Choose a template.") }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.templates.takeCopy(input.text, input.fileName, input.names))),
});
