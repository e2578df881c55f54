import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Asked, CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, foundOf, saysGone } from "../network/call-outcome.ts";
import { counterpartText } from "../network/counterpart-text.ts";
import type { JsonAnswer, JsonCall } from "../network/json-call.ts";
import { changePlaces, changeUrl, ending } from "./change-places.ts";
import { approvalRemarks, conflictRemarks, ignoredRemark, lookForConflicts, stillIgnored } from "./change-remarks.ts";
import { endChange } from "./end-change.ts";
import { type Change, instantOf, isOver, manyChanges, oneChange, serviceNow, timeOf } from "./service-now-shapes.ts";

/** The fullest a title may be; ServiceNow cuts what is longer without a word. */
const titleLength = 160;

/** Windows as change requests. One that was linked keeps its own words; its times and its end follow the window. */
export function keepChangeRequests(call: JsonCall, site: URL, now: () => Instant): CounterpartKeeper {
  return {
    places: (words) => changePlaces(call, site, words),
    async find(wish, place) {
      // The mark stands in the description, too: an instance may keep the correlation id for itself.
      const query = `correlation_id=${wish.mark}^ORdescriptionLIKE${wish.mark}`;
      const search = new URLSearchParams({ sysparm_query: query, sysparm_limit: "100" });
      const asked = askedOf(await call("GET", `/api/sn_chg_rest/change?${search}`), serviceNow, (body) => {
        const read = manyChanges.safeParse(body);
        return read.success ? read.data.result : null;
      });
      if (asked.kind !== "answered") return { kind: "cannotTell", detail: asked.detail };
      const ours = asked.value.find(
        ({ correlation_id, description }) => correlation_id.value === wish.mark || description.value.includes(wish.mark),
      );
      return ours === undefined ? { kind: "absent" } : { kind: "found", record: await found(ours, wish, place, []) };
    },
    async make(wish, place, mayLeave) {
      const [kind = "normal", template = ""] = place.ids;
      const path = kind === "standard" ? `standard/${encodeURIComponent(template)}` : kind === "emergency" ? kind : "normal";
      const body = { ...factsOf(wish, kind === "standard"), correlation_id: wish.mark, correlation_display: "Forewarn" };
      return kept(await call("POST", `/api/sn_chg_rest/change/${path}`, body, mayLeave), { wish, place, mayLeave });
    },
    async change(record, wish, place, mayLeave) {
      const asked = await ask(record);
      if (asked.kind !== "answered") {
        return asked.kind === "unreachable" ? { kind: "unsent", detail: asked.detail, retryAt: null } : asked;
      }
      const change = asked.value;
      if (wish.outcome === "open") return move(change, wish, place, mayLeave);
      if (isLeft(wish, place)) return { kind: "kept", record: await found(change, wish, place, []) };
      const ended = await endChange(call, { change, wish, mayLeave, now });
      return ended.kind === "ended"
        ? { kind: "kept", record: recordOf(ended.change, wish, place, ignoredRemark(ended.change)) }
        : ended;
    },
    async read(record, place, wish) {
      const answer = await call("GET", pathOf(record.id));
      if (saysGone(answer, "error")) return { kind: "absent" };
      const asked = askedOf(answer, serviceNow, changeIn);
      if (asked.kind !== "answered") return foundOf(asked, (): FindOutcome => ({ kind: "absent" }));
      return { kind: "found", record: await found(asked.value, wish, place, stillIgnored(record.remarks)) };
    },
  };

  async function move(change: Change, wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<KeepOutcome> {
    if (isOver(change)) {
      const { number, state } = change;
      return { kind: "refused", detail: `${number.shown} is ${state.shown} in ServiceNow and can't be moved any more.` };
    }
    const isStandard = place.ids[0] === "standard";
    const body = place.record === null ? factsOf(wish, isStandard) : timesOf(wish);
    return kept(await call("PATCH", pathOf(change.sys_id.value), body, mayLeave), { wish, place, mayLeave });
  }

  async function ask({ id }: HeldRecord): Promise<Asked<Change>> {
    return askedOf(await call("GET", pathOf(id)), serviceNow, changeIn);
  }

  /** What was made or moved has new times, so conflicts are looked for anew. */
  async function kept(
    answer: JsonAnswer,
    { wish, place, mayLeave }: { wish: CounterpartWish; place: Place; mayLeave: () => boolean },
  ): Promise<KeepOutcome> {
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, serviceNow, now());
    const change = changeIn(answer.body);
    if (change === null) return { kind: "unknown", detail: "ServiceNow's answer could not be read." };
    const approval = await approvalRemarks(call, change);
    const looking = await lookForConflicts(call, change, mayLeave);
    return { kind: "kept", record: recordOf(change, wish, place, [...ignoredRemark(change), ...approval, ...looking]) };
  }

  async function found(change: Change, wish: CounterpartWish, place: Place, remarks: readonly string[]): Promise<HeldRecord> {
    const standing = await Promise.all([approvalRemarks(call, change), conflictRemarks(call, change)]);
    return recordOf(change, wish, place, [...remarks, ...standing.flat()]);
  }

  function recordOf(change: Change, wish: CounterpartWish, place: Place, remarks: readonly string[]): HeldRecord {
    const isItsOwn = isLeft(wish, place);
    return {
      id: change.sys_id.value,
      name: change.number.shown,
      url: changeUrl(site, change.sys_id.value),
      status: change.state.shown,
      // What is left to its own people is not held against the window any more.
      startAt: isItsOwn ? null : instantOf(change.start_date),
      endAt: isItsOwn ? null : instantOf(change.end_date),
      isOver: isOver(change),
      remarks,
      readAt: now(),
    };
  }
}

function isLeft({ outcome }: CounterpartWish, { record, chosen }: Place): boolean {
  return outcome !== "open" && record !== null && (chosen?.[ending.name] ?? ending.usual) === "leave";
}

function changeIn(body: unknown): Change | null {
  const read = oneChange.safeParse(body);
  return read.success ? read.data.result : null;
}

function pathOf(sysId: string): string {
  return `/api/sn_chg_rest/change/${encodeURIComponent(sysId)}`;
}

function timesOf(wish: CounterpartWish): Readonly<Record<string, string>> {
  return { start_date: timeOf(wish.startAt), end_date: timeOf(wish.endAt) };
}

const impacts = { outage: "1", degraded: "2", reducedRedundancy: "3", none: "3" } as const satisfies Record<
  CounterpartWish["impact"],
  string
>;

/** A standard change's plan and impact come from its template, where they were agreed. */
function factsOf(wish: CounterpartWish, isStandard: boolean): Readonly<Record<string, string>> {
  return {
    short_description: `${wish.reference}: ${wish.title}`.slice(0, titleLength),
    description: counterpartText(wish),
    ...timesOf(wish),
    ...(isStandard ? {} : { backout_plan: wish.rollbackPlan, impact: impacts[wish.impact] }),
  };
}
