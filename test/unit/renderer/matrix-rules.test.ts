import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rule as ruleSchema } from "../../../src/contract/schemas/rule.ts";
import { hour } from "../../../src/core/domain/instant.ts";
import { type Place, type Rule, stages, type Timing, type Weekday } from "../../../src/core/domain/matrix.ts";
import { noticeChanges } from "../../../src/renderer/features/matrix/notice-changes.ts";
import {
  formFields,
  newValues,
  problemsWith,
  ruleOf,
  tidyTime,
  valuesOf,
} from "../../../src/renderer/features/matrix/rule-values.ts";
import { conditionWords, promisedWords, searchWords, timingWords } from "../../../src/renderer/features/matrix/rule-words.ts";
import { aDirectory } from "../../builders/directory.ts";
import { aNotice } from "../../builders/notice.ts";
import { aRule } from "../../builders/rule.ts";

const zone = "Europe/London";

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: "service" }, { kind: "recipient" }, { kind: "coordinator" }),
  fc.constantFrom("Europe/London", "America/New_York").map((named): Place => ({ kind: "named", zone: named })),
);
const time = fc.constantFrom("00:00", "09:00", "23:59");
const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.constantFrom<Timing>({ kind: "planning" }, { kind: "start" }, { kind: "end" }, { kind: "statusChange" }),
  fc.record({ kind: fc.constant("before" as const), amount: fc.integer({ min: 1, max: 365 }), place }).chain((before) =>
    fc.oneof(
      fc.constant<Timing>({ ...before, unit: "hours", at: null }),
      fc
        .record({ unit: fc.constantFrom("days" as const, "businessDays" as const), at: fc.option(time) })
        .map((counted): Timing => ({ ...before, ...counted })),
    ),
  ),
  fc.record({
    kind: fc.constant("weekly" as const),
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    everyWeeks: fc.constantFrom<1 | 2>(1, 2),
    at: time,
    place,
  }),
  fc.record({ kind: fc.constant("during" as const), everyMinutes: fc.integer({ min: 5, max: 1440 }) }),
);
const anyRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constant("r1"),
  changeTypeId: fc.option(fc.constant("fix")),
  stage: fc.constantFrom(...stages),
  audienceId: fc.constant("customers"),
  channelIds: fc.constantFrom(["mail"], ["mail", "portal"]),
  timing,
  promised: fc.option(
    fc.record({
      amount: fc.integer({ min: 1, max: 8760 }),
      unit: fc.constantFrom("hours" as const, "businessDays" as const),
      calendar: fc.constantFrom("customer" as const, "service" as const, "coordinator" as const),
    }),
  ),
  condition: fc.record({ customersAffected: fc.boolean(), impactOnly: fc.boolean(), serviceIds: fc.constantFrom([], ["eks"]) }),
  lead: fc.constantFrom("", "DevOps engineer"),
  sending: fc.constantFrom("automatic" as const, "person" as const),
  source: fc.constantFrom("", "As the policy says"),
});

describe("the form of a rule", () => {
  test("opening and saving a rule changes nothing in it", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(ruleSchema.parse(rule)).toEqual(rule);
        expect(problemsWith(valuesOf(rule, zone))).toEqual({});
        expect(ruleOf("r1", valuesOf(rule, zone))).toEqual(rule);
      }),
    );
  });

  test("a new rule asks for what only a person knows, and for nothing else", () => {
    const values = newValues({ changeTypeId: "", audienceId: "" }, zone);
    expect(Object.keys(problemsWith(values))).toEqual(["changeTypeId", "audienceId", "channelIds"]);
  });

  test("a time that is none is told at its field, but only for the timing that is chosen", () => {
    const values = valuesOf(aRule(), zone);
    const broken = { ...values, timing: { ...values.timing, at: "9 o'clock", weeklyAt: "", everyMinutes: "" } };
    expect(problemsWith(broken)).toEqual({ "timing.at": "Write a time like 09:00." });
    expect(problemsWith({ ...broken, timing: { ...broken.timing, unit: "hours" } })).toEqual({});
  });

  test("a refused field is told where the form has it", () => {
    const refused = { "timing.at": "a time", "timing.place.zone": "a zone", "channelIds.2": "an id" };
    expect(formFields(refused, "weekly")).toEqual({ "timing.weeklyAt": "a time", "timing.zone": "a zone", channelIds: "an id" });
    expect(formFields({ "timing.at": "a time" }, "before")).toEqual({ "timing.at": "a time" });
  });

  test("a time typed in short is written in full", () => {
    expect(["9", "930", "9:30", " 17.15 ", "soon"].map(tidyTime)).toEqual(["09:00", "09:30", "09:30", "17:15", "soon"]);
  });
});

describe("the words of a rule", () => {
  test("a time of day says whose it is", () => {
    const nine: Timing = { kind: "before", amount: 5, unit: "businessDays", at: "09:00", place: { kind: "recipient" } };
    expect(timingWords(nine, true, zone)).toBe("5 business days before, 09:00 their time");
    expect(timingWords(nine, false, zone)).toBe("5 business days before, 09:00 London");
    const weekly: Timing = {
      kind: "weekly",
      weekday: 3,
      everyWeeks: 2,
      at: "10:00",
      place: { kind: "named", zone: "America/New_York" },
    };
    expect(timingWords(weekly, false, zone)).toBe("every 2 weeks on Wed, 10:00 New York");
  });

  test("what is counted by the clock has no time of day", () => {
    const quarter: Timing = { kind: "before", amount: 15, unit: "minutes", at: null, place: { kind: "recipient" } };
    expect(timingWords(quarter, true, zone)).toBe("15 min before");
    expect(promisedWords({ amount: 30, unit: "minutes", calendar: "customer" })).toBe("≥ 30 minutes");
  });

  test("a promise of many hours is said in days", () => {
    expect(promisedWords({ amount: 24, unit: "hours", calendar: "customer" })).toBe("≥ 24 hours");
    expect(promisedWords({ amount: 240, unit: "hours", calendar: "customer" })).toBe("≥ 10 days");
  });

  test("conditions are one sentence, and none is no words", () => {
    const none = { customersAffected: false, impactOnly: false, serviceIds: [] };
    expect(conditionWords(none, aDirectory())).toBe("");
    expect(conditionWords({ ...none, customersAffected: true, impactOnly: true }, aDirectory())).toBe(
      "if customers are affected and there is an impact",
    );
  });

  test("a rule for every change type is found by these words and by the policy's", () => {
    const words = searchWords(aRule(), { directory: aDirectory(), zone });
    expect(words).toContain("every change type");
    expect(words).toContain("affected customers (5 business days)");
  });
});

describe("what a rule does to a plan", () => {
  test("a notice that goes and comes back at another time has changed; the others were added or removed", () => {
    const early = aNotice({ key: "w1/r1/announce/0" });
    const late = { ...early, dueAt: early.dueAt + hour };
    const gone = aNotice({ key: "w1/r2/reminder/0", dueAt: early.dueAt + 2 * hour });
    const extra = aNotice({ key: "w1/r1/announce/1", dueAt: early.dueAt - hour });
    expect(noticeChanges({ added: [late, extra], removed: [gone, early] })).toEqual([
      { kind: "added", notice: extra },
      { kind: "changed", notice: late, before: early },
      { kind: "removed", notice: gone },
    ]);
  });
});
