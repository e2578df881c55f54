import type { TimeOfDay } from "../../instant.ts";
import type { When } from "./when.ts";

type Found = { readonly start: number; readonly end: number; readonly when: When };

const hour = String.raw`(?<hour>[01]?\d|2[0-3])(?:[:.h ]?(?<minute>[0-5]\d)| ?h)?`;
const at = "(?:at|kl\\.?|um|à)";
const noon = "(?<noon>noon|midday|mittags|middag|midi)";
/** `, at 14:00`, ` kl. 12`, after a day before the start. */
const behind = new RegExp(
  String.raw`^,? ?(?:${at} (?:${hour}|${noon})|by (?<late>noon|midday))(?: (?:uhr|o'clock|h|hrs))?(?![\d:.]*\d|\p{L})`,
  "iu",
);
/** `At 14:00 on `, before it. */
const before = new RegExp(
  String.raw`(?<!\p{L})${at} (?:${hour}|${noon})(?: (?:uhr|o'clock|h|hrs))?,? (?:(?:on|am|le|om) )?(?:the )?$`,
  "iu",
);

/** A day before the start with the hour said beside it: `at 14:00 on the day before`, `dagen før kl. 12`. */
export function withClockTime<One extends Found>(text: string, one: One): One {
  const { when, start, end } = one;
  if (when.kind !== "before" || !["days", "businessDays"].includes(when.lead.target.unit)) return one;
  const after = behind.exec(text.slice(end));
  const ahead = after === null ? before.exec(text.slice(0, start)) : null;
  const at = timeIn((after ?? ahead)?.groups ?? {});
  if (at === null) return one;
  return { ...one, start: ahead?.index ?? start, end: end + (after?.[0].length ?? 0), when: { ...when, at } };
}

function timeIn(groups: Readonly<Record<string, string | undefined>>): TimeOfDay | null {
  if ((groups.noon ?? groups.late) !== undefined) return "12:00";
  return groups.hour === undefined ? null : `${groups.hour.padStart(2, "0")}:${groups.minute ?? "00"}`;
}
