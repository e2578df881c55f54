/** Dice that fall the same way for the same seed. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T | undefined;
  /** One of the names, the heavier the likelier. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** The same names with other weights, some nothing: schedules that do a few things often find what an even mix does not. */
  varied<Name extends string>(weights: Readonly<Record<Name, number>>): Readonly<Record<Name, number>>;
};

/** Mulberry32, seeded by both numbers together, so that neighbouring schedules have nothing in common. */
export function createRandom(seed: number, index: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)],
    weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
      const names = Object.keys(weights) as Name[];
      let rest = next() * names.reduce((sum, name) => sum + weights[name], 0);
      const chosen = names.find((name) => {
        rest -= weights[name];
        return rest < 0;
      });
      return chosen ?? (names[0] as Name);
    },
    varied<Name extends string>(weights: Readonly<Record<Name, number>>) {
      const varied: Record<Name, number> = { ...weights };
      for (const name of Object.keys(weights) as Name[]) varied[name] *= [0.1, 0.5, 1, 1, 4][whole(0, 4)] ?? 1;
      return varied;
    },
  };
}
