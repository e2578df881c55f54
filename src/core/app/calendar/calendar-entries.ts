import { sequenceOf } from "../../domain/calendar/calendar-entry.ts";
import type { FeedFilter } from "../../domain/calendar/calendar-feed.ts";
import { outsideCopy } from "../../domain/calendar/calendar-outside.ts";
import type { DeliveryLine } from "../../domain/delivery.ts";
import type { Customer, Directory, Service, Workspace } from "../../domain/directory.ts";
import { type PhasePlace, phaseNumber } from "../../domain/group.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import type { Stage } from "../../domain/matrix.ts";
import { isActiveCustomer } from "../../domain/outside.ts";
import type { Told } from "../../domain/told.ts";
import type { Window } from "../../domain/window.ts";
import { zonedTimeOf } from "../../domain/zoned-time.ts";
import type { CalendarEntry } from "../../ports/calendar-file.ts";
import type { ReadStore } from "../../ports/store.ts";
import { toldOf } from "../groups/groups.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** More would be slow to read in any calendar program. */
export const mostEntries = 2_000;

/** The windows of `[from, to)` that a filter lets through, for readers inside or, with customers in the filter, for those. */
export function entriesFor(
  store: ReadStore,
  filter: FeedFilter,
  range: { readonly from: Instant; readonly to: Instant },
): { readonly entries: readonly CalendarEntry[]; readonly isWhole: boolean } {
  const workspace = workspaceIn(store);
  const directory = store.directory();
  const fitting = store
    .windowsBetween(range.from, range.to)
    .filter(({ impact }) => filter.impacts.length === 0 || filter.impacts.includes(impact))
    .filter(({ serviceIds }) => filter.serviceIds.length === 0 || serviceIds.some((id) => filter.serviceIds.includes(id)));
  const customers = directory.customers.filter(({ id }) => filter.customerIds.includes(id));
  const entries: CalendarEntry[] = [];
  for (const { id } of fitting) {
    if (entries.length === mostEntries) return { entries, isWhole: false };
    const window = store.window(id);
    if (window === null) continue;
    const services = servicesOf(window, directory);
    if (filter.customerIds.length === 0) {
      const phase = phaseOf(store, window);
      entries.push({ window, services, phase, sequence: sequenceOf(window), account: workspace.name, readBy: "inside" });
      continue;
    }
    const entry = entryAsTold(store, { window, services, workspace, directory, customers });
    if (entry !== null) entries.push(entry);
  }
  return { entries, isWhole: true };
}

/** A window as its mail carries it: what may be passed on. */
export function entryToPassOn(store: ReadStore, window: Window, workspace: Workspace, directory: Directory): CalendarEntry {
  return {
    window: outsideCopy(window, { workspace, directory, customers: [] }),
    phase: phaseOf(store, window),
    services: servicesOf(window, directory),
    sequence: sequenceOf(window),
    account: workspace.name,
    readBy: "outside",
  };
}

/**
 * A window as these customers know it, or null when none of them was told of it: a calendar says nothing before the
 * notice does, and the times and the state it gives are those of the last message that reached one of them.
 */
function entryAsTold(
  store: ReadStore,
  about: {
    readonly window: Window;
    readonly services: readonly Service[];
    readonly workspace: Workspace;
    readonly directory: Directory;
    readonly customers: readonly Customer[];
  },
): CalendarEntry | null {
  const { window, services, workspace, directory } = about;
  const customers = about.customers.filter(isActiveCustomer);
  const last = lastWordTo(store, window, customers, directory, workspace.mode);
  if (last === null) return null;
  const { startAt, endAt, stage, revision, at } = last;
  const isCurrent = revision >= window.revision;
  const shown: Window = {
    ...outsideCopy(window, { workspace, directory, customers }),
    start: startAt === window.start.at ? window.start : zonedTimeOf(startAt, window.zone),
    end: endAt === window.end.at ? window.end : zonedTimeOf(endAt, window.zone),
    // A later change shows nowhere, not even as a date.
    ...(isCurrent ? {} : { createdAt: at, changedAt: at, formerTimes: [] }),
    outcome: isCurrent || stage === window.outcome.kind ? window.outcome : { kind: "open" },
  };
  const [only] = customers;
  return {
    window: shown,
    services,
    phase: phaseOf(store, window),
    sequence: sequenceOf(window) - Math.max(0, window.revision - revision),
    // Shared by several, it names none of them to the others.
    account: customers.length === 1 && only !== undefined ? only.name : workspace.name,
    readBy: "outside",
  };
}

/** The last message that told one of these customers of a window, and of which revision it spoke. */
type LastWord = {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly stage: Stage;
  readonly at: Instant;
  readonly revision: number;
};

function lastWordTo(
  store: ReadStore,
  window: Window,
  customers: readonly Customer[],
  { channels }: Directory,
  mode: Workspace["mode"],
): LastWord | null {
  const words =
    window.group === null
      ? customers
          .flatMap(({ id }) => channels.flatMap((channel) => store.heardBy(window.id, `${channel.id}/${id}`, 20)))
          .filter(({ carrier }) => mode === "practice" || carrier !== "practice")
          .map(wordOfDelivery)
      : // Of a change or a series one message speaks of several windows.
        toldOf(store, window)
          .filter(({ customerId }) => customers.some(({ id }) => id === customerId))
          .map((told): LastWord => ({ ...told, revision: revisionOf(told, window) }));
  const [first, ...others] = words;
  if (first === undefined) return null;
  return others.reduce((last, word) => (isLater(word, last) ? word : last), first);
}

function wordOfDelivery({ told, stage, windowRevision, state, approvedAt }: DeliveryLine): LastWord {
  const at = state.kind === "accepted" || state.kind === "confirmed" ? state.receipt.at : approvedAt;
  return { ...told, stage, at, revision: windowRevision };
}

/** Of two messages of one minute the one about the later state of the window is the later word. */
function isLater(one: LastWord, other: LastWord): boolean {
  const minutes = Math.floor(one.at / minute) - Math.floor(other.at / minute);
  return minutes === 0 ? one.revision > other.revision : minutes > 0;
}

/** Which revision a message speaks of, by the times and the ending it tells. */
function revisionOf(told: Pick<Told, "startAt" | "endAt" | "stage">, window: Window): number {
  const isTimeOf = ({ start, end }: Pick<Window, "start" | "end">): boolean => start.at === told.startAt && end.at === told.endAt;
  if (isTimeOf(window) && (window.outcome.kind === "open" || window.outcome.kind === told.stage)) return window.revision;
  return window.formerTimes.findLast(isTimeOf)?.revision ?? Math.max(1, window.revision - 1);
}

/** Which phase of a change a window is; null for one that is none. */
function phaseOf(store: ReadStore, window: Window): PhasePlace | null {
  return window.group?.kind === "change" ? phaseNumber(window, store.windowsOfGroup(window.group.id)) : null;
}

function servicesOf(window: Window, directory: Directory): readonly Service[] {
  return directory.services.filter(({ id }) => window.serviceIds.includes(id));
}
