import { done, refuse } from "../../src/core/app/answer.ts";
import { createChanges } from "../../src/core/app/changes.ts";
import type { Forewarn } from "../../src/core/app/forewarn.ts";
import type { PolicyReading } from "../../src/core/domain/policy.ts";
import { defaultPreferences, type Preferences } from "../../src/core/ports/preferences.ts";

/** An application that answers just what the transports' tests ask for, and counts what reached it. */
export type FakeForewarn = { readonly app: Forewarn; readonly commands: string[]; readonly listeners: () => number };

/** The secret part of the one feed there is. */
export const feedToken = "f".repeat(43);

/** A desk none of whose procedures may be reached; one that is, is a bug. */
function closedDesk<T extends object>(name: string): T {
  const refuseAll = (_target: object, property: string | symbol): never => {
    throw new Error(`${name}.${String(property)} was reached`);
  };
  return new Proxy<T>({} as T, { get: refuseAll });
}

export function fakeForewarn(): FakeForewarn {
  const commands: string[] = [];
  const changes = createChanges();
  let listening = 0;
  let preferences: Preferences = defaultPreferences;
  const app: Forewarn = {
    workspaces: {
      view: () => ({
        workspace: null,
        counts: { services: 0, customers: 0, windows: 0 },
        badges: { today: 0, outbox: 0 },
        readOnly: null,
        sending: { pauses: [], trouble: null },
        location: "/tmp/workspace.forewarn",
        setAside: null,
      }),
      zoneSpells: () => [],
      examples: () => [{ id: "hie", name: "Health exchange", description: "Four customers" }],
      create: async (input) => {
        commands.push(`create ${input.name}`);
        changes.emit({ topic: "workspace" });
        return done({ id: "w1" });
      },
      update: async () => done({ id: "w1" }),
    },
    windows: {
      ...closedDesk<Forewarn["windows"]>("windows"),
      get: () => refuse("notFound", "This window is no longer there. Nothing was changed.", "id"),
      find: () => [],
    },
    series: closedDesk<Forewarn["series"]>("series"),
    phases: closedDesk<Forewarn["phases"]>("phases"),
    policy: {
      read: async (source) => done({ length: source.length } as unknown as PolicyReading),
      apply: async (rules) => done({ rules: rules.length }),
    },
    preferences: {
      get: () => preferences,
      set: async (next) => {
        commands.push("set preferences");
        preferences = next;
      },
    },
    changes: {
      emit: changes.emit,
      subscribe(listener) {
        listening += 1;
        const stop = changes.subscribe(listener);
        return () => {
          listening -= 1;
          stop();
        };
      },
    },
    today: closedDesk("today"),
    calendar: closedDesk("calendar"),
    calendarFiles: closedDesk("calendarFiles"),
    calendarImport: closedDesk("calendarImport"),
    feeds: {
      ...closedDesk<Forewarn["feeds"]>("feeds"),
      read: (token) => (token === feedToken ? { text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", tag: "a1" } : null),
    },
    notices: closedDesk("notices"),
    outbox: closedDesk("outbox"),
    matrix: closedDesk("matrix"),
    directory: closedDesk("directory"),
    freezes: closedDesk("freezes"),
    uptime: closedDesk("uptime"),
    templates: closedDesk("templates"),
    connections: closedDesk("connections"),
    counterparts: closedDesk("counterparts"),
    duty: closedDesk("duty"),
    lists: closedDesk("lists"),
    evidence: closedDesk("evidence"),
    audit: closedDesk("audit"),
    backups: closedDesk("backups"),
  };
  return { app, commands, listeners: () => listening };
}
