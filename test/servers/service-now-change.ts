/** A change request as the strict server keeps it: every field as its stored text. */
export type StoredChange = Record<string, string>;

/** The fields of the change request table that this program may set; anything else would be ignored by the real one. */
const settable = new Set([
  "short_description",
  "description",
  "start_date",
  "end_date",
  "backout_plan",
  "impact",
  "correlation_id",
  "correlation_display",
  "work_notes",
  "state",
  "close_code",
  "close_notes",
]);
const times = new Set(["start_date", "end_date"]);
const labels: Readonly<Record<string, string>> = {
  "-5": "New",
  "-4": "Assess",
  "-3": "Authorize",
  "-2": "Scheduled",
  "-1": "Implement",
  "0": "Review",
  "3": "Closed",
  "4": "Canceled",
};
/** Where a change request may go from each state by a person's hand; what needs an approval goes no further by itself. */
const ways: Readonly<Record<string, readonly string[]>> = {
  "-5": ["-4", "4"],
  "-4": ["4"],
  "-3": ["4"],
  "-2": ["-1", "4"],
  "-1": ["0", "4"],
  "0": ["3"],
  "3": [],
  "4": [],
};

export function waysFrom(change: StoredChange): readonly string[] {
  return ways[change.state ?? ""] ?? [];
}

/** What the real one would refuse in these fields, in its words; null when it takes them. */
export function problemWith(change: StoredChange, changes: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(changes)) {
    if (!settable.has(name)) return `There is no field ${name}`;
    if (typeof value !== "string") return `${name} is no text`;
    if (times.has(name) && !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u.test(value)) return `${name} is not yyyy-MM-dd HH:mm:ss`;
    if (name === "short_description" && value.length > 160) return "short_description would be cut";
    if (name === "correlation_id" && value.length > 100) return "correlation_id would be cut";
    if (name === "impact" && !["1", "2", "3"].includes(value)) return `impact ${value} is none`;
  }
  const { start_date = change.start_date, end_date = change.end_date } = changes;
  if (String(start_date) >= String(end_date)) return "end_date is not after start_date";
  return null;
}

/** Why a step to another state is not taken; null when it is. */
export function stepProblem(change: StoredChange, changes: Readonly<Record<string, unknown>>): string | null {
  const { state } = changes;
  if (state === undefined || state === change.state) return null;
  if (!waysFrom(change).includes(String(state))) return `Invalid transition from ${change.state} to ${state}`;
  if (state === "3" && (!changes.close_code || !changes.close_notes)) return "Close code and close notes are mandatory";
  if (state === "3" && changes.close_code !== "successful" && changes.close_code !== "unsuccessful") return "No such close code";
  return null;
}

/** As the API shows a record: numbers as such, times in the user's zone, eight hours behind what is stored. */
export function shown(change: StoredChange): Record<string, { value: unknown; display_value: string }> {
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [name, cell(name, value)]));
}

function cell(name: string, value: string): { value: unknown; display_value: string } {
  if (name === "state") return { value: Number(value), display_value: labels[value] ?? value };
  if (name === "active") return { value: value === "true", display_value: value };
  if (name === "approval") return { value, display_value: approvals[value] ?? value };
  if (times.has(name) && value !== "") {
    const there = new Date(Date.parse(`${value.replace(" ", "T")}Z`) - 8 * 3_600_000).toISOString();
    return { value, display_value: there.slice(0, 19).replace("T", " ") };
  }
  return { value, display_value: value };
}

const approvals: Readonly<Record<string, string>> = {
  "not requested": "Not Yet Requested",
  requested: "Requested",
  approved: "Approved",
  rejected: "Rejected",
};
