/** What a bad input is tried on. */
export const badInputAreas = [
  "text",
  "templates",
  "mentions",
  "recipients",
  "time",
  "calendar files",
  "CSV and JSON",
  "IPC payloads",
  "HTTP to the browser host",
  "files",
  "network",
  "other systems",
  "connecting",
  "signing in",
] as const;
export type BadInputArea = (typeof badInputAreas)[number];

/**
 * One bad input and what must come of it, in words for docs/reliability.md. A file of rows adds what its test needs to
 * try it and imports nothing of Vitest, so that a script can list the rows; the test beside it runs each of them.
 */
export type BadInput = {
  readonly area: BadInputArea;
  /** What is wrong with it, in a few words; unique within its area. */
  readonly name: string;
  /** The input itself, or its telling part; characters that cannot be seen as `[U+202E]`. */
  readonly input: string;
  /** What comes of it: blocked, refused with a reason, held, or arriving as the text it is. */
  readonly expected: string;
};

/** Rows of all areas for a listing: in the order of the areas, each name once in its area. Throws when one is there twice. */
export function listed(...tables: readonly (readonly BadInput[])[]): readonly BadInput[] {
  const rows = tables.flat();
  const names = new Set<string>();
  for (const { area, name } of rows) {
    const key = `${area}: ${name}`;
    if (names.has(key)) throw new Error(`Two bad inputs are called “${key}”.`);
    names.add(key);
  }
  return rows.toSorted((one, other) => badInputAreas.indexOf(one.area) - badInputAreas.indexOf(other.area));
}
