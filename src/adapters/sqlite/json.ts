/**
 * A value as JSON with the keys of every object in order: the same value gives the same text,
 * so texts can be compared and hashed. `undefined` becomes null.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? sortKeys(part) : part)) ?? "null";
}

/** Reads what this store wrote. Its own tables are the one source trusted without a schema. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortKeys(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
