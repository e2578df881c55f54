import type { CalendarFeed } from "../../core/domain/calendar/calendar-feed.ts";
import type { WindowProposal } from "../../core/domain/calendar/window-proposal.ts";
import type { Freeze } from "../../core/domain/conflicts/freeze.ts";
import type { Series } from "../../core/domain/recurrence/series.ts";
import type { UnplannedOutage } from "../../core/domain/uptime/unplanned-outage.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

type FactsRow = [facts: string];

/** What planning knows beside windows: series, freezes, outages, feeds and what others propose. */
export function readPlanning(
  connection: Connection,
): Pick<ReadStore, "series" | "allSeries" | "freezes" | "outagesBetween" | "feeds" | "proposals" | "proposal" | "proposalOf"> {
  function all<T>(sql: string, ...values: readonly (string | number)[]): readonly T[] {
    return connection.rows<FactsRow>(sql, ...values).map(([facts]) => fromJson<T>(facts));
  }
  function one<T>(sql: string, ...values: readonly (string | number)[]): T | null {
    const row = onlyRow(connection.rows<FactsRow>(sql, ...values));
    return row === null ? null : fromJson<T>(row[0]);
  }
  return {
    series: (id) => one<Series>("SELECT facts FROM series WHERE id = ?", id),
    allSeries: () => all<Series>("SELECT facts FROM series ORDER BY position"),
    freezes: () => all<Freeze>("SELECT facts FROM freeze ORDER BY start_at, position"),
    outagesBetween: (from, to) =>
      connection
        .rows<[id: string, serviceId: string, startAt: number, endAt: number, note: string]>(
          `SELECT id, service_id, start_at, end_at, note FROM unplanned_outage
           WHERE end_at > ?1 AND start_at < ?2 ORDER BY start_at, position`,
          from,
          to,
        )
        .map(([id, serviceId, startAt, endAt, note]): UnplannedOutage => ({ id, serviceId, startAt, endAt, note })),
    feeds: () => all<CalendarFeed>("SELECT facts FROM feed ORDER BY position"),
    proposals: (state, limit) =>
      all<WindowProposal>(
        "SELECT facts FROM proposal WHERE state = +? ORDER BY received_at DESC, position DESC LIMIT +?",
        state,
        limit,
      ),
    proposal: (id) => one<WindowProposal>("SELECT facts FROM proposal WHERE id = ?", id),
    proposalOf: (uid) =>
      one<WindowProposal>("SELECT facts FROM proposal WHERE uid = ? ORDER BY received_at DESC, position DESC LIMIT 1", uid),
  };
}

export function writePlanning(
  connection: Connection,
): Pick<
  WriteStore,
  "saveSeries" | "saveFreeze" | "removeFreeze" | "saveOutage" | "removeOutage" | "saveFeed" | "removeFeed" | "saveProposal"
> {
  function saveFacts(table: "series" | "feed", entry: { readonly id: string }): void {
    connection.change(
      `INSERT INTO ${table} (id, facts) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts`,
      entry.id,
      JSON.stringify(entry),
    );
  }
  function removeFrom(table: "freeze" | "unplanned_outage" | "feed", id: string): void {
    connection.change(`DELETE FROM ${table} WHERE id = ?`, id);
  }
  return {
    saveSeries: (series) => saveFacts("series", series),
    saveFeed: (feed) => saveFacts("feed", feed),
    removeFeed: (id) => removeFrom("feed", id),
    saveFreeze: (freeze) =>
      connection.change(
        `INSERT INTO freeze (id, start_at, facts) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET start_at = excluded.start_at, facts = excluded.facts`,
        freeze.id,
        freeze.start.at,
        JSON.stringify(freeze),
      ),
    removeFreeze: (id) => removeFrom("freeze", id),
    saveOutage: ({ id, serviceId, startAt, endAt, note }) =>
      connection.change(
        `INSERT INTO unplanned_outage (id, service_id, start_at, end_at, note) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET service_id = excluded.service_id, start_at = excluded.start_at,
           end_at = excluded.end_at, note = excluded.note`,
        id,
        serviceId,
        startAt,
        endAt,
        note,
      ),
    removeOutage: (id) => removeFrom("unplanned_outage", id),
    saveProposal: (proposal) =>
      connection.change(
        `INSERT INTO proposal (id, uid, received_at, state, facts) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, facts = excluded.facts`,
        proposal.id,
        proposal.uid,
        proposal.receivedAt,
        proposal.state,
        JSON.stringify(proposal),
      ),
  };
}
