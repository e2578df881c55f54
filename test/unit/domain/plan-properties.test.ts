import fc from "fast-check";
import { expect, test } from "vitest";
import { recipientKey } from "../../../src/core/domain/delivery.ts";
import { hour, type Instant, minute } from "../../../src/core/domain/instant.ts";
import { type Place, type Rule, type Stage, stages, type Timing, type Weekday } from "../../../src/core/domain/matrix.ts";
import type { PlannedNotice } from "../../../src/core/domain/notice.ts";
import { type PlanInput, planNotices } from "../../../src/core/domain/planning/plan.ts";
import { isStatusStage } from "../../../src/core/domain/planning/timing.ts";
import { lastTold, type Told } from "../../../src/core/domain/told.ts";
import { type FormerTime, impacts, type Outcome, type Window } from "../../../src/core/domain/window.ts";
import { aCustomer, aDirectory, aWorkspace } from "../../builders/directory.ts";
import { fewHolidays } from "../../builders/holidays.ts";
import { sampleDelivery } from "../../builders/samples.ts";
import { aWindow, zonedTime } from "../../builders/window.ts";

const zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"] as const;
const audienceIds = ["engineers", "managers", "customers", "board", "gone"] as const;
const channelIds = ["eng", "team", "mail", "portal-news", "gone"] as const;
const customerIds = ["north", "south", "gone"] as const;

/** Around the autumn's changes of clocks and Christmas, to the minute. */
const sensibleInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2026, 9, 1) / minute, max: Date.UTC(2027, 0, 15) / minute })
  .map((minutes) => minutes * minute);

/** Whatever the types allow, by a mistake upstream too. */
const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0.5, 1e12) },
);
const anyInstant = fc.oneof({ weight: 8, arbitrary: sensibleInstant }, { weight: 1, arbitrary: fc.double() });
const anyZone = fc.oneof(fc.constantFrom(...zones), fc.constantFrom("", "Nowhere/Here", "__proto__"));
const timeOfDay = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("00:00", "01:30", "02:30", "09:00", "23:59") },
  { weight: 1, arbitrary: fc.string() },
);

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: "service" }, { kind: "recipient" }, { kind: "coordinator" }),
  anyZone.map((zone): Place => ({ kind: "named", zone })),
);

const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.constantFrom<Timing>({ kind: "planning" }, { kind: "start" }, { kind: "end" }, { kind: "statusChange" }),
  fc.record({
    kind: fc.constant("before" as const),
    amount: anyNumber,
    unit: fc.constantFrom("minutes" as const, "hours" as const, "days" as const, "businessDays" as const),
    at: fc.option(timeOfDay),
    place,
  }),
  fc.record({
    kind: fc.constant("weekly" as const),
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    everyWeeks: fc.constantFrom(1 as const, 2 as const),
    at: timeOfDay,
    place,
  }),
  fc.record({ kind: fc.constant("during" as const), everyMinutes: anyNumber }),
);

function rules(): fc.Arbitrary<Rule[]> {
  const rule = fc.record({
    changeTypeId: fc.constantFrom(null, "scheduled", "other"),
    stage: fc.constantFrom(...stages),
    audienceId: fc.constantFrom(...audienceIds),
    channelIds: fc.array(fc.constantFrom(...channelIds), { maxLength: 3 }),
    timing,
    promised: fc.option(
      fc.record({
        amount: anyNumber,
        unit: fc.constantFrom("minutes" as const, "hours" as const, "businessDays" as const),
        calendar: fc.constantFrom("customer" as const, "service" as const, "coordinator" as const),
      }),
    ),
    condition: fc.record({
      customersAffected: fc.boolean(),
      impactOnly: fc.boolean(),
      serviceIds: fc.constantFrom([], [], ["portal"], ["api"]),
    }),
    lead: fc.constant("Engineer"),
    sending: fc.constantFrom("automatic" as const, "person" as const),
    source: fc.constantFrom("", "as the policy says"),
  });
  return fc.array(rule, { maxLength: 8 }).map((drawn) => drawn.map((facts, index) => ({ id: `r${index}`, ...facts })));
}

