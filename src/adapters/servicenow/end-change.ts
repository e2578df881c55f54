import type { CounterpartWish } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Asked, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep } from "../network/call-outcome.ts";
import { counterpartText } from "../network/counterpart-text.ts";
import type { JsonCall } from "../network/json-call.ts";
import { type Change, isOver, nextStates, oneChange, serviceNow, states } from "./service-now-shapes.ts";

export type EndedChange = { readonly kind: "ended"; readonly change: Change } | Exclude<KeepOutcome, { readonly kind: "kept" }>;

/**
 * Closes or cancels a change request by the steps its own rules allow, asked for before each: a scheduled one is implemented,
 * reviewed and closed. Nobody is passed over: one that was never approved stays as it is, and that is said.
 */
export async function endChange(
  call: JsonCall,
  { change, wish, mayLeave, now }: { change: Change; wish: CounterpartWish; mayLeave: () => boolean; now: () => Instant },
): Promise<EndedChange> {
  const isCancelled = wish.outcome === "cancelled";
  // From the far end: where it may be closed at once, it is.
  const way = isCancelled ? [states.cancelled] : [states.closed, states.review, states.implement];
  let current = change;
  // Every step goes nearer to the end, so there are never more steps than states on the way.
  for (const _ of way) {
    if (isOver(current)) break;
    const allowed = await allowedStates(call, current);
    if (allowed.kind !== "answered") {
      return allowed.kind === "unreachable" ? { kind: "unsent", detail: allowed.detail, retryAt: null } : allowed;
    }
    const next = way.find((state) => allowed.value.includes(state) && state !== current.state.value);
    if (next === undefined || isBack(current.state.value, next)) return notAllowed(current, isCancelled);
    const answer = await call("PATCH", pathOf(current), { state: next, ...wordsFor(next, wish) }, mayLeave);
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, serviceNow, now());
    const read = oneChange.safeParse(answer.body);
    if (!read.success) return { kind: "unknown", detail: "ServiceNow's answer could not be read." };
    if (read.data.result.state.value === current.state.value) return notAllowed(current, isCancelled);
    current = read.data.result;
  }
  return isOver(current) ? { kind: "ended", change: current } : notAllowed(current, isCancelled);
}

async function allowedStates(call: JsonCall, change: Change): Promise<Asked<readonly string[]>> {
  return askedOf(await call("GET", `${pathOf(change)}/nextstates`), serviceNow, (body) => {
    const read = nextStates.safeParse(body);
    return read.success ? read.data.result.available_states : null;
  });
}

/** States are numbered in the order in which a change request goes through them. */
function isBack(from: string, to: string): boolean {
  return to !== states.cancelled && Number(to) < Number(from);
}

function wordsFor(state: string, wish: CounterpartWish): Readonly<Record<string, string>> {
  const text = counterpartText(wish);
  if (state === states.cancelled) return { work_notes: text };
  if (state !== states.closed) return {};
  return { close_code: wish.outcome === "completed" ? "successful" : "unsuccessful", close_notes: text };
}

function notAllowed({ number, state, approval }: Change, isCancelled: boolean): EndedChange {
  const approved = approval.shown === "" ? "" : ` (approval: ${approval.shown.toLowerCase()})`;
  const detail = isCancelled
    ? `${number.shown} is ${state.shown}${approved}, and ServiceNow does not let it be cancelled from there. Cancel it in ServiceNow.`
    : `${number.shown} is ${state.shown}${approved}, and ServiceNow does not let it be closed from there. Have it approved, or close it in ServiceNow.`;
  return { kind: "refused", detail };
}

function pathOf({ sys_id }: Change): string {
  return `/api/sn_chg_rest/change/${encodeURIComponent(sys_id.value)}`;
}
