// biome-ignore-all lint/a11y/useSemanticElements: see source-table.tsx.
// biome-ignore-all lint/a11y/useFocusableInteractive: see source-table.tsx.
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a header's cell and a row's both have a column and a span.
import { VisuallyHidden } from "@mantine/core";
import { Fragment, memo, type ReactNode } from "react";
import { type CellKey, keyOfCell, type LinkIndex, linksAt, stateOfCell, stretchesOf } from "./cell-links.ts";
import { CellMark } from "./cell-mark.tsx";
import type { DrawnCell } from "./merged-source.ts";
import { usePointedCells } from "./pointed-cells.ts";
import classes from "./source-pane.module.css";

type Props = {
  readonly table: number;
  /** -1 is the header. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What of the row is drawn: cells that another one goes over are not. */
  readonly drawn: readonly DrawnCell[];
  /** Its line in the block of rows that merged cells hold together, from 1; null where it stands by itself. */
  readonly line: number | null;
  readonly index: LinkIndex;
  /** Ids of the open questions that concern this row, one a line. */
  readonly openIds: string;
  /** The column that Tab reaches, when it is in this row. */
  readonly currentColumn: number | null;
  /** The column whose rules and questions are being shown. */
  readonly chosenColumn: number | null;
  readonly onChoose: (key: CellKey) => void;
  readonly onCurrent: (place: { readonly row: number; readonly column: number }) => void;
};

/** One row of the source. Drawn again only when something in it changes. */
export const SourceRow = memo(function SourceRow(props: Props) {
  const { table, row, cells, drawn, line, index, openIds, currentColumn, chosenColumn, onChoose, onCurrent } = props;
  const open = new Set(openIds.split("\n"));
  const { pointFrom } = usePointedCells.getState();
  const keys = drawn.map(({ column }) => keyOfCell({ table, row, column }));
  const pointed = usePointedCells(({ cells: all }) => (all.size === 0 ? "" : keys.filter((key) => all.has(key)).join(" ")));
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={row === -1 ? classes.headerRow : classes.row}
      data-held={line !== null || undefined}
    >
      {drawn.map(({ column, columns, rows }, at) => {
        const key = keys[at] ?? "";
        const text = cells[column] ?? "";
        const links = linksAt(index, key);
        const state = stateOfCell(links, open);
        const reasons = links.marks.flatMap((mark) => (mark.kind === "ignored" ? [mark.why] : []));
        const said = (
          <>
            <span className={classes.words}>
              {stretchesOf(text, links, open).map((stretch, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity and stand in the text's order.
                <span key={place} data-stretch={stretch.state}>
                  {withBreaks(stretch.text)}
                </span>
              ))}
              {text === "" && <span className={classes.empty}>Empty</span>}
            </span>
            {(row !== -1 || state === "open") && <CellMark state={state} isBrief />}
            {reasons.length > 0 && <VisuallyHidden>{reasons.join(" ")}</VisuallyHidden>}
          </>
        );
        return (
          <div
            key={key}
            role={row === -1 ? "columnheader" : "gridcell"}
            aria-colindex={column + 1}
            aria-colspan={columns > 1 ? columns : undefined}
            aria-rowspan={rows > 1 ? rows : undefined}
            className={classes.cell}
            style={{
              gridColumn: `${column + 1} / span ${columns}`,
              ...(line === null ? {} : { gridRow: `${line} / span ${rows}` }),
            }}
            data-cell={key}
            data-state={state}
            data-pointed={pointed.split(" ").includes(key) || undefined}
          >
            <button
              type="button"
              className={classes.cellButton}
              tabIndex={column === currentColumn ? 0 : -1}
              aria-pressed={column === chosenColumn}
              title={reasons.join("\n")}
              onFocus={() => {
                onCurrent({ row, column });
                pointFrom(key);
              }}
              onBlur={() => pointFrom(null)}
              onMouseEnter={() => pointFrom(key)}
              onMouseLeave={() => pointFrom(null)}
              onClick={() => onChoose(key)}
            >
              {rows > 1 ? <span className={classes.stay}>{said}</span> : said}
            </button>
          </div>
        );
      })}
    </div>
  );
});

/** A long `one/other` may break after its slash. */
function withBreaks(text: string): ReactNode {
  const parts = text.split(/(?<=\/)/u);
  if (parts.length === 1) return text;
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and stand in the text's order.
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
