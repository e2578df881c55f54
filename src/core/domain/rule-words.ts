import { assertNever } from "./assert-never.ts";
import { weekdayNames } from "./calendar-names.ts";
import type { Promised, Timing, TimingUnit, Weekday } from "./matrix.ts";

const unitNames = { minutes: "minute", hours: "hour", days: "day", businessDays: "business day" } as const satisfies Record<
  TimingUnit,
  string
>;

/** A rule's timing as a matrix cell shows it, in lower case: `5 business days before, 09:00`. */
export function describeTiming(timing: Timing): string {
  switch (timing.kind) {
    case "planning":
      return "when planning starts";
    case "before":
      return `${describeAmount(timing.amount, timing.unit)} before${timing.at === null ? "" : `, ${timing.at}`}`;
    case "weekly":
      return `${timing.everyWeeks === 1 ? "every" : "every second"} ${weekdayNames[timing.weekday - 1]} ${timing.at} until the start`;
    case "start":
      return "at the start";
    case "during":
      return `every ${timing.everyMinutes} minutes while it runs`;
    case "end":
      return "when it is over";
    case "statusChange":
      return "when it happens";
    default:
      return assertNever(timing);
  }
}

/** The promised notice as `3 business days promised`; whole days from three on are said as days. */
export function describePromised({ amount, unit }: Promised): string {
  const isDays = unit === "hours" && amount >= 72 && amount % 24 === 0;
  return `${isDays ? describeAmount(amount / 24, "days") : describeAmount(amount, unit)} promised`;
}

export function describeAmount(amount: number, unit: TimingUnit): string {
  return `${amount} ${unitNames[unit]}${amount === 1 ? "" : "s"}`;
}

export function nameOfWeekday(weekday: Weekday): string {
  return weekdayNames[weekday - 1] ?? "";
}
