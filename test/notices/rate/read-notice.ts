import { monthNames } from "../../../src/core/domain/calendar-names.ts";
import { wordsOf } from "./grade.ts";

/**
 * Reads a notice as its reader does, by nothing but its words: it knows no template, window or fact. What each of the nine
 * facts is comes from what people look for in a notice; the checker finds them another way (`nine-facts.ts` of the domain).
 */
export const nineFacts = ["what", "date", "span", "zone", "notice", "todo", "ask", "next", "why"] as const;
export type NineFact = (typeof nineFacts)[number];

export type ReadNotice = {
  readonly found: ReadonlySet<NineFact>;
  /** Full sentences, for how hard they are to read. */
  readonly sentences: readonly string[];
  readonly words: number;
  /** Words before the first date; all of them where there is none. */
  readonly beforeDate: number;
  /** The first sentence. */
  readonly opening: string;
  /** What its labels say, in their order. */
  readonly labels: readonly string[];
  /** Dates whose weekday is not theirs, clocks without a zone, zones that are not in force then: each in its words. */
  readonly faults: readonly string[];
  /** The lines that hold a whole span with its zone, each with that zone. */
  readonly spanZones: readonly string[];
  /** The clock time that is promised, as it stands, or null for a word that there is none. */
  readonly promised: string | null;
};

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = monthNames.map((name) => name.slice(0, 3));
const date = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/gu;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const zone = String.raw`(?:[A-Z]{2,5}(?: \(UTC[+-]\d{1,2}(?::\d{2})?\))?|UTC(?:[+-]\d{1,2}(?::\d{2})?)?)`;
/** `02:00–04:00 GMT (UTC+0)`, `22:00 – Sun 6 Dec 2026, 02:00 GMT (UTC+0)`, or with a zone at both ends. */
const span = new RegExp(String.raw`${clock}(?: ${zone})?\s?–\s?(?:\w{3} \d{1,2} \w{3} \d{4}, )?${clock} (${zone})`, "u");
const address = /[\w.-]+@[\w-]+\.\w|https?:\/\/|\+\d[\d ]{6,}|(?:^|\s)#\w/u;
const label = /^(?:- )?([A-Z][^:.!?\n]{1,60}):(?:\s|$)/u;
/** Offsets in hours by name, and when clocks are an hour ahead in the zones that change them. */
const offsets: Readonly<Record<string, number>> = {
  GMT: 0,
  BST: 1,
  UTC: 0,
  CET: 1,
  CEST: 2,
  EST: -5,
  EDT: -4,
  AEST: 10,
  AEDT: 11,
  IST: 5.5,
};
const summerOnly: Readonly<Record<string, readonly [number, number]>> = { BST: [3, 10], CEST: [3, 10], EDT: [3, 11] };

export function readNotice(text: string): ReadNotice {
  const lines = linesOf(text);
  const passages = passagesOf(lines);
  const said = (pattern: RegExp): string => passages.find((passage) => pattern.test(passage.label))?.words ?? "";
  const all = lines.join("\n");
  const dates = [...all.matchAll(date)];
  const faults = [...dates.filter((found) => !hasItsWeekday(found)).map(([found]) => found), ...zoneFaults(lines)];
  const next = said(/^next word$/iu);
  const found = new Set<NineFact>();
  const see = (fact: NineFact, isThere: boolean): void => {
    if (isThere) found.add(fact);
  };
  const change = said(/^(?:what (?:changes|changed|was planned|we tried)\b.*|change|changed|was planned|was tried)$/iu);
  see("what", wordsOf(change).length >= 2);
  see("date", dates.some(hasItsWeekday) && !/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/u.test(all));
  see("span", span.test(all));
  see("zone", new RegExp(`${clock} ${zone}`, "u").test(all) && zoneFaults(lines).length === 0);
  see("notice", wordsOf(said(/notice$|^meanwhile$|^expect/iu)).length >= 1);
  see("todo", asks(said(/^(?:what to do|to do)\b/iu)));
  see("ask", address.test(said(/^(?:questions|ask)\b/iu)));
  see(
    "next",
    new RegExp(`${clock} ${zone}`, "u").test(next) ||
      /\b(?:none|last message|no new date is set|no time can be given)\b/iu.test(next),
  );
  see("why", saysWhy(passages, all));
  const tokens = wordsOf(all);
  const firstDate = tokens.findIndex(
    (word, index) => /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/u.test(word) && /^\d{1,2}$/u.test(tokens[index + 1] ?? ""),
  );
  return {
    found,
    sentences: sentencesIn(lines),
    words: tokens.length,
    beforeDate: firstDate === -1 ? tokens.length : firstDate,
    opening: sentencesIn(lines)[0] ?? "",
    labels: passages.map((passage) => passage.label),
    faults,
    spanZones: lines.flatMap((line) => span.exec(line)?.[1]?.split(" ")[0] ?? []),
    promised: new RegExp(`\\w{3} \\d{1,2} \\w{3} \\d{4}, ${clock} ${zone}`, "u").exec(next)?.[0] ?? null,
  };
}

