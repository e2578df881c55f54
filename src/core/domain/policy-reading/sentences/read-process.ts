import type { PolicyQuestion, PolicyReading, ProposedRule, SourceCell } from "../../policy.ts";
import type { SourceDocument, SourceSection } from "../../source-document.ts";
import { besideTables, type OfTables } from "../beside-tables.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { changeOver, headingsOver } from "../headings.ts";
import type { SharedTold } from "../shared-channels.ts";
import { createDirectory } from "../tables/channel-directory.ts";
import { findMatrix } from "../tables/matrix-columns.ts";
import { readTable } from "../tables/read-table.ts";
import { type NamedAudience, voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isSameKind } from "../words/change-type.ts";
import { plainText } from "../words/plain-text.ts";
import { namesChange, readSectionWords } from "../words/section-words.ts";
import { askOfDuty } from "./ask-duty.ts";
import { tableOfKeys, withBorrowedKeys, withKeysApart } from "./keyed-section.ts";
import { whyNoNotice } from "./look-alikes.ts";
import { cellOf } from "./point-cell.ts";
import { isFact, isSharedTime, type Point, pointsOf } from "./process-points.ts";
import { readSection } from "./read-section.ts";
import { readSharedTimes } from "./read-together.ts";
import { withSameAgain } from "./same-again.ts";
import type { Section, SectionContext, SharedTimes } from "./section.ts";
import { areOfUnreadLanguage, askOfUnread } from "./unread-language.ts";

/** Headings of a page have six levels; below them are lines in bold that stand over a list. */
const lowestMarked = 6;

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;
/**
 * Reads a process written as headings with points: the facts every message carries, the times notices go out, and for each
 * section with a channel who is told through it. Beside a matrix, what the matrix says already makes no second notice
 * (`besideTables`).
 */
export function readProcess(
  document: SourceDocument,
  context: {
    readonly firstTable: number;
    readonly ofTables: OfTables;
    readonly hasMatrix: boolean;
    readonly told: SharedTold | null;
    /** What the document's codes of readers stand for. */
    readonly codes: ReadonlyMap<string, string>;
    readonly standIns: StandIns;
  },
): PolicyReading & { readonly withdrawn: readonly ProposedRule[] } {
  const withdrawn: ProposedRule[] = [];
  const sources = document.sections.filter((section) => section.points.length > 0).flatMap(withKeysApart);
  const kinds = new Set(sources.filter((source) => namesChange(source.heading)).map((source) => source.heading));
  const sections = sources.map((source, index): Section => {
    const isAlike = (other: SourceSection): boolean => other.level === source.level && source.level > lowestMarked;
    const points = withSameAgain(
      pointsOf(source, context.firstTable + index, {
        headings: headingsOver(document, source),
        labels: sources.filter(isAlike).map((other) => other.heading),
        codes: context.codes,
      }),
    );
    const intros = [...points.map((point) => point.label), ...points.map((point) => point.text)];
    const words = readSectionWords(source, intros, kinds.size > 1);
    const changeType = words.changeType ?? changeOver(document, source);
    return { source, number: context.firstTable + index, points, words: { ...words, changeType } };
  });
  const requiredFacts = sections.flatMap((section) => section.points.filter(isFact).map((point) => point.text));
  const ofHeadings = sections.flatMap(({ words }) => words.changeType ?? []);
  const inTables = [...new Set(context.ofTables.certain.flatMap((rule) => rule.changeType ?? []))];
  const changes = [...inTables, ...new Set(ofHeadings.filter((name) => !inTables.some((other) => isSameKind(other, name))))];
  const rules: PolicyReading["rules"][number][] = [];
  const questions: PolicyQuestion[] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const tables: PolicyReading["tables"][number][] = [];
  const shared: SharedTimes[] = [];
  const unused: { readonly times: SharedTimes; readonly section: Section }[] = [];
  const points = sections.flatMap((section) => section.points);
  if (areOfUnreadLanguage(points))
    return { rules, questions: askOfUnread(points), ignored, requiredFacts: [], tables: sections.map(shownPoints), withdrawn };
  const readAbove = new Set<Section>();
  for (const [index, section] of sections.entries()) {
    while ((shared.at(-1)?.level ?? -1) >= section.source.level) shared.pop();
    const times = section.points.filter(isSharedTime);
    if (times.length > 0) {
      shared.push(sharedTimes(section.source.level, times));
      unused.push({ times: sharedTimes(section.source.level, times), section });
    }
    const below = proseBelow(sections, index);
    const turned = readKeyed(section, document.sections, below?.points.map((point) => point.text) ?? [], context.standIns);
    if (turned !== null && below !== null) readAbove.add(below);
    const told =
      turned ??
      (readAbove.has(section)
        ? readWithAbove(section)
        : readSection(section, {
            shared: shared.at(-1) ?? null,
            changes: section.words.changeType === null ? changes : inTables,
            ...context,
          }));
    const reading = context.hasMatrix ? besideTables(told, context.ofTables, context.standIns) : { ...told, withdrawn: [] };
    withdrawn.push(...reading.withdrawn);
    rules.push(...reading.rules);
    questions.push(...reading.questions);
    ignored.push(...reading.ignored);
    tables.push(turned?.table ?? shownPoints(section));
    const known = [
      ...reading.rules.flatMap((one) => one.cells),
      ...cellsOf(reading.questions),
      ...reading.ignored.map((one) => one.cell),
    ];
    if (turned === null) ignored.push(...uncovered(section, known, context.hasMatrix));
  }
  const cited = new Set([...rules.flatMap((one) => one.cells), ...cellsOf(questions)]);
  for (const { times, section } of context.hasMatrix ? [] : unused) {
    if (times.cells.some((cell) => cited.has(cell))) continue;
    const told = context.told;
    if (told !== null && told.channels.length > 0 && told.audiences.length > 0) {
      rules.push(...readSharedTimes(times, told, section.words.changeType));
      // What they rest on is not asked about by itself.
      const isRestedOn = ({ cell }: PolicyQuestion): boolean =>
        told.cells.some((one) => one.table === cell.table && one.row === cell.row);
      for (const question of questions.filter(isRestedOn)) questions.splice(questions.indexOf(question), 1);
    } else {
      const [first, ...others] = section.points.filter(isSharedTime);
      if (first !== undefined) questions.push(askOfTimes([first, ...others], section, { shared: null, changes, ...context }));
    }
  }
  return { rules, questions, ignored, requiredFacts, tables, withdrawn };
}

