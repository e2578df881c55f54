/** Reads what this store wrote. Its own tables are the one source trusted without a schema. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
