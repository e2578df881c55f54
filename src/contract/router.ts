import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Answer, Refusal } from "../core/app/answer.ts";
import type { Change } from "../core/app/changes.ts";
import type { Forewarn } from "../core/app/forewarn.ts";
import { StorageTrouble } from "../core/ports/storage-trouble.ts";
import { type FirstScreen, firstAnswersFor } from "./first-screen.ts";
import type { Host } from "./host.ts";
import * as input from "./schemas.ts";

/** What every procedure is given: the application and the host it runs in. */
export type Context = { readonly app: Forewarn; readonly host: Host };

/** A refusal on its way to the screen: an expected failure, told with its field. */
class Refused extends TRPCError {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super({ code: refusal.code === "notFound" ? "NOT_FOUND" : "BAD_REQUEST", message: refusal.message });
    this.refusal = refusal;
  }
}

/** Turns a schema's complaints into one sentence a field, in the order of the form. */
function fieldMessages(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const isBug = error.code === "INTERNAL_SERVER_ERROR";
    return {
      ...shape,
      // A bug's own words may hold data; the log has them, the screen does not.
      message: isBug ? "Something went wrong in Forewarn. Nothing was sent. The log has the details." : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: error instanceof Refused ? error.refusal : null,
        fields: error.cause instanceof z.ZodError ? fieldMessages(error.cause) : [],
      },
    };
  },
});
const { router } = t;

/** Every procedure reads or writes the workspace's file, and what its disk does not allow is an answer, not a bug. */
const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof StorageTrouble)) return result;
  throw new Refused({ code: "storage", message: result.error.cause.message, field: null });
});

function answerOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

const byId = z.object({ id: input.id });

const workspaceRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.workspaces.view()),
  zoneSpells: procedure.query(({ ctx }) => ctx.app.workspaces.zoneSpells()),
  examples: procedure.query(({ ctx }) => ctx.app.workspaces.examples()),
  create: procedure
    .input(input.newWorkspace)
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.workspaces.create(input))),
  update: procedure.input(input.workspace).mutation(async ({ ctx, input }) => answerOf(await ctx.app.workspaces.update(input))),
});

const windowsRouter = router({
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
    .input(z.object({ id: input.id, revision: z.int(), why: input.note }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.cancel(input.id, input.revision, input.why))),
  conclude: procedure
    .input(z.object({ id: input.id, kind: z.enum(["completed", "rolledBack"]), note: input.note }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.conclude(input.id, input.kind, input.note))),
  extend: procedure
    .input(z.object({ id: input.id, minutes: z.int().min(5).max(10_080), why: input.note }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.extend(input.id, input.minutes, input.why))),
  undo: procedure
    .input(z.object({ batchId: input.id }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.windows.undo(input.batchId))),
});

const ofSeries = z.object({ id: input.id, scope: input.seriesScope });
const stepOfSeries = ofSeries.extend({ revision: z.int(), why: input.note });

const seriesRouter = router({
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

const phasesRouter = router({
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

const draftOfNotice = z.object({ id: input.id, draft: input.draft });

const noticesRouter = router({
  compose: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.notices.compose(input.id))),
  preview: procedure
    .input(draftOfNotice.extend({ recipientKey: input.id.nullable() }))
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
        overrides: z.array(input.override).max(500).default([]),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      answerOf(await ctx.app.notices.approve(input.id, input.draft, input.send, input.acknowledged, input.overrides)),
    ),
  skip: procedure
    .input(z.object({ id: input.id, reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.notices.skip(input.id, input.reason))),
  reopen: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.notices.reopen(input.id))),
  plainText: procedure
    .input(z.object({ id: input.id, recipientKey: input.id.nullable() }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.notices.plainText(input.id, input.recipientKey))),
});

const outboxRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.outbox.view()),
  delivery: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.outbox.delivery(input.id))),
  story: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.outbox.story(input.id))),
  lookAgain: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.outbox.lookAgain(input.id))),
  decide: procedure
    .input(z.object({ id: input.id, decision: z.enum(["itWasSent", "sendAgain", "giveUp"]), reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.decide(input.id, input.decision, input.reason))),
  retry: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.outbox.retry(input.id))),
  cancel: procedure
    .input(z.object({ id: input.id, reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.cancel(input.id, input.reason))),
  markDone: procedure
    .input(z.object({ id: input.id, note: input.note }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.markDone(input.id, input.note))),
  decideLapsed: procedure
    .input(z.object({ ids: z.array(input.id).min(1).max(10_000), decision: z.enum(["sendNow", "cancel"]), reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.decideLapsed(input.ids, input.decision, input.reason))),
  pause: procedure
    .input(z.object({ reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.pause(input.reason))),
  resume: procedure
    .input(z.object({ kind: z.enum(["restored", "clock", "person"]), reason: input.reason }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.outbox.resume(input.kind, input.reason))),
  practiceMailbox: procedure.query(({ ctx }) => ctx.app.outbox.practiceMailbox()),
});

const matrixRouter = router({
  rules: procedure.query(({ ctx }) => ctx.app.matrix.rules()),
  save: procedure.input(input.rule).mutation(async ({ ctx, input }) => answerOf(await ctx.app.matrix.save(input))),
  remove: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.matrix.remove(input.id))),
  effect: procedure.input(input.rule).query(({ ctx, input }) => ctx.app.matrix.effect(input)),
});

const policyRouter = router({
  // A mutation only in name: the paste is too long for the address of a query. It stores nothing.
  read: procedure
    .input(
      z.object({
        source: z
          .string()
          .max(
            input.pasteLength,
            "This is longer than two million characters. Paste only the part with the matrix. Nothing was changed.",
          ),
      }),
    )
    .mutation(({ ctx, input }) => answerOf(ctx.app.policy.read(input.source))),
  // Not `apply`: tRPC keeps that word for itself.
  adopt: procedure
    .input(z.object({ rules: z.array(input.proposedRule).min(1).max(2000) }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.policy.apply(input.rules))),
});

const directoryRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.directory.all()),
  save: procedure.input(input.directoryEntry).mutation(async ({ ctx, input }) => answerOf(await ctx.app.directory.save(input))),
  remove: procedure
    .input(z.object({ kind: input.directoryKind, id: input.id }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.directory.remove(input.kind, input.id))),
});

const freezesRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.freezes.all()),
  save: procedure.input(input.freezeDraft).mutation(({ ctx, input }) => answerOf(ctx.app.freezes.save(input))),
  remove: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.freezes.remove(input.id))),
});

const uptimeRouter = router({
  view: procedure.query(({ ctx }) => ctx.app.uptime.view()),
  month: procedure
    .input(z.object({ serviceId: input.id, month: input.month }))
    .query(({ ctx, input }) => answerOf(ctx.app.uptime.month(input.serviceId, input.month))),
  ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.uptime.ofWindow(input.id))),
  saveOutage: procedure.input(input.outageDraft).mutation(({ ctx, input }) => answerOf(ctx.app.uptime.saveOutage(input))),
  removeOutage: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.uptime.removeOutage(input.id))),
  csv: procedure.query(({ ctx }) => ctx.app.uptime.csv()),
  json: procedure.query(({ ctx }) => ctx.app.uptime.json()),
});

const templatesRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.templates.all()),
  save: procedure.input(input.template).mutation(({ ctx, input }) => answerOf(ctx.app.templates.save(input))),
  reset: procedure
    .input(input.stageAndVoice)
    .mutation(({ ctx, input }) => answerOf(ctx.app.templates.reset(input.stage, input.voice))),
  preview: procedure
    .input(input.stageAndVoice.extend({ draft: input.draft }))
    .query(({ ctx, input }) => ctx.app.templates.preview(input.stage, input.voice, input.draft)),
});

