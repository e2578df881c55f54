import type { ReactNode } from "react";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "./icons.ts";
import classes from "./toned-line.module.css";

/** A statement on the ground of its tone, with a shape that says the same to whoever sees no colours. */
export function TonedLine({
  tone,
  children,
}: {
  readonly tone: "good" | "warning" | "bad" | "neutral";
  readonly children: ReactNode;
}) {
  const Icon = tone === "good" ? IconCheck : tone === "neutral" ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.line} data-tone={tone}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
