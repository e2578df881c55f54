import type { ReactNode } from "react";
import classes from "./marks.module.css";

export type Tone = "neutral" | "accent" | "good" | "warning" | "bad";

/** A short word on a pale ground. Give it an icon or a word that carries the meaning without its colour. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
