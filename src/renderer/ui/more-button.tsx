import type { ComponentProps } from "react";
import classes from "./more-button.module.css";

type Props = Omit<ComponentProps<"button">, "type"> & {
  /** A line above it, where the list draws none between its rows. */
  readonly ruled?: boolean;
};

/** The last line of a list that is cut short: shows the rest of it. Not printed. */
export function MoreButton({ ruled = false, className, ...button }: Props) {
  const name = className === undefined ? classes.more : `${classes.more} ${className}`;
  return <button type="button" {...button} className={name} data-ruled={ruled || undefined} />;
}
