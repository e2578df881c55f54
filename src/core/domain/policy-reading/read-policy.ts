import type { PolicyReading, SourceCell } from "../policy.ts";
import type { SourceDocument } from "../source-document.ts";
import { withBorrowedSections } from "./borrowed-sections.ts";
import { withIdsOfTheirOwn } from "./cells/questions.ts";
import { createStandIns, type StandIns } from "./cells/stand-ins.ts";
import { withCitedClauses } from "./cited-clauses.ts";
import { joinRules } from "./join-rules.ts";
import { apartAsKnown, asReadersOfPlace, choicesApart, knownReaders, withReadersInFull } from "./known-readers.ts";
import { readTables } from "./read-tables.ts";
import { saidInSentences } from "./said-in-sentences.ts";
import { readProcess } from "./sentences/read-process.ts";
import { sharedChannels } from "./shared-channels.ts";
import { besideNotes } from "./tables/footnotes.ts";
import { meantTables } from "./tables/meant-tables.ts";
import { allWithHeaders } from "./tables/table-headers.ts";
import { toEarlierReaders } from "./told-before.ts";

/**
 * Reads a policy into rules and questions. Pure and total: whatever the document holds, every cell of its tables ends in a
 * rule, a question or `ignored`. A document without a matrix or a process gives no rules and no questions.
 */
export function readPolicy(document: SourceDocument): PolicyReading {
  const tables = allWithHeaders(document.tables);
  const standIns = createStandIns();
  const meant = meantTables(document, tables);
  const shared = sharedChannels(document, tables.length, standIns);

  const ofTables = readTables({ document, tables, meant, shared, standIns });
  const noted = besideNotes(ofTables.rules, document, tables, tables.length);
  const questionsOfTables = [...ofTables.questions, ...noted.questions];

  const inLetters = readProcess(document, {
    firstTable: tables.length,
    hasMatrix: ofTables.hasMatrix,
    told: shared,
    codes: meant.readers,
    ofTables: {
      certain: noted.rules.map((one) => one.rule),
      possible: choicesOf(questionsOfTables),
      cells: noted.rules.flatMap((one) => one.cells),
    },
    standIns,
  });
  const inFull = withReadersInFull(inLetters, meant.readers);
  const ofSentences = { ...inFull, ...withCitedClauses(inFull) };
  const halves = noted.rules.filter(({ rule }) => inLetters.withdrawn.includes(rule));
  const said = saidInSentences(
    noted.rules.filter((one) => !halves.includes(one)),
    ofSentences.rules,
    standIns,
  );

  const { rules, questions } = withBorrowedSections(
    document,
    { rules: [...said.rules, ...ofSentences.rules], questions: [...questionsOfTables, ...ofSentences.questions] },
    tables.length,
    meant.readers,
  );
  // Who and how, and nowhere when: what is planned is a notice all the same, and its time is asked.
  const untimed = rules.length + questions.length === 0 ? ofTables.untimed() : [];
  return together(
    {
      rules: [...rules, ...untimed.flatMap((one) => one.rules)],
      questions: [...questions, ...untimed.flatMap((one) => one.questions)],
      ignored: [
        ...ofTables.ignored,
        ...ofTables.unused(noted.rules, questionsOfTables),
        ...halves.flatMap(({ cells }) => cells.map((cell) => ({ cell, why: "A sentence says the same, and who is told." }))),
        ...said.ignored,
        ...ofSentences.ignored,
        ...untimed.flatMap((one) => one.ignored),
      ],
      requiredFacts: ofSentences.requiredFacts,
      tables: [...tables, ...ofSentences.tables],
    },
    standIns,
  );
}

/** The reading with each rule once, its readers by one name, and what nobody named asked about. */
function together({ rules, questions, ignored, ...rest }: PolicyReading, standIns: StandIns): PolicyReading {
  const readers = knownReaders(rules.map((one) => one.rule));
  const apart = rules.flatMap((one) => apartAsKnown(one.rule, readers).map((rule) => ({ ...one, rule })));
  const certain = apart.map((one) => one.rule);
  const known = apart.map((one) => ({ ...one, rule: asReadersOfPlace(one.rule, certain, standIns.isOpen) }));
  const resolved = toEarlierReaders(known, questions, standIns);
  const joined = joinRules(resolved.rules);
  const asked = [...joined.questions, ...resolved.questions.map((question) => choicesApart(question, readers))];
  const owed = [...joined.rules.map((one) => one.rule), ...choicesOf(asked)];
  return {
    rules: joined.rules,
    questions: withIdsOfTheirOwn([...standIns.questionsFor(owed), ...asked]),
    ignored: distinct(ignored, [
      ...joined.rules.flatMap((one) => one.cells),
      ...asked.flatMap((one) => [one.cell, ...one.otherCells]),
    ]),
    ...rest,
  };
}

/** The rules that answers would make. */
function choicesOf(questions: PolicyReading["questions"]) {
  return questions.flatMap((question) => question.choices.flatMap((choice) => choice.rules));
}

/** Two readings of one table (`matricesOfGroups`) pass over the same cells, or one passes over what the other reads. */
function distinct(ignored: PolicyReading["ignored"], read: readonly SourceCell[]): PolicyReading["ignored"] {
  const keyOf = ({ table, row, column, words }: SourceCell): string => `${table}/${row}/${column}/${words}`;
  const seen = new Set(read.map(keyOf));
  return ignored.filter(({ cell }) => !seen.has(keyOf(cell)) && seen.add(keyOf(cell)));
}
