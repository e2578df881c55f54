import type { PolicyReading, SourceCell } from "../policy.ts";
import type { SourceDocument, SourceTable } from "../source-document.ts";
import type { StandIns } from "./cells/stand-ins.ts";
import { changeOfTable } from "./headings.ts";
import { isToldUnder, type SharedTold } from "./shared-channels.ts";
import { matricesOfChanges } from "./tables/changes-across.ts";
import { createDirectory, isDirectory } from "./tables/channel-directory.ts";
import { matricesOfGroups } from "./tables/column-groups.ts";
import { readColumns } from "./tables/columns.ts";
import { readJoined, tablesJoinedBySteps } from "./tables/joined-steps.ts";
import { isSetApart } from "./tables/look-alike-tables.ts";
import { findMatrix, type Matrix, untimedMatrix } from "./tables/matrix-columns.ts";
import type { meantTables } from "./tables/meant-tables.ts";
import { readOpenRows } from "./tables/open-rows.ts";
import { type MatrixOfChange, readTable } from "./tables/read-table.ts";
import { usualChangeType } from "./words/change-type.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;
type Numbered = readonly [number: number, table: SourceTable];

/** A document's tables, with what the rest of it says of them. */
export type TablesContext = {
  readonly document: SourceDocument;
  readonly tables: readonly SourceTable[];
  readonly meant: ReturnType<typeof meantTables>;
  /** Who is told through what, where the document says it once for all. */
  readonly shared: SharedTold | null;
  readonly standIns: StandIns;
};

/** What the tables owe. */
export type TablesReading = Reading & {
  /** Whether one of them is a matrix, so that sentences beside it say it again. */
  readonly hasMatrix: boolean;
  /** What they owe though nothing says when: for a document that is read as nothing else. */
  readonly untimed: () => readonly Reading[];
  /** Rows of tables of channels that no rule of the whole document drew on. */
  readonly unused: (rules: PolicyReading["rules"], questions: PolicyReading["questions"]) => PolicyReading["ignored"];
};

/** What a table is: matrices, one or several; rows that are asked about; or no notices, with the reason. */
type Kind =
  | { readonly kind: "matrices"; readonly matrices: readonly MatrixOfChange[] }
  | { readonly kind: "open"; readonly why: string }
  | { readonly kind: "directory" }
  | { readonly kind: "none"; readonly why: string };

/** Reads all tables, each with what the others say of its changes and its readers. */
export function readTables(context: TablesContext): TablesReading {
  const { document, tables, meant, shared, standIns } = context;
  const isMeantFor = ([number, table]: Numbered): boolean =>
    !meant.keys.has(number) && isDirectory(table) && !isSetApart(table, document);
  const directories = [...meant.tables.entries()].filter(isMeantFor);
  const directory = createDirectory(directories, standIns);
  const joined = tablesJoinedBySteps(meant.tables, tables);
  const ofSteps = new Set(joined.flatMap(({ times, ways }) => [times.number, ways.number]));
  const matrices: MatrixOfChange[] = [];
  const readings: Reading[] = [];
  for (const [number, table] of meant.tables.entries()) {
    if (ofSteps.has(number)) continue;
    const kind = kindOf([number, table], context);
    if (kind.kind === "matrices") matrices.push(...kind.matrices);
    else if (kind.kind === "open") readings.push(readOpenRows(table, number, kind.why, standIns));
    else if (kind.kind === "none") readings.push(passedOver(tables[number] ?? table, number, kind.why));
  }
  readings.push(...joined.map((one) => readJoined(one, standIns)));
  for (const one of matrices) {
    const others = matrices.filter((other) => other.matrix.number !== one.matrix.number);
    readings.push(readTable(one, others, shared, directory, standIns));
  }
  return {
    rules: readings.flatMap((one) => one.rules),
    questions: readings.flatMap((one) => one.questions),
    ignored: readings.flatMap((one) => one.ignored),
    hasMatrix: matrices.length + joined.length > 0,
    untimed: () =>
      directories.flatMap(([number, table]) => {
        const matrix = untimedMatrix(table, number);
        if (matrix === null) return [];
        return [readTable({ matrix, changeType: usualChangeType(table.heading) }, [], shared, directory, standIns)];
      }),
    unused: (rules, questions) => directories.flatMap((one) => unusedRows(one, rules, questions)),
  };
}

function kindOf([number, table]: Numbered, context: TablesContext): Kind {
  const { document, tables, meant, shared } = context;
  if (meant.keys.has(number))
    return { kind: "none", why: "It says what names and codes mean; the tables that use them are read with it." };
  if (isSetApart(table, document)) return { kind: "none", why: "It is set apart from the notices, in so many words." };
  const complete = (matrix: Matrix): Matrix => ({ ...matrix, written: tables[number]?.rows ?? [], cited: meant.cited });
  const ofChanges = matricesOfChanges(table, number);
  if (ofChanges !== null)
    return { kind: "matrices", matrices: ofChanges.map((one) => ({ ...one, matrix: complete(one.matrix) })) };
  if (isDirectory(table)) return { kind: "directory" };
  const inTable = (matrix: Matrix): MatrixOfChange => ({
    matrix: complete(matrix),
    changeType: changeOfTable(document, table),
  });
  const grouped = matricesOfGroups(table, number);
  if (grouped !== null) return { kind: "matrices", matrices: grouped.map(inTable) };
  const isToldOver = isToldUnder(table.heading, shared, document, tables.length);
  const matrix = findMatrix(table, number, readColumns(table.headers, table.rows), isToldOver);
  if (!("why" in matrix)) return { kind: "matrices", matrices: [inTable(matrix)] };
  return { kind: matrix.isOpen ? "open" : "none", why: matrix.why };
}

function passedOver(table: SourceTable, number: number, why: string): Reading {
  return { rules: [], questions: [], ignored: cellsOf(table, number).map((cell) => ({ cell, why })) };
}

function cellsOf(table: SourceTable, number: number): SourceCell[] {
  return table.rows.flatMap((row, index) => row.map((words, column) => ({ table: number, row: index, column, words })));
}

function unusedRows(
  [number, table]: Numbered,
  rules: PolicyReading["rules"],
  questions: PolicyReading["questions"],
): PolicyReading["ignored"] {
  const used = new Set(
    [...rules.flatMap((one) => one.cells), ...questions.flatMap((one) => one.otherCells)]
      .filter((cell) => cell.table === number)
      .map((cell) => cell.row),
  );
  const why =
    used.size > 0
      ? "No time of notice is given for these readers."
      : "This table names no time, so it holds no notices by itself.";
  return cellsOf(table, number)
    .filter((cell) => !used.has(cell.row))
    .map((cell) => ({ cell, why }));
}
