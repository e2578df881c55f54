import type { ProposedChannel } from "../../policy.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";
import { cellAt, cellsOfRole, type Row } from "./matrix-columns.ts";
import { readPlaces } from "./row-facts.ts";
import type { HeaderFacts } from "./staged-headers.ts";

/** The points of the work that a cell of ways of telling may speak of. */
const pointWords = {
  announce: "(?:first )?(?:announcements?|notices?)",
  reminder: "reminders?",
  start: "begin(?:ning)?|start",
  progress: "progress|updates?",
  completed: "end|completion|all-clear",
} as const;
type Point = keyof typeof pointWords;

const point = `(?:the )?(?:${Object.values(pointWords).join("|")})`;
const points = `${point}(?:(?:, | and )${point})*`;
/** `begin and end by radio` */
const pointsFirst = new RegExp(`^(?:(?:at|for|on) )?(?<points>${points})(?::| (?:by|via|in|on|over|through)) (?<way>.+)$`, "iu");
/** `radio for begin and end` */
const wayFirst = new RegExp(`^(?<way>.+?) (?:at|for|on) (?<points>${points})$`, "iu");
const otherwise = /^(?:otherwise|else|for all others?|for the rest),? (?:by |via )?/iu;

/**
 * Through what the notices of a column go out where the row's cell of ways tells the points of the work apart: `E-mail; begin
 * and end by radio`. Null where it does not.
 */
export function channelsAtPoint(row: Row, header: HeaderFacts, standIns: StandIns): readonly ProposedChannel[] | null {
  const [cell] = cellsOfRole(row, "channel");
  const parts = plainText(cell?.words ?? "")
    .split(/\s*[;,\n]\s*/u)
    .filter((part) => part !== "")
    .map(partOf);
  if (cell === undefined || parts.every((part) => part.points.length === 0)) return null;
  const own = parts.filter((part) => part.points.includes(pointOf(header)));
  const meant = own.length > 0 ? own : parts.filter((part) => part.points.length === 0);
  return meant.flatMap(({ way }) => readPlaces(readCellWords(way), cellAt(row, cell.column), standIns));
}

function partOf(part: string): { readonly way: string; readonly points: readonly Point[] } {
  const { way = part, points: named = "" } = (wayFirst.exec(part) ?? pointsFirst.exec(part))?.groups ?? {};
  const found = (Object.keys(pointWords) as Point[]).filter((one) =>
    new RegExp(`\\b(?:${pointWords[one]})\\b`, "iu").test(named),
  );
  return { way: way.replace(otherwise, ""), points: found };
}

function pointOf({ times: [first], isReminder }: HeaderFacts): Point {
  if (first?.when.kind === "start") return "start";
  if (first?.when.kind === "end") return "completed";
  if (first?.when.kind === "during") return "progress";
  return isReminder ? "reminder" : "announce";
}
