import type { SourceSection, SourceTable } from "../source-document.ts";
import { readColumns } from "./columns.ts";

const keyed = /^([\p{L}][\p{L} /]{1,40}):\s+(\S[\s\S]*)$/u;

/** A section of points as `When: 3 days before` is a row of a table turned on its side; null when it is no such section. */
export function tableOfKeys(section: SourceSection): SourceTable | null {
  const pairs = section.points.map((point) => (point.indent === 0 ? keyed.exec(point.text) : null));
  const found = pairs.filter((pair) => pair !== null);
  if (found.length < 2 || found.length < section.points.length) return null;
  const headers = found.map((pair) => pair[1] ?? "");
  const row = found.map((pair) => pair[2] ?? "");
  const roles = readColumns(headers, [row]).map((column) => column.role);
  const isMatrix = ["audience", "channel"].some((role) => roles.some((one) => one === role)) && roles.includes("timing");
  return isMatrix ? { heading: section.heading, headers, rows: [row] } : null;
}
