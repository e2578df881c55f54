import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { timesOfStage } from "../cells/stage-times.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";
import { namesChange } from "../words/section-words.ts";
import type { When } from "../words/when.ts";

/** `Pre-advice = first announcement.` */
const equation = /(?:^|[.;,]\s+|\n)(?<name>\p{L}[\p{L}\p{N} /-]{1,40}?)\s*=\s*(?<words>[^=.;\n]{3,120})(?=[.;\n]|$)/gu;
/** `"First word" announces`, and what else stands until the next name. */
const quoted = /"(?<name>\p{L}[^"\n]{1,40})"\s+(?<words>[^".\n]{3,120})/gu;

/**
 * The tables with usual names in place of an organisation's own for the stages of a notice, where the document explains them:
 * `"First word" announces, "second word" reminds`. At least two are explained, each otherwise, and stand over columns or in
 * cells.
 */
export function withNamedStages(tables: readonly SourceTable[], { sections }: SourceDocument): readonly SourceTable[] {
  const explained = new Map<string, string>();
  for (const { text } of sections.flatMap(({ points }) => points))
    for (const [name, stage] of explainedIn(plainText(text))) if (!explained.has(name)) explained.set(name, stage);
  const cells = new Set(tables.flatMap(({ headers, rows }) => [...headers, ...rows.flat()].map(nameOf)));
  const used = [...explained.keys()].filter((name) => cells.has(name));
  if (new Set(used.map((name) => explained.get(name))).size < 2) return tables;
  const meant = (cell: string): string => explained.get(nameOf(cell)) ?? cell;
  return tables.map((table) => ({ ...table, headers: table.headers.map(meant), rows: table.rows.map((row) => row.map(meant)) }));
}

function nameOf(cell: string): string {
  return plainText(cell).trim().toLowerCase();
}

function explainedIn(text: string): [string, string][] {
  return [equation, quoted].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups }): [string, string][] => {
      const [name, stage] = [groups?.name ?? "", stageOf(groups?.words ?? "")];
      return stage === null || saysTime(name) || namesChange(name) ? [] : [[nameOf(name), stage]];
    }),
  );
}

/** A name that says a time by itself needs no explanation: `"Completed" means …` is about the work. */
function saysTime(name: string): boolean {
  return timesOfStage(readCellWords(name)).length > 0;
}

const opening = "(?:(?:is|are|means?|stands? for) )?(?:the |an? |our )?(?:(?:first|second|initial|final|last|advance|short) )?";
/** `First announcement`, `announces`; and not `work announced in advance`, which is a kind of it. */
const isAnnouncement = new RegExp(`^${opening}(?=announc|ankündig|annonce|notice\\b)`, "iu");
const isReminder = new RegExp(`^${opening}(?=remind|erinner|påmind|rappel)`, "iu");
const defines = /\b(?:that|which|whose|who)\b/iu;

/** What a stage is usually called, by the words that explain it; null where they explain something else. */
function stageOf(words: string): string | null {
  if (defines.test(words)) return null;
  if (isAnnouncement.test(words)) return "Announcement";
  if (isReminder.test(words)) return "Reminder";
  const [first] = [...timingEntries(readCellWords(words)), ...timingEntries(readCellWords(`when ${words}`))];
  return first === undefined ? null : nameOfTime(first.when);
}

function nameOfTime(when: When): string | null {
  if (when.kind === "start") return "Start";
  if (when.kind === "during") return "Progress";
  if (when.kind === "end") return "Completion";
  return when.kind === "statusChange" ? statusNames[when.stage] : null;
}

const statusNames = {
  extended: "Extended",
  rescheduled: "Rescheduled",
  cancelled: "Cancelled",
  rolledBack: "Rolled back",
  completed: "Completion",
} as const;
