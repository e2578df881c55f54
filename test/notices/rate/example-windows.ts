import type { Customer, Directory, Service, Workspace } from "../../../src/core/domain/directory.ts";
import { hour, type Instant, type ZoneId } from "../../../src/core/domain/instant.ts";
import type { Window } from "../../../src/core/domain/window.ts";
import { instantOfWall, zonedTimeOf } from "../../../src/core/domain/zoned-time.ts";
import { aDirectory, aWorkspace } from "../../builders/directory.ts";
import { aWindow } from "../../builders/window.ts";

/**
 * The windows every default template is rated on: all four impacts, and what templates fail at. Their facts are such as a
 * coordinator types them; the last one states as little as a window can.
 */
export type ExampleWindow = {
  readonly name: string;
  readonly window: Window;
  readonly workspace: Workspace;
  readonly directory: Directory;
  /** By how many hours its end moves, one extension after another. */
  readonly extensions: readonly number[];
  /** How long before the start it is cancelled or moved, in hours. */
  readonly calledOffHours: number;
};

const services: readonly Pick<Service, "id" | "name">[] = [
  { id: "portal", name: "Patient portal" },
  { id: "api", name: "Records API" },
  { id: "labs", name: "Lab results" },
  { id: "letters", name: "Letters" },
];
const office = { kind: "weekly", weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" } as const;

function directoryWith(zones: readonly ZoneId[]): Directory {
  const plain = aDirectory();
  const [service] = plain.services;
  const [customer] = plain.customers;
  if (service === undefined || customer === undefined) throw new Error("the example directory is empty");
  const customers: Customer[] = zones.map((zone, index) => ({
    ...customer,
    id: `customer-${index}`,
    name: `Hospital ${index + 1}`,
    zone,
    holidayRegion: null,
  }));
  return {
    ...plain,
    services: services.map((named) => ({ ...service, statusUrl: named.id === "portal" ? service.statusUrl : null, ...named })),
    customers,
    channels: [...plain.channels, { id: "board", name: "Mail to the board", kind: "mail", from: null }],
    audiences: plain.audiences.map((audience) => ({
      ...audience,
      customerIds: audience.voice === "customer" ? customers.map(({ id }) => id) : [],
    })),
  };
}

type Stated = Partial<Omit<Window, "start" | "end">> & { readonly from: string; readonly to: string };

function example(
  name: string,
  { from, to, zone = "Europe/London", ...facts }: Stated,
  more: Partial<Pick<ExampleWindow, "extensions" | "calledOffHours">> & {
    readonly workspace?: Partial<Workspace>;
    readonly zones?: readonly ZoneId[];
  } = {},
): ExampleWindow {
  const start = instantOfWall(from, zone);
  const end = instantOfWall(to, zone);
  return {
    name,
    window: aWindow({
      createdAt: start - 14 * 24 * hour,
      zone,
      start: zonedTimeOf(start, zone),
      end: zonedTimeOf(end, zone),
      ...facts,
    }),
    workspace: aWorkspace({
      contactPoint: "Service desk, desk@example.org",
      contactHours: { kind: "always" },
      ...more.workspace,
    }),
    directory: directoryWith(more.zones ?? [zone]),
    extensions: more.extensions ?? [1],
    calledOffHours: more.calledOffHours ?? 48,
  };
}

export const exampleWindows: readonly ExampleWindow[] = [
  example("outage with one break", { from: "2026-11-28T02:00", to: "2026-11-28T04:00" }),
  example(
    "no impact, planned in another zone",
    {
      from: "2026-12-01T10:00",
      to: "2026-12-01T11:00",
      zone: "Europe/Berlin",
      impact: "none",
      expectedDowntimeMinutes: null,
      serviceIds: ["labs"],
      title: "New keys for the lab link",
      reason: "The keys end this year.",
      effect: "Nothing.",
      rollbackPlan: "We put the old keys back in 5 minutes.",
    },
    { zones: ["Europe/Berlin", "Europe/London"] },
  ),
  example("less in reserve, across midnight", {
    from: "2026-12-05T22:00",
    to: "2026-12-06T02:00",
    impact: "reducedRedundancy",
    expectedDowntimeMinutes: null,
    serviceIds: ["portal", "api"],
    title: "Move to new servers",
    reason: "The old servers are worn out.",
    effect: "Nothing. One of two sites is at work.",
    rollbackPlan: "We go back to the old servers in 15 minutes.",
  }),
  example(
    "slower, readers in three zones",
    {
      from: "2026-12-03T21:30",
      to: "2026-12-03T23:30",
      impact: "degraded",
      expectedDowntimeMinutes: 5,
      serviceIds: ["api"],
      title: "New index for the records",
      reason: "Search takes too long today.",
      effect: "Search is slow, with one break of up to 5 minutes.",
      goesOn: "All other pages are fast.",
      rollbackPlan: "We put the old index back in 10 minutes.",
    },
    { zones: ["Europe/London", "America/New_York", "Australia/Sydney"] },
  ),
  example(
    "outage while the clocks change",
    {
      from: "2027-03-28T00:30",
      to: "2027-03-28T03:30",
      expectedDowntimeMinutes: 120,
      title: "New storage",
      reason: "The disks are full in May.",
      effect: "You cannot open the portal. Work saved before is safe.",
      toDo: "Save your work and sign out.",
      rollbackPlan: "We go back to the old disks in 30 minutes.",
      afterwards: "Large files open faster.",
    },
    { workspace: { contactHours: office, contactOtherwise: "the night desk, night@example.org" } },
  ),
  example(
    "extended twice",
    {
      from: "2026-12-12T02:00",
      to: "2026-12-12T04:00",
      expectedDowntimeMinutes: 45,
      title: "Upgrade of the booking database",
      effect: "You cannot book or change a visit for up to 45 minutes.",
      goesOn: "Messages and results work.",
      progress: "The copy is done. The check of the copy is left.",
    },
    { extensions: [1, 1.5] },
  ),
  example(
    "called off on the day, to do by role",
    {
      from: "2026-12-09T19:00",
      to: "2026-12-09T20:30",
      impact: "degraded",
      expectedDowntimeMinutes: null,
      serviceIds: ["portal", "api", "labs", "letters"],
      title: "New mail gateway",
      reason: "The old one lets spam through.",
      effect: "Our mail comes up to an hour late.",
      toDo: "Clinics: send urgent letters before.\nLabs: hold your batch jobs.",
      toDoBy: zonedTimeOf(instantOfWall("2026-12-09T17:00", "Europe/London"), "Europe/London"),
      rollbackPlan: "We switch back in 5 minutes.",
      toDoAfter: "Labs: start your batch jobs.",
    },
    { calledOffHours: 3, workspace: { contactHours: office } },
  ),
  example(
    "the least that can be stated",
    {
      from: "2026-12-15T06:00",
      to: "2026-12-15T07:00",
      expectedDowntimeMinutes: 60,
      lead: "",
      communicationOwner: "",
      references: [],
      reason: "It is out of support.",
      effect: "You cannot sign in.",
      rollbackPlan: "We restart the old version.",
    },
    { workspace: { contactHours: null } },
  ),
];

/** How long after the start the work is found to need longer, is rolled back or done, in a part of its length. */
export function during({ start, end }: Window, part: number): Instant {
  const fiveMinutes = 5 * 60_000;
  return Math.round((start.at + (end.at - start.at) * part) / fiveMinutes) * fiveMinutes;
}
