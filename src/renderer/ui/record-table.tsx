import type { ReactNode } from "react";
import classes from "./record-table.module.css";

type Props = {
  /** Names the region to whoever hears the page. */
  readonly label: string;
  readonly columns: readonly string[];
  /** For the width below which it scrolls sideways on screen, and what stands in its cells. */
  readonly className: string | undefined;
  /** The rows. */
  readonly children: ReactNode;
};

/** A record to read line by line, on screen and on paper. */
export function RecordTable({ label, columns, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={label}>
      <table className={`${classes.table} ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
