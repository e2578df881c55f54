import type { UptimePartKind } from "../../core/domain/uptime/uptime.ts";
import classes from "./uptime-bar.module.css";

/** The patterns that tell the parts of a month apart without their colours; `id` is this drawing's own. */
export function UptimePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-planned`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={classes.plannedGround} />
        <circle cx="3" cy="3" r="1.2" className={classes.plannedDot} />
      </pattern>
      <pattern id={`${id}-ahead`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={classes.aheadGround} />
        <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" className={classes.aheadStroke} />
      </pattern>
    </defs>
  );
}

/** Unplanned is plain and full, planned is dotted, what is ahead is hatched, what is left is empty. */
export function uptimeFill(id: string, kind: UptimePartKind): string | undefined {
  return kind === "planned" || kind === "ahead" ? `url(#${id}-${kind})` : undefined;
}
