import { toCsv } from "../../domain/csv.ts";
import type { Service } from "../../domain/directory.ts";
import type { Instant } from "../../domain/instant.ts";
import { describeTime } from "../../domain/time-text.ts";
import type { UnplannedOutage } from "../../domain/uptime/unplanned-outage.ts";
import { type UptimeMonth, type UptimeShare, uptimeIn } from "../../domain/uptime/uptime.ts";
import { clipped, type Downtime } from "../../domain/uptime/uptime-downtime.ts";
import { addMonths, isMonth, type Month, monthOf, monthSpan } from "../../domain/uptime/uptime-month.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { countingIn, downtimeByService, uptimeSharesOf } from "./downtime.ts";
import { type OutageDraft, parseOutage } from "./outage-draft.ts";

/** A service and its months, the oldest first. */
export type ServiceUptime = Pick<Service, "id" | "name" | "environment" | "zone" | "promisedUptime"> & {
  readonly months: readonly UptimeMonth[];
};

/** All services of the workspace: the twelve months before this one, this one, and the next three. */
export type UptimeView = {
  readonly countedAt: Instant;
  readonly countsPlanned: boolean;
  /** Those with a promise first, each sort by name. */
  readonly services: readonly ServiceUptime[];
};

/** A window or a recorded outage within a month, with the part of its downtime that lies in it. Instants are UTC. */
export type DowntimePart = { readonly from: Instant; readonly to: Instant } & (
  | { readonly kind: "planned"; readonly windowId: string; readonly title: string; readonly reference: string }
  | { readonly kind: "unplanned"; readonly outage: UnplannedOutage }
);

/** One month of one service with everything that took it down, by begin. */
export type UptimeDetail = {
  readonly service: Pick<Service, "id" | "name" | "zone" | "promisedUptime">;
  readonly month: UptimeMonth;
  readonly parts: readonly DowntimePart[];
};

export interface Uptime {
  view(): UptimeView;
  /** Refused as `notFound` when the service is no longer there, as `invalid` for what is no month. */
  month(serviceId: string, month: Month): Answer<UptimeDetail>;
  /** What a stored window takes of the promised uptime of its services. */
  ofWindow(windowId: string): Answer<readonly UptimeShare[]>;
  /** Refused at its field as `invalid`; a time that clocks skip or show twice is asked about, never picked. */
  saveOutage(draft: OutageDraft): Answer<{ readonly id: string }>;
  removeOutage(id: string): Answer<{ readonly id: string }>;
  /** RFC 4180, UTF-8; formula characters neutralised. One line for each service and month. */
  csv(): { readonly fileName: string; readonly csv: string };
  /** The same lines for a program: lengths in seconds, instants as ISO 8601 in UTC. */
  json(): { readonly fileName: string; readonly json: string };
}

const monthsBefore = 12;
const monthsAfter = 3;

/** Promised uptime: what windows and recorded outages used of it, what is left, and what is planned to be used. */
export function createUptime({ store, clock, ids, changes }: Pick<Dependencies, "store" | "clock" | "ids" | "changes">): Uptime {
  function view(): UptimeView {
    const now = clock.now();
    return store.read((reading) => uptimeView(reading, now));
  }

  function announce(): void {
    // What a window leaves of the promised uptime may be another amount now.
    changes.emit({ topic: "windows", windowId: null });
  }

  return {
    view,
    month(serviceId, month) {
      return store.read((reading): Answer<UptimeDetail> => {
        if (!isMonth(month)) return refuse("invalid", "Write a month like 2026-12.", "month");
        const service = reading.directory().services.find(({ id }) => id === serviceId);
        if (service === undefined) return refuse("notFound", "This service is no longer in the Directory.");
        return done(monthDetail(reading, service, month, clock.now()));
      });
    },
    ofWindow(windowId) {
      return store.read((reading): Answer<readonly UptimeShare[]> => {
        const window = reading.window(windowId);
        if (window === null) return refuse("notFound", "There is no such window any more.");
        return done(uptimeSharesOf(reading, window, clock.now()));
      });
    },
    saveOutage(draft) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const parsed = parseOutage(draft, writing.directory().services, now);
        if (!parsed.ok) return parsed;
        const before = draft.id === "" ? null : outageOf(writing, draft.id);
        if (draft.id !== "" && before === null) return noSuchOutage;
        const after: UnplannedOutage = { ...parsed.value, id: before?.id ?? ids.next() };
        writing.saveOutage(after);
        const who = workspaceIn(writing).coordinator.name;
        writing.appendAudit({ at: now, who, what: "uptime.saveOutage", subjectId: after.id, before, after });
        return done({ id: after.id });
      });
      if (answer.ok) announce();
      return answer;
    },
    removeOutage(id) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const before = outageOf(writing, id);
        if (before === null) return noSuchOutage;
        writing.removeOutage(id);
        const who = workspaceIn(writing).coordinator.name;
        writing.appendAudit({ at: clock.now(), who, what: "uptime.removeOutage", subjectId: id, before, after: null });
        return done({ id });
      });
      if (answer.ok) announce();
      return answer;
    },
    csv() {
      const { services } = view();
      const rows = services.flatMap((service) => service.months.map((month) => csvRow(service, month)));
      return { fileName: "uptime.csv", csv: toCsv(csvHeader, rows) };
    },
    json() {
      const { countedAt, countsPlanned, services } = view();
      const exported = {
        format: "forewarn-uptime-1",
        countedAt: new Date(countedAt).toISOString(),
        countsPlanned,
        services: services.map(({ months, ...service }) => ({ ...service, months: months.map(jsonMonth) })),
      };
      return { fileName: "uptime.json", json: `${JSON.stringify(exported, null, 2)}\n` };
    },
  };
}

