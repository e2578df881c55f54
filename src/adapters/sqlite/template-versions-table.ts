import type { TemplateVersion } from "../../core/domain/template-version.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";

type VersionRow = [
  stage: TemplateVersion["stage"],
  voice: TemplateVersion["voice"],
  number: number,
  at: number,
  who: string,
  way: TemplateVersion["way"],
  detail: string,
  subject: string,
  body: string,
];

const columns = "stage, voice, number, at, who, way, detail, subject, body";

export function readTemplateVersions(
  connection: Connection,
): Pick<ReadStore, "newestTemplateVersions" | "templateVersions" | "templateVersion"> {
  return {
    newestTemplateVersions: () =>
      connection
        .rows<VersionRow>(
          `SELECT ${columns} FROM template_version AS one
           WHERE number = (SELECT max(number) FROM template_version WHERE stage = one.stage AND voice = one.voice)`,
        )
        .map(versionOf),
    templateVersions: (stage, voice, limit) =>
      connection
        .rows<VersionRow>(
          `SELECT ${columns} FROM template_version WHERE stage = ? AND voice = ? ORDER BY number DESC LIMIT +?`,
          stage,
          voice,
          limit,
        )
        .map(versionOf),
    templateVersion: (stage, voice, number) =>
      onlyRow(
        connection
          .rows<VersionRow>(
            `SELECT ${columns} FROM template_version WHERE stage = ? AND voice = ? AND number = ?`,
            stage,
            voice,
            number,
          )
          .map(versionOf),
      ),
  };
}

export function writeTemplateVersions(connection: Connection): Pick<WriteStore, "addTemplateVersion"> {
  return {
    addTemplateVersion({ stage, voice, at, who, way, detail, subject, body }) {
      connection.change(
        `INSERT INTO template_version (${columns})
         SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8
         FROM template_version WHERE stage = ?1 AND voice = ?2`,
        stage,
        voice,
        at,
        who,
        way,
        detail,
        subject,
        body,
      );
    },
  };
}

function versionOf([stage, voice, number, at, who, way, detail, subject, body]: VersionRow): TemplateVersion {
  return { stage, voice, number, at, who, way, detail, subject, body };
}
