import type { PolicyReading, SourceCell } from "../../../core/domain/policy.ts";

/** A cell's place in the source: `table:row:column`. */
export type CellKey = string;

export function keyOfCell({ table, row, column }: Pick<SourceCell, "table" | "row" | "column">): CellKey {
  return `${table}:${row}:${column}`;
}

/** What became of a cell. `open` waits for a decision, `rule` is behind rules or was decided, `ignored` is no notice. */
export type CellState = "open" | "rule" | "ignored" | "none";

/** A cell's words, or a part of them, and what they were read as. */
type Mark =
  | { readonly kind: "rule"; readonly words: string }
  | { readonly kind: "question" | "related"; readonly words: string; readonly questionId: string }
  | { readonly kind: "ignored"; readonly words: string; readonly why: string };

export type CellLinks = { readonly marks: readonly Mark[]; readonly rules: number };

const noLinks: CellLinks = { marks: [], rules: 0 };

/** What was read in each cell of the source. */
export type LinkIndex = ReadonlyMap<CellKey, CellLinks>;

/** Goes from the source's cells to what was read in them. */
export function indexLinks(reading: PolicyReading): LinkIndex {
  const index = new Map<CellKey, { marks: Mark[]; rules: number }>();
  const at = (cell: SourceCell): { marks: Mark[]; rules: number } => {
    const key = keyOfCell(cell);
    const found = index.get(key) ?? { marks: [], rules: 0 };
    index.set(key, found);
    return found;
  };
  for (const { cells } of reading.rules) {
    for (const cell of cells) {
      const links = at(cell);
      links.rules += 1;
      if (!links.marks.some(({ kind, words }) => kind === "rule" && words === cell.words)) {
        links.marks.push({ kind: "rule", words: cell.words });
      }
    }
  }
  for (const { id: questionId, cell, otherCells } of reading.questions) {
    at(cell).marks.push({ kind: "question", words: cell.words, questionId });
    for (const other of otherCells) at(other).marks.push({ kind: "related", words: other.words, questionId });
  }
  for (const { cell, why } of reading.ignored) at(cell).marks.push({ kind: "ignored", words: cell.words, why });
  return index;
}

export function linksAt(index: LinkIndex, key: CellKey): CellLinks {
  return index.get(key) ?? noLinks;
}

/** What became of a whole cell while the questions of `open` are not decided. */
export function stateOfCell({ marks, rules }: CellLinks, open: ReadonlySet<string>): CellState {
  if (marks.some((mark) => mark.kind === "question" && open.has(mark.questionId))) return "open";
  if (rules > 0 || marks.some(({ kind }) => kind === "question")) return "rule";
  // A cell that only a question draws on waits for it.
  if (marks.some((mark) => mark.kind === "related" && open.has(mark.questionId))) return "open";
  if (marks.some(({ kind }) => kind === "related")) return "rule";
  return marks.length > 0 ? "ignored" : "none";
}

/** A stretch of a cell's text with one state. */
export type Stretch = { readonly text: string; readonly state: CellState };

const weight: Readonly<Record<CellState, number>> = { none: 0, rule: 1, ignored: 2, open: 3 };

/** A cell's text cut where its state changes: of several readings of the same words the narrowest counts. */
export function stretchesOf(text: string, links: CellLinks, open: ReadonlySet<string>): readonly Stretch[] {
  const whole = stateOfCell(links, open);
  const spans = links.marks
    .map((mark) => ({ state: stateOfMark(mark, open, whole), ...placeOf(mark.words, text) }))
    .toSorted((one, other) => other.end - other.start - (one.end - one.start) || weight[one.state] - weight[other.state]);
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].toSorted(
    (one, other) => one - other,
  );
  const stretches: Stretch[] = [];
  for (const [position, start] of edges.entries()) {
    const end = edges[position + 1];
    if (end === undefined) break;
    const state = spans.findLast((span) => span.start <= start && span.end >= end)?.state ?? "none";
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { state, text: last.text + text.slice(start, end) };
    else stretches.push({ state, text: text.slice(start, end) });
  }
  return stretches;
}

function stateOfMark(mark: Mark, open: ReadonlySet<string>, whole: CellState): CellState {
  switch (mark.kind) {
    case "rule":
      return "rule";
    case "ignored":
      return "ignored";
    case "question":
      return open.has(mark.questionId) ? "open" : "rule";
    case "related":
      // Words that rules rest on already do not wait for the question that draws on them too.
      return whole === "open" && open.has(mark.questionId) && mark.words !== "" ? "open" : "rule";
  }
}

/** Where words stand in a cell's text; the whole cell where they are not found as they are. */
function placeOf(words: string, text: string): { readonly start: number; readonly end: number } {
  const start = words === "" ? -1 : text.indexOf(words);
  return start === -1 ? { start: 0, end: text.length } : { start, end: start + words.length };
}
