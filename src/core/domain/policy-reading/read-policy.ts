import type { PolicyReading, ProposedChannel } from "../policy.ts";
import type { SourceDocument, SourceTable } from "../source-document.ts";
import { readChangeType } from "./change-type.ts";
import { createChannelQuestions } from "./channel-questions.ts";
import { readProcess } from "./read-process.ts";
import { findMatrix, type Matrix, readTable } from "./read-table.ts";
import { withHeaders } from "./table-headers.ts";

/**
 * Reads a policy into rules and questions. Pure and total: whatever the document holds, every cell of it ends in a rule,
 * a question or `ignored`. A document without a matrix or a process gives no rules and no questions.
 */
export function readPolicy(document: SourceDocument): PolicyReading {
  const tables = document.tables.map(withHeaders);
  const channelQuestions = createChannelQuestions();
  const rules: PolicyReading["rules"][number][] = [];
  const questions: PolicyReading["questions"][number][] = [];
  const ignored: PolicyReading["ignored"][number][] = [];

  const matrices: Matrix[] = [];
  for (const [number, table] of tables.entries()) {
    const matrix = findMatrix(table, number);
    if ("why" in matrix) ignored.push(...allCells(table, number).map((cell) => ({ cell, why: matrix.why })));
    else matrices.push(matrix);
  }
  for (const matrix of matrices) {
    const reading = readTable(matrix, changeTypeOfHeading(tables[matrix.number]?.heading ?? ""), channelQuestions);
    rules.push(...reading.rules);
    questions.push(...reading.questions);
    ignored.push(...reading.ignored);
  }
  const process = readProcess(document, { firstTable: tables.length, hasMatrix: matrices.length > 0, channelQuestions });
  rules.push(...process.rules);
  questions.push(...process.questions);
  ignored.push(...process.ignored);

  const used: ProposedChannel[] = [
    ...rules.flatMap((entry) => entry.rule.channels),
    ...questions.flatMap((question) => question.choices.flatMap((choice) => choice.rules.flatMap((rule) => rule.channels))),
  ];
  return {
    rules,
    questions: [...channelQuestions.questions(used), ...questions],
    ignored,
    requiredFacts: process.requiredFacts,
    tables: [...tables, ...process.tables],
  };
}

function allCells(table: SourceTable, number: number) {
  return table.rows.flatMap((row, index) => row.map((words, column) => ({ table: number, row: index, column, words })));
}

/** A heading that is the name of a usual change type says what its table is about. */
function changeTypeOfHeading(heading: string): string | null {
  const name = readChangeType(heading);
  return name.toLowerCase() === heading.toLowerCase() ? null : name;
}
