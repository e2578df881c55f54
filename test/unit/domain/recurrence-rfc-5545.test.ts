import { describe, expect, test } from "vitest";
import { expandRule } from "../../../src/core/domain/recurrence/recurrence.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";

/** The examples of RFC 5545 §3.8.5.3, all in America/New_York. `…` says that the rule goes on. */
type Example = readonly [what: string, start: string, rule: string, dates: string, exceptions?: readonly string[]];

const nine = "T09:00";
const january = Array.from({ length: 31 }, (_, index) => `${index + 1}`).join(",");
const examples: readonly Example[] = [
  ["daily for 10 occurrences", "1997-09-02", "FREQ=DAILY;COUNT=10", "1997-09:2,3,4,5,6,7,8,9,10,11"],
  ["every other day, forever", "1997-09-02", "FREQ=DAILY;INTERVAL=2", "1997-09:2,4,6,8,10,12,14 …"],
  ["every 10 days, 5 occurrences", "1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09:2,12,22 1997-10:2,12"],
  [
    "every day in January for 3 years, by year",
    "1998-01-01",
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    `1998-01:${january} 1999-01:${january} 2000-01:${january}`,
  ],
  [
    "every day in January for 3 years, by day",
    "1998-01-01",
    "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    `1998-01:${january} 1999-01:${january} 2000-01:${january}`,
  ],
  ["weekly for 10 occurrences", "1997-09-02", "FREQ=WEEKLY;COUNT=10", "1997-09:2,9,16,23,30 1997-10:7,14,21,28 1997-11:4"],
  [
    "weekly until December 24",
    "1997-09-02",
    "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    "1997-09:2,9,16,23,30 1997-10:7,14,21,28 1997-11:4,11,18,25 1997-12:2,9,16,23",
  ],
  [
    "every other week, forever",
    "1997-09-02",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997-09:2,16,30 1997-10:14,28 1997-11:11,25 1997-12:9,23 1998-01:6,20 1998-02:3,17 …",
  ],
  [
    "Tuesday and Thursday for five weeks, until",
    "1997-09-02",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "1997-09:2,4,9,11,16,18,23,25,30 1997-10:2",
  ],
  [
    "Tuesday and Thursday for five weeks, counted",
    "1997-09-02",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "1997-09:2,4,9,11,16,18,23,25,30 1997-10:2",
  ],
  [
    "every other week on Monday, Wednesday and Friday until December 24",
    "1997-09-01",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997-09:1,3,5,15,17,19,29 1997-10:1,3,13,15,17,27,29,31 1997-11:10,12,14,24,26,28 1997-12:8,10,12,22",
  ],
  [
    "every other week on Tuesday and Thursday, 8 occurrences",
    "1997-09-02",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "1997-09:2,4,16,18,30 1997-10:2,14,16",
  ],
  [
    "the first Friday of the month, 10 occurrences",
    "1997-09-05",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997-09:5 1997-10:3 1997-11:7 1997-12:5 1998-01:2 1998-02:6 1998-03:6 1998-04:3 1998-05:1 1998-06:5",
  ],
  [
    "the first Friday until December 24",
    "1997-09-05",
    "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    "1997-09:5 1997-10:3 1997-11:7 1997-12:5",
  ],
  [
    "every other month on the first and last Sunday",
    "1997-09-07",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09:7,28 1997-11:2,30 1998-01:4,25 1998-03:1,29 1998-05:3,31",
  ],
  [
    "the second-to-last Monday for 6 months",
    "1997-09-22",
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09:22 1997-10:20 1997-11:17 1997-12:22 1998-01:19 1998-02:16",
  ],
  [
    "the third-to-last day of the month, forever",
    "1997-09-28",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "1997-09:28 1997-10:29 1997-11:28 1997-12:29 1998-01:29 1998-02:26 …",
  ],
  [
    "the 2nd and 15th, 10 occurrences",
    "1997-09-02",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "1997-09:2,15 1997-10:2,15 1997-11:2,15 1997-12:2,15 1998-01:2,15",
  ],
  [
    "the first and last day of the month, 10 occurrences",
    "1997-09-30",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997-09:30 1997-10:1,31 1997-11:1,30 1997-12:1,31 1998-01:1,31 1998-02:1",
  ],
  [
    "every 18 months on the 10th to 15th, 10 occurrences",
    "1997-09-10",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "1997-09:10,11,12,13,14,15 1999-03:10,11,12,13",
  ],
  [
    "every Tuesday, every other month",
    "1997-09-02",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997-09:2,9,16,23,30 1997-11:4,11,18,25 1998-01:6,13,20,27 1998-03:3,10,17,24,31 …",
  ],
  [
    "yearly in June and July, 10 occurrences",
    "1997-06-10",
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997-06:10 1997-07:10 1998-06:10 1998-07:10 1999-06:10 1999-07:10 2000-06:10 2000-07:10 2001-06:10 2001-07:10",
  ],
  [
    "every other year in January, February and March, 10 occurrences",
    "1997-03-10",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997-03:10 1999-01:10 1999-02:10 1999-03:10 2001-01:10 2001-02:10 2001-03:10 2003-01:10 2003-02:10 2003-03:10",
  ],
  [
    "every third year on the 1st, 100th and 200th day, 10 occurrences",
    "1997-01-01",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997-01:1 1997-04:10 1997-07:19 2000-01:1 2000-04:9 2000-07:18 2003-01:1 2003-04:10 2003-07:19 2006-01:1",
  ],
  ["every 20th Monday of the year", "1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997-05:19 1998-05:18 1999-05:17 …"],
  ["Monday of week 20", "1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05:12 1998-05:11 1999-05:17 …"],
  [
    "every Thursday in March",
    "1997-03-13",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997-03:13,20,27 1998-03:5,12,19,26 1999-03:4,11,18,25 …",
  ],
  [
    "every Thursday in June, July and August",
    "1997-06-05",
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997-06:5,12,19,26 1997-07:3,10,17,24,31 1997-08:7,14,21,28 1998-06:4,11,18,25 1998-07:2,9,16,23,30 1998-08:6,13,20,27 …",
  ],
  [
    "every Friday the 13th",
    "1997-09-02",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "1998-02:13 1998-03:13 1998-11:13 1999-08:13 2000-10:13 …",
    ["1997-09-02T09:00"],
  ],
  [
    "the first Saturday after the first Sunday",
    "1997-09-13",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997-09:13 1997-10:11 1997-11:8 1997-12:13 1998-01:10 1998-02:7 1998-03:7 1998-04:11 1998-05:9 1998-06:13 …",
  ],
  [
    "every 4 years, the first Tuesday after a Monday in November",
    "1996-11-05",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11:5 2000-11:7 2004-11:2 …",
  ],
  [
    "the third of Tuesday, Wednesday or Thursday, for 3 months",
    "1997-09-04",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "1997-09:4 1997-10:7 1997-11:6",
  ],
  [
    "the second-to-last weekday of the month",
    "1997-09-29",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09:29 1997-10:30 1997-11:27 1997-12:30 1998-01:29 1998-02:26 1998-03:30 …",
  ],
  ["weeks that start on Monday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08:5,10,19,24"],
  ["weeks that start on Sunday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08:5,17,19,31"],
  [
    "a day that February lacks is left out",
    "2007-01-15",
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    "2007-01:15,30 2007-02:15 2007-03:15,30",
  ],
];

