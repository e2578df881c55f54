import type { SourceTable } from "../../source-document.ts";
import { voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { noticeWords, tellingWords } from "../words/column-words.ts";
import { isNamed, plainText } from "../words/plain-text.ts";
import type { Column } from "./columns.ts";
import { incidentRows, whyIncident } from "./incidents.ts";
import { areAnswers, areHours, areMeetings, isOfLongRhythm } from "./look-alike-tables.ts";
import {
  approving,
  counting,
  dueThings,
  dutiesHeader,
  howOften,
  leadTime,
  plannedWork,
  projectRhythm,
  rhythm,
  runsOut,
} from "./other-table-words.ts";

/** Why a table is no matrix. `isOpen` where it was not recognised as anything else, so that its rows may owe notices all the same. */
export type NoMatrix = { readonly why: string; readonly isOpen: boolean };

const none = (why: string): NoMatrix => ({ why, isOpen: false });

/** Why a table is none of notices, though its columns may look like it: what else it is, as far as that is known. */
export function whyOtherTable(
  table: SourceTable,
  columns: readonly Column[],
  others: ReadonlyMap<number, string>,
): NoMatrix | null {
  const { heading, headers, rows } = table;
  const has = (role: Column["role"]): boolean => columns.some((column) => column.role === role);
  const text = headers.map((header) => plainText(header)).join(" | ");
  const [whyFirst = ""] = others.values();
  if (others.size === rows.length && rows.length > 0)
    return none(
      /^\s*(?:severity|priority|sev)\b/iu.test(text) ? "Its rows are severities of incidents, not kinds of change." : whyFirst,
    );
  if (areHours(table)) return none("It says at what hours something is, and tells nobody of a change.");
  if (areAnswers(table) && !has("channel")) return none("It says how fast an enquiry is answered.");
  if (areMeetings(table)) return none("It says when people meet, and tells nobody of a change.");
  if (isOfLongRhythm(table)) return none("It says what is due every so many months, and tells nobody of a change.");
  if (hasRolesAcross(table)) return { why: "It says who does what, and not who is told when.", isOpen: true };
  const who = columns.findIndex((column) => column.role === "audience");
  const isWhoDoes =
    /^\s*(?:who|groups?|teams?|parties)\s*$/iu.test(headers[who] ?? "") &&
    !has("channel") &&
    !has("notices") &&
    !isNamed(noticeWords, plainText([heading, ...headers, ...rows.flat()].join(" | ")));
  if (isWhoDoes) return { why: "It says who does what and when, and not who is told.", isOpen: true };
  if (dutiesHeader.test(text) && !has("channel") && !has("timing"))
    return { why: "It says who does what, and not who is told.", isOpen: true };
  const isMonitoring =
    /^\s*(?:alert|alarm|metric|monitor|check|probe)/iu.test(text) && /\b(?:threshold|condition)s?\b/iu.test(text);
  if (
    /severity|priority|\bsev\b/iu.test(text) &&
    /response|resolution|target|examples?|definition/iu.test(text) &&
    !has("timing")
  )
    return none("A table of severities: it says how fast to answer an incident, not whom to warn of a change.");
  if (
    (/phone|telephone|mobile|extension|telefon|tlf|téléphone|durchwahl|lokalnummer/iu.test(text) && !has("timing")) ||
    (/\bcontacts?\b/iu.test(text) && /\b(?:name|role|title)\b/iu.test(text) && !has("channel")) ||
    (/\bname\b/iu.test(text) && /e-?mail|role|title/iu.test(text) && !has("timing"))
  )
    return none("A list of contacts: it names people, and no notices.");
  if (
    /^\s*(?:requests?|tasks?|actions?|questions?|tickets?|incidents?|metrics?|kpis?)\b/iu.test(text) &&
    !has("channel") &&
    !has("notices")
  )
    return { why: "Its rows are requests or tasks with their deadlines, and no notices.", isOpen: true };
  if (
    /\b(?:escalat|eskal)/iu.test(heading) &&
    /level|stufe|niveau|problem|issue|incident/iu.test([text, ...rows.flat()].join(" "))
  )
    return { why: "It says to whom a problem is escalated, and tells nobody of a change.", isOpen: true };
  if (isNamed(approving, text) && isNamed(leadTime, text) && !(has("audience") || has("channel") || has("notices")))
    return none("It says how long an approval takes, not when a notice is due.");
  if (
    /^\s*(?:measures?|metrics?|figures?|indicators?|kpis?)\s*\|/iu.test(text) &&
    /\b(?:goal|target|value|actual|threshold|bound|limit)s?\b/iu.test(text)
  )
    return none("It says what is measured, and no notices.");
  if (/\b(?:blackout|freeze|embargo|moratorium)\b/iu.test(heading) && !has("channel") && !has("audience"))
    return none("It says when no change is made.");
  if (/^\s*requests?\b/iu.test(text) && /\b(?:send to|submit(?:ted)? to|raised? with|goes to)\b/iu.test(text))
    return none("It says to whom a request goes, and by when.");
  if (/(?:^|\|)\s*(?:checked|inspected|tested|stored|kept|serviced)\b/iu.test(text) && !has("channel"))
    return none("It says what is looked after, and by whom.");
  if (areCriteria(table, columns)) return none("It says what counts as what.");
  if (areProgramEvents(table)) return none("Its rows are events of a program, and none of them a change.");
  if (hasRoleLetters(table)) return none("Its letters say who is responsible for what, and who takes part in it.");
  if (arePortions(table) && !has("channel")) return none("It says how far a rollout goes, step by step.");
  if (/\b(?:log|history|record)\b/iu.test(heading) && /\bsent\b/iu.test(text)) return none("It records what was sent.");
  if (isDue(table)) return none("It counts to an expiry, a booking or a payment, not to a change.");
  return isMonitoring ? none("It says what is watched, and who is alarmed by it.") : null;
}

/** `Responsible`, `Accountable`, `Consulted`, `Informed`, or their letters, over who they are. */
function hasRolesAcross({ headers }: SourceTable): boolean {
  const names = new Set(headers.map((header) => header.trim().toLowerCase()));
  const roles = ["responsible", "accountable", "consulted", "informed"];
  return roles.every((role) => names.has(role)) || roles.every((role) => names.has(role.charAt(0)));
}

/** A question in the header over yes and no, `Maintenance?`, in a table that says nothing else of notices. */
function areCriteria({ headers, rows }: SourceTable, columns: readonly Column[]): boolean {
  const asks = headers.map(
    (header, column) =>
      header.trim().endsWith("?") && rows.every((row) => /^\s*(?:yes|no|ja|nein|nej|oui|non)\s*$/iu.test(row[column] ?? "")),
  );
  const ofNotices = ["audience", "channel", "timing", "stage", "notices"];
  return asks.includes(true) && columns.every(({ role }, column) => asks[column] || !ofNotices.includes(role));
}

/** `order_created`, `user:deleted`: names that programs give to what happens in them. */
function areProgramEvents({ rows }: SourceTable): boolean {
  return rows.length > 1 && rows.every((row) => /^\s*`?[\p{L}\d]+(?:[_:.][\p{L}\d]+)+`?\s*$/u.test(row[0] ?? ""));
}

/** Cells of R, A, C and I. */
function hasRoleLetters({ rows }: SourceTable): boolean {
  const cells = rows.flatMap((row) => row.slice(1)).filter((cell) => cell.trim() !== "" && !/^\s*[-–—]\s*$/u.test(cell));
  const letters = cells.filter((cell) => /^\s*[RACIS](?:\s*[/,]\s*[RACIS])*\s*$/u.test(cell));
  return cells.length > 3 && letters.length * 4 >= cells.length * 3;
}

/** `10 %` of the users, then `50 %`. */
function arePortions({ rows }: SourceTable): boolean {
  const portions = rows.filter((row) => row.some((cell) => /^\s*\d{1,3}(?:[.,]\d)? ?%/u.test(cell)));
  return rows.length > 1 && portions.length * 3 >= rows.length * 2;
}

/** `Days before expiry`, `Booking reminders`, or rows most of which speak of something that runs out. */
function isDue({ heading, headers, rows }: SourceTable): boolean {
  if (isNamed(plannedWork, plainText([heading, ...headers].join(" ")))) return false;
  const remindsOf = [heading, ...headers]
    .map((name) => plainText(name))
    .some((name) => isNamed(dueThings, name) && counting.test(name));
  const runningOut = rows.filter((row) => row.some((cell) => runsOut.test(cell)));
  return remindsOf || (rows.length > 1 && runningOut.length * 2 >= rows.length);
}

const whyRhythm = "It says how often a project reports to its people, not when a change is announced.";

/**
 * Rows whose every time is a rhythm, in a table of a project's reports, stand-ups and meetings. A row about work on a service
 * (`Downtime notices, as needed`) is none of them.
 */
function rhythmRows({ headers, rows }: SourceTable, columns: readonly Column[]): readonly number[] {
  if (columns.filter(({ role }) => role === "timing" || role === "stage").length > 1) return [];
  const column = columns.findIndex(({ role }) => role === "timing");
  const text = rows.map((row) => plainText(row.join(" | ")));
  const ofProject = text.filter((words) => isNamed(projectRhythm, words)).length;
  // A column of times is one of rhythms where it is called so, or holds nothing else.
  const isRhythm = isNamed(howOften, plainText(headers[column] ?? ""));
  const areRhythms = rows.length > 1 && rows.every((row) => rhythm.test(row[column] ?? "")) && ofProject * 2 >= rows.length;
  if (column === -1 || ofProject === 0 || !(isRhythm || areRhythms)) return [];
  return rows.flatMap((row, index) => {
    const others = readCellWords(row.filter((_, other) => other !== column).join(" | "));
    return rhythm.test(row[column] ?? "") && !namesTimeAhead(others) && !isNamed(plannedWork, text[index] ?? "") ? [index] : [];
  });
}

/** `Backup taken` in a checklist that tells of notices, too: it names nobody, no way of telling and no word for it. */
function taskRows({ headers, rows }: SourceTable, columns: readonly Column[]): readonly number[] {
  const column = headers.findIndex((header) =>
    /^(?:check-?list(?: items?)?|tasks?|steps?|checks?|to-?dos?)$/iu.test(plainText(header).trim()),
  );
  if (column === -1 || columns.some(({ role }) => role === "audience" || role === "channel")) return [];
  return rows.flatMap((row, index) => {
    const words = readCellWords(row.join(" | "));
    const tells =
      words.tokens.some(({ kind }) => kind === "channel") ||
      isNamed(noticeWords, plainText(words.text)) ||
      isNamed(tellingWords, plainText(words.text)) ||
      voiceOf(row[column] ?? "") !== null;
    return tells ? [] : [index];
  });
}

function namesTimeAhead({ tokens }: CellWords): boolean {
  return tokens.some((token) => token.kind === "when" && (token.when.kind === "before" || token.when.kind === "statusChange"));
}

/** The rows of a table that are plainly no notices, each with what they are. */
export function otherRows(table: SourceTable, columns: readonly Column[]): ReadonlyMap<number, string> {
  return new Map([
    ...rhythmRows(table, columns).map((row) => [row, whyRhythm] as const),
    ...taskRows(table, columns).map((row) => [row, "A task beside the notices, not a notice."] as const),
    ...[...incidentRows(table)].map((row) => [row, whyIncident] as const),
  ]);
}
