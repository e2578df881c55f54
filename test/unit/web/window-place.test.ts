import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeOnDisplays, smallest } from "../../../src/main/window-place.ts";

const display = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: -200, width: 2560, height: 1400 };

describe("A remembered window place", () => {
  test("is used where a display shows it", () => {
    expect(placeOnDisplays({ x: 2000, y: 0, width: 1200, height: 800, isMaximised: true }, [display, second])).toEqual({
      x: 2000,
      y: 0,
      width: 1200,
      height: 800,
      isMaximised: true,
    });
  });
  test("is left when its display is gone", () => {
    expect(placeOnDisplays({ x: 2000, y: 0, width: 1200, height: 800, isMaximised: false }, [display])).toEqual({
      width: 1200,
      height: 800,
      isMaximised: false,
    });
  });
  test.each([
    null,
    "left",
    { x: 1 },
    { x: 0, y: 0, width: 0, height: 0, isMaximised: false },
    { x: Number.NaN, y: 0, width: 900, height: 700, isMaximised: false },
  ])("that is %j counts as none", (stored) => {
    expect(placeOnDisplays(stored, [display])).toEqual({ width: 1360, height: 860, isMaximised: false });
  });
  test("never puts the title bar where nobody can reach it", () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size, isMaximised: fc.boolean() }), (stored) => {
        const { x, y, width, height } = placeOnDisplays(stored, [display]);
        expect(width).toBeGreaterThanOrEqual(smallest.width);
        expect(height).toBeGreaterThanOrEqual(smallest.height);
        if (x === undefined || y === undefined) return;
        expect(y).toBeGreaterThanOrEqual(display.y);
        expect(y).toBeLessThan(display.y + display.height);
        expect(Math.min(x + width, display.width) - Math.max(x, 0)).toBeGreaterThan(0);
      }),
    );
  });
});
