import { z } from "zod";
import type { Instant } from "../../core/domain/instant.ts";
import type { Speaker } from "../network/call-outcome.ts";

/**
 * What of ServiceNow's Change Management and Table APIs this program reads. A field comes as its stored and its shown value,
 * or bare; numbers come as such or as text.
 */
const bare = z.union([z.string(), z.number(), z.boolean()]).nullish();
const field = z
  .union([
    z.object({ value: bare, display_value: bare }).transform(({ value, display_value }) => ({ value, shown: display_value })),
    bare.transform((value) => ({ value, shown: value })),
  ])
  .transform(({ value, shown }) => ({ value: String(value ?? ""), shown: String(shown ?? value ?? "") }));
type Field = z.infer<typeof field>;
const none: Field = { value: "", shown: "" };

const change = z.object({
  sys_id: field,
  number: field,
  state: field,
  short_description: field.default(none),
  description: field.default(none),
  start_date: field.default(none),
  end_date: field.default(none),
  correlation_id: field.default(none),
  approval: field.default(none),
  active: field.default(none),
  __meta: z.object({ ignoredFields: z.array(z.string()).default([]) }).optional(),
});
export type Change = z.infer<typeof change>;

/** One record is answered bare, or as the only one of a list. */
export const oneChange = z.object({
  result: z.union([
    change,
    z
      .tuple([change])
      .rest(z.unknown())
      .transform(([first]) => first),
  ]),
});
/** Lists end with an entry that says only what was asked: what is no change request is left out. */
export const manyChanges = z.object({ result: listOf(change) });
const template = z.object({ sys_id: field, template: field.default(none), name: field.default(none) });
export const templates = z.object({ result: listOf(template) });
export const nextStates = z.object({ result: z.object({ available_states: z.array(z.coerce.string()) }) });
export const approvals = z.object({ result: listOf(z.object({ state: field, approver: field })) });
export const conflicts = z.object({
  result: z.object({
    status: z.string().default(""),
    conflicts: listOf(z.object({ type: field.default(none), change: field.default(none) })).default([]),
  }),
});
/** The check for conflicts has begun: its own id is answered. */
export const started = z.object({ result: z.string().min(1) });
export const users = z.object({ result: listOf(z.object({ user_name: field })) });
const refusal = z.object({ error: z.object({ message: z.string().nullish(), detail: z.string().nullish() }) });

function listOf<T>(entry: z.ZodType<T>) {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((each): T[] => {
      const read = entry.safeParse(each);
      return read.success ? [read.data] : [];
    }),
  );
}

export const serviceNow: Speaker = {
  name: "ServiceNow",
  reasonOf({ status, body }) {
    const read = refusal.safeParse(body);
    if (!read.success) {
      return "the answer is not a ServiceNow instance's. Check the instance's address, and wake the instance if it sleeps.";
    }
    const { message, detail } = read.data.error;
    const words = [message, detail].filter((part) => part != null && part !== "").join(": ");
    const role =
      status === 403 ? " The user needs the role itil or sn_change_write, which an administrator of the instance gives." : "";
    return `${words.slice(0, 300)}${/[.!]$/u.test(words) ? "" : "."}${role}`;
  },
};

/** A time as ServiceNow stores it: UTC, whole seconds, no zone written. */
export function timeOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

/** The stored value, never the shown one: that is in the user's own zone and form. */
export function instantOf({ value }: Field): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u.test(value)) return null;
  const at = Date.parse(`${value.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? null : at;
}

/** The states every instance has, unless its people changed them. */
export const states = { implement: "-1", review: "0", closed: "3", cancelled: "4" } as const;

export function isOver({ state, active }: Change): boolean {
  return state.value === states.closed || state.value === states.cancelled || active.value === "false";
}
