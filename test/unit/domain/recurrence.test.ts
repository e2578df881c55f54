import { describe, expect, test } from "vitest";
import { day } from "../../../src/core/domain/instant.ts";
import { placeOccurrence } from "../../../src/core/domain/recurrence/occurrences.ts";
import { expandRule } from "../../../src/core/domain/recurrence/recurrence.ts";
import { formOfRule, type RepeatsForm, ruleOfForm, suggestedFor } from "../../../src/core/domain/recurrence/recurrence-form.ts";
import { readRule, writeRule } from "../../../src/core/domain/recurrence/recurrence-rule.ts";
import { describeRule } from "../../../src/core/domain/recurrence/recurrence-words.ts";

const at = (text: string) => Date.parse(`${text}Z`);

function expanded(rule: string, start: string, zone: string, from: string, to: string, more: { exceptions?: string[] } = {}) {
  const expansion = expandRule({ rule, start, zone, exceptions: more.exceptions ?? [] }, at(from), at(to));
  if (expansion.kind === "problem") throw new Error(expansion.message);
  return expansion.occurrences;
}

describe("changes of clocks", () => {
  test("an occurrence the clocks skip is asked about, with what lies around it", () => {
    const [skipped] = expanded("FREQ=MONTHLY;BYDAY=-1SU", "2027-01-31T01:30", "Europe/London", "2027-03-01", "2027-04-01");
    expect(skipped).toEqual({
      wall: "2027-03-28T01:30",
      resolution: {
        kind: "skipped",
        before: at("2027-03-28T00:59"),
        after: at("2027-03-28T01:00"),
        nextWall: "2027-03-28T02:00",
      },
    });
  });

  test("an occurrence the clocks repeat is asked about, with both instants", () => {
    const [repeated] = expanded("FREQ=MONTHLY;BYDAY=-1SU", "2027-01-31T01:30", "Europe/London", "2027-10-01", "2027-11-01");
    expect(repeated?.resolution).toEqual({ kind: "repeated", earlier: at("2027-10-31T00:30"), later: at("2027-10-31T01:30") });
  });

  test("a day Samoa never had is asked about, and ends nothing", () => {
    const dates = expanded("FREQ=DAILY", "2011-12-29T09:00", "Pacific/Apia", "2011-12-28", "2012-01-01T12:00");
    expect(dates.map(({ wall, resolution }) => [wall.slice(0, 10), resolution.kind])).toEqual([
      ["2011-12-29", "exact"],
      ["2011-12-30", "skipped"],
      ["2011-12-31", "exact"],
      ["2012-01-01", "exact"],
    ]);
  });
});

