import type { Instant } from "../instant.ts";

/** When each of many records begins and ends, sorted by begin: record `n` takes `[starts[n], ends[n])`. */
export type Spans = { readonly starts: Float64Array; readonly ends: Float64Array };

/** Some of the records, by their numbers, ascending and so by begin; with how far any up to each of them reaches. */
export type Timeline = { readonly numbers: Int32Array; readonly reach: Float64Array };

/** The records of each of `keys` keys. `keysOf` names the keys of a record, each once. */
export function timelinesByKey(keysOf: readonly (readonly number[])[], keys: number, { ends }: Spans): readonly Timeline[] {
  const lengths = new Int32Array(keys);
  for (const record of keysOf) for (const key of record) lengths[key] = (lengths[key] ?? 0) + 1;
  const timelines = Array.from(lengths, (length) => ({
    numbers: new Int32Array(length),
    reach: new Float64Array(length),
  }));
  const filled = new Int32Array(keys);
  keysOf.forEach((record, number) => {
    for (const key of record) {
      const timeline = timelines[key];
      if (timeline === undefined) continue;
      const at = filled[key] ?? 0;
      timeline.numbers[at] = number;
      timeline.reach[at] = Math.max(ends[number] ?? 0, at === 0 ? Number.NEGATIVE_INFINITY : (timeline.reach[at - 1] ?? 0));
      filled[key] = at + 1;
    }
  });
  return timelines;
}

/** Calls back for every record of the timeline that shares some time with `[from, to)`. Ends that touch do not overlap. */
export function visitOverlapping(
  { numbers, reach }: Timeline,
  { starts, ends }: Spans,
  from: Instant,
  to: Instant,
  visit: (number: number) => void,
): void {
  // Whatever comes before the first that reaches beyond `from` has ended by then.
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reach[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if ((starts[number] ?? 0) >= to) return;
    if ((ends[number] ?? 0) > from) visit(number);
  }
}
