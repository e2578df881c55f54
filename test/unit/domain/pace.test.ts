import fc from "fast-check";
import { expect, test } from "vitest";
import { minute } from "../../../src/core/domain/instant.ts";
import { stepBetween, tolerableSkew } from "../../../src/core/domain/sending/clock-doubt.ts";
import { nextLook } from "../../../src/core/domain/sending/look-schedule.ts";
import { laneOf, mayBegin } from "../../../src/core/domain/sending/pace.ts";
import { retryDelay, spreadOf } from "../../../src/core/domain/sending/retry-delay.ts";

const slack = laneOf({ carrier: "slack", address: { kind: "slack", conversationId: "C1" }, channelId: "one" });
const mailbox = laneOf({ carrier: "graph", address: { kind: "mail", from: null }, channelId: "mail" });
const team = laneOf({ carrier: "graph", address: { kind: "teamsChannel", teamId: "t", channelId: "c" }, channelId: "team" });

test.each([
  ["a Slack channel takes one a second", slack, 1, 1_000],
  ["a mailbox takes thirty a minute", mailbox, 30, minute],
  ["a team takes four a second", team, 4, 1_000],
] as const)("%s in any sliding window, whenever messages come", (_name, lane, most, per) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 }), (gaps) => {
      const begun: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        if (mayBegin(lane, 0, begun, now)) begun.push(now);
      }
      for (const from of begun) expect(begun.filter((at) => at >= from && at < from + per).length).toBeLessThanOrEqual(most);
    }),
  );
});

test("a lane that is full of messages on their way begins no other", () => {
  expect(mayBegin(mailbox, 3, [], 0)).toBe(true);
  expect(mayBegin(mailbox, 4, [], 0)).toBe(false);
  expect(mayBegin(slack, 1, [], 0)).toBe(false);
});

test("waiting before the next attempt grows from seconds to a quarter of an hour, and is spread", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, spread) => {
      const wait = retryDelay(attempts, spread);
      expect(wait).toBeGreaterThanOrEqual(2_500);
      expect(wait).toBeLessThanOrEqual(15 * minute);
      expect(retryDelay(attempts + 1, 0)).toBeGreaterThanOrEqual(retryDelay(attempts, 0));
    }),
  );
});

test("the spread is the same whenever asked for, between 0 and 1, and differs between deliveries", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 50 }), (id, attempts) => {
      const spread = spreadOf(id, attempts);
      expect(spread).toBe(spreadOf(id, attempts));
      expect(spread).toBeGreaterThanOrEqual(0);
      expect(spread).toBeLessThan(1);
    }),
  );
  expect(new Set(Array.from({ length: 100 }, (_, index) => spreadOf(`delivery-${index}`, 1))).size).toBeGreaterThan(90);
});

test("a provider is asked soon, then ever more seldom, and at last no more", () => {
  const address = { kind: "mail", from: null } as const;
  const looks = Array.from({ length: 6 }, (_, number) => nextLook({ carrier: "graph", address }, 1_000, number));
  expect(looks).toEqual([6_000, 131_000, 301_000, 901_000, 3_601_000, null]);
  expect(nextLook({ carrier: "practice", address }, 0, 0)).toBeNull();
});

/** Time that passes between two looks at the clocks, both of them near the bounds as often as far from them. */
const timePassing = {
  passed: fc.oneof(fc.nat(1e9), fc.integer({ min: 9 * minute, max: 11 * minute })),
  step: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -2 * minute, max: 2 * minute })),
};

test("a step of the clock is noticed beyond a minute, in either direction, however long nobody looked", () => {
  fc.assert(
    fc.property(timePassing.passed, timePassing.step, (passed, step) => {
      const { kind } = stepBetween({ wall: 0, elapsed: 0 }, { wall: passed + step, elapsed: passed });
      expect(kind === "sleptOrSetForward").toBe(step > tolerableSkew);
      expect(kind === "setBack").toBe(step < -tolerableSkew);
    }),
  );
});

test("without a step nothing is noticed up to ten minutes without a look, and beyond them that time stood still", () => {
  fc.assert(
    fc.property(timePassing.passed, fc.integer({ min: -minute, max: minute }), (passed, step) => {
      const { kind } = stepBetween({ wall: 0, elapsed: 0 }, { wall: passed + step, elapsed: passed });
      expect(kind).toBe(passed > 10 * minute ? "stoodStill" : "steady");
    }),
  );
});
