import { anyOf } from "../any-of.ts";
import { type Impact, impacts } from "../window.ts";
import { isZone } from "../zoned-time.ts";
import type { ForeignEntries, ForeignEntry, ForeignProblem, ForeignTable, ForeignTime } from "./foreign-entry.ts";

/** What a column of a table can mean. */
export const tableFields = [
  "title",
  "start",
  "startTime",
  "end",
  "endTime",
  "minutes",
  "zone",
  "service",
  "impact",
  "description",
  "reference",
] as const;
export type TableField = (typeof tableFields)[number];

/** Which column each field is read from, by its place in the header; a field without a column is left out. */
export type TableMapping = Readonly<Partial<Record<TableField, number>>>;

/** How dates like 03/04/2026 are meant; null while nobody said and the table does not show it. */
export type DateOrder = "dayFirst" | "monthFirst";

const headerWords: Readonly<Record<TableField, RegExp>> = {
  title: /^(?:title|summary|subject|name|what|event|change|work|activity|task)\b/iu,
  start: /^(?:starts?|begins?|from|date|planned start|scheduled start|window start)\b/iu,
  startTime: /^(?:start time|time|from time|begin time)\b/iu,
  end: /^(?:ends?|finish|until|till|to|planned end|scheduled end|window end)\b/iu,
  endTime: /^(?:end time|to time|finish time|until time)\b/iu,
  minutes: /\b(?:minutes|mins|duration|length)\b/iu,
  zone: /\b(?:time ?zone|zone|tz)\b/iu,
  service: /\b(?:services?|systems?|components?|objects?|applications?|circuits?)\b/iu,
  impact: /\b(?:impact|effect|severity)\b/iu,
  description: /\b(?:description|details?|notes?|comments?|reason)\b/iu,
  reference: /\b(?:reference|ref|ticket|id|number|change no)\b/iu,
};

/** The order in which fields choose their columns: the narrower words before those they begin with. */
const choosing: readonly TableField[] = [
  "startTime",
  "endTime",
  "start",
  "end",
  "minutes",
  "zone",
  "impact",
  "service",
  "title",
  "description",
  "reference",
];

