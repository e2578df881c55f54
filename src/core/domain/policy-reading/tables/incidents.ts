import { anyOf } from "../../any-of.ts";
import type { SourceTable } from "../../source-document.ts";
import { readCellWords, type Token } from "../words/cell-words.ts";
import { saysHowFast } from "../words/haste-words.ts";
import { isNamed, plainText, wholeWords } from "../words/plain-text.ts";

/** What happens to somebody, and nobody plans. */
const incidentWords = wholeWords(anyOf`
  incidents?|breach(?:es)?|unplanned|disruptions?|disasters?|degrad(?:ed|ation)|crisis|crises
  compromised?|ransomware|data (?:loss|leak\w*|exposure)|violations?
  sev(?:erity)?[ -]?[0-5]|[ps][0-5]
  // German
  datenschutzverletzung(?:en)?|datenschutzvorf[aä]ll\w*|störung(?:en)?|sicherheitsvorf[aä]ll\w*|datenpannen?
  // Danish
  hændelser?|sikkerhedsbrud
  // French
  pannes?|violations? de données
`);
/** Columns whose names make their rows incidents, or duties of law towards those harmed by one. */
const incidentHeader = wholeWords(anyOf`
  severity|priority|sev|incidents?(?: \p{L}+)?|breach(?: \p{L}+)?|regulations?|regulators?|jurisdiction
  schweregrad|alvorlighed|sévérité
`);
const incidentHeading = wholeWords(anyOf`
  incidents?|breach(?:es)?|disaster|severit(?:y|ies)|regulatory
  meldepflichten|datenschutzverletzung(?:en)?|datenpannen?|störung(?:en)?
  hændelser?
  incidents? majeurs?
`);
/** What is planned, and so can be announced. */
const plannedWords = wholeWords(anyOf`
  planned|scheduled|maintenance|changes?|releases?|deploy\w*|upgrades?|updates? (?:of|to) the|migrations?
  cut-?over|go-?live|roll-?outs?|roll(?:ed)?[ -]?back|windows?
  wartung\p{L}*|änderung\p{L}*|geplante?r?
  vedligehold\p{L}*|ændring\p{L}*|planlagte?
  changements?|intervention|travaux|planifiée?s?
`);
/** That a time lies ahead of the work. */
const aheadWords = wholeWords(anyOf`
  before(?:hand)?|prior|advance|ahead|notice|lead|minimum
  vorher|vorab|vor|vorlauf\p{L}*
  före?|før|forvejen|varsel
  avant|avance|préavis
`);

export const whyIncident = "It says how fast to speak up when something has gone wrong, not when a planned change is announced.";

/**
 * The rows that tell of incidents: how fast to speak up once something has gone wrong. A row that names a time ahead of the
 * work, or work that is planned, is none, whatever table it stands in.
 */
export function incidentRows({ heading, headers, rows }: SourceTable): ReadonlySet<number> {
  const [first = ""] = headers.map((header) => plainText(header));
  const isPlannedTable = isNamed(plannedWords, plainText([heading, ...headers].join(" ")));
  const isIncidentTable =
    !isPlannedTable && (isNamed(incidentHeading, plainText(heading)) || startsWithName(incidentHeader, first));
  const areTimesAhead = headers.map((header) => isNamed(aheadWords, plainText(header)));
  const found = rows.map((row) => {
    const label = plainText(row[0] ?? "");
    const pace = paceOf(row, areTimesAhead);
    const isOutage = /\boutages?\b/iu.test(label) && (isSwift(row) || isAtOnce(row));
    // `Emergency outage` over `Work that cannot wait` is chosen, though in a hurry.
    const isChosen =
      isOutage && row.slice(1).some((cell) => /\b(?:works?|maintenance|patch(?:es)?|arbeit(?:en)?|arbejde)\b/iu.test(cell));
    const isPlanned = pace === "ahead" || isChosen || isNamed(plannedWords, label.replace(/^unplanned /iu, ""));
    return {
      isPlanned,
      pace,
      isNamed: isOutage || isNamed(incidentWords, label),
      isFast: pace === "reaction" && isSwift(row),
      isHasty: pace === "reaction" && (isSwift(row) || isAtOnce(row)),
    };
  });
  const timed = found.filter(({ pace }) => pace !== "none");
  // `Immediately`, `within 15 minutes`, `within an hour`, and nothing of any change: so one speaks of an incident.
  const areReactions =
    !isPlannedTable &&
    found.some(({ isFast }) => isFast) &&
    found.filter(({ isHasty }) => isHasty).length >= 2 &&
    timed.every(({ pace }) => pace !== "ahead") &&
    timed.filter(({ pace }) => pace === "work").length < found.filter(({ isHasty }) => isHasty).length &&
    !rows.some((row) => row.some((cell) => isNamed(plannedWords, plainText(cell).replace(/\bpress releases?/giu, ""))));
  const named = found.filter((row) => row.isNamed && !row.isPlanned && row.pace !== "work");
  const isOfIncidents = isIncidentTable || areReactions || (rows.length > 2 && named.length * 2 > rows.length);
  return new Set(
    found.flatMap((row, index) => {
      if (row.isPlanned) return [];
      return isOfIncidents ||
        (row.isNamed && row.pace !== "work" && (row.pace !== "none" || timed.every(({ pace }) => pace === "work")))
        ? [index]
        : [];
    }),
  );
}

function startsWithName(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = text.length - text.trimStart().length;
  return pattern.test(text);
}

/** What the times of a row count from: the work ahead, the work itself, or something that has happened. */
type Pace = "ahead" | "work" | "reaction" | "repeated" | "none";

function paceOf(row: readonly string[], areTimesAhead: readonly boolean[]): Pace {
  const paces = row.flatMap((cell, column) => {
    const words = readCellWords(cell);
    const isAhead =
      areTimesAhead[column] === true || isNamed(aheadWords, words.text) || /(?<!\p{L})[TDJ]\s?-\s?\d/u.test(words.text);
    return words.tokens.flatMap((token) => (token.kind === "when" ? [paceOfTime(token, words.text, isAhead)] : []));
  });
  return (["ahead", "work", "reaction", "repeated"] as const).find((pace) => paces.includes(pace)) ?? "none";
}

function paceOfTime({ when, start, end }: Extract<Token, { kind: "when" }>, text: string, isAhead: boolean): Pace {
  switch (when.kind) {
    case "before":
    case "sometimeBefore":
      return isAhead ? "ahead" : "reaction";
    case "weekly":
    case "daily":
    case "during":
      return "repeated";
    case "planning":
      return saysHowFast(text.slice(start, end)) ? "reaction" : "ahead";
    case "unclear":
      return when.slot === "before" && isAhead ? "ahead" : "reaction";
    case "start":
    case "end":
    case "implementation":
    case "statusChange":
      return "work";
  }
}

function isAtOnce(row: readonly string[]): boolean {
  return row.some((cell) => saysHowFast(cell.trim()));
}

/** Within some time, or in minutes. */
function isSwift(row: readonly string[]): boolean {
  return row.some((cell) =>
    /(?:^|[^\p{L}])(?:within|innerhalb|inden for|dans les|<|≤)\s*(?:an?|one|half|\d)|^\W*\d{1,2} ?min(?:ute)?s?\W*$/iu.test(
      plainText(cell),
    ),
  );
}
