import { isLapsed } from "../domain/delivery.ts";
import type { Workspace } from "../domain/directory.ts";
import type { ExampleWindow, ExampleWorkspace } from "../domain/example-workspace.ts";
import type { Holidays } from "../domain/holidays.ts";
import { houseStyleOnRecord } from "../domain/house-style.ts";
import { day, type Instant, minute, type ZoneId } from "../domain/instant.ts";
import type { SendingPause } from "../domain/sending/sending-pause.ts";
import type { Window } from "../domain/window.ts";
import { spellsAround, type ZoneSpell } from "../domain/zone-spells.ts";
import { addDays, dateOf, instantOfWall, zonedTimeOf } from "../domain/zoned-time.ts";
import type { WriteStore } from "../ports/store.ts";
import type { SetAside } from "../ports/workspace-files.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";
import { reopenPractised } from "./notices/practised-notices.ts";
import { storePlan } from "./planning/planning.ts";
import { mayWrite } from "./workspace-in-use.ts";

/** An example workspace as offered on the first screen. */
export type ExampleSummary = { readonly id: string; readonly name: string; readonly description: string };

/** The workspace as every screen needs it; null before one is made. */
export type WorkspaceView = {
  readonly workspace: Workspace | null;
  readonly counts: { readonly services: number; readonly customers: number; readonly windows: number };
  /** What the rail shows beside Today and Outbox. */
  readonly badges: { readonly today: number; readonly outbox: number };
  readonly readOnly: { readonly reason: string } | null;
  /** Why nothing is sent for the time being: pauses, which end, and what is the matter with the file, or null. */
  readonly sending: { readonly pauses: readonly SendingPause[]; readonly trouble: string | null };
  readonly location: string;
  /** Set when the file was damaged: it was set aside, and a person decides how to go on. */
  readonly setAside: SetAside | null;
};

export interface Workspaces {
  view(): WorkspaceView;
  /** What the clocks of the workspace's zones show in the weeks around now; empty before a workspace is made. */
  zoneSpells(): readonly ZoneSpell[];
  examples(): readonly ExampleSummary[];
  /** Fills the empty file. `example` brings services, people, matrix and windows relative to now. */
  create(input: {
    readonly name: string;
    readonly zone: ZoneId;
    readonly exampleId: string | null;
    readonly coordinator: Workspace["coordinator"];
  }): Promise<Answer<{ readonly id: string }>>;
  update(workspace: Workspace): Promise<Answer<{ readonly id: string }>>;
}

/** Reaches what Today shows, and the months beside this one. */
const spellsBefore = 70 * day;
const spellsAfter = 105 * day;

export function createWorkspaces(dependencies: Dependencies, sendingTrouble: () => string | null): Workspaces {
  const { store, files, clock, ids, changes, examples, holidays } = dependencies;
  return {
    view() {
      return store.read((reading) => {
        const directory = reading.directory();
        const counts = reading.deliveryCounts();
        const now = clock.now();
        const open = reading.noticesDue(0, now + day, "open", 500).filter(({ latestUsefulAt }) => latestUsefulAt > now).length;
        const waits = counts.held === 0 ? 0 : reading.deliveriesHeldUntil(Number.MAX_SAFE_INTEGER, 1_000).length;
        // What lapsed is one decision, as Today lists it.
        const lapsed = counts.held === 0 ? 0 : reading.deliveriesIn(["held"], 2_000).filter(isLapsed).length;
        const decisions = counts.unknown + counts.held - waits + counts.failed;
        return {
          workspace: reading.workspace(),
          counts: { services: directory.services.length, customers: directory.customers.length, windows: reading.windowCount() },
          badges: {
            today: decisions - lapsed + Math.min(lapsed, 1) + open + reading.deliveriesToDo(500).length,
            outbox: decisions + waits + counts.approved + counts.due + counts.sending,
          },
          readOnly: store.readOnly,
          sending: { pauses: reading.sendingPauses(), trouble: sendingTrouble() },
          location: store.location,
          setAside: files.setAside,
        };
      });
    },
    zoneSpells() {
      const workspace = store.read((reading) => reading.workspace());
      if (workspace === null) return [];
      const zones = [workspace.zone, ...(workspace.secondZone === null ? [] : [workspace.secondZone])];
      return zones.flatMap((zone) => spellsAround(clock.now(), spellsBefore, spellsAfter, zone));
    },
    examples: () => examples.map(({ id, name, description }) => ({ id, name, description })),
    async create(input) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const example = examples.find(({ id }) => id === input.exampleId) ?? null;
      if (input.exampleId !== null && example === null) return refuse("notFound", "There is no such example. Nothing was made.");
      const holidayOf = await holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        if (writing.workspace() !== null)
          return refuse("notPossible", "This file holds a workspace already. Open another file for another one.");
        const workspace: Workspace = {
          ...(example?.workspace ?? blankWorkspace),
          id: ids.next(),
          name: input.name,
          zone: example === null ? input.zone : example.workspace.zone,
          mode: "practice",
          coordinator: input.coordinator,
        };
        writing.saveWorkspace(workspace);
        if (example === null)
          for (const [index, name] of usualChangeTypes.entries())
            writing.saveChangeType({ id: `change-type-${index + 1}`, name });
        else fillFromExample(writing, example, workspace, holidayOf, now, dependencies);
        writing.appendAudit({
          at: now,
          who: input.coordinator.name,
          what: "workspaces.create",
          subjectId: workspace.id,
          before: null,
          after: workspace,
        });
        return done({ id: workspace.id });
      });
      if (answer.ok) for (const topic of ["workspace", "directory", "matrix"] as const) changes.emit({ topic });
      return answer;
    },
    async update(workspace) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidayOf = await holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const before = writing.workspace();
        if (before === null || before.id !== workspace.id)
          return refuse("notFound", "This is not the workspace that is open. Nothing was saved.");
        writing.saveWorkspace(workspace);
        const goesLive = before.mode === "practice" && workspace.mode === "live";
        for (const windowId of writing.openWindowIds(now)) {
          const window = writing.window(windowId);
          if (window === null) continue;
          if (goesLive) reopenPractised(writing, windowId, now);
          storePlan(writing, window, holidayOf, now, "matrixChanged", ids);
        }
        writing.appendAudit({
          at: now,
          who: workspace.coordinator.name,
          what: "workspaces.update",
          subjectId: workspace.id,
          before: onRecord(before),
          after: onRecord(workspace),
        });
        return done({ id: workspace.id });
      });
      if (answer.ok) for (const topic of ["workspace", "matrix"] as const) changes.emit({ topic });
      return answer;
    },
  };
}

