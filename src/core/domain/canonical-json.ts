/**
 * A value as JSON with the keys of every object in order: the same value gives the same text, however it was put together,
 * so texts can be compared and hashed. `undefined` becomes null.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inKeyOrder(value)) ?? "null";
}

/** Put in order before, since `JSON.stringify` takes several times as long when it has to ask about every part. */
function inKeyOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if ("toJSON" in value && typeof value.toJSON === "function") return inKeyOrder(value.toJSON());
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inKeyOrder(part)]));
}
