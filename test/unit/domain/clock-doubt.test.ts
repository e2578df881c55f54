import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/core/domain/instant.ts";
import { stepBetween } from "../../../src/core/domain/sending/clock-doubt.ts";

const earlier = { wall: Date.UTC(2026, 10, 23, 9), elapsed: 5_000 };

/** What is seen after the clock that people set went on by one, and the clock that nobody sets by the other. */
function stepAfter(wall: number, elapsed: number) {
  return stepBetween(earlier, { wall: earlier.wall + wall, elapsed: earlier.elapsed + elapsed });
}

describe("between two looks at the clocks", () => {
  test("a second is a second", () => {
    expect(stepAfter(second, second)).toEqual({ kind: "steady" });
    expect(stepAfter(30 * second, second)).toEqual({ kind: "steady" });
  });

  test("a sleep that stops the other clock and a clock set forward look the same", () => {
    expect(stepAfter(2 * hour, second)).toEqual({ kind: "sleptOrSetForward", by: 2 * hour - second });
  });

  test("a clock set back is told apart", () => {
    expect(stepAfter(-hour, second)).toEqual({ kind: "setBack", by: hour + second });
  });

  test("a sleep through which both clocks go on, as on Windows, shows in the gap between the looks", () => {
    expect(stepAfter(2 * hour, 2 * hour)).toEqual({ kind: "stoodStill", by: 2 * hour });
    expect(stepAfter(9 * minute, 9 * minute)).toEqual({ kind: "steady" });
  });
});
