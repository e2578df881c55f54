import type { Service } from "../directory.ts";

/** A part longer than this is a title and no name, and need not be compared. */
const longestName = 60;

/** The services a part may be meant for, written with a slip or two; at most three, the nearest first. */
export function nearestServices(text: string, services: readonly Service[]): readonly Service[] {
  const typed = text.trim().toLowerCase();
  if (typed.length < 4 || typed.length > longestName) return [];
  const slips = typed.length < 6 ? 1 : 2;
  return services
    .map((service) => ({ service, distance: Math.min(...namesOf(service).map((name) => distanceWithin(typed, name, slips))) }))
    .filter(({ distance }) => distance <= slips)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ service }) => service);
}

function namesOf({ name, environment }: Service): readonly string[] {
  return [name, `${name} ${environment}`, `${environment} ${name}`].map((one) => one.trim().toLowerCase());
}

/** How many letters must be added, taken away, replaced or swapped with their neighbour; anything above `most` is all the same. */
function distanceWithin(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? most + 1;
}
