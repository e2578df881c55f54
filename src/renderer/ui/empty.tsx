import type { ReactNode } from "react";
import type { Icon } from "./drawn-icon.ts";
import classes from "./empty.module.css";

type Props = {
  readonly icon?: Icon;
  /** What is not here, in a few words. */
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** An empty place, which says what to do first. */
export function Empty({ icon: Icon, title, children, action }: Props) {
  return (
    <div className={classes.empty}>
      {Icon !== undefined && <Icon size={26} stroke={1.5} aria-hidden="true" className={classes.icon} />}
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
