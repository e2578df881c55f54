import type { Service } from "../../domain/directory.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { type UptimeCounting, type UptimeShare, uptimeShare } from "../../domain/uptime/uptime.ts";
import { type Downtime, downtimeOf, downtimeRecorded } from "../../domain/uptime/uptime-downtime.ts";
import { monthSpan, monthsTouched } from "../../domain/uptime/uptime-month.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** A window that ran over its planned end is found as long as it did so by no more than this. */
const longestOverrun = 31 * day;

/** How this workspace counts downtime now. */
export function countingIn(store: ReadStore, now: Instant): UptimeCounting {
  return { now, countsPlanned: workspaceIn(store).uptimeCountsPlanned !== false };
}

/** The downtime of each service that may reach into `[from, to)`, by the file's windows and recorded outages. */
export function downtimeByService(
  store: ReadStore,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  now: Instant,
  exceptWindow: string | null = null,
): ReadonlyMap<string, readonly Downtime[]> {
  const byService = new Map<string, Downtime[]>();
  const add = (serviceId: string, downtime: Downtime): void => {
    const known = byService.get(serviceId);
    if (known === undefined) byService.set(serviceId, [downtime]);
    else known.push(downtime);
  };
  const summaries = new Map(
    [...store.windowsBetween(from - longestOverrun, to), ...store.runningWindows(now)].map((summary) => [summary.id, summary]),
  );
  for (const { id, impact, outcome } of summaries.values()) {
    if (impact !== "outage" || outcome === "cancelled" || id === exceptWindow) continue;
    const window = store.window(id);
    const downtime = window === null ? null : downtimeOf(window, now);
    if (window !== null && downtime !== null) for (const serviceId of new Set(window.serviceIds)) add(serviceId, downtime);
  }
  for (const outage of store.outagesBetween(from, to)) add(outage.serviceId, downtimeRecorded(outage));
  return byService;
}

/**
 * What a window takes of the promised uptime of its services, month by month; nothing where planned work does not count,
 * where it is no outage, or where no uptime is promised. The window itself need not be stored, or not as it is given here.
 */
export function uptimeSharesOf(store: ReadStore, window: Window, now: Instant): readonly UptimeShare[] {
  const counting = countingIn(store, now);
  const ofWindow = downtimeOf(window, now);
  if (ofWindow === null || !counting.countsPlanned) return [];
  const promised = store
    .directory()
    .services.filter(({ id, promisedUptime }) => promisedUptime !== null && window.serviceIds.includes(id));
  // Services of one zone share their months, and so what is read for them.
  const read = new Map<string, ReturnType<typeof downtimeByService>>();
  return promised.flatMap((service: Service) => {
    const months = monthsTouched(ofWindow.from, ofWindow.to, service.zone);
    const spans = months.map((month) => monthSpan(month, service.zone));
    const whole = { from: spans[0]?.from ?? ofWindow.from, to: spans.at(-1)?.to ?? ofWindow.to };
    const key = `${whole.from} ${whole.to}`;
    const around = read.get(key) ?? downtimeByService(store, whole, now, window.id);
    read.set(key, around);
    const others = around.get(service.id) ?? [];
    return months.flatMap((month) => uptimeShare(month, service, others, ofWindow, counting) ?? []);
  });
}
