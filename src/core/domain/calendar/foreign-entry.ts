import type { Instant, WallTime } from "../instant.ts";
import type { Impact } from "../window.ts";

/** A time as a foreign file writes it. Its zone is a name that has still to be found in the IANA database. */
export type ForeignTime =
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "wall"; readonly wall: WallTime; readonly zone: string }
  /** Without a zone: whose clocks it means is not said. */
  | { readonly kind: "floating"; readonly wall: WallTime };

/** One entry of a foreign calendar or one row of a table, before anything is decided about it. */
export type ForeignEntry = {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  /** Tells the rows of one file apart: the line, and the occurrence of a series. */
  readonly key: string;
  readonly uid: string;
  /** Null where the file has no numbers: then other facts mean a later word. */
  readonly sequence: number | null;
  readonly isCancelled: boolean;
  readonly start: ForeignTime;
  readonly end: ForeignTime;
  readonly title: string;
  readonly description: string;
  readonly impact: Impact | null;
  /** Who says it: X-MAINTNOTE-PROVIDER, else the organizer's name. */
  readonly provider: string;
  /** The organizer's address, or empty. */
  readonly organizer: string;
  readonly reference: string;
  readonly objects: readonly string[];
};

/** What of a file could not be read, and where. */
export type ForeignProblem = { readonly line: number; readonly message: string };

/** A file's entries, and what of it could not be read. */
export type ForeignEntries = { readonly entries: readonly ForeignEntry[]; readonly problems: readonly ForeignProblem[] };

/** A table as it stands in a file: cells, each row with its line. */
export type ForeignTable = {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly problems: readonly ForeignProblem[];
};
