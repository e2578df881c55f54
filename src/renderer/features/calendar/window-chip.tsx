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

/** What the eye gets from shape, place and colour, for who hears the calendar read aloud. */
function spokenDetail(window: WindowSummary, zone: ZoneId): string {
  const outcome = outcomeWords[window.outcome];
  return [spanText(window.startAt, window.endAt, zone), `Impact: ${impactWords[window.impact]}`, outcome]
    .filter((part) => part !== "")
    .join(", ");
}

type Props = { readonly window: WindowSummary; readonly zone: ZoneId; readonly isContinued?: boolean };

/** Shape, start and title of a window, as it lies on the calendar; the rest is said, not shown. */
export function ChipContent({ window, zone, isContinued = false }: Props) {
  return (
    <>
      <ImpactShape impact={window.impact} size={9} />
      {!isContinued && <span className={classes.chipTime}>{clockText(window.startAt, zone)}</span>}
      <span className={classes.chipTitle} data-over={window.outcome === "cancelled" ? "cancelled" : undefined}>
        {window.title}
      </span>
      <span className={classes.spoken}>, {spokenDetail(window, zone)}</span>
    </>
  );
}

/** The attributes every drawn window shares. */
export function chipAttributes(window: WindowSummary, zone: ZoneId, now: number) {
  return {
    "data-window": window.id,
    "data-tone": impactTone(window.impact),
    "data-past": window.outcome !== "open" || window.endAt < now ? "" : undefined,
    title: `${window.title}, ${spokenDetail(window, zone)}`,
  };
}