const connectionsRouter = router({
  all: procedure.query(({ ctx }) => ctx.app.connections.all()),
  connect: procedure
    .input(
      z.object({
        kind: input.connectionKind,
        token: z.string().trim().min(8, "Paste the whole token.").max(10_000),
        apiUrl: input.apiUrl,
        values: input.connectionValues,
      }),
    )
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.connections.connect(input.kind, input))),
  beginSignIn: procedure
    .input(input.signIn)
    .mutation(async ({ ctx, input: { kind, ...signIn } }) => answerOf(await ctx.app.connections.beginSignIn(kind, signIn))),
  cancelSignIn: procedure
    .input(z.object({ kind: input.connectionKind }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.connections.cancelSignIn(input.kind))),
  check: procedure
    .input(z.object({ kind: input.connectionKind }))
    .mutation(({ ctx, input }) => ctx.app.connections.check(input.kind)),
  sendTest: procedure
    .input(z.object({ kind: input.connectionKind }))
    .mutation(async ({ ctx, input }) => answerOf(await ctx.app.connections.sendTest(input.kind))),
  disconnect: procedure
    .input(z.object({ kind: input.connectionKind }))
    .mutation(({ ctx, input }) => answerOf(ctx.app.connections.disconnect(input.kind))),
});

const counterpartsRouter = router({
  of: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.counterparts.of(input.id))),
  agreement: procedure.query(({ ctx }) => ctx.app.counterparts.agreement()),
  places: procedure
    .input(z.object({ kind: input.connectionKind, words: input.searchWords }))
    .query(async ({ ctx, input }) => answerOf(await ctx.app.counterparts.places(input.kind, input.words))),
  add: procedure
    .input(
      z.object({
        windowId: input.id,
        kind: input.connectionKind,
        place: input.counterpartPlace,
        chosen: input.placeChosen,
      }),
    )
    .mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.add(input.windowId, input.kind, input.place, input.chosen))),
  remove: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.remove(input.id))),
  look: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.counterparts.look(input.id))),
  mend: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.counterparts.mend(input.id))),
});

const listsRouter = router({
  list: procedure.input(input.listQuestion).query(({ ctx, input, signal }) =>
    ctx.app.lists.list(input, {
      onGivenUp(listener) {
        signal?.addEventListener("abort", listener);
        return () => signal?.removeEventListener("abort", listener);
      },
    }),
  ),
});

const hostRouter = router({
  info: procedure.query(({ ctx }) => ctx.host.info),
  licences: procedure.query(({ ctx }) => ctx.host.licences()),
  openExternal: procedure
    .input(z.object({ url: z.url({ protocol: /^https$/u }) }))
    .mutation(({ ctx, input }) => ctx.host.openExternal(input.url)),
  preferences: procedure.query(({ ctx }) => ctx.app.preferences.get()),
  setPreferences: procedure.input(input.preferences).mutation(async ({ ctx, input }) => {
    await ctx.app.preferences.set(input);
    ctx.app.changes.emit({ topic: "preferences" });
  }),
});

const stretch = z.object({ from: input.instant, to: input.instant, filter: input.calendarFilter.optional() });

