import type { ContactHours, Workspace } from "./directory.ts";
import { day, type Instant, type ZoneId } from "./instant.ts";
import { describeTime } from "./time-text.ts";
import { addDays, dateOf, instantOfWall, weekdayOf } from "./zoned-time.ts";

/**
 * Whether somebody answers at the contact point for as long as it is needed: open all the time, another one then, closed
 * until `opensAt`, or nobody has said when it is open.
 */
export type ContactThen =
  | { readonly kind: "unsaid" }
  | { readonly kind: "open" }
  | { readonly kind: "otherwise"; readonly whom: string }
  | { readonly kind: "closed"; readonly opensAt: Instant | null };

/** Whom readers reach between two instants. Public holidays are not counted: a desk that keeps them says so in its words. */
export function contactBetween(
  { contactHours, contactOtherwise = "", zone }: Pick<Workspace, "contactHours" | "contactOtherwise" | "zone">,
  from: Instant,
  to: Instant,
): ContactThen {
  if (contactHours === undefined || contactHours === null) return { kind: "unsaid" };
  if (contactHours.kind === "always") return { kind: "open" };
  const stretches = openStretches(contactHours, zone, from);
  if (stretches.some((stretch) => stretch.from <= from && to <= stretch.to)) return { kind: "open" };
  if (contactOtherwise.trim() !== "") return { kind: "otherwise", whom: contactOtherwise.trim() };
  return { kind: "closed", opensAt: stretches.find((stretch) => stretch.from > from)?.from ?? null };
}

/** The same in the words that stand after the contact point; empty where nothing is known. */
export function contactWords(then: ContactThen, isOver: boolean, zone: ZoneId): string {
  switch (then.kind) {
    case "unsaid":
      return "";
    case "open":
      return isOver ? "open now" : "open throughout";
    case "otherwise":
      return `${isOver ? "now" : "during the work"} ask ${then.whom}`;
    case "closed":
      return then.opensAt === null ? "closed then" : `open from ${describeTime(then.opensAt, zone)}`;
  }
}

type Weekly = Extract<ContactHours, { kind: "weekly" }>;

/** From the day before until a week after; hours up to `from` are those over midnight. */
function openStretches({ weekdays, from, to }: Weekly, zone: ZoneId, around: Instant): { from: Instant; to: Instant }[] {
  const first = dateOf(around - day, zone);
  return Array.from({ length: 10 }, (_, index) => addDays(first, index))
    .filter((date) => weekdays.includes(weekdayOf(date)))
    .map((date) => ({
      from: instantOfWall(`${date}T${from}`, zone),
      to: instantOfWall(`${to > from ? date : addDays(date, 1)}T${to}`, zone),
    }));
}
