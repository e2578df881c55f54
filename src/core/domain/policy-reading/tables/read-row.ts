import type { PolicyQuestion, PolicyReading, SourceCell } from "../../policy.ts";
import { type NoticeCell, readNoticeCell, type Told } from "../cells/notice-cell.ts";
import { joinQuestions } from "../cells/questions.ts";
import { cellAt, type Row } from "./matrix-columns.ts";
import { cellsOfColumns, type NoticesColumn } from "./notices-columns.ts";
import type { CommonCell, RowContext } from "./row-context.ts";
import { type RowFacts, readRowFacts } from "./row-facts.ts";
import { cellsOfWholeRow } from "./whole-row.ts";

type RowReading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Reads every cell of a row, each with what the row's other cells and its column's header say beside it. */
export function readRow(row: Row, context: RowContext): RowReading {
  const facts = readRowFacts(row, context.words, context.standIns);
  const cells = noticeCells(row, context, facts);
  const rules: PolicyReading["rules"][number][] = [];
  const asked: PolicyQuestion[] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const covered = new Set<number>();
  let earlier: Told | null = null;
  for (const cell of cells) {
    const column = row.matrix.columns[cell.at.column];
    // A column that names its readers does not mean those of the column before.
    const mayInherit = column?.role === "notices" && !column.isNamed;
    const reading = readNoticeCell({ ...cell, earlier: mayInherit ? earlier : null }, context.standIns);
    rules.push(...reading.rules);
    asked.push(...reading.questions);
    ignored.push(...reading.ignored);
    if (reading.told !== null && earlier === null) earlier = reading.told;
    covered.add(cell.at.column);
    if (reading.rules.length + reading.questions.length > 0) for (const column of facts.columns) covered.add(column);
  }
  for (const column of row.cells.keys())
    if (!covered.has(column) && !isOfAnotherGroup(row, column))
      ignored.push({ cell: cellAt(row, column), why: whyIgnored(row, column) });
  return { rules, questions: joinQuestions(asked), ignored };
}

/** A column under another storey of the header is read with its own. */
function isOfAnotherGroup({ matrix }: Row, column: number): boolean {
  const found = matrix.columns[column];
  return found?.role === "other" && found.why === "";
}

function whyIgnored(row: Row, column: number): string {
  const role = row.matrix.columns[column];
  if (role?.role === "other") return role.why;
  return (row.cells[column] ?? "").trim() === "" ? "The cell is empty." : "No notice is owed in this row.";
}

/** The row's cells that owe notices: those in columns of notices, or the row itself where it says who, how and when. */
function noticeCells(row: Row, context: RowContext, facts: RowFacts): NoticeCell[] {
  const common: CommonCell = {
    changeType: facts.isStatus ? null : context.changeType,
    lead: facts.lead,
    said: facts.said,
    unread: facts.unread,
    placeKind: null,
    conditions: facts.conditions,
    otherCells: [...facts.columns.map((column) => cellAt(row, column)), ...borrowedCells(row)],
    earlier: null,
  };
  const columns = row.matrix.columns.flatMap((column, index): NoticesColumn[] =>
    column.role === "notices" ? [{ column, index }] : [],
  );
  return columns.length === 0
    ? cellsOfWholeRow(row, context, facts, common)
    : cellsOfColumns(row, columns, context, facts, common);
}

function borrowedCells({ borrowed }: Row): SourceCell[] {
  return [...borrowed.values()].flat();
}
