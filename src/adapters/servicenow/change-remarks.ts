import { askedOf } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { approvals, type Change, conflicts, isOver, serviceNow, started } from "./service-now-shapes.ts";

/** How people call the fields this program sets. */
const fieldNames: Readonly<Record<string, string>> = {
  short_description: "the title",
  description: "the description",
  start_date: "the planned start",
  end_date: "the planned end",
  backout_plan: "the rollback plan",
  impact: "the impact",
  correlation_id: "the mark it is found by",
  correlation_display: "whose mark it is",
  work_notes: "the work note",
  close_code: "the close code",
  close_notes: "the close notes",
  state: "the state",
};
const ignoredOpening = "ServiceNow did not take ";

/** What ServiceNow said that it did not take, in words; nothing when it took all. */
export function ignoredRemark(change: Change): readonly string[] {
  const ignored = change.__meta?.ignoredFields ?? [];
  if (ignored.length === 0) return [];
  const names = ignored.map((name) => fieldNames[name] ?? name).join(", ");
  return [`${ignoredOpening}${names}: the instance keeps it read-only for this user or in this state. Set it there.`];
}

/** What was not taken stays said until something is changed again: asking brings no word of it. */
export function stillIgnored(remarks: readonly string[]): readonly string[] {
  return remarks.filter((remark) => remark.startsWith(ignoredOpening));
}

/**
 * Has ServiceNow look for conflicts with the times a change request has now, which takes it a while: what it found is read
 * with the next look. Doing it twice comes to the same.
 */
export async function lookForConflicts(call: JsonCall, change: Change, mayLeave: () => boolean): Promise<readonly string[]> {
  const answer = await call("POST", `/api/sn_chg_rest/change/${encodeURIComponent(change.sys_id.value)}/conflict`, {}, mayLeave);
  const asked = askedOf(answer, serviceNow, (body) => (started.safeParse(body).success ? true : null));
  if (asked.kind === "answered") return ["ServiceNow is looking for conflicts now."];
  return [`ServiceNow could not be made to look for conflicts. ${asked.detail}`];
}

/** How the approval of an open change request stands, and whom it waits for. */
export async function approvalRemarks(call: JsonCall, change: Change): Promise<readonly string[]> {
  if (isOver(change) || change.approval.value === "") return [];
  const query = new URLSearchParams({
    sysparm_query: `sysapproval=${change.sys_id.value}`,
    sysparm_fields: "state,approver",
    sysparm_display_value: "all",
    sysparm_limit: "50",
  });
  const answer = await call("GET", `/api/now/table/sysapproval_approver?${query}`);
  const asked = askedOf(answer, serviceNow, (body) => {
    const read = approvals.safeParse(body);
    return read.success ? read.data.result : null;
  });
  // Who approves may be hidden from this user; how it stands is in the record itself.
  const people = asked.kind === "answered" ? asked.value : [];
  const named = (state: string): string =>
    people
      .filter((person) => person.state.value === state)
      .map(({ approver }) => approver.shown)
      .join(", ");
  const waiting = named("requested");
  const against = named("rejected");
  const standing = [
    `Approval: ${change.approval.shown.toLowerCase()}.`,
    waiting === "" ? "" : `It waits for ${waiting}.`,
    against === "" ? "" : `${against} said no.`,
  ];
  return [standing.filter((part) => part !== "").join(" ")];
}

/** What an open change request is in conflict with. The status says "Conflict" after every check: only the list counts. */
export async function conflictRemarks(call: JsonCall, change: Change): Promise<readonly string[]> {
  if (isOver(change)) return [];
  const answer = await call("GET", `/api/sn_chg_rest/change/${encodeURIComponent(change.sys_id.value)}/conflict`);
  const asked = askedOf(answer, serviceNow, (body) => {
    const read = conflicts.safeParse(body);
    return read.success ? read.data.result : null;
  });
  if (asked.kind !== "answered") return ["Whether it is in conflict with anything could not be asked."];
  const { status, conflicts: found } = asked.value;
  if (found.length === 0) return status.toLowerCase() === "not run" ? ["ServiceNow has not looked for conflicts yet."] : [];
  const words = found.map(({ type, change }) => (change.shown === "" ? type.shown : `${type.shown} (${change.shown})`));
  return [`In conflict: ${[...new Set(words)].slice(0, 10).join(", ")}.`];
}
