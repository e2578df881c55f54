import type { ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { impactTone, impactWords } from "../../ui/impact-mark.tsx";
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

/**
 * Start and title of a window, as it lies on the calendar. The shape before them is drawn by the stylesheet, from `data-tone`:
 * a month shows a hundred of them, and each drawing in the document would cost as much as the window itself.
 */
export function ChipContent({ window, zone, isContinued = false }: Props) {
  return (
    <>
      {!isContinued && <span className={classes.chipTime}>{clockText(window.startAt, zone)}</span>} {window.title}
    </>
  );
}

/** The attributes every drawn window shares. Its name begins with what is seen, and goes on with what is only drawn. */
export function chipAttributes(window: WindowSummary, zone: ZoneId, now: number, shown: "start" | "span" = "start") {
  // What is heard begins with what is seen, so that it can also be said to the computer (WCAG 2.5.3).
  const span = shown === "span" ? ` ${clockText(window.startAt, zone)}–${clockText(window.endAt, zone)}` : "";
  const words = `${window.title}${span}, ${spokenDetail(window, zone)}`;
  return {
    "data-window": window.id,
    "data-tone": impactTone(window.impact),
    "data-past": window.outcome !== "open" || window.endAt < now ? "" : undefined,
    "data-cancelled": window.outcome === "cancelled" ? "" : undefined,
    "aria-label": `${clockText(window.startAt, zone)} ${words}`,
    title: words,
  };
}
