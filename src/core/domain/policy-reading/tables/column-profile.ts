import type { ChannelKind } from "../../directory.ts";
import { voiceOf } from "../words/audience-words.ts";
import { asideOf, readCellWords } from "../words/cell-words.ts";
import { isEmptyMark, isMark } from "../words/channel-words.ts";
import { stageNames } from "../words/column-words.ts";
import { isNamed, plainText } from "../words/plain-text.ts";

/** How much of a column's cells are channels, times, readers or marks, from a sample of them. */
export type Profile = {
  readonly channel: number;
  /** Of those, the ones in a team's chat. */
  readonly chat: number;
  readonly timing: number;
  readonly audience: number;
  /** Cells that are a length of time and nothing else, which may be how long something takes. */
  readonly bare: number;
  /** Cells that name readers, whatever else they say. */
  readonly readers: number;
  readonly mark: number;
  /** Marks, and their contraries: `no`, a dash. */
  readonly tick: number;
  readonly stage: number;
  readonly filled: number;
};

/** What a sample of a column's cells are, as shares of those that are not empty. */
export function profileOf(cells: readonly string[]): Profile {
  const count = { channel: 0, chat: 0, timing: 0, audience: 0, readers: 0, bare: 0, mark: 0, tick: 0, stage: 0 };
  for (const cell of cells) {
    const words = readCellWords(cell.slice(0, 400));
    const { tokens } = words;
    if (tokens.some((token) => token.kind === "channel")) count.channel++;
    if (tokens.some((token) => token.kind === "when")) count.timing++;
    if (tokens.some((token) => token.kind === "channel" && isChat(token.channel.kind))) count.chat++;
    if (isMark(cell)) count.mark++;
    if (isMark(cell) || isEmptyMark(cell) || /^\s*(?:no|none|nein|nej|non|n\/?a|[-–—✗✘☐]+)\s*$/iu.test(cell)) count.tick++;
    if (cell.length < 60 && isNamed(stageNames, plainText(cell))) count.stage++;
    if (tokens.length === 0 && voiceOf(cell) !== null) count.audience++;
    // `Paddlers (email)`: a name, and how those of it are told.
    const isTold = tokens.length > 0 && tokens.every((token) => token.kind === "channel" && asideOf(words, token) !== null);
    if (voiceOf(cell) !== null || isTold) count.readers++;
    if (/^\W*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?\p{L}{1,9}\W*$/u.test(cell) && tokens.some((token) => token.kind === "when"))
      count.bare++;
  }
  const share = (amount: number): number => (cells.length === 0 ? 0 : amount / cells.length);
  return {
    channel: share(count.channel),
    chat: share(count.chat),
    timing: share(count.timing),
    audience: share(count.audience),
    readers: share(count.readers),
    bare: share(count.bare),
    mark: share(count.mark),
    tick: share(count.tick),
    stage: share(count.stage),
    filled: cells.length,
  };
}

function isChat(kind: ChannelKind): boolean {
  return kind !== "mail" && kind !== "manual";
}
