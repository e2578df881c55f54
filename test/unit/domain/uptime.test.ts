import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, hour, type Instant, minute } from "../../../src/core/domain/instant.ts";
import { uptimeIn, uptimeShare } from "../../../src/core/domain/uptime/uptime.ts";
import { type Downtime, downtimeOf, lengthOf, united } from "../../../src/core/domain/uptime/uptime-downtime.ts";
import { addMonths, isMonth, monthOf, monthSpan, monthsTouched } from "../../../src/core/domain/uptime/uptime-month.ts";
import { describeDowntime, describePercent, describeShare, describeUptime } from "../../../src/core/domain/uptime/uptime-text.ts";
import { aService } from "../../builders/directory.ts";
import { aWindow, exampleStart, zonedTime } from "../../builders/window.ts";

const portal = aService({ promisedUptime: 99 });
const noon = (date: string): Instant => Date.parse(`${date}T12:00Z`);
const counting = { now: noon("2026-11-15"), countsPlanned: true };

function planned(from: Instant, minutes: number, windowId = "w"): Downtime {
  return { kind: "planned", windowId, from, to: from + minutes * minute };
}
function unplanned(from: Instant, minutes: number, outageId = "o"): Downtime {
  return { kind: "unplanned", outageId, from, to: from + minutes * minute };
}

describe("a month", () => {
  test.each([
    ["2026-11", "Europe/London", 30 * 24],
    ["2026-03", "Europe/London", 31 * 24 - 1],
    ["2026-10", "Europe/London", 31 * 24 + 1],
    ["2026-03", "America/New_York", 31 * 24 - 1],
    ["2026-11", "America/New_York", 30 * 24 + 1],
    ["2028-02", "UTC", 29 * 24],
    ["2026-04", "Australia/Lord_Howe", 30 * 24 + 0.5],
  ])("%s in %s has %d hours", (month, zone, hours) => {
    const { from, to } = monthSpan(month, zone);
    expect((to - from) / hour).toBe(hours);
    expect(monthOf(from, zone)).toBe(month);
    expect(monthOf(from - 1, zone)).toBe(addMonths(month, -1));
    expect(monthOf(to - 1, zone)).toBe(month);
    expect(monthOf(to, zone)).toBe(addMonths(month, 1));
  });

  test("whatever the zone and the month, months follow one another without gap or overlap", () => {
    const zones = fc.constantFrom(
      "Europe/London",
      "America/Sao_Paulo",
      "Asia/Kolkata",
      "Pacific/Apia",
      "Africa/Cairo",
      "Asia/Tehran",
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 600 }), (zone, number) => {
        const month = addMonths("1990-01", number);
        expect(isMonth(month)).toBe(true);
        expect(monthSpan(month, zone).to).toBe(monthSpan(addMonths(month, 1), zone).from);
      }),
    );
  });

  test("a window over New Year touches two months, one that ends at midnight only the first", () => {
    expect(monthsTouched(Date.UTC(2026, 11, 31, 23), Date.UTC(2027, 0, 1, 1), "UTC")).toEqual(["2026-12", "2027-01"]);
    expect(monthsTouched(Date.UTC(2026, 11, 31, 23), Date.UTC(2027, 0, 1), "UTC")).toEqual(["2026-12"]);
  });
});

describe("the downtime of a window", () => {
  const outcome = (kind: "completed" | "rolledBack", minutes: number) => ({
    kind,
    at: exampleStart + minutes * minute,
    endedAt: exampleStart + minutes * minute,
    note: "",
  });
  const minutesOf = (changes: Parameters<typeof aWindow>[0], now = exampleStart - day) => {
    const downtime = downtimeOf(aWindow(changes), now);
    return downtime === null ? null : (downtime.to - downtime.from) / minute;
  };

  test("is the expected interruption, and the whole window where nobody stated one", () => {
    expect(minutesOf({ expectedDowntimeMinutes: 10 })).toBe(10);
    expect(minutesOf({ expectedDowntimeMinutes: null })).toBe(120);
    expect(minutesOf({ expectedDowntimeMinutes: 0 })).toBeNull();
  });

  test("is none unless the impact is an outage, and none of a cancelled window", () => {
    for (const impact of ["none", "reducedRedundancy", "degraded"] as const) expect(minutesOf({ impact })).toBeNull();
    expect(minutesOf({ outcome: { kind: "cancelled", at: exampleStart, note: "" } })).toBeNull();
  });

  test("is no longer than the window took", () => {
    expect(minutesOf({ expectedDowntimeMinutes: 90, outcome: outcome("completed", 40) })).toBe(40);
    expect(minutesOf({ expectedDowntimeMinutes: 30, outcome: outcome("rolledBack", 300) })).toBe(30);
    expect(minutesOf({ expectedDowntimeMinutes: null, outcome: outcome("completed", 300) })).toBe(300);
  });

  test("goes on past the planned end while nobody said that it is over", () => {
    expect(minutesOf({ expectedDowntimeMinutes: null }, exampleStart + 3 * hour)).toBe(180);
  });
});

