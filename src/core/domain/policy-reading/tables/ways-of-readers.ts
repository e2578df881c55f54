import type { NoticeCell, Told } from "../cells/notice-cell.ts";
import { voiceOfUnknown } from "../cells/reader-slots.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { type NamedAudience, voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";
import { cellAt, cellsOfRole, type Row } from "./matrix-columns.ts";
import { readPlaces } from "./row-facts.ts";

const labelled = /^(?<name>[^:]{1,60}): (?<way>\S.*)$/u;

/**
 * The readers of a row apart, where its cell of ways says of some of them that they are told otherwise: `Intranet; duty
 * leads: by phone`. Null where it does not.
 */
export function waysOfReaders(row: Row, audiences: readonly NamedAudience[], standIns: StandIns): readonly Told[] | null {
  const [cell] = cellsOfRole(row, "channel");
  if (cell === undefined || audiences.length < 2) return null;
  const at = cellAt(row, cell.column);
  const placesIn = (way: string): NoticeCell["channels"] => readPlaces(readCellWords(way), at, standIns);
  const parts = plainText(cell.words)
    .split(/\s*[;\n]\s*/u)
    .filter((part) => part !== "");
  const named = parts.map((part) => {
    const { name = "", way = "" } = labelled.exec(part)?.groups ?? {};
    return { part, way, reader: audiences.find((one) => one.name.toLowerCase() === name.trim().toLowerCase()) };
  });
  const others = audiences.filter((audience) => !named.some(({ reader }) => reader?.name === audience.name));
  const ofOthers = named.filter(({ reader }) => reader === undefined).flatMap(({ part }) => placesIn(part));
  if (others.length === audiences.length || others.length > 0 !== ofOthers.length > 0) return null;
  const apart = named.flatMap(({ reader, way }) => {
    if (reader === undefined) return [];
    const voice = voiceOf(reader.name) ?? voiceOfUnknown(readCellWords(way));
    return [{ audiences: [{ ...reader, voice }], channels: placesIn(way) }];
  });
  return others.length === 0 ? apart : [{ audiences: others, channels: ofOthers }, ...apart];
}