describe("ranges and limits", () => {
  test("exceptions do not take place, and still count", () => {
    const dates = expanded("FREQ=WEEKLY;COUNT=3", "2026-12-01T02:00", "UTC", "2026-01-01", "2028-01-01", {
      exceptions: ["2026-12-08T02:00"],
    });
    expect(dates.map(({ wall }) => wall)).toEqual(["2026-12-01T02:00", "2026-12-15T02:00"]);
  });

  test("a start the rule does not give is none of its occurrences", () => {
    const [first] = expanded("FREQ=MONTHLY;BYDAY=1SU", "2026-11-10T02:00", "Europe/London", "2026-01-01", "2028-01-01");
    expect(first?.wall).toBe("2026-12-06T02:00");
  });

  test("a range in the far future does not begin at the first start", () => {
    const dates = expanded("FREQ=DAILY", "1970-01-01T02:00", "UTC", "2200-01-01", "2200-01-03");
    expect(dates.map(({ wall }) => wall)).toEqual(["2200-01-01T02:00", "2200-01-02T02:00"]);
  });

  test.each([
    ["a thousand million times", "FREQ=DAILY;COUNT=1000000000"],
    ["every minute", "FREQ=MINUTELY"],
    [
      "every part there is",
      `FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYHOUR=${Array.from({ length: 24 }, (_, hour) => hour).join(",")};BYMINUTE=${Array.from({ length: 60 }, (_, minute) => minute).join(",")}`,
    ],
  ])("ends at its limit of occurrences: %s", (_what, rule) => {
    const expansion = expandRule(
      { rule, start: "2026-01-01T02:00", zone: "UTC", exceptions: [] },
      at("2026-01-01"),
      at("2999-01-01"),
      {
        count: 100,
      },
    );
    expect(expansion).toMatchObject({ kind: "expanded", ended: "count" });
    expect(expansion.kind === "expanded" ? expansion.occurrences.length : 0).toBe(100);
  });

  test("ends when its time is over", () => {
    let looks = 0;
    const expansion = expandRule(
      { rule: "FREQ=MINUTELY;COUNT=9000000", start: "2026-01-01T02:00", zone: "UTC", exceptions: [] },
      at("2030-01-01"),
      at("2031-01-01"),
      {
        isOutOfTime: () => {
          looks += 1;
          return looks > 50;
        },
      },
    );
    expect(expansion).toEqual({ kind: "expanded", occurrences: [], ended: "time" });
    expect(looks).toBe(51);
  });

  test("ends after so many years", () => {
    const expansion = expandRule(
      { rule: "FREQ=YEARLY", start: "2026-01-01T02:00", zone: "UTC", exceptions: [] },
      at("2026-01-01"),
      at("2999-01-01"),
      { years: 10 },
    );
    expect(expansion).toMatchObject({ kind: "expanded", ended: "years" });
    expect(expansion.kind === "expanded" ? expansion.occurrences.length : 0).toBe(11);
  });

  test("a rule that never comes gives nothing, and comes to an end", () => {
    for (const count of ["", ";COUNT=5"]) {
      const expansion = expandRule(
        { rule: `FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30${count}`, start: "2026-01-01T02:00", zone: "UTC", exceptions: [] },
        at("2026-01-01"),
        at("2070-01-01"),
      );
      expect(expansion.kind === "problem" || expansion.occurrences.length === 0).toBe(true);
    }
  });

  test("a leap day comes every four years, and after 2096 eight years later", () => {
    const dates = expanded("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2092-01-01T02:00", "UTC", "2092-01-01", "2105-01-01");
    expect(dates.map(({ wall }) => wall.slice(0, 4))).toEqual(["2092", "2096", "2104"]);
  });
});

describe("bad rules say what is wrong", () => {
  test.each([
    ["", /no part/u],
    ["every week", /no part/u],
    ["FREQ=SOMETIMES", /how often/u],
    ["INTERVAL=2", /how often/u],
    ["FREQ=SECONDLY", /whole minute/u],
    ["FREQ=DAILY;BYSECOND=30", /whole minute/u],
    ["FREQ=DAILY;FREQ=WEEKLY", /twice/u],
    ["FREQ=DAILY;COUNT=0", /COUNT/u],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101", /not both/u],
    ["FREQ=DAILY;UNTIL=20270231", /UNTIL/u],
    ["FREQ=DAILY;INTERVAL=-1", /INTERVAL/u],
    ["FREQ=MONTHLY;BYDAY=XX", /BYDAY/u],
    ["FREQ=WEEKLY;BYDAY=1SU", /numbered weekday/u],
    ["FREQ=MONTHLY;BYMONTHDAY=32", /BYMONTHDAY/u],
    ["FREQ=WEEKLY;BYMONTHDAY=3", /BYMONTHDAY/u],
    ["FREQ=MONTHLY;BYWEEKNO=3", /BYWEEKNO/u],
    ["FREQ=MONTHLY;BYYEARDAY=3", /BYYEARDAY/u],
    ["FREQ=MONTHLY;BYSETPOS=1", /BYSETPOS/u],
    ["FREQ=MONTHLY;BYEASTER=1", /BYEASTER/u],
    ["FREQ=MONTHLY;RSCALE=CHINESE", /RSCALE/u],
    [`FREQ=DAILY;BYHOUR=${"1,".repeat(4000)}`, /too long/u],
  ])("%s", (rule, message) => {
    const read = readRule(rule);
    expect(read.kind === "problem" ? read.message : "").toMatch(message);
    expect(expandRule({ rule, start: "2026-01-01T02:00", zone: "UTC", exceptions: [] }, 0, day).kind).toBe("problem");
  });
});