function cellsOf(questions: readonly PolicyQuestion[]): SourceCell[] {
  return questions.flatMap((one) => [one.cell, ...one.otherCells]);
}

function sharedTimes(level: number, points: readonly Point[]): SharedTimes {
  return { level, entries: points.flatMap((point) => timingEntries(point.words)), cells: points.map((point) => point.at) };
}

/** Times notices go out, where nothing says to whom and through what. */
function askOfTimes(timed: readonly [Point, ...Point[]], section: Section, context: SectionContext): PolicyQuestion {
  const words = readCellWords(timed.map(({ text }) => text).join(", "));
  const otherCells = timed.slice(1).map(({ at }) => at);
  return askOfDuty({ ...cellOf(timed[0], section, null, context, null), words, otherCells }, timed[0].label);
}

function shownPoints({ source }: Section): PolicyReading["tables"][number] {
  return {
    heading: source.heading,
    headers: [],
    rows: source.points.map(({ indent, text }) => [`${"    ".repeat(indent)}${text}`]),
    ...(source.place === undefined ? {} : { place: source.place }),
  };
}

/** The times of a process belong to sections further on, so they are passed over here and cited there; beside a table, nowhere. */
function uncovered(section: Section, cells: readonly SourceCell[], hasMatrix: boolean): Reading["ignored"] {
  const own = cells.filter((cell) => cell.table === section.number);
  const covered = new Set(own.map((cell) => `${cell.row} ${cell.words}`));
  return section.points
    .filter((point) => !covered.has(`${point.at.row} ${point.at.words}`) && (hasMatrix || !isSharedTime(point)))
    .map((point) => ({ cell: point.at, why: whyNoNotice(point) }));
}

/** `Outpatients` over `How: …` and `When: …`, where it names no change. */
function readersOfHeading({ source, words }: Section): NamedAudience | null {
  const name = plainText(source.heading).replace(/^\d+(?:\.\d+)*[.)]? /u, "");
  const isName = /^\p{Lu}[\p{L} '&-]{2,50}$/u.test(name) && words.changeType === null && !namesChange(name);
  return isName ? { name, voice: voiceOf(name) ?? "customer" } : null;
}

/** The sentences under the points of a section, where one heading holds for both. */
function proseBelow(sections: readonly Section[], index: number): Section | null {
  const [own, next] = [sections[index], sections[index + 1]];
  const isOne = next?.source.heading === own?.source.heading && next?.points.every((point) => point.isProse) === true;
  return isOne ? (next ?? null) : null;
}

function readWithAbove({ points }: Section): Reading {
  const timed = points.filter((point) => timingEntries(point.words).length > 0);
  const why = "It says when, and is read with the lines above it.";
  return { rules: [], questions: [], ignored: timed.map(({ at }) => ({ cell: at, why })) };
}

function readKeyed(
  section: Section,
  sections: readonly SourceSection[],
  below: readonly string[],
  standIns: StandIns,
): (Reading & { table: PolicyReading["tables"][number] }) | null {
  const table = tableOfKeys(section.source, below);
  const matrix = table === null ? null : findMatrix({ ...table, rows: withBorrowedKeys(table, sections) }, section.number);
  if (table === null || matrix === null || "why" in matrix) return null;
  const isNamed = matrix.audience !== null || matrix.columns.some((column) => column.role === "audience");
  const audience = isNamed ? matrix.audience : readersOfHeading(section);
  return {
    ...readTable(
      { matrix: { ...matrix, audience, written: table.rows }, changeType: section.words.changeType },
      [],
      null,
      createDirectory([], standIns),
      standIns,
    ),
    table,
  };
}
