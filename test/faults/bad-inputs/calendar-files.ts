import type { BadInput } from "./bad-input.ts";
import { shown } from "./text.ts";

/** A text that stands in every field of a calendar file that a person fills in. */
export type CalendarRow = BadInput & { readonly value: string };

function calendar(name: string, value: string): CalendarRow {
  return {
    area: "calendar files",
    name,
    input: shown(value).slice(0, 60),
    expected: "One event, the same lines and parameters; the text is text",
    value,
  };
}

export const calendarFiles: readonly CalendarRow[] = [
  calendar("an end of the event", "x\r\nEND:VEVENT\r\nEND:VCALENDAR"),
  calendar("an alarm of its own", "x\nBEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM"),
  calendar("a lone carriage return", "x\rATTENDEE:mailto:all@example.org"),
  calendar("a line separator", "x\u2028METHOD:REQUEST"),
  calendar("a next-line character", "x\u0085METHOD:REQUEST"),
  calendar("a parameter of its own", 'x";ROLE=CHAIR;CN="y'),
  calendar("separators and backslashes", "a;b,c\\n\\;\\,\\"),
  calendar("a fold in the text", "x\r\n y"),
  calendar("a line of 2,000 signs of two octets", "é".repeat(2000)),
  calendar("a line of emoji", "👩‍💻".repeat(200)),
  calendar("carets of RFC 6868", "^n^^^'"),
];