describe("rules in words", () => {
  test.each([
    ["FREQ=MONTHLY;BYDAY=1SU", "every first Sunday of the month"],
    ["FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3", "the last Friday of every 3 months"],
    ["FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10", "every second week on Monday, 10 times"],
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "the last weekday (Monday to Friday) of every month, public holidays not left out",
    ],
    ["FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20271231", "the 15th of every month, until Fri 31 Dec 2027"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of every month"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the fourth Thursday in November"],
    ["FREQ=YEARLY;BYYEARDAY=1,100", "every year on the 1st and 100th of the year"],
    ["FREQ=DAILY", "every day"],
  ])("%s", (rule, words) => {
    expect(describeRule(rule)).toBe(words);
  });
});

describe("the form", () => {
  const forms: readonly RepeatsForm[] = [
    { repeats: { kind: "weekly", every: 2, weekdays: ["MO", "WE"] }, end: { kind: "never" } },
    { repeats: { kind: "monthlyOnWeekday", every: 1, nth: -1, weekday: "SU" }, end: { kind: "count", count: 6 } },
    { repeats: { kind: "lastWorkingDay", every: 1 }, end: { kind: "until", date: "2027-12-31" } },
    { repeats: { kind: "monthlyOnDay", every: 3, dayOfMonth: 15 }, end: { kind: "never" } },
  ];
  test.each(forms)("makes a rule that is read back as the same form: $repeats.kind", (form) => {
    expect(readRule(ruleOfForm(form)).kind).toBe("rule");
    expect(formOfRule(ruleOfForm(form))).toEqual(form);
  });

  test("a rule that says more than the form can is not squeezed into it", () => {
    expect(formOfRule("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")).toBeNull();
    expect(formOfRule("FREQ=YEARLY")).toBeNull();
  });

  test("what is written is read as the same rule", () => {
    const read = readRule("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=-1SU;WKST=SU;UNTIL=20301231T220000Z");
    expect(read.kind === "rule" ? readRule(writeRule(read.rule)) : null).toEqual(read);
  });

  test("a first start suggests its own place in week and month", () => {
    expect(suggestedFor("2026-12-06T02:00")).toMatchObject({
      weekly: { weekdays: ["SU"] },
      monthlyOnWeekday: { nth: 1, weekday: "SU" },
      monthlyOnDay: { dayOfMonth: 6 },
    });
    expect(suggestedFor("2026-11-29T02:00").monthlyOnWeekday).toMatchObject({ nth: -1, weekday: "SU" });
  });
});

describe("occurrences with both ends", () => {
  function choices(wall: string, lengthMinutes: number) {
    const [occurrence] = expanded("FREQ=YEARLY", wall, "Europe/London", "2027-01-01", "2028-01-01");
    if (occurrence === undefined) throw new Error("no occurrence");
    const placed = placeOccurrence(occurrence, "Europe/London", lengthMinutes);
    return placed.kind === "asked" ? placed.choices.map(({ label }) => label) : [];
  }

  test("a start the clocks skip may be moved either way, and takes the end along where it must", () => {
    expect(choices("2027-03-28T01:30", 60)).toEqual([
      "Sun 28 Mar 2027, 00:30 GMT (UTC+0) – 02:30 BST (UTC+1)",
      "Sun 28 Mar 2027, 02:30–03:30 BST (UTC+1)",
    ]);
  });

  test("both ends in the gap are moved together", () => {
    expect(choices("2027-03-28T01:15", 30)).toEqual([
      "Sun 28 Mar 2027, 00:15–00:45 GMT (UTC+0)",
      "Sun 28 Mar 2027, 02:15–02:45 BST (UTC+1)",
    ]);
  });

  test("an end that occurs twice is asked about, too", () => {
    expect(choices("2027-10-30T23:30", 120)).toEqual([
      "Sat 30 Oct 2027, 23:30 – Sun 31 Oct 2027, 01:30 BST (UTC+1)",
      "Sat 30 Oct 2027, 23:30 BST (UTC+1) – Sun 31 Oct 2027, 01:30 GMT (UTC+0)",
    ]);
  });
});
