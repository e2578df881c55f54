import type { SourceCell } from "../../policy.ts";
import type { SourceSection } from "../../source-document.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import type { TimingEntry } from "../cells/timing-entries.ts";
import type { SharedTold } from "../shared-channels.ts";
import type { SectionWords } from "../words/section-words.ts";
import type { Point } from "./process-points.ts";

export type Section = {
  readonly source: SourceSection;
  /** The table it is shown as. */
  readonly number: number;
  readonly points: readonly Point[];
  readonly words: SectionWords;
};

/** Times said once for all that stands under a heading. */
export type SharedTimes = {
  readonly level: number;
  readonly entries: readonly TimingEntry[];
  readonly cells: readonly SourceCell[];
};

export type SectionContext = {
  readonly shared: SharedTimes | null;
  /** Changes the document's tables name: a point may speak of one of them. */
  readonly changes: readonly string[];
  readonly hasMatrix: boolean;
  /** What the document says of all its notices. */
  readonly told: SharedTold | null;
  readonly standIns: StandIns;
};
