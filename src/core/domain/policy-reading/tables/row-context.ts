import type { Voice } from "../../directory.ts";
import type { DoubtContext } from "../cells/doubt.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import type { TimingEntry } from "../cells/timing-entries.ts";
import type { SharedTold } from "../shared-channels.ts";
import type { CellWords } from "../words/cell-words.ts";
import type { ChannelDirectory } from "./channel-directory.ts";

/** What is known beside a row while it is read. */
export type RowContext = {
  readonly changeType: string | null;
  readonly words: (cell: string) => CellWords;
  /** A lead time that another row gives in the same column. */
  readonly usual: (column: number) => DoubtContext["usual"];
  /** What other tables of the document say of this change and these readers. */
  readonly elsewhere: (changeType: string | null, voice: Voice) => Elsewhere | null;
  /** Tables that only say who is told through what. */
  readonly directory: ChannelDirectory;
  readonly standIns: StandIns;
};

/** A policy may give times in one table and channels in another. */
export type Elsewhere = SharedTold & { readonly times: readonly TimingEntry[] };

/** What all cells of a row that owe notices have in common. */
export type CommonCell = Pick<
  NoticeCell,
  "changeType" | "lead" | "said" | "unread" | "placeKind" | "conditions" | "otherCells" | "earlier"
>;

/** Whoever reads a team's chat belongs to it, whatever is said of all other notices. */
export function isChatOnly(channels: NoticeCell["channels"]): boolean {
  return channels.length > 0 && channels.every(({ kind }) => kind !== "mail" && kind !== "manual");
}
