import type { KeptListed, ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";

type ListedRow = [id: string, name: string, detail: string, problem: string | null, fetchedAt: number];

/** What providers listed when they were last asked. */
export function readKeptLists(connection: Connection): Pick<ReadStore, "keptList"> {
  return {
    keptList: ({ kind, what, within }) =>
      connection
        .rows<ListedRow>(
          `SELECT id, name, detail, problem, fetched_at FROM kept_list
           WHERE connection = ? AND what = ? AND within = ? ORDER BY name COLLATE NOCASE`,
          kind,
          what,
          within ?? "",
        )
        .map(([id, name, detail, problem, fetchedAt]): KeptListed => ({ what, id, name, detail, problem, fetchedAt })),
  };
}

export function writeKeptLists(connection: Connection): Pick<WriteStore, "keepListed" | "forgetList" | "forgetLists"> {
  return {
    keepListed({ kind, what, within }, { id, name, detail, problem, fetchedAt }) {
      connection.change(
        `INSERT INTO kept_list (connection, what, within, id, name, detail, problem, fetched_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (connection, what, within, id) DO UPDATE
         SET name = excluded.name, detail = excluded.detail, problem = excluded.problem, fetched_at = excluded.fetched_at`,
        kind,
        what,
        within ?? "",
        id,
        name,
        detail,
        problem,
        fetchedAt,
      );
    },
    forgetList({ kind, what, within }) {
      connection.change("DELETE FROM kept_list WHERE connection = ? AND what = ? AND within = ?", kind, what, within ?? "");
    },
    forgetLists: (kind) => connection.change("DELETE FROM kept_list WHERE connection = ?", kind),
  };
}
