import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import { isBrokenAt, type PromiseOutcome } from "../../core/domain/notice.ts";
import { useNow } from "../state/now.ts";
import classes from "./promise-text.module.css";
import { timeText } from "./time-words.ts";

type Props = {
  readonly promise: PromiseOutcome;
  readonly zone: ZoneId;
  /** When it was really accepted, once it has been: then the promise is kept for good, or was not. */
  readonly toldAt?: Instant;
  /** Where the word “promise” stands beside it already. */
  readonly isBrief?: boolean;
};

/** Whether the promised notice is kept, until when, and what would keep it. Draws nothing where none was promised. */
export function PromiseText({ promise, zone, toldAt, isBrief = false }: Props) {
  const now = useNow(60_000);
  if (promise.kind === "none") return null;
  const isKept = toldAt === undefined ? !isBrokenAt(promise, now) : toldAt <= promise.latest;
  const Icon = isKept ? IconCheck : IconAlertTriangle;
  return (
    <span className={classes.promise} data-kept={isKept}>
      <Icon size={13} stroke={2} aria-hidden="true" />
      <span>
        {isBrief ? capitalised(wordsFor(promise, zone, now, toldAt)) : `Promise ${wordsFor(promise, zone, now, toldAt)}`}
      </span>
    </span>
  );
}

function wordsFor(
  promise: Exclude<PromiseOutcome, { kind: "none" }>,
  zone: ZoneId,
  now: Instant,
  toldAt: Instant | undefined,
): string {
  if (toldAt !== undefined) return toldAt <= promise.latest ? "kept" : "not kept";
  if (promise.kind === "kept" && isBrokenAt(promise, now)) return `broken since ${timeText(promise.latest, zone)}`;
  if (promise.kind === "kept") return `kept until ${timeText(promise.latest, zone)}`;
  return `broken since ${timeText(promise.latest, zone)}; kept by a start from ${timeText(promise.earliestStart, zone)}`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
