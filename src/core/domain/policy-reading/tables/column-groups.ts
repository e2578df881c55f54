import type { SourceTable } from "../../source-document.ts";
import { readAudiences, voiceOf } from "../words/audience-words.ts";
import { startWithCapital } from "../words/plain-text.ts";
import { type Column, readColumns } from "./columns.ts";
import { findMatrix, type Matrix } from "./matrix-columns.ts";

/** A column that another group of the same table reads. */
const ofAnotherGroup: Column = { role: "other", why: "" };

/**
 * A table whose header has a storey over the columns (`Inside` over `Channel` and `Lead time`, `Customers` over the same two)
 * is a matrix for each of the readers named there, beside the columns they share. Null where the table has no such storey.
 */
export function matricesOfGroups(table: SourceTable, number: number): Matrix[] | null {
  const parts = table.headers.map((header) => header.split(" / "));
  const names = [...new Set(parts.flatMap((part) => (part.length === 2 ? [part[0] ?? ""] : [])))];
  if (names.length < 2) return null;
  const shared = readColumns(table.headers, table.rows);
  const matrices = names.flatMap((name) => {
    const own = parts.map((part) => part.length === 2 && part[0] === name);
    const headers = table.headers.filter((_, index) => own[index]).map((header) => header.slice(name.length + 3));
    const cells = table.rows.map((row) => row.filter((_, index) => own[index]));
    const ofGroup = readColumns(headers, cells);
    const roles = ofGroup.map((column) => column.role);
    if (
      !(roles.includes("timing") || (roles.includes("channel") && roles.includes("notices"))) ||
      !(roles.includes("channel") || roles.includes("notices"))
    )
      return [];
    let next = 0;
    const columns = parts.map((part, index): Column => {
      if (own[index] === true) return ofGroup[next++] ?? ofAnotherGroup;
      return part.length === 2 ? ofAnotherGroup : (shared[index] ?? ofAnotherGroup);
    });
    const matrix = findMatrix(table, number, columns);
    return "why" in matrix ? [] : [{ ...matrix, audience: { name: nameOfGroup(name), voice: voiceOfGroup(name) } }];
  });
  return matrices.length === names.length ? matrices : null;
}

function voiceOfGroup(name: string) {
  if (/inside|intern/iu.test(name)) return "internal" as const;
  if (/outside|extern/iu.test(name)) return "customer" as const;
  return voiceOf(name) ?? ("customer" as const);
}

function nameOfGroup(name: string): string {
  if (/^(?:inside|intern\p{L}*)$/iu.test(name.trim())) return "Internal teams";
  if (/^(?:outside|extern\p{L}*)$/iu.test(name.trim())) return "Customers";
  return startWithCapital(readAudiences(name, "internal").audiences[0]?.name ?? name);
}
