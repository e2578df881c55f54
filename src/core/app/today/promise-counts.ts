import { recipientKey } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Notice, PlannedRecipient } from "../../domain/notice.ts";
import { receivedAtOf } from "../../domain/promises/acceptance.ts";
import { acceptedPromise, standingOf } from "../../domain/promises/promise-standing.ts";
import { countingIn } from "../../domain/told.ts";
import type { ReadStore } from "../../ports/store.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** How the promises of the coming windows stand, measured by when their notices were really accepted. */
export type PromiseCount = {
  readonly label: string;
  /** Accepted in time. */
  readonly kept: number;
  /** Not accepted yet, and there is still time. */
  readonly inTime: number;
  /** Accepted too late, or not accepted although the last chance has passed. */
  readonly broken: number;
  readonly total: number;
  /** The first last chance of those without an approval that ends within a day; null where there is none. */
  readonly atRiskUntil: Instant | null;
};

type Tally = { kept: number; inTime: number; broken: number; atRiskUntil: Instant | null };

/** How the promises of this week's windows stand, inside and outside the organisation. */
export function countPromises(store: ReadStore, windows: readonly (readonly Notice[])[], now: Instant): readonly PromiseCount[] {
  const acceptances = acceptancesOf(store);
  const tallies: Record<"outside" | "inside", Tally> = {
    outside: { kept: 0, inTime: 0, broken: 0, atRiskUntil: null },
    inside: { kept: 0, inTime: 0, broken: 0, atRiskUntil: null },
  };
  for (const notices of windows) {
    const promising = notices.filter(
      ({ state, recipients }) =>
        state.kind !== "superseded" && state.kind !== "skipped" && recipients.some(({ promise }) => promise.kind !== "none"),
    );
    for (const notice of promising) {
      const tally = tallies[notice.voice === "customer" ? "outside" : "inside"];
      const accepted = acceptances(notice);
      for (const recipient of notice.recipients) {
        if (isToldAnew(recipient, notice, promising)) continue;
        count(recipient, accepted.get(recipientKey(recipient)), notice, tally, now);
      }
    }
  }
  const labels = { outside: "Customers", inside: "Inside" };
  return (["outside", "inside"] as const).flatMap((side) => {
    const { kept, inTime, broken, atRiskUntil } = tallies[side];
    const total = kept + inTime + broken;
    return total === 0 ? [] : [{ label: labels[side], kept, inTime, broken, total, atRiskUntil }];
  });
}

/** When each recipient of an approved notice, by key, accepted it. */
type Acceptances = (notice: Notice) => ReadonlyMap<string, Instant>;

function acceptancesOf(store: ReadStore): Acceptances {
  const { mode } = workspaceIn(store);
  return (notice) => {
    const accepted = new Map<string, Instant>();
    if (notice.state.kind !== "approved") return accepted;
    for (const delivery of countingIn(mode, store.deliveriesOfNoticeIn(notice.id, ["accepted", "confirmed"]))) {
      const at = receivedAtOf(delivery);
      const key = recipientKey(delivery);
      if (at !== null) accepted.set(key, Math.min(at, accepted.get(key) ?? at));
    }
    return accepted;
  };
}

/** Whether a correction has made the promise anew: then it counts for the new time only. */
function isToldAnew(recipient: PlannedRecipient, { windowRevision }: Notice, promising: readonly Notice[]): boolean {
  const key = recipientKey(recipient);
  return promising.some(
    (other) =>
      other.stage === "rescheduled" &&
      other.windowRevision > windowRevision &&
      other.recipients.some((told) => recipientKey(told) === key),
  );
}

function count(recipient: PlannedRecipient, acceptedAt: Instant | undefined, notice: Notice, tally: Tally, now: Instant): void {
  const { promise } = recipient;
  const standing = standingOf(acceptedAt === undefined ? promise : acceptedPromise(promise, acceptedAt), now);
  switch (standing.kind) {
    case "none":
      return;
    case "kept":
      tally.kept += 1;
      return;
    case "broken":
      tally.broken += 1;
      return;
    case "open":
      tally.inTime += 1;
      if (standing.isAtRisk && notice.state.kind === "open") {
        tally.atRiskUntil = Math.min(tally.atRiskUntil ?? standing.latest, standing.latest);
      }
  }
}
