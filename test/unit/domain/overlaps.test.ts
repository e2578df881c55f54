import { expect, test } from "vitest";
import { type Occupied, overlapping } from "../../../src/core/domain/overlaps.ts";

function occupied(id: string, startAt: number, endAt: number, ...serviceIds: string[]): Occupied {
  return { id, startAt, endAt, serviceIds };
}

test("windows overlap when they share a service and some time; ends that touch do not", () => {
  const window = occupied("w", 100, 200, "portal", "api");
  const others = [
    occupied("within", 120, 130, "portal"),
    occupied("around", 0, 300, "api", "records"),
    occupied("later", 199, 250, "api"),
    occupied("touching", 200, 250, "portal"),
    occupied("before", 50, 100, "portal"),
    occupied("elsewhere", 120, 130, "records"),
    occupied("w", 100, 200, "portal"),
  ];
  expect(overlapping(window, others).map(({ id }) => id)).toEqual(["within", "around", "later"]);
});
