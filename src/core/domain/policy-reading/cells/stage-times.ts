import { anyOf } from "../../any-of.ts";
import type { CellWords } from "../words/cell-words.ts";
import { findEventClauses } from "../words/event-clauses.ts";
import type { When } from "../words/when.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

const germanNotice = "(?:mitteilung|ankündigung|information|meldung|nachricht)";
const danishNotice = "(?:varsel|besked|meddelelse)";
const frenchNotice = "(?:information|annonce|notification|avis|message)";
/** `Reminder`, `second notice`. */
export const reminderWords = new RegExp(
  anyOf`
    remind|repeats? (?:the|this|our) (?:message|notice|announcement)|erinner|påmind|rappel
    \b(?:second|third|final|last|2nd|3rd|follow-?up) (?:notice|notification|announcement|message|e-?mail)
    \b(?:zweite|dritte|letzte) ${germanNotice}
    \b(?:anden|andet|tredje|sidste) ${danishNotice}
    (?<!\p{L})(?:deuxième|seconde?|troisième|dernière?) ${frenchNotice}
  `,
  "iu",
);
/** `Announcement`, `first notice`. */
export const announceWords = new RegExp(
  anyOf`
    announc|ankündig|annonce
    \b(?:first|initial|1st|advance) (?:notice|notification|message|e-?mail)(?! period)
    \berste ${germanNotice}
    \bførste ${danishNotice}
    (?<!\p{L})premi(?:ère?|er) ${frenchNotice}
  `,
  "iu",
);

const change = "(?:maintenance|downtime|outage|change|release|deployment|update|upgrade)";
const whichReminder = String.raw`(?:final|last|first|second|third|\d(?:st|nd|rd|th))`;
const reminder = "(?:reminders?|erinnerung(?:en)?|påmindelser?|rappels?)(?: (?:notice|e-?mail|message)s?)?";
const reminderAlone = new RegExp(String.raw`^\s*(?:${whichReminder} )?(?:${change} )?${reminder}\s*$`, "iu");

/** `Reminder` where a kind of change would stand: a notice of every kind. */
export function isReminderAlone(text: string): boolean {
  return reminderAlone.test(text);
}

const point = anyOf`
  starts?|started|starting|begins?
  complete[ds]?|completion|finished|over|ends?|ended|done
`;
const pointAlone = new RegExp(String.raw`^\s*(?:${change}|work)s? (?:(?:is|has|was|been) )*${point}\s*$`, "iu");

/** `Maintenance complete`, `Work started` where a kind of change would stand: a point of the life of every kind. */
export function isPointAlone(text: string): boolean {
  return pointAlone.test(text);
}

const isFixed = anyOf`
  (?:(?:the )?(?:change|work|maintenance|release|date|window) )?(?:is |has been )?(?:approved|confirmed|agreed|fixed)
`;
const overruns = anyOf`
  (?:an? )?(?:overrun|delay|extension)(?: (?:is )?(?:expected|likely|foreseen))?
  (?:change|work|maintenance) (?:overruns|runs late)
`;
const ofWork = "(?:(?:the )?(?:change|work|works|maintenance|release|window|event|outage|downtime) )?";
const start = "(?:start(?:s|ed|ing)?|begin(?:s|ning)?|kick-?off|commencement|launch|beginn|début)";
const end = "(?:finish(?:ed|es)?|done|closed?|closure|final|end(?:ed|s)?|ende|fin)";

/** The names of stages that say a time by themselves, in a column of stages or over one. */
const stagesOfTime: readonly (readonly [RegExp, When])[] = [
  [/^(?:planned|scheduled|planning)$/iu, { kind: "planning" }],
  [new RegExp(`^${isFixed}$`, "iu"), { kind: "planning" }],
  [new RegExp(`^${overruns}$`, "iu"), { kind: "statusChange", stage: "extended" }],
  [new RegExp(`^${ofWork}${start}$`, "iu"), { kind: "start" }],
  // Where others are counted as `T-5`.
  [/^T$/u, { kind: "start" }],
  [/^(?:progress|updates?|in progress)$/iu, { kind: "during", everyMinutes: null }],
  [new RegExp(`^${ofWork}${end}$`, "iu"), { kind: "end" }],
];

/** The times a stage's name says: `1 day before`, or `Done`. What stands in brackets is said of it. */
export function timesOfStage(words: CellWords): TimingEntry[] {
  const entries = timingEntries(words);
  const name = words.text
    .replace(/\([^()]*\)/gu, " ")
    .trim()
    .replace(/ (?:notice|notification|message|announcement)$/iu, "");
  const happens = entries.every(({ when }) => when.kind === "statusChange") ? whatHappens(name) : [];
  if (entries.length > 0 && happens.length <= entries.length) return entries;
  const named = stagesOfTime.find(([pattern]) => pattern.test(name))?.[1];
  return (named === undefined ? happens : [named]).map((when) => ({ ...unsaidTime(words.text, false), when }));
}

/** `Window overruns`, `Moved to another date`, `Postponed or dropped`: what a clause would say of the work. */
function whatHappens(name: string): readonly When[] {
  const clauses = [`if ${name}`, `if it is ${name}`].map((clause) => ({ clause, found: findEventClauses(clause) }));
  const whole = clauses.find(({ clause, found }) => found[0]?.start === 0 && found.at(-1)?.end === clause.length);
  return whole?.found.map(({ when }) => when) ?? [];
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
