import type { ZoneId } from "../../../core/domain/instant.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { conflictWords } from "../../ui/conflict-words.ts";
import { IconRepeat, IconStack2 } from "../../ui/icons.ts";
import { impactTone, impactWords } from "../../ui/impact-mark.tsx";
import { clockText, spanText } from "../../ui/time-words.ts";
import { type ChipFacts, groupKind } from "./chip-facts.ts";
import classes from "./windows.module.css";

const outcomeWords: Readonly<Record<WindowSummary["outcome"], string>> = {
  open: "",
  completed: "Completed",
  rolledBack: "Rolled back",
  cancelled: "Cancelled",
};

/** `Phase 1 of 2`; what a window is of others. */
function groupWords(window: WindowSummary, chips: ChipFacts): string {
  const place = chips.phases.get(window.id);
  if (place !== undefined) return `Phase ${place.number} of ${place.of}`;
  const group = groupKind(window, chips);
  return group === null ? "" : group === "series" ? "One of a series" : "One phase of a change";
}

/** What the eye gets from shape, place and colour, for who hears the calendar read aloud. */
function spokenDetail(window: WindowSummary, zone: ZoneId, chips: ChipFacts): string {
  const outcome = outcomeWords[window.outcome];
  const conflicts = chips.conflicts.get(window.id) ?? [];
  return [
    spanText(window.startAt, window.endAt, zone),
    `Impact: ${impactWords[window.impact]}`,
    outcome,
    conflicts.length === 0 ? "" : `Conflicts: ${conflicts.map((kind) => conflictWords[kind]).join(", ")}`,
    groupWords(window, chips),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

type Props = { readonly window: WindowSummary; readonly zone: ZoneId; readonly chips: ChipFacts; readonly isContinued?: boolean };

/**
 * Start and title of a window, as it lies on the calendar. The shape before them is drawn by the stylesheet, from `data-tone`:
 * a month shows a hundred of them, and each drawing in the document would cost as much as the window itself.
 */
export function ChipContent({ window, zone, chips, isContinued = false }: Props) {
  return (
    <>
      {!isContinued && <span className={classes.chipTime}>{clockText(window.startAt, zone)}</span>}{" "}
      <ChipMarks window={window} chips={chips} />
      {window.title}
    </>
  );
}

/** The small marks of the few windows that are in conflict, or belong to others. Their words are in the window's name. */
export function ChipMarks({ window, chips }: { readonly window: WindowSummary; readonly chips: ChipFacts }) {
  const group = groupKind(window, chips);
  const Group = group === "series" ? IconRepeat : IconStack2;
  const place = chips.phases.get(window.id);
  return (
    <>
      {chips.conflicts.has(window.id) && <span className={classes.conflictMark} data-mark-kind="conflict" />}
      {group !== null && <Group size={11} stroke={2} className={classes.chipMark} aria-hidden="true" />}
      {place !== undefined && (
        <span className={classes.chipPhase} aria-hidden="true">
          {place.number}/{place.of}
        </span>
      )}
    </>
  );
}

/** The attributes every drawn window shares. Its name begins with what is seen, and goes on with what is only drawn. */
export function chipAttributes(
  window: WindowSummary,
  zone: ZoneId,
  now: number,
  chips: ChipFacts,
  shown: "start" | "span" | "title" = "start",
) {
  // What is heard begins with what is seen, so that it can also be said to the computer (WCAG 2.5.3).
  const span = shown === "span" ? ` ${clockText(window.startAt, zone)}–${clockText(window.endAt, zone)}` : "";
  const impact = shown === "title" ? ` ${impactWords[window.impact]}` : "";
  const words = `${window.title}${span}${impact}, ${spokenDetail(window, zone, chips)}`;
  return {
    "data-window": window.id,
    "data-tone": impactTone(window.impact),
    "data-past": window.outcome !== "open" || window.endAt < now ? "" : undefined,
    "data-cancelled": window.outcome === "cancelled" ? "" : undefined,
    "aria-label": shown === "title" ? words : `${clockText(window.startAt, zone)} ${words}`,
    title: words,
  };
}
