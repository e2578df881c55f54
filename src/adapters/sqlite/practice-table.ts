import type { PracticeMessage, ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";
import { fromJson } from "./json.ts";

/** The practice mailbox, newest first. */
export function readPractice(connection: Connection): Pick<ReadStore, "practiceMessages"> {
  return {
    practiceMessages: (limit) =>
      connection
        .rows<[facts: string]>("SELECT facts FROM practice_message ORDER BY at DESC, position DESC LIMIT +?", limit)
        .map(([facts]) => fromJson<PracticeMessage>(facts)),
  };
}

export function writePractice(connection: Connection): Pick<WriteStore, "savePracticeMessage"> {
  return {
    savePracticeMessage(message) {
      connection.change(
        `INSERT INTO practice_message (id, at, facts) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET at = excluded.at, facts = excluded.facts`,
        message.id,
        message.at,
        JSON.stringify(message),
      );
    },
  };
}
