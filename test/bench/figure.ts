/** One thing that is measured: how long it took or how large it was, each time, and what it should be. */
export type Figure = {
  readonly name: string;
  readonly unit: "ms" | "kB" | "×";
  /** In the order taken, warm-up left out. */
  readonly values: readonly number[];
  /** The median may be this much; null where a figure is there to compare with. */
  readonly target: number | null;
};

/** A group of figures that are measured together, as `--only` names it. */
export type Group = {
  readonly name: string;
  /** `say` tells how far it is. */
  readonly measure: (say: (text: string) => void) => Promise<readonly Figure[]>;
};

export type Summary = { readonly min: number; readonly median: number; readonly max: number };

export function summaryOf(values: readonly number[]): Summary {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { min: at(0), median, max: at(sorted.length - 1) };
}

export function isMissed({ values, target }: Figure): boolean {
  return target !== null && !(summaryOf(values).median <= target);
}

const columns = ["figure", "min", "median", "max", "target", ""] as const;

/** The figures as a table for the terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { min, median, max } = summaryOf(figure.values);
    const verdict = figure.target === null ? "" : isMissed(figure) ? "MISSED" : "ok";
    const target = figure.target === null ? "" : `≤ ${figure.target} ${figure.unit}`;
    return [figure.name, number(min), number(median), `${number(max)} ${figure.unit}`, target, verdict];
  });
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(columns), ...rows.map(line)].join("\n");
}

function number(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}
