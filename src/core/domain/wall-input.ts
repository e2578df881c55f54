import type { Instant, WallTime, ZonedTime, ZoneId } from "./instant.ts";
import { isWallTime, resolveWall, wallOf } from "./zoned-time.ts";

/** A wall-clock time as typed; `occurrence` answers the question when a clock shows that time twice. */
export type WallInput = { readonly wall: WallTime; readonly occurrence: "earlier" | "later" | null };

/** An instant as the form holds it. */
export function wallInputAt(at: Instant, zone: ZoneId): WallInput {
  return wallInputOf({ at, wall: wallOf(at, zone), zone });
}

/** A stored time as a form holds it: where clocks show it twice, with which of the two it is. */
export function wallInputOf(time: ZonedTime): WallInput {
  const resolved = resolveWall(time.wall, time.zone);
  if (resolved.kind !== "repeated") return { wall: time.wall, occurrence: null };
  return { wall: time.wall, occurrence: time.at === resolved.later ? "later" : "earlier" };
}

/** The instant a wall time means, or null while it is unfinished, skipped or twofold without a choice. */
export function instantOf({ wall, occurrence }: WallInput, zone: ZoneId): Instant | null {
  if (!isWallTime(wall)) return null;
  const resolved = resolveWall(wall, zone);
  if (resolved.kind === "exact") return resolved.at;
  return resolved.kind === "repeated" && occurrence !== null ? resolved[occurrence] : null;
}

/** The wall time later by as much as `from` came before `to`: a moved start takes its end along. */
export function followedBy(oldStart: WallTime, oldEnd: WallTime, newStart: WallTime): WallTime | null {
  if (!isWallTime(oldStart) || !isWallTime(oldEnd) || !isWallTime(newStart)) return null;
  const length = Date.parse(`${oldEnd}Z`) - Date.parse(`${oldStart}Z`);
  return length <= 0 ? null : new Date(Date.parse(`${newStart}Z`) + length).toISOString().slice(0, 16);
}
