// The workspace, who and what is in it, and what was promised to whom.
import { z } from "zod";
import { answerOf, byId, procedure, router } from "../procedure.ts";
import { directoryEntry, directoryKind } from "../schemas/directory.ts";
import { freezeDraft } from "../schemas/freeze.ts";
import { id } from "../schemas/id.ts";
import { outageDraft } from "../schemas/outage.ts";
import { month } from "../schemas/time.ts";
import { newWorkspace, workspace } from "../schemas/workspace.ts";

export const workspaceRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.workspaces.view()),
  zoneSpells: procedure.query(({ ctx }) => ctx.app.workspaces.zoneSpells()),
  examples: procedure.query(({ ctx }) => ctx.app.workspaces.examples()),
  create: procedure.input(newWorkspace).mutation(async ({ ctx, input }) => answerOf(await ctx.app.workspaces.create(input))),
  update: procedure.input(workspace).mutation(async ({ ctx, input }) => answerOf(await ctx.app.workspaces.update(input))),
});

export const directoryRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.directory.all()),
  save: procedure.input(directoryEntry).mutation(async ({ ctx, input }) => answerOf(await ctx.app.directory.save(input))),
  remove: procedure
    .input(z.object({ kind: directoryKind, id }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.directory.remove(input.kind, input.id))),
});

export const freezesRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.freezes.all()),
  save: procedure.input(freezeDraft).mutation(({ ctx, input }) => answerOf(ctx.app.freezes.save(input))),
  remove: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.freezes.remove(input.id))),
});

export const uptimeRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.uptime.view()),
  month: procedure
    .input(z.object({ serviceId: id, month }))
    .query(({ ctx, input }) => answerOf(ctx.app.uptime.month(input.serviceId, input.month))),
  ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.uptime.ofWindow(input.id))),
  saveOutage: procedure.input(outageDraft).mutation(({ ctx, input }) => answerOf(ctx.app.uptime.saveOutage(input))),
  removeOutage: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.uptime.removeOutage(input.id))),
  csv: procedure.query(({ ctx }) => ctx.app.uptime.csv()),
  json: procedure.query(({ ctx }) => ctx.app.uptime.json()),
});
