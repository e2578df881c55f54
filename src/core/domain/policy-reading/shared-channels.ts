import type { SourceDocument } from "../source-document.ts";
import { cellChannels } from "./cell-channels.ts";
import { readCellWords } from "./cell-words.ts";
import type { Told } from "./notice-cell.ts";
import { plainText } from "./plain-text.ts";
import type { StandIns } from "./stand-ins.ts";
import { readWhom } from "./whom.ts";

const viaLabel =
  /(?:notif|notice|communicat|announce|inform|messag)[^.]{0,60}\b(?:via|through|by|using|channels?)\b|(?:benachrichtig|mitteilung)\p{L}*[^.]{0,60}\b(?:per|über)\b/iu;

/** Readers and channels a list gives for all notices (`Notifications are sent by:`), for tables that give the times alone. */
export function sharedChannels(document: SourceDocument, standIns: StandIns): Told | null {
  const points = document.sections.flatMap((section) =>
    section.points.filter((point) => viaLabel.test(plainText(point.intro === "" ? section.heading : point.intro))),
  );
  const told = points.map((point) => {
    const words = readCellWords(point.text);
    // The list is no cell of a table, so a question about it stands at no cell; the rules name it as their source.
    const channels = cellChannels(words, { table: 0, row: -1, column: 0, words: point.text }, standIns);
    return { channels, audiences: channels.length === 0 ? [] : readWhom(words, "customer", false).audiences };
  });
  const channels = told.flatMap((one) => one.channels);
  return channels.length === 0 ? null : { channels, audiences: told.flatMap((one) => one.audiences) };
}