describe("what a month comes to", () => {
  test("99 % of a month of thirty days allows 7 h 12 min", () => {
    const month = uptimeIn("2026-11", portal, [], counting);
    expect(month.allowance).toBe(432 * minute);
    expect(month).toMatchObject({ left: 432 * minute, standing: "kept", availability: 100 });
    expect(describeUptime(month)).toBe("7 h 12 min of November's 7 h 12 min are left.");
  });

  test("99.9 % is no rounding error more or less, in months of every length", () => {
    const service = aService({ promisedUptime: 99.9 });
    expect(uptimeIn("2026-11", service, [], counting).allowance).toBe(2_592_000);
    expect(uptimeIn("2026-10", service, [], counting).allowance).toBe((31 * 24 + 1) * 3600);
    expect(uptimeIn("2026-11", aService({ promisedUptime: 100 }), [], counting).allowance).toBe(0);
  });

  test("counts what overlaps once, as unplanned where it was recorded as that", () => {
    const at = noon("2026-11-03");
    const month = uptimeIn(
      "2026-11",
      portal,
      [planned(at, 60), planned(at + 30 * minute, 60, "v"), unplanned(at + hour, 60)],
      counting,
    );
    expect(month).toMatchObject({ unplanned: 60 * minute, planned: 60 * minute, used: 120 * minute, ahead: 0 });
  });

  test("takes the part that lies in the month, on the service's clocks", () => {
    const midnightInNewYork = Date.UTC(2026, 11, 1, 5);
    const outage = unplanned(midnightInNewYork - 30 * minute, 90);
    const there = aService({ zone: "America/New_York", promisedUptime: 99 });
    const now = noon("2026-12-20");
    expect(uptimeIn("2026-11", there, [outage], { ...counting, now }).unplanned).toBe(30 * minute);
    expect(uptimeIn("2026-12", there, [outage], { ...counting, now }).unplanned).toBe(60 * minute);
  });

  test("says what is planned ahead, and what it would leave", () => {
    const month = uptimeIn("2026-11", portal, [planned(noon("2026-11-14"), 60), planned(noon("2026-11-28"), 120)], counting);
    expect(month).toMatchObject({ planned: 60 * minute, ahead: 120 * minute, left: 372 * minute, leftAfterAhead: 252 * minute });
    expect(describeUptime(month)).toBe(
      "6 h 12 min of November's 7 h 12 min are left, 4 h 12 min after the windows planned ahead.",
    );
  });

  test("a window that is running is used up to now and ahead from then on", () => {
    const month = uptimeIn("2026-11", portal, [planned(counting.now - 20 * minute, 60)], counting);
    expect(month).toMatchObject({ planned: 20 * minute, ahead: 40 * minute });
  });

  test("says plainly that the promise is broken, or would be", () => {
    const broken = uptimeIn("2026-11", portal, [unplanned(noon("2026-11-02"), 500)], counting);
    expect(broken.standing).toBe("broken");
    expect(describeUptime(broken)).toBe("1 h 8 min more than November's 7 h 12 min was used: the promised uptime is broken.");
    const would = uptimeIn("2026-11", portal, [planned(noon("2026-11-28"), 500)], counting);
    expect(would.standing).toBe("wouldBreak");
    expect(describeUptime(would)).toContain("the windows planned ahead take 1 h 8 min more than that");
  });

  test("where planned work does not count, it is shown and takes nothing", () => {
    const downtime = [planned(noon("2026-11-14"), 500), planned(noon("2026-11-28"), 500), unplanned(noon("2026-11-02"), 30)];
    const month = uptimeIn("2026-11", portal, downtime, { ...counting, countsPlanned: false });
    expect(month).toMatchObject({
      planned: 500 * minute,
      ahead: 500 * minute,
      used: 30 * minute,
      left: 402 * minute,
      leftAfterAhead: 402 * minute,
      standing: "kept",
    });
  });

  test("a recorded outage within a window counts even where planned work does not", () => {
    const at = noon("2026-11-14");
    const month = uptimeIn("2026-11", portal, [planned(at, 60), unplanned(at, 60)], { ...counting, countsPlanned: false });
    expect(month.used).toBe(60 * minute);
  });

  test("availability is of the month so far: none before it begins", () => {
    expect(uptimeIn("2026-12", portal, [], counting).availability).toBeNull();
    const half = uptimeIn("2026-11", portal, [unplanned(noon("2026-11-02"), 60)], counting);
    expect(half.availability).toBeCloseTo(100 * (1 - 60 / (14.5 * 24 * 60)), 9);
    expect(uptimeIn("2026-10", portal, [unplanned(noon("2026-10-02"), 60)], counting).availability).toBeCloseTo(
      100 * (1 - 60 / ((31 * 24 + 1) * 60)),
      9,
    );
  });

  test("without a promise nothing is allowed and nothing is broken", () => {
    const month = uptimeIn("2026-11", aService({ promisedUptime: null }), [unplanned(noon("2026-11-02"), 60)], counting);
    expect(month).toMatchObject({ allowance: null, left: null, standing: "none", used: 60 * minute });
  });

  test("whatever the downtime: parts add up to the minutes in which something was down, counted one by one", () => {
    const begin = monthSpan("2026-11", portal.zone).from;
    const span = fc.record({
      kind: fc.constantFrom("planned" as const, "unplanned" as const),
      from: fc.integer({ min: -2000, max: 45_000 }),
      length: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.boolean(), (spans, countsPlanned) => {
        const downtime = spans.map(({ kind, from, length }) =>
          (kind === "planned" ? planned : unplanned)(begin + from * minute, length),
        );
        const month = uptimeIn("2026-11", portal, downtime, { now: counting.now, countsPlanned });
        const counted = { unplanned: 0, planned: 0, ahead: 0 };
        for (let at = month.from; at < month.to; at += minute) {
          const kinds = downtime.filter(({ from, to }) => from <= at && at < to).map(({ kind }) => kind);
          const isPast = at < counting.now;
          if (kinds.includes("unplanned")) counted.unplanned += isPast ? 1 : 0;
          else if (kinds.includes("planned")) counted[isPast ? "planned" : "ahead"] += 1;
        }
        expect([month.unplanned, month.planned, month.ahead].map((length) => length / minute)).toEqual([
          counted.unplanned,
          counted.planned,
          counted.ahead,
        ]);
        expect(month.used).toBe(month.unplanned + (countsPlanned ? month.planned : 0));
      }),
      { numRuns: 60 },
    );
  });
});

