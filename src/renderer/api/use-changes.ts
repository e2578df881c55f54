import { matchQuery, type QueryFilters } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Change } from "../../core/app/changes.ts";
import { assertNever } from "../../core/domain/assert-never.ts";
import { useProgress } from "../state/progress.ts";
import { client, queryClient, trpc } from "./trpc.ts";

/** What has to be read again after a change of each topic. */
function concerned(topic: Exclude<Change["topic"], "progress">): readonly QueryFilters[] {
  const work = [
    trpc.today.pathFilter(),
    trpc.workspace.pathFilter(),
    trpc.calendar.pathFilter(),
    trpc.windows.pathFilter(),
    trpc.series.pathFilter(),
    trpc.uptime.pathFilter(),
    trpc.counterparts.of.pathFilter(),
    trpc.counterparts.agreement.pathFilter(),
  ];
  switch (topic) {
    case "workspace":
      return [{}];
    case "directory":
      return [
        trpc.directory.pathFilter(),
        trpc.freezes.pathFilter(),
        trpc.notices.pathFilter(),
        trpc.matrix.pathFilter(),
        ...work,
      ];
    case "matrix":
      return [trpc.matrix.pathFilter(), trpc.notices.pathFilter(), ...work];
    case "templates":
      return [trpc.templates.pathFilter(), trpc.notices.pathFilter()];
    case "connections":
      return [trpc.connections.pathFilter(), trpc.lists.pathFilter(), trpc.outbox.pathFilter()];
    case "preferences":
      return [trpc.host.preferences.queryFilter()];
    case "backups":
      return [trpc.backups.pathFilter()];
    case "feeds":
      return [trpc.feeds.pathFilter()];
    case "proposals":
      return [trpc.calendarImport.pathFilter(), trpc.today.pathFilter(), trpc.workspace.pathFilter()];
    case "practice":
      return [trpc.outbox.practiceMailbox.queryFilter()];
    case "windows":
      return [
        trpc.notices.pathFilter(),
        trpc.outbox.pathFilter(),
        trpc.evidence.pathFilter(),
        trpc.matrix.effect.pathFilter(),
        // What was told or taken says when a connection worked last.
        trpc.connections.all.queryFilter(),
        ...work,
      ];
    case "notices":
      return [trpc.notices.compose.pathFilter(), trpc.outbox.pathFilter(), ...work];
    case "deliveries":
      return [
        trpc.outbox.pathFilter(),
        trpc.evidence.pathFilter(),
        trpc.notices.compose.pathFilter(),
        trpc.connections.all.queryFilter(),
        ...work,
      ];
    case "due":
      return [trpc.today.pathFilter(), trpc.workspace.pathFilter()];
    default:
      return assertNever(topic);
  }
}

/** How long changes are gathered, in milliseconds, so that a batch of two hundred is read once. */
const gatherFor = 40;
/** While one change follows another, as when thousands of messages leave, everything is read again no more often than this. */
const gatherWhileBusyFor = 400;

/** Listens to the backend for as long as the application is open, and reads again what changed. Used once, by the shell. */
export function useChanges(): void {
  useEffect(() => {
    const waiting = new Set<Exclude<Change["topic"], "progress">>();
    let timer: ReturnType<typeof setTimeout> | null = null;
    let lastRead = 0;
    const readAgain = (): void => {
      timer = null;
      lastRead = performance.now();
      const filters = [...waiting].flatMap(concerned);
      waiting.clear();
      // In one go: what two topics concern is read once.
      void queryClient.invalidateQueries({ predicate: (query) => filters.some((filter) => matchQuery(filter, query)) });
    };
    let wasInterrupted = false;
    const subscription = client.changes.subscribe(undefined, {
      onStarted() {
        // What changed while nobody listened is unknown, so everything on screen is read again.
        if (wasInterrupted) void queryClient.invalidateQueries();
        wasInterrupted = false;
      },
      onConnectionStateChange({ state }) {
        if (state === "connecting") wasInterrupted = true;
      },
      onData(change) {
        if (change.topic === "progress") {
          useProgress.getState().report(change.batchId, change.done, change.total);
          return;
        }
        waiting.add(change.topic);
        const isBusy = performance.now() - lastRead < gatherWhileBusyFor;
        timer ??= setTimeout(readAgain, isBusy ? gatherWhileBusyFor : gatherFor);
      },
    });
    return () => {
      subscription.unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
}
