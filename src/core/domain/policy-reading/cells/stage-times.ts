import type { CellWords } from "../words/cell-words.ts";
import { findEventClauses } from "../words/event-clauses.ts";
import type { When } from "../words/when.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

export const reminderWords =
  /remind|erinner|påmind|rappel|\b(?:second|third|final|last|2nd|3rd|follow-?up) (?:notice|notification|announcement|message|e-?mail)|\b(?:zweite|dritte|letzte) (?:mitteilung|ankündigung|information|meldung|nachricht)|\b(?:anden|andet|tredje|sidste) (?:varsel|besked|meddelelse)|(?<!\p{L})(?:deuxième|seconde?|troisième|dernière?) (?:information|annonce|notification|avis|message)/iu;
export const announceWords =
  /announc|ankündig|annonce|\b(?:first|initial|1st|advance) (?:notice|notification|message|e-?mail)(?! period)|\berste (?:mitteilung|ankündigung|information|meldung|nachricht)|\bførste (?:varsel|besked|meddelelse)|(?<!\p{L})premi(?:ère?|er) (?:information|annonce|notification|avis|message)/iu;

/** `Reminder` where a kind of change would stand: a notice of every kind. */
export function isReminderAlone(text: string): boolean {
  return /^\s*(?:(?:final|last|first|second|third|\d(?:st|nd|rd|th)) )?(?:(?:maintenance|downtime|outage|change|release|deployment|update|upgrade) )?(?:reminders?|erinnerung(?:en)?|påmindelser?|rappels?)(?: (?:notice|e-?mail|message)s?)?\s*$/iu.test(
    text,
  );
}

/** `Maintenance complete`, `Work started` where a kind of change would stand: a point of the life of every kind. */
export function isPointAlone(text: string): boolean {
  return /^\s*(?:maintenance|downtime|outage|work|change|release|deployment|update|upgrade)s? (?:(?:is|has|was|been) )*(?:starts?|started|starting|begins?|complete[ds]?|completion|finished|over|ends?|ended|done)\s*$/iu.test(
    text,
  );
}

/** The names of stages that say a time by themselves, in a column of stages or over one. */
const stagesOfTime: readonly (readonly [RegExp, When])[] = [
  [/^(?:planned|scheduled|planning)$/iu, { kind: "planning" }],
  [
    /^(?:(?:the )?(?:change|work|maintenance|release|date|window) )?(?:is |has been )?(?:approved|confirmed|agreed|fixed)$/iu,
    { kind: "planning" },
  ],
  [
    /^(?:(?:an? )?(?:overrun|delay|extension)(?: (?:is )?(?:expected|likely|foreseen))?|(?:change|work|maintenance) (?:overruns|runs late))$/iu,
    { kind: "statusChange", stage: "extended" },
  ],
  [
    /^(?:(?:the )?(?:change|work|works|maintenance|release|window|event|outage|downtime) )?(?:start(?:s|ed|ing)?|begin(?:s|ning)?|kick-?off|commencement|launch|beginn|début)$/iu,
    { kind: "start" },
  ],
  [/^(?:progress|updates?|in progress)$/iu, { kind: "during", everyMinutes: null }],
  [
    /^(?:(?:the )?(?:change|work|works|maintenance|release|window|event|outage|downtime) )?(?:finish(?:ed|es)?|done|closed?|closure|final|end(?:ed|s)?|ende|fin)$/iu,
    { kind: "end" },
  ],
];

/** The times a stage's name says: `1 day before`, or `Done`. What stands in brackets is said of it. */
export function timesOfStage(words: CellWords): TimingEntry[] {
  const entries = timingEntries(words);
  const name = words.text
    .replace(/\([^()]*\)/gu, " ")
    .trim()
    .replace(/ (?:notice|notification|message|announcement)$/iu, "");
  const when = entries.length > 0 ? undefined : (stagesOfTime.find(([pattern]) => pattern.test(name))?.[1] ?? whatHappens(name));
  return when === undefined ? entries : [{ ...unsaidTime(words.text, false), when }];
}

/** `Window overruns`, `Moved to another date`: what a clause would say of the work. */
function whatHappens(name: string): When | undefined {
  const clauses = [`if ${name}`, `if it is ${name}`].map((clause) => ({ clause, found: findEventClauses(clause) }));
  return clauses.find(({ clause, found }) => found[0]?.start === 0 && found[0].end === clause.length)?.found[0]?.when;
}

/** Whether words name the start or the end and nothing else: `Start`, `Finish`. */
export function isPointOfWork(name: string): boolean {
  const when = stagesOfTime.find(([pattern]) => pattern.test(name.trim()))?.[1];
  return when?.kind === "start" || when?.kind === "end";
}

/** A time before the start that is not said: of a reminder, or of an announcement. */
export function unsaidTime(words: string, isReminder: boolean): TimingEntry {
  return { when: { kind: "sometimeBefore" }, isReminder, conditions: [], words, agreed: null, orElse: null };
}