test("stretches that touch are one, and their length is theirs", () => {
  expect(
    united([
      { from: 5, to: 9 },
      { from: 1, to: 5 },
      { from: 2, to: 3 },
      { from: 20, to: 21 },
    ]),
  ).toEqual([
    { from: 1, to: 9 },
    { from: 20, to: 21 },
  ]);
  expect(lengthOf([])).toBe(0);
});

describe("what one window takes", () => {
  const ofWindow = planned(noon("2026-11-28"), 120, "new");

  test("is said with what it leaves", () => {
    const share = uptimeShare("2026-11", portal, [planned(noon("2026-11-14"), 300)], ofWindow, counting);
    expect(share).toMatchObject({ ofWindow: 120 * minute, leftAfterAhead: 12 * minute });
    expect(share === null ? "" : describeShare(share)).toBe("Leaves 12 min of November's 7 h 12 min for Patient portal.");
  });

  test("is said to break the promise, or to come on top of what broke it", () => {
    const first = uptimeShare("2026-11", portal, [unplanned(noon("2026-11-02"), 400)], ofWindow, counting);
    expect(first === null ? "" : describeShare(first)).toBe(
      "Breaks Patient portal's promised uptime: 1 h 28 min more than November's 7 h 12 min.",
    );
    const second = uptimeShare("2026-11", portal, [unplanned(noon("2026-11-02"), 500)], ofWindow, counting);
    expect(second === null ? "" : describeShare(second)).toBe(
      "Patient portal had nothing left of November's 7 h 12 min without it; with it, 3 h 8 min too much.",
    );
  });

  test("is nothing where something else takes the service down at that time already, or in another month", () => {
    expect(uptimeShare("2026-11", portal, [planned(noon("2026-11-28"), 200)], ofWindow, counting)).toBeNull();
    expect(uptimeShare("2026-12", portal, [], ofWindow, counting)).toBeNull();
  });

  test("is divided among months at the service's midnight", () => {
    const over = planned(Date.UTC(2026, 10, 30, 23), 120, "new");
    const shares = ["2026-11", "2026-12"].map((month) => uptimeShare(month, portal, [], over, counting)?.ofWindow);
    expect(shares).toEqual([60 * minute, 60 * minute]);
    expect(
      downtimeOf(aWindow({ start: zonedTime(over.from), end: zonedTime(over.to), expectedDowntimeMinutes: null }), 0),
    ).toMatchObject({
      from: over.from,
      to: over.to,
    });
  });
});

test("lengths and per cents in words", () => {
  expect([0, 19_000, 4 * minute + 19_000, 43 * minute, 432 * minute, 24 * hour, -30 * minute].map(describeDowntime)).toEqual([
    "0 min",
    "19 s",
    "4 min 19 s",
    "43 min",
    "7 h 12 min",
    "24 h",
    "30 min",
  ]);
  expect([100, 99.9, 99.9999, 99.8999, 0].map(describePercent)).toEqual(["100 %", "99.9 %", "99.999 %", "99.899 %", "0 %"]);
});