/** The one typed API between screen and backend. Every input is parsed here, at the door. */
export const contract = router({
  workspace: workspaceRouter,
  today: router({
    view: procedure.query(({ ctx }) => ctx.app.today.view()),
    conflicts: procedure.query(({ ctx }) => ctx.app.today.conflicts()),
  }),
  calendar: router({
    range: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.range(input.from, input.to, input.filter)),
    marks: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.marks(input.from, input.to, input.filter)),
    year: procedure.input(stretch).query(({ ctx, input }) => ctx.app.calendar.year(input.from, input.to, input.filter)),
  }),
  calendarFiles: router({
    ofWindows: procedure
      .input(z.object({ ids: z.array(input.id).min(1).max(10_000) }))
      .query(({ ctx, input }) => answerOf(ctx.app.calendarFiles.ofWindows(input.ids))),
  }),
  calendarImport: router({
    // A mutation only in name: the file is too long for the address of a query. It stores nothing.
    read: procedure
      .input(input.importedFile)
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.read(input))),
    keep: procedure
      .input(z.object({ file: input.importedFile, keys: z.array(z.string().max(100)).min(1).max(10_000) }))
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.keep(input.file, input.keys))),
    open: procedure.query(({ ctx }) => ctx.app.calendarImport.open()),
    draft: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.calendarImport.draft(input.id))),
    take: procedure
      .input(z.object({ id: input.id, why: input.note }))
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.calendarImport.take(input.id, input.why))),
    dismiss: procedure.input(byId).mutation(({ ctx, input }) => answerOf(ctx.app.calendarImport.dismiss(input.id))),
  }),
  feeds: router({
    all: procedure.query(({ ctx }) => ctx.app.feeds.all()),
    create: procedure
      .input(input.newFeed)
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.create(input.name, input.filter, input.keepAsFile))),
    newAddress: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.newAddress(input.id))),
    keepAsFile: procedure
      .input(z.object({ id: input.id, isKept: z.boolean() }))
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.keepAsFile(input.id, input.isKept))),
    remove: procedure.input(byId).mutation(async ({ ctx, input }) => answerOf(await ctx.app.feeds.remove(input.id))),
  }),
  windows: windowsRouter,
  series: seriesRouter,
  phases: phasesRouter,
  notices: noticesRouter,
  outbox: outboxRouter,
  matrix: matrixRouter,
  policy: policyRouter,
  directory: directoryRouter,
  freezes: freezesRouter,
  uptime: uptimeRouter,
  templates: templatesRouter,
  connections: connectionsRouter,
  counterparts: counterpartsRouter,
  duty: router({
    of: procedure.input(byId).query(async ({ ctx, input }) => answerOf(await ctx.app.duty.of(input.id))),
  }),
  lists: listsRouter,
  evidence: router({
    ofWindow: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.ofWindow(input.id))),
    csv: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.csv(input.id))),
    json: procedure.input(byId).query(({ ctx, input }) => answerOf(ctx.app.evidence.json(input.id))),
  }),
  audit: router({
    entries: procedure
      .input(z.object({ question: input.auditQuestion, before: z.int().min(1).nullable() }))
      .query(({ ctx, input }) => ctx.app.audit.entries(input.question, input.before)),
    /** A mutation only in name: it is asked for by a press, and changes nothing. */
    verify: procedure.mutation(({ ctx }) => ctx.app.audit.verify()),
    csv: procedure.input(input.auditQuestion).query(({ ctx, input }) => ctx.app.audit.csv(input)),
    json: procedure.input(input.auditQuestion).query(({ ctx, input }) => ctx.app.audit.json(input)),
  }),
  backups: router({
    view: procedure.query(({ ctx }) => ctx.app.backups.view()),
    make: procedure.mutation(async ({ ctx }) => answerOf(await ctx.app.backups.make())),
    restore: procedure
      .input(z.object({ name: z.string().min(1).max(255) }))
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.backups.restore(input.name))),
    startEmpty: procedure
      .input(z.object({ word: z.string().max(100) }))
      .mutation(async ({ ctx, input }) => answerOf(await ctx.app.backups.startEmpty(input.word))),
  }),
  host: hostRouter,
  /** What the page shows first, asked before its application is there. */
  firstScreen: procedure.input(z.object({ path: z.string().max(2000) })).query(async ({ ctx, input }): Promise<FirstScreen> => {
    const answers = await firstAnswersFor(input.path, ctx.app);
    return { answers, frame: ctx.host.drawFirstFrame(answers) };
  }),
  /** What changed, as it changes. */
  changes: procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<Change> {
    const waiting: Change[] = [];
    let wake = (): void => undefined;
    const stop = ctx.app.changes.subscribe((change) => {
      waiting.push(change);
      wake();
    });
    signal?.addEventListener("abort", () => wake());
    try {
      while (signal?.aborted !== true) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      stop();
    }
  }),
});

export type Contract = typeof contract;
