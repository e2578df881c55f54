import { anyOf } from "../../any-of.ts";
import type { SourceTable } from "../../source-document.ts";
import { plainText } from "../words/plain-text.ts";

const unit = anyOf`
  hours?|hrs?|h|minutes?|min|(?:business|working|calendar) days?|days?|weeks?
  // German
  stunden|minuten|werktagen?|arbeitstagen?|tagen?|wochen
  // Danish
  timer|minutter|hverdage|arbejdsdage|dage|uger
  // French
  heures|jours(?: ouvr(?:és|ables))?|semaines
`;
const inHeader = new RegExp(`(?:[([]|,|\\bin\\b)\\s*(?:in )?(?<unit>${unit})(?!\\p{L})`, "iu");
const ofNotices =
  /notice|lead[ -]?time|advance|before|prior|remind|announc|vorlauf|erinner|ankündig|frist|varsel|påmind|préavis|délai|rappel/iu;
const ofRepeats = /every|interval|frequen|updates?|progress|takt|alle|hver|toutes/iu;
const figure = /^\s*(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*$/u;

/** `Lead time (business days)` over `10` means ten business days before: a column's unit stands in its header. */
export function withUnits(table: SourceTable): SourceTable {
  const units = table.headers.map((header) => inHeader.exec(plainText(header))?.groups?.unit ?? null);
  if (units.every((one) => one === null)) return table;
  const meant = (cell: string, column: number): string => {
    const of = units[column] ?? null;
    const amount = figure.exec(cell)?.[1];
    const header = table.headers[column] ?? "";
    if (of === null || amount === undefined) return cell;
    if (ofRepeats.test(header) && !ofNotices.test(header)) return `every ${amount} ${of}`;
    return ofNotices.test(header) ? `${amount} ${of} before` : cell;
  };
  return { ...table, rows: table.rows.map((row) => row.map(meant)) };
}
