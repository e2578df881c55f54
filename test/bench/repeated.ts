export const warmUp = 2;
export const runs = 9;

/** Takes a measurement again and again, and leaves out the first ones, when caches of the system are still cold. */
export async function repeated<T>(take: () => Promise<T> | T): Promise<readonly T[]> {
  const taken: T[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) taken.push(await take());
  return taken.slice(warmUp);
}
