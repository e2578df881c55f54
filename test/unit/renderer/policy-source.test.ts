import { expect, test } from "vitest";
import type { PolicyReading, SourceCell } from "../../../src/core/domain/policy.ts";
import { indexLinks, linksAt } from "../../../src/renderer/features/policy-import/cell-links.ts";
import { placeAfterKey } from "../../../src/renderer/features/policy-import/grid-keys.ts";
import { byReason } from "../../../src/renderer/features/policy-import/ignored-reasons.ts";
import { drawnCells, withMergedAsOne } from "../../../src/renderer/features/policy-import/merged-source.ts";
import { partsInOrder, titleOf } from "../../../src/renderer/features/policy-import/source-parts.ts";

const cell = (table: number, row: number, column: number, words: string): SourceCell => ({ table, row, column, words });
const severity = "Its rows are severities of incidents, not kinds of change.";

const reading: PolicyReading = {
  rules: [],
  questions: [
    {
      id: "1",
      question: "How often?",
      why: "",
      changeType: null,
      cell: cell(0, 0, 1, "regularly"),
      otherCells: [],
      choices: [],
    },
  ],
  ignored: [
    { cell: cell(1, 0, 0, "S1"), why: severity },
    { cell: cell(1, 0, 1, "15 minutes"), why: severity },
    { cell: cell(0, 0, 0, "n/a"), why: "It says that nobody is told." },
    { cell: cell(1, 1, 0, "See below"), why: "It introduces the list under it." },
  ],
  requiredFacts: [],
  tables: [
    { heading: "", headers: ["Who", "When"], rows: [["n/a", "regularly"]], place: 2 },
    { heading: "Severity", headers: [], rows: [["S1", "15 minutes"], ["See below"]], place: 1 },
  ],
};

test("the policy's parts stand in its own order, and one without notices says in short why", () => {
  const parts = partsInOrder(reading, indexLinks(reading));
  expect(parts.map(({ number, holdsNotices, why }) => [number, holdsNotices, why])).toEqual([
    [1, false, severity],
    [0, true, ""],
  ]);
  expect(parts.map(({ table }) => titleOf(table))).toEqual(["Severity", "Without a heading, 1 row"]);
});

test("a reason is said once for all of a part that it is said of, and no words are lost", () => {
  const reasons = byReason(reading.ignored);
  expect(reasons.map(({ why, cells }) => [why, cells.map(({ words }) => words)])).toEqual([
    [severity, ["S1", "15 minutes"]],
    ["It says that nobody is told.", ["n/a"]],
    ["It introduces the list under it.", ["See below"]],
  ]);
});

test("what a merged cell repeats along its row is named once, and pointed at in each column", () => {
  const why = "A heading inside the table.";
  const [reason] = byReason([0, 1, 2].map((column) => ({ cell: cell(0, 3, column, "Quarterly work"), why })));
  expect([reason?.cells.length, reason?.said.map(({ column }) => column)]).toEqual([3, [0]]);
});

const over = { row: 0, column: 0, rows: 2, columns: 1 };
const withMerge: PolicyReading = {
  ...reading,
  questions: [],
  ignored: [
    { cell: cell(0, 0, 0, "Planned update"), why: "It is asked about." },
    { cell: cell(0, 1, 0, "Planned update"), why: "It is asked about." },
    { cell: cell(0, 1, 1, "Email"), why: "It is asked about." },
  ],
  tables: [
    {
      heading: "",
      headers: ["Change", "How"],
      rows: [
        ["Planned update", "Slack"],
        ["Planned update", "Email"],
        ["Emergency", "Email"],
      ],
      merged: [over],
    },
  ],
};

test("what was read in any row of a merged cell belongs to the cell, once", () => {
  const { ignored } = withMergedAsOne(withMerge);
  expect(ignored.map(({ cell: { row, column } }) => [row, column])).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(linksAt(indexLinks(withMergedAsOne(withMerge)), "0:1:0").marks).toEqual([]);
});

test("a merged cell is drawn once, and holds its rows together", () => {
  const { blocks } = drawnCells(withMerge.tables[0] ?? { heading: "", headers: [], rows: [] }, 2);
  expect(
    blocks.map(({ first, rows }) => [first, rows.map((row) => row.map(({ column, rows: down }) => [column, down]))]),
  ).toEqual([
    [
      0,
      [
        [
          [0, 2],
          [1, 1],
        ],
        [[1, 1]],
      ],
    ],
    [
      2,
      [
        [
          [0, 1],
          [1, 1],
        ],
      ],
    ],
  ]);
});

test("the arrows go past a merged cell, and back to the whole of it", () => {
  const bounds = { firstRow: -1, lastRow: 2, lastColumn: 1, merged: [over] };
  const go = (key: string, row: number, column: number) => placeAfterKey({ key, ctrlKey: false }, { row, column }, bounds);
  expect(go("ArrowDown", 0, 0)).toEqual({ row: 2, column: 0 });
  expect(go("ArrowUp", 2, 0)).toEqual({ row: 0, column: 0 });
  expect(go("ArrowLeft", 1, 1)).toEqual({ row: 0, column: 0 });
});
