import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { refusalOf } from "../api/refusal.ts";
import classes from "./error-note.module.css";
import { IconAlertTriangle } from "./icons.ts";

type Props = {
  /** What a call threw; its words say what happened, and what was and was not sent. */
  readonly error: unknown;
  /** What the person can do next. */
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
};

/** Says what happened, what was and was not sent, and what to do. Draws nothing without an error. */
export function ErrorNote({ error, onRetry, children }: Props) {
  if (error === null || error === undefined) return null;
  const { message } = refusalOf(error);
  return (
    <div role="alert" className={classes.note}>
      <IconAlertTriangle size={17} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.text}>
        <p>{message}</p>
        {children}
      </div>
      {onRetry !== undefined && (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