const noSuchOutage = refuse("notFound", "There is no such outage any more. Nothing was changed.");

function outageOf(store: ReadStore, id: string): UnplannedOutage | null {
  return store.outagesBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).find((outage) => outage.id === id) ?? null;
}

function uptimeView(store: ReadStore, now: Instant): UptimeView {
  const services = store.directory().services.toSorted(byPromiseAndName);
  const counting = countingIn(store, now);
  const months = services.map(({ zone }) => {
    const here = monthOf(now, zone);
    return Array.from({ length: monthsBefore + 1 + monthsAfter }, (_, number) => addMonths(here, number - monthsBefore));
  });
  const spans = services.flatMap(({ zone }, index) => (months[index] ?? []).map((month) => monthSpan(month, zone)));
  const whole = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  const downtime = services.length === 0 ? new Map<string, Downtime[]>() : downtimeByService(store, whole, now);
  return {
    countedAt: now,
    countsPlanned: counting.countsPlanned,
    services: services.map((service, index) => ({
      id: service.id,
      name: service.name,
      environment: service.environment,
      zone: service.zone,
      promisedUptime: service.promisedUptime,
      months: (months[index] ?? []).map((month) => uptimeIn(month, service, downtime.get(service.id) ?? [], counting)),
    })),
  };
}

function byPromiseAndName(one: Service, other: Service): number {
  return (
    Number(one.promisedUptime === null) - Number(other.promisedUptime === null) ||
    one.name.localeCompare(other.name, "en") ||
    one.environment.localeCompare(other.environment, "en")
  );
}

function monthDetail(store: ReadStore, service: Service, month: Month, now: Instant): UptimeDetail {
  const span = monthSpan(month, service.zone);
  const downtime = downtimeByService(store, span, now).get(service.id) ?? [];
  const outages = new Map(store.outagesBetween(span.from, span.to).map((outage) => [outage.id, outage]));
  const { id, name, zone, promisedUptime } = service;
  return {
    service: { id, name, zone, promisedUptime },
    month: uptimeIn(month, service, downtime, countingIn(store, now)),
    parts: downtime
      .flatMap((one) => clipped(one, span) ?? [])
      .toSorted((one, other) => one.from - other.from)
      .flatMap((one): DowntimePart[] => {
        const { from, to } = one;
        if (one.kind === "unplanned") {
          const outage = outages.get(one.outageId);
          return outage === undefined ? [] : [{ kind: "unplanned", from, to, outage }];
        }
        const window = store.window(one.windowId);
        if (window === null) return [];
        return [{ kind: "planned", from, to, windowId: window.id, title: window.title, reference: window.reference }];
      }),
  };
}

const csvHeader = [
  "Service",
  "Environment",
  "Month",
  "Begins",
  "Ends",
  "Promised uptime, %",
  "Allowed downtime, s",
  "Unplanned, s",
  "Planned, s",
  "Planned ahead, s",
  "Counted, s",
  "Left, s",
  "Left after what is planned, s",
  "Uptime so far, %",
  "Promise",
];

function csvRow(service: ServiceUptime, month: UptimeMonth): readonly string[] {
  const seconds = (length: number | null): string => (length === null ? "" : String(inSeconds(length)));
  return [
    service.name,
    service.environment,
    month.month,
    describeTime(month.from, service.zone),
    describeTime(month.to, service.zone),
    service.promisedUptime === null ? "" : String(service.promisedUptime),
    seconds(month.allowance),
    seconds(month.unplanned),
    seconds(month.planned),
    seconds(month.ahead),
    seconds(month.used),
    seconds(month.left),
    seconds(month.leftAfterAhead),
    month.availability === null ? "" : String(month.availability),
    month.standing,
  ];
}

function jsonMonth({ month, from, to, availability, standing, ...lengths }: UptimeMonth): Readonly<Record<string, unknown>> {
  return {
    month,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    seconds: Object.fromEntries(
      Object.entries(lengths).map(([name, length]) => [name, length === null ? null : inSeconds(length)]),
    ),
    availability,
    standing,
  };
}

function inSeconds(length: number): number {
  return Math.round(length / 1000);
}
