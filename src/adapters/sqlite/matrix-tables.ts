import type { Rule } from "../../core/domain/matrix.ts";
import type { Template } from "../../core/domain/message.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";
import { fromJson } from "./json.ts";

const rulesMemory = "rules";
const templatesMemory = "templates";

type TemplateRow = [stage: Template["stage"], voice: Template["voice"], subject: string, body: string];

/** Rules in the order they were made, which is the order of the policy they came from. */
export function readMatrix(connection: Connection): Pick<ReadStore, "rules" | "templates"> {
  return {
    rules: () =>
      connection.remembered(rulesMemory, () =>
        connection.rows<[facts: string]>("SELECT facts FROM rule ORDER BY position").map(([facts]) => fromJson<Rule>(facts)),
      ),
    templates: () =>
      connection.remembered(templatesMemory, () =>
        connection
          .rows<TemplateRow>("SELECT stage, voice, subject, body FROM template ORDER BY stage, voice")
          .map(([stage, voice, subject, body]) => ({ stage, voice, subject, body })),
      ),
  };
}

export function writeMatrix(
  connection: Connection,
): Pick<WriteStore, "saveRule" | "removeRule" | "saveTemplate" | "removeTemplate"> {
  return {
    saveRule(rule) {
      connection.change(
        "INSERT INTO rule (id, facts) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts",
        rule.id,
        JSON.stringify(rule),
      );
      connection.forget(rulesMemory);
    },
    removeRule(id) {
      connection.change("DELETE FROM rule WHERE id = ?", id);
      connection.forget(rulesMemory);
    },
    saveTemplate({ stage, voice, subject, body }) {
      connection.change(
        `INSERT INTO template VALUES (?, ?, ?, ?)
         ON CONFLICT (stage, voice) DO UPDATE SET subject = excluded.subject, body = excluded.body`,
        stage,
        voice,
        subject,
        body,
      );
      connection.forget(templatesMemory);
    },
    removeTemplate(stage, voice) {
      connection.change("DELETE FROM template WHERE stage = ? AND voice = ?", stage, voice);
      connection.forget(templatesMemory);
    },
  };
}
