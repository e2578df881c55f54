import type { PolicyReading, SourceCell } from "../policy.ts";
import type { SourceDocument, SourceTable } from "../source-document.ts";
import { withBorrowedSections } from "./borrowed-sections.ts";
import { withIdsOfTheirOwn } from "./cells/questions.ts";
import { createStandIns } from "./cells/stand-ins.ts";
import { changeOfTable } from "./headings.ts";
import { joinRules } from "./join-rules.ts";
import { apartAsKnown, choicesApart, knownReaders, withReadersInFull } from "./known-readers.ts";
import { saidInSentences } from "./said-in-sentences.ts";
import { readProcess } from "./sentences/read-process.ts";
import { isToldUnder, sharedChannels } from "./shared-channels.ts";
import { matricesOfChanges } from "./tables/changes-across.ts";
import { createDirectory, isDirectory } from "./tables/channel-directory.ts";
import { matricesOfGroups } from "./tables/column-groups.ts";
import { readColumns } from "./tables/columns.ts";
import { besideNotes } from "./tables/footnotes.ts";
import { readJoined, tablesJoinedBySteps } from "./tables/joined-steps.ts";
import { isSetApart } from "./tables/look-alike-tables.ts";
import { findMatrix, type Matrix, untimedMatrix } from "./tables/matrix-columns.ts";
import { meantTables } from "./tables/meant-tables.ts";
import { readOpenRows } from "./tables/open-rows.ts";
import { type MatrixOfChange, readTable } from "./tables/read-table.ts";
import { allWithHeaders } from "./tables/table-headers.ts";
import { usualChangeType } from "./words/change-type.ts";

/**
 * Reads a policy into rules and questions. Pure and total: whatever the document holds, every cell of its tables ends in a
 * rule, a question or `ignored`. A document without a matrix or a process gives no rules and no questions.
 */
export function readPolicy(document: SourceDocument): PolicyReading {
  const tables = allWithHeaders(document.tables);
  const standIns = createStandIns();
  const rules: PolicyReading["rules"][number][] = [];
  const questions: PolicyReading["questions"][number][] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const take = (reading: Pick<PolicyReading, "rules" | "questions" | "ignored">): void => {
    for (const rule of reading.rules) rules.push(rule);
    for (const question of reading.questions) questions.push(question);
    for (const cell of reading.ignored) ignored.push(cell);
  };

  const meant = meantTables(document, tables);
  const shared = sharedChannels(document, tables.length, standIns);
  const matrices: MatrixOfChange[] = [];
  const add = (matrix: Matrix, changeType: string | null): void => {
    matrices.push({ matrix: { ...matrix, written: tables[matrix.number]?.rows ?? [], cited: meant.cited }, changeType });
  };
  const directories = [...meant.tables.entries()].filter(
    ([number, table]) => !meant.keys.has(number) && isDirectory(table) && !isSetApart(table, document),
  );
  const directory = createDirectory(directories, standIns);
  const joined = tablesJoinedBySteps(meant.tables, tables);
  const ofSteps = new Set(joined.flatMap(({ times, ways }) => [times.number, ways.number]));
  for (const [number, table] of meant.tables.entries()) {
    if (ofSteps.has(number)) continue;
    if (meant.keys.has(number)) {
      const why = "It says what names and codes mean; the tables that use them are read with it.";
      for (const cell of allCells(tables[number] ?? table, number)) ignored.push({ cell, why });
      continue;
    }
    if (isSetApart(table, document)) {
      for (const cell of allCells(table, number))
        ignored.push({ cell, why: "It is set apart from the notices, in so many words." });
      continue;
    }
    const ofChanges = matricesOfChanges(table, number);
    if (ofChanges !== null) {
      for (const { matrix, changeType } of ofChanges) add(matrix, changeType);
      continue;
    }
    if (directories.some(([other]) => other === number)) continue;
    const grouped = matricesOfGroups(table, number);
    if (grouped !== null) {
      for (const matrix of grouped) add(matrix, changeOfTable(document, table));
      continue;
    }
    const isToldOver = isToldUnder(table.heading, shared, document, tables.length);
    const matrix = findMatrix(table, number, readColumns(table.headers, table.rows), isToldOver);
    if ("why" in matrix)
      if (matrix.isOpen) take(readOpenRows(table, number, matrix.why, standIns));
      else for (const cell of allCells(table, number)) ignored.push({ cell, why: matrix.why });
    else add(matrix, changeOfTable(document, table));
  }
  for (const one of joined) take(readJoined(one, standIns));
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
  const noted = besideNotes(rules.splice(0), document, tables, tables.length);
  rules.push(...noted.rules);
  questions.push(...noted.questions);
  for (const [number, table] of directories) ignored.push(...unused(table, number, rules, questions));
  const inLetters = readProcess(document, {
    firstTable: tables.length,
    hasMatrix: matrices.length + joined.length > 0,
    told: shared,
    ofTables: { certain: rules.map((one) => one.rule), possible: choicesOf(questions), cells: rules.flatMap((one) => one.cells) },
    standIns,
  });
  const process = withReadersInFull(inLetters, meant.readers);
  const said = saidInSentences(rules.splice(0), process.rules, standIns);
  rules.push(...said.rules);
  ignored.push(...said.ignored);
  take(process);
  const borrowed = withBorrowedSections(document, { rules, questions }, tables.length, meant.readers);
  rules.splice(0, rules.length, ...borrowed.rules);
  questions.splice(0, questions.length, ...borrowed.questions);
  // Who and how, and nowhere when: what is planned is a notice all the same, and its time is asked.
  if (rules.length + questions.length === 0)
    for (const [number, table] of directories) {
      const matrix = untimedMatrix(table, number);
      if (matrix !== null)
        take(readTable({ matrix, changeType: usualChangeType(table.heading) }, [], shared, directory, standIns));
    }

  const readers = knownReaders(rules.map((one) => one.rule));
  const together = joinRules(rules.flatMap((one) => apartAsKnown(one.rule, readers).map((rule) => ({ ...one, rule }))));
  const asked = [...together.questions, ...questions.map((question) => choicesApart(question, readers))];
  const owed = [...together.rules.map((one) => one.rule), ...choicesOf(asked)];
  return {
    rules: together.rules,
    questions: withIdsOfTheirOwn([...standIns.questionsFor(owed), ...asked]),
    ignored: distinct(ignored, [
      ...together.rules.flatMap((one) => one.cells),
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
