import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

type Props = {
  readonly title?: ReactNode;
  /** Faint words after the title. */
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
  /** `rows` lets the children reach the edges, divided by lines; `padded` sets them in. */
  readonly content?: "padded" | "rows";
  readonly className?: string;
  /** Null leaves the header alone: a card that is folded. */
  readonly children: ReactNode;
};

/** A card with an optional header: a region named by its title. */
export function Panel({ title, detail, actions, content = "padded", className, children }: Props) {
  const id = useId();
  return (
    <section className={`${classes.panel} ${className ?? ""}`} {...(title === undefined ? {} : { "aria-labelledby": id })}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.header}>
          <h2 className={classes.title} id={id}>
            {title}
          </h2>
          {detail !== undefined && <span className={classes.detail}>{detail}</span>}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      {children !== null && (
        <div className={classes.content} data-content={content}>
          {children}
        </div>
      )}
    </section>
  );
}

/** A heading over a list of cards: `Needs you 3`. */
export function SectionHeading({ children, detail }: { readonly children: ReactNode; readonly detail?: ReactNode }) {
  return (
    <div className={classes.section}>
      <h2 className={classes.title}>{children}</h2>
      {detail !== undefined && <span className={classes.detail}>{detail}</span>}
    </div>
  );
}
