import type { ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { ImpactShape, impactTone, impactWords } from "../../ui/impact-mark.tsx";
import { clockText, spanText } from "../../ui/time-words.ts";
import classes from "./calendar.module.css";

const outcomeWords: Readonly<Record<WindowSummary["outcome"], string>> = {
  open: "",
  completed: "Completed",
  rolledBack: "Rolled back",
  cancelled: "Cancelled",
};

/** What a screen reader says of a window: everything the eye gets from shape, place and colour. */
export function windowLabel(window: WindowSummary, zone: ZoneId): string {
  const outcome = outcomeWords[window.outcome];
  return [window.title, spanText(window.startAt, window.endAt, zone), `Impact: ${impactWords[window.impact]}`, outcome]
    .filter((part) => part !== "")
    .join(", ");
}

/** Shape, start and title of a window, as it lies on the calendar. */
export function ChipContent({
  window,
  zone,
  isContinued = false,
}: {
  readonly window: WindowSummary;
  readonly zone: ZoneId;
  readonly isContinued?: boolean;
}) {
  return (
    <>
      <ImpactShape impact={window.impact} size={9} />
      {!isContinued && <span className={classes.chipTime}>{clockText(window.startAt, zone)}</span>}
      <span className={classes.chipTitle} data-over={window.outcome === "cancelled" ? "cancelled" : undefined}>
        {window.title}
      </span>
    </>
  );
}

/** The attributes every drawn window shares. */
export function chipAttributes(window: WindowSummary, zone: ZoneId, now: number) {
  return {
    "data-window": window.id,
    "data-tone": impactTone(window.impact),
    "data-past": window.outcome !== "open" || window.endAt < now ? "" : undefined,
    "aria-label": windowLabel(window, zone),
    title: windowLabel(window, zone),
  };
}
