/** Keeps tokens. They are never in the database, in a log or in an export. */
export interface Secrets {
  /** Where secrets live: `system` survives a restart, `memory` does not. */
  readonly place: "system" | "memory";
  get(name: string): string | null;
  set(name: string, secret: string): void;
  remove(name: string): void;
}
