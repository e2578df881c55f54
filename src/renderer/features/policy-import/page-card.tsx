import { Button } from "@mantine/core";
import { IconTable } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import classes from "./paste-step.module.css";
import type { PastedPage } from "./pasted-page.ts";

type Props = {
  readonly page: PastedPage;
  /** Whether the text field holds words that removing this brings back. */
  readonly hasText: boolean;
  readonly onRemove: () => void;
};

/** What a pasted or opened page holds: the beginning of its table instead of its HTML, which nobody wants to see. */
export function PageCard({ page, hasText, onRemove }: Props) {
  const [header, ...rows] = page.rows;
  const more = page.totalRows - page.rows.length;
  return (
    <section className={classes.page} aria-label="What was pasted">
      <header className={classes.pageHead}>
        <IconTable size={18} stroke={1.75} aria-hidden="true" className={classes.pageIcon} />
        <div className={classes.pageWords}>
          <h2 className={classes.pageTitle}>{count(page.tables, "table")} kept as found</h2>
          <p className={classes.pageFrom}>From {page.from}, with the words around it</p>
        </div>
        <Button size="xs" variant="default" onClick={onRemove}>
          {hasText ? "Back to the text" : "Paste something else"}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={classes.previewBox} aria-label="Beginning of the table" tabIndex={0}>
        <table className={classes.preview}>
          <thead>
            <tr>
              {header?.map(({ words, columns }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity and never move.
                <th key={column} scope="col" colSpan={columns}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move.
              <tr key={place}>
                {row.map(({ words, columns, rows: down }, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity and never move.
                  <td key={column} colSpan={columns} rowSpan={down}>
                    {words}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className={classes.more}>and {count(more, "more row", "more rows")}</p>}
    </section>
  );
}
