import type { HolidayRegion } from "../directory.ts";
import type { Instant, ZoneId } from "../instant.ts";
import type { Promised } from "../matrix.ts";
import type { PlannedNotice, PlannedRecipient } from "../notice.ts";
import type { PlanContext } from "../planning/plan-context.ts";
import { regionName } from "../region-name.ts";
import { addDays, dateOf, instantOfWall, timeOfDayOf } from "../zoned-time.ts";
import { earliestStart, latestAcceptance } from "./promise.ts";
import { promisedBy, promiseLocality, termsFor } from "./promise-of-rule.ts";
import { type PromiseStanding, standingOf } from "./promise-standing.ts";

/** Recipients who were promised the same notice, counted in the same calendar. */
export type PromiseGroup = {
  /** Customers and, inside, channels by name. */
  readonly who: readonly string[];
  readonly promised: Promised;
  /** `England and Wales, clear days`; empty where hours are counted. */
  readonly calendar: string;
  /** The zone its recipients read times in. */
  readonly zone: ZoneId;
  readonly standing: Exclude<PromiseStanding, { kind: "none" }>;
  /** The first start a notice accepted now would keep the promise for: its own zone's, at the planned time of day there. */
  readonly earliestStart: Instant;
};

type Member = { readonly name: string; readonly promised: Promised; readonly recipient: PlannedRecipient };

/** Which promises of a plan hold, and for whom: the broken ones first, then by their last chance. */
export function promiseGroups(plan: readonly PlannedNotice[], context: PlanContext): PromiseGroup[] {
  const groups = new Map<string, { readonly members: Member[]; readonly group: Omit<PromiseGroup, "who"> }>();
  for (const member of plan.flatMap((notice) => membersOf(notice, context))) {
    const group = groupOf(member, context);
    if (group === null) continue;
    const { promised, calendar, zone, standing } = group;
    const key = JSON.stringify([promised, calendar, zone, standing.kind, standing.latest]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { members: [member], group });
    else known.members.push(member);
  }
  return [...groups.values()]
    .map(({ members, group }) => ({ ...group, who: [...new Set(members.map(({ name }) => name))] }))
    .sort((one, other) => rank(one) - rank(other) || one.standing.latest - other.standing.latest);
}

function rank({ standing }: PromiseGroup): number {
  return standing.kind === "broken" ? 0 : 1;
}

function membersOf(notice: PlannedNotice, context: PlanContext): Member[] {
  return notice.recipients.flatMap((recipient) => {
    if (recipient.promise.kind === "none") return [];
    const promised = promisedBy(notice, recipient.channelId, context);
    if (promised === null) return [];
    const name =
      (recipient.customerId === null ? undefined : context.customers.get(recipient.customerId)?.name) ??
      context.channels.get(recipient.channelId)?.name ??
      recipient.channelId;
    return [{ name, promised, recipient }];
  });
}

function groupOf({ promised, recipient }: Member, context: PlanContext): Omit<PromiseGroup, "who"> | null {
  const standing = standingOf(recipient.promise, context.now);
  if (standing.kind === "none") return null;
  const customer = recipient.customerId === null ? null : (context.customers.get(recipient.customerId) ?? null);
  const locality = promiseLocality(promised, customer, context);
  const calendar =
    promised.unit === "businessDays" ? `${calendarName(locality.region)}, ${context.workspace.noticeCounting} days` : "";
  const terms = termsFor(promised, locality, context);
  return { promised, calendar, zone: recipient.zone, standing, earliestStart: earliestStart(terms, context.now) };
}

function calendarName(region: HolidayRegion | null): string {
  return region === null ? "no public holidays" : regionName(region);
}

/**
 * The first start, at the planned time of day in the window's zone, that a notice accepted now would keep every promise
 * of the plan for; null when all are kept as planned.
 */
export function earliestStartForAll(plan: readonly PlannedNotice[], context: PlanContext): Instant | null {
  const members = plan.flatMap((notice) => membersOf(notice, context));
  const broken = members.filter(({ recipient }) => standingOf(recipient.promise, context.now).kind === "broken");
  if (broken.length === 0) return null;
  const { window, now } = context;
  const terms = new Map(
    members.map(({ promised, recipient }) => {
      const customer = recipient.customerId === null ? null : (context.customers.get(recipient.customerId) ?? null);
      const locality = promiseLocality(promised, customer, context);
      return [JSON.stringify([promised, locality]), termsFor(promised, locality, context)] as const;
    }),
  );
  const all = [...terms.values()];
  const timeOfDay = timeOfDayOf(window.start.at, window.zone);
  const first = Math.max(...all.map((one) => earliestStart(one, now)));
  // In another zone than the promise's, the same time of day may be a date off, and an hour off around a change of clocks.
  let date = addDays(dateOf(first, window.zone), -1);
  let startAt = instantOfWall(`${date}T${timeOfDay}`, window.zone);
  for (let patience = 30; patience > 0; patience -= 1) {
    if (startAt > now && all.every((one) => (latestAcceptance({ ...one, startAt }) ?? now) >= now)) break;
    date = addDays(date, 1);
    startAt = instantOfWall(`${date}T${timeOfDay}`, window.zone);
  }
  return startAt;
}
