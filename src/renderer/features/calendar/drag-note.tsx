import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { inZone, likelyInstant, wallTrouble } from "../../ui/move-window/proposed-move.ts";
import { SpanText } from "../../ui/time-text.tsx";
import { lengthText, spanText } from "../../ui/time-words.ts";
import { type Carry, useCarry } from "./carry.ts";
import { consequenceWords } from "./consequence-words.ts";
import classes from "./drag-note.module.css";

/** How long a carried window rests before its consequence is asked for, in milliseconds. */
const rest = 140;

/** Says, while a window is carried, where it would lie and what that would bring about. Read aloud when carried by keys. */
export function DragNote({ zone }: { readonly zone: ZoneId }) {
  const carry = useCarry((state) => state.carry);
  return (
    <div className={classes.dragNoteSlot}>
      {carry !== null && <Note carry={carry} zone={zone} />}
      <div className="fw-unseen" aria-live="assertive">
        {carry?.by === "keys" && <Spoken carry={carry} zone={zone} />}
      </div>
    </div>
  );
}

function Note({ carry, zone }: { readonly carry: Carry; readonly zone: ZoneId }) {
  const consequence = useConsequence(carry, zone);
  const from = likelyInstant(carry.times.start, zone);
  const to = likelyInstant(carry.times.end, zone);
  const before = carry.from;
  return (
    <div className={classes.dragNote} data-window-carried={carry.windowId ?? ""}>
      <p className={classes.dragNoteTimes}>
        <strong>{carry.title}</strong>
        {before !== null && (
          <s>
            <SpanText from={likelyInstant(before.start, zone)} to={likelyInstant(before.end, zone)} zone={zone} />
          </s>
        )}
        <strong className={classes.dragNoteNew}>
          <SpanText from={from} to={to} zone={zone} />
        </strong>
        <span>{lengthText((to - from) / 60_000)}</span>
      </p>
      {carry.windowId !== null && <p className={classes.dragNoteWords}>{consequence ?? "…"}</p>}
      {carry.by === "keys" && (
        <p className={classes.dragNoteKeys}>
          <kbd>←</kbd> <kbd>→</kbd> a day · <kbd>↑</kbd> <kbd>↓</kbd> 15 minutes · with <kbd>Shift</kbd> the end alone ·{" "}
          <kbd>Enter</kbd> move · <kbd>Esc</kbd> leave it
        </p>
      )}
    </div>
  );
}

function Spoken({ carry, zone }: { readonly carry: Carry; readonly zone: ZoneId }) {
  const consequence = useConsequence(carry, zone);
  const times = spanText(likelyInstant(carry.times.start, zone), likelyInstant(carry.times.end, zone), zone);
  return <p>{consequence === null ? times : `${times}. ${consequence}`}</p>;
}

/** What would follow, a moment after the window rests; null until it is known. */
function useConsequence(carry: Carry, zone: ZoneId): string | null {
  const [rested] = useDebouncedValue(carry, rest);
  const { windowId } = carry;
  const found = useQuery(trpc.windows.get.queryOptions({ id: windowId ?? "" }, { enabled: windowId !== null }));
  const window = found.data?.window;
  const target = window === undefined ? null : inZone(rested.times, zone, window.zone);
  const assessment = useQuery(
    trpc.windows.assessMove.queryOptions(
      { id: windowId ?? "", ...(target ?? nowhere) },
      { enabled: target !== null && windowId !== null, placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  const trouble = wallTrouble(rested.times.start, zone) ?? wallTrouble(rested.times.end, zone);
  if (trouble !== null) return trouble;
  if (assessment.error !== null) return assessment.error.message;
  if (assessment.data === undefined || assessment.isPlaceholderData || rested !== carry) return null;
  return consequenceWords(assessment.data, zone);
}

const nowhere = { start: { wall: "", occurrence: null }, end: { wall: "", occurrence: null } };
