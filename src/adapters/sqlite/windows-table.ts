import type { Impact, Outcome, Window } from "../../core/domain/window.ts";
import type { ReadStore, WindowSummary, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

const summaryColumns =
  "id, reference, title, change_type_id, service_ids, impact, start_at, end_at, outcome, revision, customers_affected, people, group_id";

const allColumns = `${summaryColumns}, start_wall, start_zone, end_wall, end_zone, facts`;

type SummaryRow = [
  id: string,
  reference: string,
  title: string,
  changeTypeId: string,
  serviceIds: string,
  impact: Impact,
  startAt: number,
  endAt: number,
  outcome: Outcome["kind"],
  revision: number,
  customersAffected: 0 | 1,
  people: string,
  groupId: string | null,
];

type WindowRow = [...SummaryRow, startWall: string, startZone: string, endWall: string, endZone: string, facts: string];

/** The part of a window that has no column of its own. */
type WindowRest = Omit<
  Window,
  "id" | "reference" | "title" | "changeTypeId" | "serviceIds" | "impact" | "start" | "end" | "revision"
>;

/** What files from before say nothing of. */
const unsaid = { engineers: [], shortNotice: null, group: null } satisfies Partial<WindowRest>;

export function readWindows(
  connection: Connection,
): Pick<
  ReadStore,
  "window" | "windowsBetween" | "runningWindows" | "findWindows" | "openWindowIds" | "windowCount" | "windowsOfGroup"
> {
  return {
    window(id) {
      const row = onlyRow(connection.rows<WindowRow>(`SELECT ${allColumns} FROM window WHERE id = ?`, id));
      return row === null ? null : toWindow(row);
    },
    windowsOfGroup: (groupId) =>
      connection
        .rows<WindowRow>(`SELECT ${allColumns} FROM window WHERE group_id = ? ORDER BY start_at, position`, groupId)
        .map(toWindow),
    windowsBetween: (from, to) =>
      connection
        .rows<SummaryRow>(
          `SELECT ${summaryColumns} FROM window
           WHERE start_at < ?2 AND start_at > ?1 - (SELECT max(end_at - start_at) FROM window) AND end_at > ?1
           ORDER BY start_at, position`,
          from,
          to,
        )
        .map(toSummary),
    runningWindows: (now) =>
      connection
        .rows<SummaryRow>(
          `SELECT ${summaryColumns} FROM window WHERE outcome = 'open' AND start_at <= ? ORDER BY start_at, position`,
          now,
        )
        .map(toSummary),
    findWindows(words, limit) {
      const wanted = searchedWords(words).split(/\s+/).filter(Boolean);
      const conditions = wanted.map(() => "instr(searched, ?) > 0").join(" AND ");
      return connection
        .rows<SummaryRow>(
          `SELECT ${summaryColumns} FROM window WHERE ${conditions || "TRUE"} ORDER BY start_at DESC, position DESC LIMIT +?`,
          ...wanted,
          limit,
        )
        .map(toSummary);
    },
    openWindowIds: (now) =>
      connection
        .rows<[id: string]>("SELECT id FROM window WHERE outcome = 'open' AND end_at > ? ORDER BY end_at, position", now)
        .map(([id]) => id),
    windowCount: () => onlyRow(connection.rows<[count: number]>("SELECT count(*) FROM window"))?.[0] ?? 0,
  };
}

export function writeWindows(connection: Connection): Pick<WriteStore, "saveWindow"> {
  return {
    saveWindow(window) {
      const { id, reference, title, changeTypeId, serviceIds, impact, start, end, revision, ...rest } = window;
      connection.change(
        `INSERT INTO window (
           id, reference, title, change_type_id, service_ids, impact, start_at, start_wall, start_zone,
           end_at, end_wall, end_zone, outcome, revision, customers_affected, people, group_id, searched, facts
         ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
           reference = excluded.reference, title = excluded.title, change_type_id = excluded.change_type_id,
           service_ids = excluded.service_ids, impact = excluded.impact, start_at = excluded.start_at,
           start_wall = excluded.start_wall, start_zone = excluded.start_zone, end_at = excluded.end_at,
           end_wall = excluded.end_wall, end_zone = excluded.end_zone, outcome = excluded.outcome,
           revision = excluded.revision, customers_affected = excluded.customers_affected, people = excluded.people,
           group_id = excluded.group_id, searched = excluded.searched, facts = excluded.facts`,
        id,
        reference,
        title,
        changeTypeId,
        JSON.stringify(serviceIds),
        impact,
        start.at,
        start.wall,
        start.zone,
        end.at,
        end.wall,
        end.zone,
        rest.outcome.kind,
        revision,
        rest.customersAffected ? 1 : 0,
        JSON.stringify([rest.lead, ...rest.engineers].filter((name) => name !== "")),
        rest.group?.id ?? null,
        searchedWords(`${reference} ${title}`),
        JSON.stringify(rest satisfies WindowRest),
      );
    },
  };
}

function toSummary(row: SummaryRow): WindowSummary {
  const [id, reference, title, changeTypeId, serviceIds, impact, startAt, endAt, outcome, revision, ...more] = row;
  const [customersAffected, people, groupId] = more;
  return {
    id,
    reference,
    title,
    changeTypeId,
    serviceIds: fromJson<readonly string[]>(serviceIds),
    impact,
    startAt,
    endAt,
    outcome,
    revision,
    customersAffected: customersAffected === 1,
    people: fromJson<readonly string[]>(people),
    groupId,
  };
}

function toWindow(row: WindowRow): Window {
  const [id, reference, title, changeTypeId, serviceIds, impact, startAt, endAt, , revision, , , , ...more] = row;
  const [startWall, startZone, endWall, endZone, facts] = more;
  return {
    ...unsaid,
    ...fromJson<WindowRest>(facts),
    id,
    reference,
    title,
    changeTypeId,
    serviceIds: fromJson<readonly string[]>(serviceIds),
    impact,
    start: { at: startAt, wall: startWall, zone: startZone },
    end: { at: endAt, wall: endWall, zone: endZone },
    revision,
  };
}

/** Words as they are compared: whatever their case, and however an accent was typed. SQLite itself folds ASCII only. */
function searchedWords(words: string): string {
  return words.normalize("NFKC").toLowerCase();
}