function onRecord(workspace: Workspace): object {
  const { houseStyle } = workspace;
  return houseStyle === undefined ? workspace : { ...workspace, houseStyle: houseStyleOnRecord(houseStyle) };
}

/** The kinds of change most policies name; a workspace adds its own. */
const usualChangeTypes = [
  "Emergency fix",
  "Planned infrastructure update",
  "Application update",
  "Scheduled maintenance",
  "Permission change",
  "Cost optimisation",
];

const blankWorkspace = {
  secondZone: null,
  holidayRegion: null,
  noticeCounting: "clear",
  closeOfBusiness: "17:00",
  referencePrefix: "FW",
  contactPoint: "",
  internalDomains: [],
} satisfies Partial<Workspace>;

function fillFromExample(
  writing: WriteStore,
  example: ExampleWorkspace,
  workspace: Workspace,
  holidays: Holidays,
  now: Instant,
  { ids }: Pick<Dependencies, "ids">,
): void {
  const { services, changeTypes, audiences, customers, contacts, channels } = example.directory;
  for (const service of services) writing.saveService(service);
  for (const changeType of changeTypes) writing.saveChangeType(changeType);
  for (const contact of contacts) writing.saveContact(contact);
  for (const channel of channels) writing.saveChannel(channel);
  for (const customer of customers) writing.saveCustomer(customer);
  for (const audience of audiences) writing.saveAudience(audience);
  for (const rule of example.rules) writing.saveRule(rule);
  for (const exampleWindow of example.windows) {
    const window = placeWindow(exampleWindow, writing, workspace, now, ids.next());
    writing.saveWindow(window);
    storePlan(writing, window, holidays, now, "windowChanged", ids);
  }
}

/** Places an example's window on the calendar, so many days after today in its own zone. */
function placeWindow(example: ExampleWindow, writing: WriteStore, workspace: Workspace, now: Instant, id: string): Window {
  const { startsInDays, startsAt, lengthMinutes, ...facts } = example;
  const date = addDays(dateOf(now, example.zone), startsInDays);
  const startAt = instantOfWall(`${date}T${startsAt}`, example.zone);
  const year = Number(date.slice(0, 4));
  return {
    ...facts,
    engineers: [],
    shortNotice: null,
    start: zonedTimeOf(startAt, example.zone),
    end: zonedTimeOf(startAt + lengthMinutes * minute, example.zone),
    id,
    reference: `${workspace.referencePrefix}-${year}-${String(writing.nextReferenceNumber(year)).padStart(3, "0")}`,
    revision: 1,
    createdAt: now,
    outcome: { kind: "open" },
    group: null,
    formerTimes: [],
  };
}
