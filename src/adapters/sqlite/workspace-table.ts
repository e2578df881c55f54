import type { Workspace } from "../../core/domain/directory.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

const memory = "workspace";

export function readWorkspace(connection: Connection): Pick<ReadStore, "workspace"> {
  return {
    workspace: () =>
      connection.remembered(memory, () => {
        const row = onlyRow(connection.rows<[facts: string]>("SELECT facts FROM workspace"));
        return row === null ? null : fromJson<Workspace>(row[0]);
      }),
  };
}

export function writeWorkspace(connection: Connection): Pick<WriteStore, "saveWorkspace" | "nextReferenceNumber"> {
  return {
    saveWorkspace(workspace) {
      connection.change(
        "INSERT INTO workspace VALUES (1, ?) ON CONFLICT (singleton) DO UPDATE SET facts = excluded.facts",
        JSON.stringify(workspace),
      );
      connection.forget(memory);
    },
    nextReferenceNumber(year) {
      connection.change("INSERT INTO reference_number VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1", year);
      const row = onlyRow(connection.rows<[last: number]>("SELECT last FROM reference_number WHERE year = ?", year));
      if (row === null) throw new Error(`No reference number for ${year} although one was just counted`);
      return row[0];
    },
  };
}
