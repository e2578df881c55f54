import type { BadInput } from "./bad-input.ts";

/** A window's times that are refused at the door or asked about. */
export type TimeRow = BadInput & {
  readonly zone: string;
  readonly start: string;
  readonly end: string;
  /** The field it is told at, and a part of the sentence. */
  readonly field: "start" | "end" | "zone";
  readonly says: RegExp;
};

function time(
  name: string,
  zone: string,
  start: string,
  end: string,
  field: TimeRow["field"],
  says: RegExp,
  expected: string,
): TimeRow {
  return { area: "time", name, input: `${start} to ${end}, ${zone}`, expected, zone, start, end, field, says };
}

const asked = "Asked about, never picked; nothing is stored";
const refused = "Refused at its field; nothing is stored";
const london = "Europe/London";

export const times: readonly TimeRow[] = [
  time("a time the clocks skip", london, "2027-03-28T01:30", "2027-03-28T04:00", "start", /does not exist/u, asked),
  time("an end the clocks skip", london, "2027-03-28T00:30", "2027-03-28T01:30", "end", /does not exist/u, asked),
  time("a time that occurs twice", london, "2026-10-25T01:30", "2026-10-25T04:00", "start", /occurs twice/u, asked),
  time("a time skipped elsewhere", "America/New_York", "2027-03-14T02:30", "2027-03-14T05:00", "start", /does not exist/u, asked),
  time("a day the zone left out", "Pacific/Apia", "2011-12-30T10:00", "2011-12-31T12:00", "start", /does not exist/u, asked),
  time("a day that does not exist", london, "2027-02-30T02:00", "2027-03-01T02:00", "start", /exist/u, refused),
  time("a leap day of no leap year", london, "2027-02-29T02:00", "2027-03-01T02:00", "start", /exist/u, refused),
  time("a month that does not exist", london, "2027-13-01T02:00", "2027-12-31T02:00", "start", /exist/u, refused),
  time("an hour that does not exist", london, "2027-02-01T24:30", "2027-02-02T02:00", "start", /exist|time/u, refused),
  time("an end before its start", london, "2027-02-02T04:00", "2027-02-02T02:00", "end", /after the start/u, refused),
  time("no length at all", london, "2027-02-02T04:00", "2027-02-02T04:00", "end", /after the start/u, refused),
  time("a zone nobody knows", "Mars/Olympus", "2027-02-02T02:00", "2027-02-02T04:00", "zone", /not a time zone/u, refused),
  time("an abbreviation for a zone", "BST/GMT", "2027-02-02T02:00", "2027-02-02T04:00", "zone", /not a time zone/u, refused),
  time("words for a time", london, "tomorrow", "2027-02-02T04:00", "start", /date and a time/u, refused),
];
