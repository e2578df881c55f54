import { z } from "zod";
import type { Change } from "../core/app/changes.ts";
import { type FirstScreen, firstAnswersFor } from "./first-screen.ts";
import { procedure, router } from "./procedure.ts";
import { calendarFilesRouter, calendarImportRouter, feedsRouter } from "./routers/calendar-files.ts";
import { connectionsRouter, counterpartsRouter, dutyRouter, listsRouter } from "./routers/connections.ts";
import { directoryRouter, freezesRouter, uptimeRouter, workspaceRouter } from "./routers/directory.ts";
import { backupsRouter, hostRouter } from "./routers/host.ts";
import { noticesRouter, templatesRouter } from "./routers/notices.ts";
import { auditRouter, evidenceRouter, outboxRouter } from "./routers/outbox.ts";
import { calendarRouter, phasesRouter, seriesRouter, todayRouter, windowsRouter } from "./routers/planning.ts";
import { matrixRouter, policyRouter } from "./routers/policy.ts";

export type { Context } from "./procedure.ts";

/** The one typed API between screen and backend. Every input is parsed here, at the door. */
export const contract = router({
  workspace: workspaceRouter,
  today: todayRouter,
  calendar: calendarRouter,
  calendarFiles: calendarFilesRouter,
  calendarImport: calendarImportRouter,
  feeds: feedsRouter,
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
  duty: dutyRouter,
  lists: listsRouter,
  evidence: evidenceRouter,
  audit: auditRouter,
  backups: backupsRouter,
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
