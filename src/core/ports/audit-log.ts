import type { Instant } from "../domain/instant.ts";

/** One entry of the audit log: who did what, when, with what before and after. Hash-chained by the store. */
export type AuditEntry = {
  readonly sequence: number;
  readonly at: Instant;
  readonly who: string;
  /** The command, as `windows.create`. */
  readonly what: string;
  /** What it was about: a window's, notice's or delivery's id; empty for the workspace. */
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
};

/** Which entries are wanted; an empty part wants all. */
export type AuditFilter = {
  /** Part of a name, whatever its case. */
  readonly who: string;
  /** Beginnings of commands: `windows.` means all of them. */
  readonly what: readonly string[];
  /** Null means whatever they are about. */
  readonly subjectIds: readonly string[] | null;
};

/** Where the log ends: how many entries there are, and the hash of the last one (zeros when there is none). */
export type AuditEnd = { readonly entries: number; readonly lastHash: string };

export type AuditCheck =
  | ({ readonly kind: "intact" } & AuditEnd)
  /** The first entry that is not what was written, or is not there; every later one is in doubt. */
  | { readonly kind: "broken"; readonly sequence: number };

/**
 * The audit log as a whole, which may be long: everything is read in slices, and between two of them the application goes on.
 * Entries are only ever appended, so the slices fit together.
 */
export interface AuditLog {
  /** The newest entries that fit, below the sequence `before` or from the end when it is null. */
  newest(filter: AuditFilter, before: number | null, limit: number): Promise<readonly AuditEntry[]>;
  end(): AuditEnd;
  /** Checks the chain of hashes from its beginning to its end. */
  verify(): Promise<AuditCheck>;
}