/** Lines as they were written: a mail's text part breaks them at 72 characters, a blank line or a label begins the next. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const block of text.split(/\n{2,}/u)) {
    let open = "";
    for (const line of block.split("\n")) {
      // A label on a line of its own goes with what follows, even where that looks like a label: "Clinicians: sign out."
      const isNew = open === "" || (!/:$/u.test(open) && (label.test(line) || /^(?:- |@)/u.test(line)));
      if (!isNew) open = `${open} ${line.trim()}`;
      else {
        if (open !== "") lines.push(open);
        open = line.trimEnd();
      }
    }
    if (open !== "") lines.push(open);
  }
  return lines;
}

type Passage = { readonly label: string; readonly words: string };

function passagesOf(lines: readonly string[]): Passage[] {
  return lines.flatMap((line) => {
    const found = label.exec(line);
    return found === null ? [] : [{ label: found[1] ?? "", words: line.slice(found[0].length).trim() }];
  });
}

/** The sentences of every line, without its label: what ends like one and has at least three words. */
function sentencesIn(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.replace(label, "").split(/(?<=[.!?])\s+(?=[\p{Lu}“"])/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[.!?]$/u.test(sentence) && wordsOf(sentence).length >= 3);
}

function hasItsWeekday([, weekday = "", dayOfMonth = "", month = "", year = ""]: RegExpMatchArray): boolean {
  const at = new Date(Date.UTC(Number(year), months.indexOf(month), Number(dayOfMonth)));
  return at.getUTCDate() === Number(dayOfMonth) && weekdays[at.getUTCDay()] === weekday;
}

/** Clocks with no zone in their line, names whose offset is another, and summer names in winter. */
function zoneFaults(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const faults: string[] = [];
    if (new RegExp(`\\b${clock}\\b`, "u").test(line) && !new RegExp(`${clock} ${zone}`, "u").test(line))
      faults.push(`no zone: ${line}`);
    for (const [, name = "", sign = "", hours = "", minutes = "0"] of line.matchAll(
      /\b([A-Z]{3,5}) \(UTC([+-])(\d{1,2})(?::(\d{2}))?\)/gu,
    )) {
      const offset = (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
      if (name in offsets && offsets[name] !== offset) faults.push(`${name} is not UTC${sign}${hours}: ${line}`);
    }
    for (const [, , , month = "", , name = ""] of line.matchAll(
      new RegExp(`${date.source}, (?:${clock}–)?${clock} (${zone})`, "gu"),
    )) {
      const summer = summerOnly[name.split(" ")[0] ?? ""];
      const number = months.indexOf(month) + 1;
      if (summer !== undefined && (number < summer[0] || number > summer[1])) faults.push(`${name} in ${month}: ${line}`);
    }
    return faults;
  });
}

/** Either a step (somebody is told to do something) or that nothing is to be done. */
function asks(words: string): boolean {
  return /\bneed to do nothing\b/iu.test(words) || wordsOf(words).length >= 3;
}

function saysWhy(passages: readonly Passage[], all: string): boolean {
  const both = passages.find(({ label: name }) => /\band why$/iu.test(name))?.words ?? "";
  // The change in a sentence of its own, and its reason after it.
  if (both.split(/(?<=[.!?])\s+/u).filter((sentence) => wordsOf(sentence).length >= 2).length >= 2) return true;
  const own = passages.find(({ label: name }) => /^why\b/iu.test(name))?.words ?? "";
  return wordsOf(own).length >= 3 || /\bWhy(?: it (?:moved|takes longer))?: \S+ \S+ \S+/u.test(all);
}
