import type { ReactNode } from "react";
import type { Icon } from "../../ui/icons.ts";
import classes from "./row.module.css";

type Props = {
  readonly icon: Icon;
  readonly title: ReactNode;
  readonly detail: ReactNode;
  /** All of what the detail has no room for, under the pointer. */
  readonly hint?: string;
  /** What is there to be done, at the end of the row. */
  readonly end: ReactNode;
  /** What came of it, below the detail. */
  readonly children?: ReactNode;
};

/** One thing on Today: what it is, a line about it, and what to do. */
export function Row({ icon: Drawn, title, detail, hint, end, children }: Props) {
  return (
    <div className={classes.row}>
      <Drawn size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>{title}</h3>
        <p className={classes.rowDetail} title={hint}>
          {detail}
        </p>
        {children}
      </div>
      <div className={classes.rowEnd}>{end}</div>
    </div>
  );
}
