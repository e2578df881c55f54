import type { Instant } from "../domain/instant.ts";
import type { PreferenceStore } from "../ports/preferences.ts";
import { type Audit, createAudit } from "./audit/audit.ts";
import { createEvidence, type Evidence } from "./audit/evidence.ts";
import { type Backups, createBackups } from "./backups.ts";
import { type Calendar, createCalendar } from "./calendar/calendar.ts";
import { type CalendarFiles, createCalendarFiles } from "./calendar/calendar-files.ts";
import { type CalendarImport, createCalendarImport } from "./calendar/calendar-import.ts";
import { createFeeds, type Feeds } from "./calendar/feeds.ts";
import type { Changes } from "./changes.ts";
import { type Connections, createConnections } from "./connections/connections.ts";
import { createCounterpartWork } from "./connections/counterpart-work.ts";
import { type Counterparts, createCounterparts } from "./connections/counterparts.ts";
import { createDutyDesk, type DutyDesk } from "./connections/duty.ts";
import { createLists, type ListsDesk } from "./connections/lists.ts";
import type { Dependencies } from "./dependencies.ts";
import { createDirectoryDesk, type DirectoryDesk } from "./directory/directory.ts";
import { createFreezes, type Freezes } from "./directory/freezes.ts";
import { createPhases, type PhasesDesk } from "./groups/phases.ts";
import { createSeries, type SeriesDesk } from "./groups/series.ts";
import { createNotices, type Notices } from "./notices/notices.ts";
import { createReplanning } from "./planning/replanning.ts";
import { createMatrix, type Matrix } from "./policy/matrix.ts";
import { createPolicy, type Policy } from "./policy/policy.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import { createOutbox, type Outbox } from "./sending/outbox.ts";
import { createSender } from "./sending/sending.ts";
import { createVigil } from "./sending/vigil.ts";
import { createTemplates, type Templates } from "./templates/templates.ts";
import { createToday, type Today } from "./today/today.ts";
import { createUptime, type Uptime } from "./uptime/uptime.ts";
import { createTelling } from "./windows/telling.ts";
import { createUndoBook } from "./windows/undo-book.ts";
import { createWindows, type Windows } from "./windows/windows.ts";
import { createWorkspaces, type Workspaces } from "./workspaces.ts";

/** The whole application, as the contract offers it: one desk a feature. */
export type Forewarn = {
  readonly workspaces: Workspaces;
  readonly today: Today;
  readonly calendar: Calendar;
  readonly calendarFiles: CalendarFiles;
  readonly calendarImport: CalendarImport;
  readonly feeds: Feeds;
  readonly windows: Windows;
  readonly series: SeriesDesk;
  readonly phases: PhasesDesk;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly matrix: Matrix;
  readonly policy: Policy;
  readonly directory: DirectoryDesk;
  readonly freezes: Freezes;
  readonly uptime: Uptime;
  readonly templates: Templates;
  readonly connections: Connections;
  readonly counterparts: Counterparts;
  readonly duty: DutyDesk;
  readonly lists: ListsDesk;
  readonly evidence: Evidence;
  readonly audit: Audit;
  readonly backups: Backups;
  readonly preferences: PreferenceStore;
  readonly changes: Changes;
};

/** Puts the desks together over the ports, with the rounds the backend makes about once a second. */
export function createForewarn(dependencies: Dependencies): { readonly app: Forewarn; readonly rounds: Rounds } {
  const undoBook = createUndoBook();
  const replanning = createReplanning(dependencies);
  const vigil = createVigil(dependencies);
  const connections = createConnections(dependencies, vigil);
  const notices = createNotices(dependencies, undoBook);
  const onHeard = (windowId: string): void => {
    replanning.window(windowId).catch((error: unknown) => {
      dependencies.log.error({ windowId, error: error instanceof Error ? error.name : "unknown" }, "Planning anew failed");
    });
  };
  const series = createSeries(dependencies, undoBook);
  const sender = createSender(dependencies, { ...connections, onHeard, vigil });
  const backups = createBackups(dependencies);
  const feeds = createFeeds(dependencies);
  const windows = createWindows(dependencies, createTelling(dependencies, undoBook));
  const app: Forewarn = {
    workspaces: createWorkspaces(dependencies, sender.trouble),
    today: createToday(dependencies),
    calendar: createCalendar(dependencies),
    calendarFiles: createCalendarFiles(dependencies),
    feeds: feeds.desk,
    calendarImport: createCalendarImport(dependencies, windows),
    windows,
    series: series.desk,
    phases: createPhases(dependencies),
    notices: notices.desk,
    outbox: createOutbox(dependencies, connections.findMessenger, onHeard, vigil),
    matrix: createMatrix(dependencies, replanning),
    policy: createPolicy(dependencies, replanning),
    directory: createDirectoryDesk(dependencies, replanning, connections.readerLookUps),
    freezes: createFreezes(dependencies),
    uptime: createUptime(dependencies),
    templates: createTemplates(dependencies),
    connections: connections.desk,
    counterparts: createCounterparts(dependencies, connections.connectionFor, connections.whyNot),
    duty: createDutyDesk(dependencies, connections.connectionFor),
    lists: createLists(dependencies, connections),
    evidence: createEvidence(dependencies),
    audit: createAudit(dependencies),
    backups: backups.desk,
    preferences: dependencies.preferences,
    changes: dependencies.changes,
  };
  const counterpartWork = createCounterpartWork(dependencies, connections);
  const besides = {
    recover: counterpartWork.recover,
    tick(now: Instant): void {
      backups.tick(now);
      feeds.tick(now);
      counterpartWork.begin(now);
      connections.signIns.tick(now);
    },
    async halt(): Promise<void> {
      connections.signIns.halt();
      await counterpartWork.going();
    },
  };
  return { app, rounds: createRounds(dependencies, sender, notices, connections.readerLookUps, besides, series) };
}
