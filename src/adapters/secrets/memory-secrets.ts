import type { Secrets } from "../../core/ports/secrets.ts";

/** Secrets that end with the process: where the system offers no safe place, asking again is better than a file. */
export function memorySecrets(): Secrets {
  const secrets = new Map<string, string>();
  return {
    place: "memory",
    get: (name) => secrets.get(name) ?? null,
    set: (name, secret) => void secrets.set(name, secret),
    remove: (name) => void secrets.delete(name),
  };
}
