import { minute } from "../instant.ts";

const shortest = 5_000;
const longest = 15 * minute;

/**
 * Milliseconds to wait before the attempt after `attempts` that were provably not sent: twice as long each time, from five
 * seconds to a quarter of an hour, of which the second half is spread by `spread` (0 to 1), so that many don't come back at once.
 */
export function retryDelay(attempts: number, spread: number): number {
  const full = Math.min(longest, shortest * 2 ** Math.min(Math.max(attempts - 1, 0), 20));
  return Math.round(full / 2 + (full / 2) * spread);
}

/** A spread that differs between deliveries and attempts and is the same whenever it is asked for: no dice in the domain. */
export function spreadOf(id: string, attempts: number): number {
  let mixed = attempts * 2_654_435_761;
  for (const character of id) mixed = (Math.imul(mixed, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return (mixed >>> 0) / 2 ** 32;
}
