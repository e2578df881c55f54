import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { PromiseOutcome } from "../../core/domain/notice.ts";
import { acceptedPromise, type PromiseStanding, standingOf } from "../../core/domain/promises/promise-standing.ts";
import { useNow } from "../state/now.ts";
import { IconAlertTriangle, IconCheck, IconClockExclamation } from "./icons.ts";
import classes from "./promise-text.module.css";
import { stretchText } from "./relative-words.ts";
import { timeText } from "./time-words.ts";

type Props = {
  readonly promise: PromiseOutcome;
  readonly zone: ZoneId;
  /** When it was really accepted, where the promise itself does not say so. */
  readonly toldAt?: Instant;
  /** Where the word “promise” stands beside it already. */
  readonly isBrief?: boolean;
};

/** Whether the promised notice is kept, until when, and what would keep it. Draws nothing where none was promised. */
export function PromiseText({ promise, zone, toldAt, isBrief = false }: Props) {
  const now = useNow(60_000);
  const standing = standingOf(toldAt === undefined ? promise : acceptedPromise(promise, toldAt), now);
  if (standing.kind === "none") return null;
  const isAtRisk = standing.kind === "open" && standing.isAtRisk;
  const isKept = standing.kind !== "broken";
  const Icon = isAtRisk ? IconClockExclamation : isKept ? IconCheck : IconAlertTriangle;
  const words = wordsFor(standing, zone);
  return (
    <span className={classes.promise} data-kept={isKept} data-at-risk={isAtRisk || undefined}>
      <Icon size={13} stroke={2} aria-hidden="true" />
      <span>{isBrief ? capitalised(words) : `Promise ${words}`}</span>
    </span>
  );
}

function wordsFor(standing: Exclude<PromiseStanding, { kind: "none" }>, zone: ZoneId): string {
  switch (standing.kind) {
    case "kept":
      return `kept, ${stretchText(standing.margin)} before the last chance`;
    case "open":
      return `${standing.isAtRisk ? "at risk: kept" : "kept"} until ${timeText(standing.latest, zone)}`;
    case "broken": {
      const better = standing.earliestStart === null ? "" : `; kept by a start from ${timeText(standing.earliestStart, zone)}`;
      if (standing.acceptedAt !== null)
        return `broken by ${stretchText(standing.by)}: told ${timeText(standing.acceptedAt, zone)}`;
      return `broken since ${timeText(standing.latest, zone)}${better}`;
    }
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
