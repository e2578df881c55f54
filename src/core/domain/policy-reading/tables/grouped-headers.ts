import { anyOf } from "../../any-of.ts";
import type { SourceTable } from "../../source-document.ts";

const inGroup = anyOf`
  channels?|how|medium|method|when|timing|lead[ -]?time|notice
  (?:first|second|advance) notice|reminder|completion
  kanal|wann|vorlauf|frist
`;
const grouped = new RegExp(String.raw`^(?<group>\p{L}[\p{L} &-]*?)(?:\s*[:–-]\s*|\s)(?<word>${inGroup})$`, "iu");

/** `Ops channel | Ops when | Partner channel | Partner when`: columns that share their first word stand under one header. */
export function withGroupedHeaders(table: SourceTable): SourceTable {
  const parts = table.headers.map((header) => grouped.exec(header.trim())?.groups ?? null);
  const names = parts.flatMap((part) => (part?.group === undefined ? [] : [part.group]));
  const groups = [...new Set(names)].filter((name) => names.filter((other) => other === name).length > 1);
  if (groups.length < 2 || table.headers.some((header) => header.includes(" / "))) return table;
  return {
    ...table,
    headers: table.headers.map((header, column) => {
      const { group = "", word = "" } = parts[column] ?? {};
      return groups.includes(group) ? `${group} / ${word}` : header;
    }),
  };
}
