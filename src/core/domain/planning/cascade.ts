import { type Delivery, isWaiting, recipientKey } from "../delivery.ts";
import type { Instant } from "../instant.ts";
import { isBrokenAt, type Notice, type PlannedNotice, type PlannedRecipient } from "../notice.ts";
import type { Told } from "../told.ts";
import { isStatusStage } from "./timing.ts";

/** How many promises of notice are kept, and how many are broken. */
export type PromiseCount = { readonly kept: number; readonly broken: number };

/**
 * What a change of a window does to one of its notices: it moves to another due time, keeps its own, is drafted anew
 * (`added`), or is owed no more (`dropped`). What was sent is history and is not listed.
 */
export type NoticeChange = {
  readonly kind: "moved" | "same" | "added" | "dropped";
  /** Null for a notice that is not stored yet. */
  readonly noticeId: string | null;
  readonly stage: Notice["stage"];
  readonly audienceId: string;
  readonly before: Instant | null;
  readonly after: Instant | null;
  /** Approved deliveries of it that will not leave as approved. */
  readonly takenBack: number;
  /** Whether what was promised to its recipients is kept by the due time it then has. */
  readonly promises: PromiseCount;
};

/** Somebody who heard another time than the window then has, and is owed a correction. */
export type ToldOldTime = Pick<Told, "audienceId" | "channelId" | "customerId" | "startAt" | "endAt" | "at">;

/** All that follows from changing a window, before it is confirmed: what was, beside what would be. */
export type Cascade = {
  /** The earliest due afterwards first. */
  readonly notices: readonly NoticeChange[];
  readonly told: readonly ToldOldTime[];
  readonly promises: { readonly before: PromiseCount; readonly after: PromiseCount };
};

export type CascadeInput = {
  /** The window's notices as they are stored. */
  readonly stored: readonly Notice[];
  readonly deliveries: readonly Pick<Delivery, "noticeId" | "channelId" | "customerId" | "state">[];
  /** The plan the window has now, and the one it would have, both made at `now`. */
  readonly planBefore: readonly PlannedNotice[];
  readonly planAfter: readonly PlannedNotice[];
  /** The last word each recipient heard. */
  readonly told: readonly Told[];
  /** The times the window would have. */
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly now: Instant;
};

/** What storing the new plan would do to the notices and deliveries that are there. Pure; nothing is stored. */
export function cascadeOf(input: CascadeInput): Cascade {
  const { stored, deliveries, planBefore, planAfter, told, startAt, endAt, now } = input;
  const outgoing = gatherOutgoing(deliveries);
  const byKey = new Map(stored.map((notice) => [notice.key, notice]));
  const planned = new Set(planAfter.map(({ key }) => key));
  const changes = [
    ...planAfter.flatMap((plan) => changeOf(byKey.get(plan.key), plan, outgoing, now)),
    ...stored.filter(({ key }) => !planned.has(key)).flatMap((notice) => dropped(notice, outgoing)),
  ];
  const history = new Set(stored.filter((notice) => isHistory(notice, outgoing)).map(({ key }) => key));
  const unsent = (plan: readonly PlannedNotice[]) =>
    countPromises(
      plan.filter(({ key }) => !history.has(key)).flatMap(({ recipients }) => recipients),
      now,
    );
  return {
    notices: changes.sort((one, other) => dueIn(one) - dueIn(other)),
    told: told.filter((word) => word.startAt !== startAt || word.endAt !== endAt),
    promises: { before: unsent(planBefore), after: unsent(planAfter) },
  };
}

/** What has left, or is waiting to leave, for one notice. */
type Outgoing = { waiting: number; left: number; readonly recipients: Set<string> };

function gatherOutgoing(deliveries: CascadeInput["deliveries"]): ReadonlyMap<string, Outgoing> {
  const gathered = new Map<string, Outgoing>();
  for (const delivery of deliveries) {
    const known = gathered.get(delivery.noticeId) ?? { waiting: 0, left: 0, recipients: new Set<string>() };
    gathered.set(delivery.noticeId, known);
    known.recipients.add(recipientKey(delivery));
    if (isWaiting(delivery)) known.waiting += 1;
    else if (delivery.state.kind !== "cancelled" && delivery.state.kind !== "superseded") known.left += 1;
  }
  return gathered;
}

/** Whether nothing can be done about a notice any more: something of it has left, or somebody decided against it. */
function isHistory({ id, state }: Notice, outgoing: ReadonlyMap<string, Outgoing>): boolean {
  if (state.kind === "skipped") return true;
  const { waiting = 0, left = 0 } = outgoing.get(id) ?? {};
  return state.kind === "approved" && (left > 0 || waiting === 0);
}

function changeOf(
  earlier: Notice | undefined,
  plan: PlannedNotice,
  outgoing: ReadonlyMap<string, Outgoing>,
  now: Instant,
): NoticeChange[] {
  const { stage, audienceId, dueAt: after } = plan;
  const takenBack = earlier === undefined ? 0 : (outgoing.get(earlier.id)?.waiting ?? 0);
  const common = { stage, audienceId, after, takenBack, promises: countPromises(plan.recipients, now) };
  if (earlier === undefined || earlier.state.kind === "superseded") {
    return [{ ...common, kind: "added", noticeId: earlier?.id ?? null, before: null }];
  }
  if (isHistory(earlier, outgoing)) {
    const known = outgoing.get(earlier.id)?.recipients ?? new Set<string>();
    const late = earlier.state.kind === "approved" && isStatusStage(stage);
    const others = late ? plan.recipients.filter((recipient) => !known.has(recipientKey(recipient))) : [];
    if (others.length > 0) {
      return [{ ...common, kind: "added", noticeId: null, before: null, takenBack: 0, promises: countPromises(others, now) }];
    }
    // Part of it has left: the rest is taken back, and the notice itself stays as history.
    return takenBack === 0
      ? []
      : [{ ...common, kind: "same", noticeId: earlier.id, before: earlier.dueAt, after: earlier.dueAt }];
  }
  const kind = earlier.dueAt === after ? "same" : "moved";
  return [{ ...common, kind, noticeId: earlier.id, before: earlier.dueAt }];
}

function dropped(notice: Notice, outgoing: ReadonlyMap<string, Outgoing>): NoticeChange[] {
  if (notice.state.kind === "superseded") return [];
  const { id, stage, audienceId, dueAt: before } = notice;
  const takenBack = outgoing.get(id)?.waiting ?? 0;
  if (isHistory(notice, outgoing) && takenBack === 0) return [];
  return [{ kind: "dropped", noticeId: id, stage, audienceId, before, after: null, takenBack, promises: { kept: 0, broken: 0 } }];
}

function countPromises(recipients: readonly PlannedRecipient[], now: Instant): PromiseCount {
  const promised = recipients.filter(({ promise }) => promise.kind !== "none");
  const broken = promised.filter(({ promise }) => isBrokenAt(promise, now)).length;
  return { kept: promised.length - broken, broken };
}

function dueIn({ after, before }: NoticeChange): Instant {
  return after ?? before ?? 0;
}
