import type { PolicyReading } from "../policy.ts";
import type { SourceDocument, SourceTable } from "../source-document.ts";
import { usualChangeType } from "./change-type.ts";
import { joinRules } from "./join-rules.ts";
import { findMatrix } from "./matrix-columns.ts";
import { readProcess } from "./read-process.ts";
import { type MatrixOfChange, readTable } from "./read-table.ts";
import { sharedChannels } from "./shared-channels.ts";
import { createStandIns } from "./stand-ins.ts";
import { withHeaders } from "./table-headers.ts";

/**
 * Reads a policy into rules and questions. Pure and total: whatever the document holds, every cell of its tables ends in a
 * rule, a question or `ignored`. A document without a matrix or a process gives no rules and no questions.
 */
export function readPolicy(document: SourceDocument): PolicyReading {
  const tables = document.tables.map(withHeaders);
  const standIns = createStandIns();
  const rules: PolicyReading["rules"][number][] = [];
  const questions: PolicyReading["questions"][number][] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const take = (reading: Pick<PolicyReading, "rules" | "questions" | "ignored">): void => {
    for (const rule of reading.rules) rules.push(rule);
    for (const question of reading.questions) questions.push(question);
    for (const cell of reading.ignored) ignored.push(cell);
  };

  const matrices: MatrixOfChange[] = [];
  for (const [number, table] of tables.entries()) {
    const matrix = findMatrix(table, number);
    if ("why" in matrix) for (const cell of allCells(table, number)) ignored.push({ cell, why: matrix.why });
    else matrices.push({ matrix, changeType: usualChangeType(table.heading) });
  }
  const shared = matrices.length === 0 ? null : sharedChannels(document, standIns);
  for (const one of matrices)
    take(
      readTable(
        one,
        matrices.filter((other) => other !== one),
        shared,
        standIns,
      ),
    );
  const process = readProcess(document, { firstTable: tables.length, hasMatrix: matrices.length > 0, ofTables: rules.map((one) => one.rule), standIns });
  take(process);

  const joined = joinRules(rules);
  const asked = [...joined.questions, ...questions];
  const owed = [
    ...joined.rules.map((one) => one.rule),
    ...asked.flatMap((question) => question.choices.flatMap((choice) => choice.rules)),
  ];
  return {
    rules: joined.rules,
    questions: [...standIns.questionsFor(owed), ...asked],
    ignored,
    requiredFacts: process.requiredFacts,
    tables: [...tables, ...process.tables],
  };
}

function allCells(table: SourceTable, number: number) {
  return table.rows.flatMap((row, index) => row.map((words, column) => ({ table: number, row: index, column, words })));
}
