import type { CounterpartWish } from "../../core/domain/counterpart.ts";
import { describeSpan, describeTime } from "../../core/domain/time-text.ts";

const outcomes = {
  open: "",
  completed: "Completed.",
  rolledBack: "Rolled back.",
  cancelled: "Cancelled: it does not take place.",
} as const satisfies Record<CounterpartWish["outcome"], string>;

/** What a record of a window says in a system that keeps text: plain, with the zone of every time, and the mark it is found by. */
export function counterpartText(wish: CounterpartWish): string {
  const { zone, note, outcome, endedAt } = wish;
  return [
    outcomes[outcome],
    describeSpan(wish.startAt, wish.endAt, zone),
    endedAt === null ? "" : `The work was over ${describeTime(endedAt, zone)}.`,
    note,
    wish.description,
    wish.rollbackPlan === "" ? "" : `If it fails: ${wish.rollbackPlan}`,
    wish.mark,
  ]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
}