const zone = "America/New_York";

function expand(start: string, rule: string, exceptions: readonly string[], count: number) {
  const expansion = expandRule({ rule, start, zone, exceptions }, Date.parse("1996-01-01"), Date.parse("2020-01-01"), { count });
  if (expansion.kind === "problem") throw new Error(expansion.message);
  return expansion;
}

describe("the examples of RFC 5545 §3.8.5.3", () => {
  test.each(examples.map(([what, ...example]) => ({ what, example })))("$what", ({ example }) => {
    const [start, rule, dates, exceptions = []] = example;
    const goesOn = dates.endsWith(" …");
    const expected = dates
      .replace(" …", "")
      .split(" ")
      .flatMap((group) => {
        const [month = "", days = ""] = group.split(":");
        return days.split(",").map((dayOfMonth) => `${month}-${dayOfMonth.padStart(2, "0")}${nine}`);
      });
    const { occurrences, ended } = expand(`${start}${nine}`, rule, exceptions, goesOn ? expected.length : 500);
    expect(occurrences.map(({ wall }) => wall)).toEqual(expected);
    expect(ended).toBe(goesOn ? "count" : "range");
  });

  test("daily until December 24: the last is the 23rd, since midnight UTC is the evening before in New York", () => {
    const { occurrences } = expand(`1997-09-02${nine}`, "FREQ=DAILY;UNTIL=19971224T000000Z", [], 500);
    expect(occurrences).toHaveLength(113);
    expect(occurrences.at(-1)?.wall).toBe(`1997-12-23${nine}`);
  });

  test.each([
    // 17:00 in New York; the standard's own `170000Z` is corrected by its erratum 3883.
    ["every 3 hours from 9 to 5", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", ["09:00", "12:00", "15:00"]],
    ["every 15 minutes for 6 occurrences", "FREQ=MINUTELY;INTERVAL=15;COUNT=6", "09:00,09:15,09:30,09:45,10:00,10:15".split(",")],
    ["every hour and a half for 4", "FREQ=MINUTELY;INTERVAL=90;COUNT=4", ["09:00", "10:30", "12:00", "13:30"]],
  ])("%s", (_what, rule, times) => {
    expect(expand(`1997-09-02${nine}`, rule, [], 50).occurrences.map(({ wall }) => wall.slice(11))).toEqual(times);
  });

  test.each([
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
  ])("every 20 minutes from 9:00 to 16:40 every day: %s", (rule) => {
    const { occurrences } = expand(`1997-09-02${nine}`, rule, [], 48);
    const ofDay = [9, 10, 11, 12, 13, 14, 15, 16].flatMap((hours) =>
      ["00", "20", "40"].map((minutes) => `${String(hours).padStart(2, "0")}:${minutes}`),
    );
    expect(occurrences.map(({ wall }) => wall)).toEqual(
      ["1997-09-02", "1997-09-03"].flatMap((date) => ofDay.map((time) => `${date}T${time}`)),
    );
  });

  test("the wall time stays when the clocks change: 09:00 EDT, then 09:00 EST", () => {
    const { occurrences } = expand(`1997-10-20${nine}`, "FREQ=WEEKLY;COUNT=2", [], 5);
    const instants = occurrences.map(({ resolution }) => (resolution.kind === "exact" ? resolution.at : Number.NaN));
    expect(instants.map((at) => new Date(at).toISOString())).toEqual(["1997-10-20T13:00:00.000Z", "1997-10-27T14:00:00.000Z"]);
    expect(instants.map((at) => wallOf(at, zone))).toEqual(occurrences.map(({ wall }) => wall));
  });
});
