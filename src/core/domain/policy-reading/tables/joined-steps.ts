import type { PolicyQuestion, PolicyReading, SourceCell } from "../../policy.ts";
import type { SourceTable } from "../../source-document.ts";
import { isNoNotice } from "../cells/no-notice.ts";
import { type NoticeCell, readNoticeCell } from "../cells/notice-cell.ts";
import { joinQuestions } from "../cells/questions.ts";
import { voiceOfUnknown } from "../cells/reader-slots.ts";
import { announceWords, reminderWords, timesOfStage, unsaidTime } from "../cells/stage-times.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { readWhom } from "../cells/whom.ts";
import { voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";
import { readColumns } from "./columns.ts";
import { ofClass } from "./row-change.ts";
import { asReaders, readPlaces } from "./row-facts.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Tables with the same steps over their columns: one says when, for each kind of change, the other whom and through what. */
type JoinedTables = { readonly times: Placed; readonly ways: Placed; readonly steps: readonly Step[] };
type Placed = { readonly table: SourceTable; readonly written: SourceTable["rows"]; readonly number: number };
/** A step, by the columns of both tables. */
type Step = { readonly header: string; readonly time: number; readonly way: number };

/** The tables that belong together by their steps; what one leaves empty is no notice, whatever the other says. */
export function tablesJoinedBySteps(tables: readonly SourceTable[], asWritten: readonly SourceTable[]): readonly JoinedTables[] {
  const placed = tables.map((table, number) => ({ table, written: asWritten[number]?.rows ?? table.rows, number }));
  const ofTimes = placed.filter(({ table }) => holds(table, "changeType", (words) => hasToken(words, "when")));
  const ofWays = placed.filter(({ table }) => holds(table, "audience", (words) => !hasToken(words, "when")));
  return ofTimes.flatMap((times) => {
    const ways = ofWays.find((other) => other !== times && stepsOf(times.table, other.table) !== null);
    const steps = ways === undefined ? null : stepsOf(times.table, ways.table);
    return ways === undefined || steps === null ? [] : [{ times, ways, steps }];
  });
}

/** Whether the first column has that role, and nearly every other cell that says anything says what it should. */
function holds({ headers, rows }: SourceTable, first: string, isMeant: (words: CellWords) => boolean): boolean {
  if (readColumns(headers, rows)[0]?.role !== first) return false;
  const said = rows.flatMap((row) => row.slice(1)).filter((cell) => !isEmpty(cell));
  return said.length > 0 && said.filter((cell) => isMeant(readCellWords(cell))).length * 5 >= said.length * 4;
}

function isEmpty(cell: string): boolean {
  return cell.trim() === "" || isNoNotice(plainText(cell));
}

function hasToken({ tokens }: CellWords, kind: "when" | "channel"): boolean {
  return tokens.some((token) => token.kind === kind);
}

/** Null where the tables differ in any column but the first, or have fewer than two steps. */
function stepsOf(times: SourceTable, ways: SourceTable): readonly Step[] | null {
  const plain = ({ headers }: SourceTable): string[] => headers.slice(1).map((header) => plainText(header).trim().toLowerCase());
  const [ofTimes, ofWays] = [plain(times), plain(ways)];
  if (ofTimes.length < 2 || ofTimes.length !== ofWays.length || !ofTimes.every((name) => name !== "" && ofWays.includes(name)))
    return null;
  const areWays = ways.rows.flatMap((row) => row.slice(1)).some((cell) => hasToken(readCellWords(cell), "channel"));
  if (!areWays) return null;
  return ofTimes.map((name, index) => ({
    header: times.headers[index + 1] ?? "",
    time: index + 1,
    way: ofWays.indexOf(name) + 1,
  }));
}

/** Reads a notice wherever both tables have an entry for the same step. */
export function readJoined({ times, ways, steps }: JoinedTables, standIns: StandIns): Reading {
  const rules: Reading["rules"][number][] = [];
  const questions: PolicyQuestion[] = [];
  const ignored: Reading["ignored"][number][] = [];
  for (const one of [times, ways])
    for (const [row, cells] of one.table.rows.entries())
      for (const column of cells.keys())
        ignored.push({ cell: cellIn(one, row, column), why: "No notice is owed in this row for this step." });
  for (const [change, row] of times.table.rows.entries())
    for (const [reader, told] of ways.table.rows.entries())
      for (const step of steps) {
        const way = meantFor(row[0] ?? "", times.table, told[step.way] ?? "");
        if (way === null || isEmpty(row[step.time] ?? "")) continue;
        const reading = readNoticeCell(noticeAt({ times, ways, change, reader, step, way }, standIns), standIns);
        rules.push(...reading.rules);
        questions.push(...reading.questions);
        ignored.push(...reading.ignored);
      }
  return { rules, questions: joinQuestions(questions), ignored };
}

function cellIn({ written, number }: Placed, row: number, column: number): SourceCell {
  return { table: number, row, column, words: written[row]?.[column] ?? "" };
}

/** `Portal news (class 2 only)`: the way, for the kinds of change it holds for; null for the others, and where none is named. */
function meantFor(change: string, { headers, rows }: SourceTable, way: string): string | null {
  if (isEmpty(way)) return null;
  const limited = /\s*\((?<which>[^()]+?) only\)\s*$/iu.exec(way);
  if (limited === null) return way;
  const header = plainText(headers[0] ?? "").toLowerCase();
  const plain = (text: string): string => plainText(text).toLowerCase().replace(header, "").trim();
  const which = plain(limited.groups?.which ?? "").split(/\s*(?:,|\band\b|&)\s*/u);
  const isKnown = which.every((name) => rows.some(([other = ""]) => plain(other) === name));
  if (!isKnown) return way;
  return which.includes(plain(change)) ? way.slice(0, limited.index) : null;
}

type At = Pick<JoinedTables, "times" | "ways"> & {
  readonly change: number;
  readonly reader: number;
  readonly step: Step;
  readonly way: string;
};

function noticeAt({ times, ways, change, reader, step, way }: At, standIns: StandIns): NoticeCell {
  const at = cellIn(times, change, step.time);
  const wayAt = cellIn(ways, reader, step.way);
  const named = ways.table.rows[reader]?.[0] ?? "";
  const wayWords = readCellWords(way);
  const { audiences } = readWhom(asReaders(readCellWords(named)), voiceOf(named) ?? voiceOfUnknown(wayWords), true);
  const header = readCellWords(step.header);
  const isReminder = reminderWords.test(step.header);
  const ofStep = timesOfStage(header);
  const base =
    ofStep.length > 0 || !(isReminder || announceWords.test(step.header)) ? ofStep : [unsaidTime(step.header, isReminder)];
  return {
    at,
    words: readCellWords(times.table.rows[change]?.[step.time] ?? ""),
    base,
    baseAt: null,
    said: at.words,
    unread: [],
    placeKind: null,
    isReminder,
    conditions: { kinds: [], unclear: "" },
    changeType: ofClass(times.table.rows[change]?.[0] ?? "", times.table.headers[0] ?? ""),
    lead: "",
    voice: audiences[0]?.voice ?? "internal",
    isReaderColumn: false,
    audiences,
    channels: readPlaces(wayWords, wayAt, standIns),
    earlier: null,
    otherCells: [cellIn(times, change, 0), cellIn(ways, reader, 0), wayAt],
    usual: null,
    source: [`${step.header}: ${at.words}`, `${named}: ${wayAt.words}`].join(" · ").replace(/\s+/gu, " ").slice(0, 4000),
  };
}