function windows(instant: fc.Arbitrary<Instant>): fc.Arbitrary<Window> {
  const zoned = instant.map((at) => zonedTime(at));
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Outcome>({ kind: "open" }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("completed" as const, "rolledBack" as const, "cancelled" as const), instant)
        .map(([kind, at]): Outcome => (kind === "cancelled" ? { kind, at, note: "" } : { kind, at, endedAt: at, note: "" })),
    },
  );
  const formerTime: fc.Arbitrary<FormerTime> = fc.record({
    start: zoned,
    end: zoned,
    revision: fc.nat(5),
    replacedAt: instant,
    by: fc.constantFrom("rescheduled" as const, "extended" as const),
    why: fc.constant(""),
  });
  return fc
    .record({
      start: zoned,
      end: zoned,
      createdAt: instant,
      impact: fc.constantFrom(...impacts),
      customersAffected: fc.boolean(),
      serviceIds: fc.constantFrom([], ["portal"], ["api", "portal"], ["gone"]),
      outcome,
      formerTimes: fc.array(formerTime, { maxLength: 3 }),
    })
    .map((facts) => aWindow(facts));
}

/** What recipients heard: the window's own times, a former one's, or times of no window. */
function toldOf(window: Window, instant: fc.Arbitrary<Instant>): fc.Arbitrary<Told[]> {
  const times = [window, ...window.formerTimes].map(({ start, end }) => ({ startAt: start.at, endAt: end.at }));
  const word = fc
    .record({
      audienceId: fc.constantFrom(...audienceIds),
      channelId: fc.constantFrom(...channelIds),
      customerId: fc.constantFrom(null, ...customerIds),
      stage: fc.constantFrom<Stage>(...stages),
      times: fc.oneof(fc.constantFrom(...times), fc.record({ startAt: instant, endAt: instant })),
      at: instant,
    })
    .map(({ times: said, ...rest }): Told => ({ ...rest, ...said }));
  return fc.uniqueArray(word, { maxLength: 8, selector: recipientKey });
}

function inputs(instant: fc.Arbitrary<Instant> = sensibleInstant): fc.Arbitrary<PlanInput> {
  const directory = aDirectory({
    customers: [aCustomer(), aCustomer({ id: "south", zone: "America/New_York", serviceIds: ["portal"] })],
  });
  return windows(instant).chain((window) =>
    fc.record({
      window: fc.constant(window),
      rules: rules(),
      directory: fc.constant(directory),
      workspace: fc
        .record({
          zone: anyZone,
          closeOfBusiness: timeOfDay,
          noticeCounting: fc.constantFrom("clear" as const, "elapsed" as const),
        })
        .map((facts) => aWorkspace(facts)),
      holidays: fc.constant(fewHolidays),
      told: toldOf(window, instant),
      now: instant,
    }),
  );
}

function recipientsAt(plan: readonly PlannedNotice[], stage: (stage: Stage) => boolean): string[] {
  return plan
    .filter((notice) => stage(notice.stage))
    .flatMap(({ recipients }) => recipients.map(recipientKey))
    .sort();
}

test("no input makes a plan fail", () => {
  fc.assert(
    fc.property(inputs(anyInstant), (input) => {
      for (const notice of planNotices(input)) expect(notice.recipients.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test("the same input gives the same plan, whatever is asked between", () => {
  fc.assert(
    fc.property(inputs(), inputs(), (input, other) => {
      const plan = planNotices(input);
      planNotices(other);
      expect(planNotices(input)).toEqual(plan);
    }),
  );
});

test("the clock's hand changes promises, never what is owed, to whom or when", () => {
  fc.assert(
    fc.property(inputs(), sensibleInstant, (input, later) => {
      const owed = (now: Instant) =>
        planNotices({ ...input, now }).map(({ key, dueAt, recipients }) => [key, dueAt, recipients.map(recipientKey)]);
      expect(owed(later)).toEqual(owed(input.now));
    }),
  );
});

test("notices come by due time, each with recipients, under a key of its own", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      const plan = planNotices(input);
      expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
      for (const [index, notice] of plan.entries()) {
        const previous = plan[index - 1];
        if (previous !== undefined) {
          const isInOrder = previous.dueAt < notice.dueAt || (previous.dueAt === notice.dueAt && previous.key < notice.key);
          expect(isInOrder).toBe(true);
        }
        expect(notice.recipients.length).toBeGreaterThan(0);
        expect(new Set(notice.recipients.map(recipientKey)).size).toBe(notice.recipients.length);
        expect(notice.dueAt).toBe(Math.min(...notice.recipients.map(({ dueAt }) => dueAt)));
      }
    }),
  );
});

test("what the clock asks for is due after the window was entered and while it is useful", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      for (const notice of planNotices(input).filter(({ stage }) => !isStatusStage(stage))) {
        for (const { dueAt } of notice.recipients) {
          expect(dueAt).toBeLessThanOrEqual(notice.latestUsefulAt);
          expect(dueAt).toBeGreaterThanOrEqual(input.window.createdAt);
        }
      }
    }),
  );
});