/** Guesses by the header which column means what, whatever their order. A person corrects it. */
export function guessMapping(header: readonly string[]): TableMapping {
  const mapping: Partial<Record<TableField, number>> = {};
  const taken = new Set<number>();
  for (const field of choosing) {
    const column = header.findIndex((name, place) => !taken.has(place) && headerWords[field].test(name.trim()));
    if (column === -1) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** How the table's dates are written: shown by a day above 12, or null where every one could be either. */
export function guessDateOrder(table: ForeignTable, mapping: TableMapping): DateOrder | null | "clear" {
  const parts = [mapping.start, mapping.end].flatMap((column) =>
    column === undefined ? [] : table.rows.flatMap(({ cells }) => numbersOf(cells[column] ?? "")),
  );
  if (parts.length === 0) return "clear";
  const [isDayFirst, isMonthFirst] = [parts.some(([first]) => first > 12), parts.some(([, second]) => second > 12)];
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? "dayFirst" : "monthFirst";
}

function numbersOf(text: string): [first: number, second: number][] {
  const found = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{4}/u.exec(text);
  return found === null ? [] : [[Number(found[1]), Number(found[2])]];
}

/** The rows of a table as entries; a row that can't be read is named by its line. */
export function entriesOfTable(
  table: ForeignTable,
  mapping: TableMapping,
  order: DateOrder | null,
  source: string,
): ForeignEntries {
  const entries: ForeignEntry[] = [];
  const problems: ForeignProblem[] = [...table.problems];
  const seen = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const read = entryOfRow(line, cells, mapping, order, source);
    if ("message" in read) {
      problems.push(read);
      continue;
    }
    const earlier = seen.get(read.uid);
    if (earlier !== undefined) {
      problems.push({ line, message: `This row says the same as line ${earlier}, or has the same reference.` });
      continue;
    }
    seen.set(read.uid, line);
    entries.push(read);
  }
  return { entries, problems: problems.toSorted((one, other) => one.line - other.line) };
}

function entryOfRow(
  line: number,
  cells: readonly string[],
  mapping: TableMapping,
  order: DateOrder | null,
  source: string,
): ForeignEntry | ForeignProblem {
  const cell = (field: TableField): string => {
    const column = mapping[field];
    return column === undefined ? "" : (cells[column] ?? "").trim();
  };
  const title = cell("title");
  if (title === "") return { line, message: "This row has no title." };
  const startWall = wallOfWords(`${cell("start")} ${cell("startTime")}`, order);
  if (typeof startWall !== "string") return { line, message: `The start: ${startWall.problem}` };
  const zone = cell("zone");
  if (zone !== "" && !isZone(zone))
    return { line, message: `“${zone.slice(0, 100)}” is not a time zone. Write one like Europe/London.` };
  const endWall = endOf(cell, startWall, order);
  if (typeof endWall !== "string") return { line, message: `The end: ${endWall.problem}` };
  if (endWall <= startWall) return { line, message: "The end is not after the start." };
  const impact = impactOfWords(cell("impact"));
  if (impact === undefined) {
    return {
      line,
      message: `“${cell("impact").slice(0, 100)}” is no impact. Write none, reduced redundancy, degraded or outage.`,
    };
  }
  const timeOf = (wall: string): ForeignTime => (zone === "" ? { kind: "floating", wall } : { kind: "wall", wall, zone });
  const reference = cell("reference").slice(0, 300);
  return {
    line,
    key: `${line}`,
    uid: reference === "" ? `csv:${source}:${title}:${startWall}` : `csv:${source}:${reference}`,
    sequence: null,
    isCancelled: false,
    start: timeOf(startWall),
    end: timeOf(endWall),
    title: title.slice(0, 300),
    description: cell("description").slice(0, 10_000),
    impact,
    provider: source,
    organizer: "",
    reference,
    objects: cell("service")
      .split(/[;,|]/u)
      .map((name) => name.trim().slice(0, 300))
      .filter((name) => name !== ""),
  };
}

type NoWall = { readonly problem: string };

function endOf(cell: (field: TableField) => string, startWall: string, order: DateOrder | null): string | NoWall {
  if (cell("end") === "" && cell("endTime") === "") {
    const minutes = Number(cell("minutes").replace(/\s*min(?:ute)?s?\.?$/iu, ""));
    if (cell("minutes") === "") return { problem: "it is not said, and no length is either." };
    if (!Number.isFinite(minutes) || minutes < 1 || minutes > 100_000) {
      return { problem: `“${cell("minutes").slice(0, 50)}” is no length in minutes.` };
    }
    // By the clock, as the rows around it are meant.
    return new Date(Date.parse(`${startWall}Z`) + Math.round(minutes) * 60_000).toISOString().slice(0, 16);
  }
  const words = `${cell("end")} ${cell("endTime")}`.trim();
  if (!/^\d{1,2}[:.]\d{2}/u.test(words)) return wallOfWords(words, order);
  // Only a time: on the day of the start, or the next one where it lies before it.
  const sameDay = wallOfWords(`${startWall.slice(0, 10)} ${words}`, order);
  if (typeof sameDay !== "string" || sameDay > startWall) return sameDay;
  return new Date(Date.parse(`${sameDay}Z`) + 86_400_000).toISOString().slice(0, 16);
}

/** `2026-11-28`, or `28.11.2026`, which may have the month first. */
const writtenDate = anyOf`
  (?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})
  (?<first>\d{1,2})[./-](?<second>\d{1,2})[./-](?<end>\d{4})
`;
const writtenTime = "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::\\d{2})?\\s*(?<half>am|pm|a\\.m\\.|p\\.m\\.)?";
const dateWithTime = new RegExp(`^${writtenDate}[T ,]+${writtenTime}$`, "iu");

/** A date with a time, as spreadsheets write them, as a wall time; or why it is none. */
function wallOfWords(words: string, order: DateOrder | null): string | NoWall {
  const found = dateWithTime.exec(words.trim())?.groups;
  const quoted = `“${words.trim().slice(0, 60)}”`;
  if (found === undefined) return { problem: `${quoted} is no date with a time, such as 2026-11-28 02:00.` };
  const { year, month, day, first = "", second = "", end, hour = "", minute = "", half } = found;
  if (year === undefined && order === null && Number(first) <= 12 && Number(second) <= 12 && first !== second) {
    return { problem: `${quoted} can be read in two ways. Say above whether the day or the month comes first.` };
  }
  const isDayFirst = order === "dayFirst" || (order === null && Number(second) <= 12);
  const date = year === undefined ? [end, isDayFirst ? second : first, isDayFirst ? first : second] : [year, month, day];
  const isAfternoon = half?.toLowerCase().startsWith("p") === true;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const two = (part: string | number | undefined): string => String(part).padStart(2, "0");
  const wall = `${date[0]}-${two(date[1])}-${two(date[2])}T${two(hours)}:${minute}`;
  const isReal = !Number.isNaN(Date.parse(`${wall}Z`)) && new Date(`${wall}Z`).toISOString().slice(0, 16) === wall;
  return isReal ? wall : { problem: `${quoted} is no date that exists.` };
}

const impactByWords: readonly (readonly [RegExp, Impact])[] = [
  [/^(?:no|none|no[- ]impact|nothing)$/iu, "none"],
  [/redundan/iu, "reducedRedundancy"],
  [/^(?:degraded|degradation|slow|partial|minor|medium)/iu, "degraded"],
  [/^(?:outage|down|downtime|full|major|high|unavailable)/iu, "outage"],
];

/** Null where nothing is said, undefined where it is said in words that are not known. */
function impactOfWords(words: string): Impact | null | undefined {
  if (words === "") return null;
  const exact = impacts.find((impact) => impact.toLowerCase() === words.toLowerCase());
  return exact ?? impactByWords.find(([pattern]) => pattern.test(words))?.[1];
}
