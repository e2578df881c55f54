import type { PolicyReading, SourceCell } from "../policy.ts";
import type { SourceDocument, SourceTable } from "../source-document.ts";
import { usualChangeType } from "./change-type.ts";
import { createDirectory, isDirectory } from "./channel-directory.ts";
import { matricesOfGroups } from "./column-groups.ts";
import { joinRules } from "./join-rules.ts";
import { apartAsKnown, choicesApart, knownReaders } from "./known-readers.ts";
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
  const directories = [...tables.entries()].filter(([, table]) => isDirectory(table));
  const directory = createDirectory(directories, standIns);
  for (const [number, table] of tables.entries()) {
    if (directories.some(([other]) => other === number)) continue;
    const grouped = matricesOfGroups(table, number);
    if (grouped !== null) {
      for (const matrix of grouped) matrices.push({ matrix, changeType: usualChangeType(table.heading) });
      continue;
    }
    const matrix = findMatrix(table, number);
    if ("why" in matrix) for (const cell of allCells(table, number)) ignored.push({ cell, why: matrix.why });
    else matrices.push({ matrix, changeType: usualChangeType(table.heading) });
  }
  const shared = sharedChannels(document, tables.length, standIns);
  for (const one of matrices)
    take(
      readTable(
        one,
        matrices.filter((other) => other.matrix.number !== one.matrix.number),
        shared,
        directory,
        standIns,
      ),
    );
  for (const [number, table] of directories) ignored.push(...unused(table, number, rules, questions));
  const process = readProcess(document, {
    firstTable: tables.length,
    hasMatrix: matrices.length > 0,
    told: shared,
    ofTables: { certain: rules.map((one) => one.rule), possible: choicesOf(questions) },
    standIns,
  });
  take(process);

  const readers = knownReaders(rules.map((one) => one.rule));
  const joined = joinRules(rules.flatMap((one) => apartAsKnown(one.rule, readers).map((rule) => ({ ...one, rule }))));
  const asked = [...joined.questions, ...questions.map((question) => choicesApart(question, readers))];
  const owed = [...joined.rules.map((one) => one.rule), ...choicesOf(asked)];
  return {
    rules: joined.rules,
    questions: [...standIns.questionsFor(owed), ...asked],
    ignored: distinct(ignored, [
      ...joined.rules.flatMap((one) => one.cells),
      ...asked.flatMap((one) => [one.cell, ...one.otherCells]),
    ]),
    requiredFacts: process.requiredFacts,
    tables: [...tables, ...process.tables],
  };
}

/** The rules that answers would make. */
function choicesOf(questions: PolicyReading["questions"]) {
  return questions.flatMap((question) => question.choices.flatMap((choice) => choice.rules));
}

function allCells(table: SourceTable, number: number) {
  return table.rows.flatMap((row, index) => row.map((words, column) => ({ table: number, row: index, column, words })));
}

/** A table of channels whose rows no rule drew on. */
function unused(
  table: SourceTable,
  number: number,
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
  return allCells(table, number)
    .filter((cell) => !used.has(cell.row))
    .map((cell) => ({ cell, why }));
}

/** Two readings of one table (`matricesOfGroups`) pass over the same cells, or one passes over what the other reads. */
function distinct(ignored: PolicyReading["ignored"], read: readonly SourceCell[]): PolicyReading["ignored"] {
  const keyOf = ({ table, row, column, words }: SourceCell): string => `${table}/${row}/${column}/${words}`;
  const seen = new Set(read.map(keyOf));
  return ignored.filter(({ cell }) => !seen.has(keyOf(cell)) && seen.add(keyOf(cell)));
}