test("a move is told to exactly those whose last word has other times", () => {
  fc.assert(
    fc.property(inputs(), (drawn) => {
      const input = { ...drawn, window: { ...drawn.window, outcome: { kind: "open" as const } } };
      const { start, end, formerTimes } = input.window;
      const misled = input.told.filter(({ startAt, endAt }) => startAt !== start.at || endAt !== end.at);
      const expected = formerTimes.length === 0 ? [] : misled.map(recipientKey).sort();
      expect(recipientsAt(planNotices(input), isStatusStage)).toEqual(expected);
    }),
  );
});

test("an ending is told to exactly those who heard of the window and not yet of this ending", () => {
  fc.assert(
    fc.property(
      inputs().filter(({ window }) => window.outcome.kind !== "open"),
      (input) => {
        const { start, end, outcome } = input.window;
        const unaware = input.told.filter(
          ({ stage, startAt, endAt }) => !(stage === outcome.kind && startAt === start.at && endAt === end.at),
        );
        expect(recipientsAt(planNotices(input), () => true)).toEqual(unaware.map(recipientKey).sort());
      },
    ),
  );
});

test("once everyone was told of the ending, nothing is owed any more", () => {
  fc.assert(
    fc.property(
      inputs().filter(({ window }) => window.outcome.kind !== "open"),
      (input) => {
        const receipt = { messageId: "m", threadId: "m", at: Date.UTC(2027, 1, 1), detail: "" };
        const deliveries = planNotices(input).flatMap(({ stage, audienceId, recipients }) =>
          recipients.map(({ channelId, customerId }) =>
            sampleDelivery({
              stage,
              audienceId,
              channelId,
              customerId,
              told: { startAt: input.window.start.at, endAt: input.window.end.at },
              state: { kind: "accepted", receipt },
            }),
          ),
        );
        expect(planNotices({ ...input, told: lastTold(deliveries) })).toEqual([]);
      },
    ),
  );
});

test("a window with two hundred customers in four zones is planned before anybody notices", () => {
  const customers = Array.from({ length: 200 }, (_, index) =>
    aCustomer({ id: `c${index}`, zone: zones[index % zones.length] ?? "UTC", holidayRegion: index % 2 === 0 ? "GB-ENG" : "US" }),
  );
  const directory = aDirectory({
    customers,
    audiences: aDirectory().audiences.map((audience) =>
      audience.id === "customers" ? { ...audience, customerIds: customers.map(({ id }) => id) } : audience,
    ),
  });
  const businessDays = (amount: number): Timing => ({
    kind: "before",
    amount,
    unit: "businessDays",
    at: "09:00",
    place: { kind: "recipient" },
  });
  const input: PlanInput = {
    window: aWindow({ end: zonedTime(aWindow().start.at + 8 * hour) }),
    rules: stages.map((stage, index) => ({
      id: `r${index}`,
      changeTypeId: null,
      stage,
      audienceId: "customers",
      channelIds: ["mail", "portal-news", "eng"],
      timing:
        stage === "progress"
          ? { kind: "during", everyMinutes: 60 }
          : stage === "start"
            ? { kind: "start" }
            : businessDays(index + 1),
      promised: { amount: 5, unit: "businessDays", calendar: "customer" },
      condition: { customersAffected: false, impactOnly: false, serviceIds: [] },
      lead: "",
      sending: "person",
      source: "",
    })),
    directory,
    workspace: aWorkspace(),
    holidays: fewHolidays,
    told: [],
    now: Date.UTC(2026, 10, 25),
  };
  const times = Array.from({ length: 20 }, () => {
    const begun = performance.now();
    planNotices(input);
    return performance.now() - begun;
  });
  // The quickest run: what slows the others is what else the machine does.
  // A few milliseconds where nothing else runs; a machine may be many times slower, and a plan by the square takes seconds.
  expect(Math.min(...times)).toBeLessThan(100);
  expect(planNotices(input).reduce((sum, { recipients }) => sum + recipients.length, 0)).toBeGreaterThan(3000);
});
