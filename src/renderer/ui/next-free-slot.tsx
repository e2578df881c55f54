import { skipToken, useQuery } from "@tanstack/react-query";
import type { FreeSlot } from "../../core/domain/conflicts/next-free-slot.ts";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { Inputs } from "../api/inputs.ts";
import { trpc } from "../api/trpc.ts";
import classes from "./conflict-list.module.css";
import { ConflictText } from "./conflict-list.tsx";
import { conflictWords } from "./conflict-words.ts";
import { PlainButton } from "./plain-button.tsx";
import { timeText } from "./time-words.ts";

/** What is to be placed: a draft as the form holds it, or a stored window taken to other times. */
type Placed = Inputs["windows"]["nextFreeSlot"] | Inputs["windows"]["nextFreeSlotOfMove"];

type Props = {
  readonly placed: Placed;
  /** The zone the window is planned in. */
  readonly zone: ZoneId;
  readonly onTake: (startAt: Instant, endAt: Instant) => void;
};

/** Offers the next start at which nothing stands against the window and every promise is kept, or says why there is none. */
export function NextFreeSlot({ placed, zone, onTake }: Props) {
  const ofDraft = useQuery(trpc.windows.nextFreeSlot.queryOptions("draft" in placed ? placed : skipToken, { gcTime: 10_000 }));
  const ofMove = useQuery(trpc.windows.nextFreeSlotOfMove.queryOptions("id" in placed ? placed : skipToken, { gcTime: 10_000 }));
  const slot = ("draft" in placed ? ofDraft : ofMove).data;
  return (
    <div className={classes.slot} role="status">
      {slot === undefined && "Looking for the next free slot …"}
      {slot?.kind === "free" && (
        <PlainButton size="xs" onClick={() => onTake(slot.startAt, slot.endAt)}>
          Next free slot: {timeText(slot.startAt, zone)}
        </PlainButton>
      )}
      {slot?.kind === "none" && <NoSlot slot={slot} zone={zone} />}
    </div>
  );
}

function NoSlot({ slot, zone }: { readonly slot: Extract<FreeSlot, { readonly kind: "none" }>; readonly zone: ZoneId }) {
  const [first] = slot.conflicts;
  return (
    <>
      No free slot until {timeText(slot.until, zone)}.{" "}
      {first !== undefined && (
        <>
          {conflictWords[first.kind]}: <ConflictText conflict={first} zone={zone} />
        </>
      )}
      {first === undefined && slot.isTooSoon && "The promised notice could not be kept."}
    </>
  );
}
