import type { BadInput } from "./bad-input.ts";

/** A foreign file that would take for ever, or all memory: what it is, and what the refusal says. */
export type BombRow = BadInput & {
  readonly kind: "calendar" | "table";
  readonly text: () => string;
  readonly says: RegExp;
};

function bomb(name: string, input: string, says: RegExp, text: () => string, kind: BombRow["kind"] = "calendar"): BombRow {
  const expected = "Refused whole, naming the limit and the line; nothing is imported";
  return { area: "calendar files", name, input, expected, says, text, kind };
}

function calendar(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function event(uid: string, ...lines: readonly string[]): string[] {
  return ["BEGIN:VEVENT", `UID:${uid}`, "DTSTART:20261205T220000Z", "DURATION:PT1H", "SUMMARY:x", ...lines, "END:VEVENT"];
}

function zone(...lines: readonly string[]): string[] {
  const standard = [
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    ...lines,
    "END:STANDARD",
  ];
  return ["BEGIN:VTIMEZONE", "TZID:Custom", ...standard, "END:VTIMEZONE"];
}

const numbers = (count: number, from = 0): string => Array.from({ length: count }, (_, number) => number + from).join(",");
const everySecond = `FREQ=YEARLY;BYMONTH=${numbers(12, 1)};BYMONTHDAY=${numbers(31, 1)};BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)}`;

export const calendarBombs: readonly BombRow[] = [
  bomb("a billion repetitions", "RRULE:FREQ=DAILY;COUNT=1000000000", /Line 9: it repeats more than 500 times/u, () =>
    calendar(...event("a", "RRULE:FREQ=DAILY;COUNT=1000000000")),
  ),
  bomb("repetitions without end, by the second", "RRULE:FREQ=SECONDLY", /Line 9: it repeats more often than daily/u, () =>
    calendar(...event("a", "RRULE:FREQ=SECONDLY")),
  ),
  bomb("a rule that multiplies itself", everySecond, /Line 9: it repeats 1,440 times a day/u, () =>
    calendar(...event("a", `RRULE:${everySecond}`)),
  ),
  bomb("repetitions since long ago", "DTSTART:19000101… RRULE:FREQ=DAILY", /need more than 20,000 steps/u, () =>
    calendar("BEGIN:VEVENT", "UID:a", "DTSTART:19000101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", "END:VEVENT"),
  ),
  bomb("many series that are each within bounds", "10 × RRULE:FREQ=DAILY;COUNT=400", /more than 2,000 entries/u, () =>
    calendar(...Array.from({ length: 10 }, (_, number) => event(`${number}`, "RRULE:FREQ=DAILY;COUNT=400")).flat()),
  ),
  bomb("three thousand entries", "BEGIN:VEVENT × 3,000", /more than 2,000 entries/u, () =>
    calendar(...Array.from({ length: 3000 }, (_, number) => event(`${number}`)).flat()),
  ),
  bomb("a zone whose clocks change every second", "VTIMEZONE RRULE:FREQ=SECONDLY", /Line 4: this time zone's clocks/u, () =>
    calendar(...zone("RRULE:FREQ=SECONDLY"), ...event("a")),
  ),
  bomb("a zone with thousands of changes", "VTIMEZONE RDATE × 5,000", /Line 4: this time zone's clocks/u, () =>
    calendar(...zone(...Array.from({ length: 5000 }, () => "RDATE:20260101T000000")), ...event("a")),
  ),
  bomb("thousands of zones", "BEGIN:VTIMEZONE × 5,000", /more than 200 time zones/u, () =>
    calendar(...Array.from({ length: 5000 }, () => zone()).flat(), ...event("a")),
  ),
  bomb("parts inside parts without end", "BEGIN:VALARM × 100,000", /more than 8 parts lie inside one another/u, () =>
    calendar(...Array.from({ length: 100_000 }, () => "BEGIN:VALARM")),
  ),
  bomb("fifty megabytes", "X-PADDING:… 50 MB", /longer than 10,000,000 characters/u, () =>
    calendar(`X-PADDING:${"x".repeat(50_000_000)}`),
  ),
  bomb("no calendar at all", "<html>", /does not begin with BEGIN:VCALENDAR/u, () => "<html></html>"),
  bomb(
    "a table with too many rows",
    "6,000 rows",
    /more than 5,000 rows/u,
    () => `Title,Start\n${"a,b\n".repeat(6000)}`,
    "table",
  ),
  bomb("a table with too many columns", "1,000 columns", /more than 100 columns/u, () => `${"a,".repeat(1000)}a\n`, "table"),
  bomb(
    "a cell that never ends",
    'Title,"…',
    /Line \d+: this row can't be read/u,
    () => `Title,Start\na,"${"x\n".repeat(200_000)}`,
    "table",
  ),
  bomb("an empty table", "(nothing)", /It is empty/u, () => "\n\n", "table"),
];
