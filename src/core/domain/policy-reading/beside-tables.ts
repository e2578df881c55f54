import { anyOf } from "../any-of.ts";
import type { Stage } from "../matrix.ts";
import type { PolicyQuestion, PolicyReading, ProposedRule, SourceCell } from "../policy.ts";
import { describeTiming } from "../rule-words.ts";
import { reminderWords } from "./cells/stage-times.ts";
import type { StandIns } from "./cells/stand-ins.ts";
import { timingEntries } from "./cells/timing-entries.ts";
import { readCellWords } from "./words/cell-words.ts";
import { isSameKind } from "./words/change-type.ts";
import { findClauses } from "./words/condition-words.ts";
import { roughHours } from "./words/lead-time.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** What the tables say: the rules read in them, and those the answers to their questions would make. */
export type OfTables = {
  readonly certain: readonly ProposedRule[];
  readonly possible: readonly ProposedRule[];
  /** What the certain ones are read from, in tables and beside them. */
  readonly cells: readonly SourceCell[];
};

const saidAlready = "The table says this already: it makes no second notice.";

/**
 * What lists and sentences say beside a table of the same document. What the table says, too, makes no second notice; what
 * contradicts it is asked; what it says nothing of is a rule of its own.
 */
export function besideTables(
  told: Reading,
  { certain: ofTables, possible, cells }: OfTables,
  standIns: StandIns,
): Reading & { readonly withdrawn: readonly ProposedRule[] } {
  const withdrawn: ProposedRule[] = [];
  const namesNobody = ({ audience }: ProposedRule): boolean => standIns.isOpen(audience.name);
  const rules: Reading["rules"][number][] = [];
  const questions: PolicyQuestion[] = [];
  const ignored: Reading["ignored"][number][] = [...told.ignored];
  const passOver = (cells: readonly SourceCell[]): void => {
    for (const cell of cells.slice(0, 1)) ignored.push({ cell, why: saidAlready });
  };
  for (const one of told.rules) {
    // `Emergency work, 2 hours, phone` in a table, and a sentence that says who is rung: one notice, which the sentence says whole.
    const half = namesNobody(one.rule)
      ? undefined
      : ofTables.find(
          (rule) =>
            namesNobody(rule) && areBothFirst(rule, one.rule) && isSameChange(rule, one.rule) && sharesWay(rule, one.rule),
        );
    if (half !== undefined) {
      withdrawn.push(half);
      if (isSameTime(half, one.rule)) rules.push(one);
      else questions.push(disagreement({ ...half, audience: one.rule.audience }, one, true));
      continue;
    }
    const alike = ofTables.filter((rule) => isSameNotice(rule, one.rule));
    const isSaid = ofTables.some(
      (rule) => isAbout(rule, one.rule) && isSameTime(rule, one.rule) && addsNoChannel(one.rule, rule, standIns),
    );
    if (isSaid) {
      passOver(one.cells);
      continue;
    }
    const differing = alike.find((rule) => !isSameTime(rule, one.rule));
    if (alike.length === 0 || isReminderOf(one.rule, alike)) rules.push(one);
    else if (differing === undefined || alike.some((rule) => isSameTime(rule, one.rule))) passOver(one.cells);
    else questions.push(disagreement(differing, one));
  }
  for (const question of told.questions) {
    if (isReadWith(question.cell, cells)) continue;
    if (isOfOthers(question, [...ofTables, ...possible]) || isAtTimeOfItsOwn(question, [...ofTables, ...possible])) {
      questions.push(question);
      continue;
    }
    const isLimited = isUnderCondition(question.cell.words);
    const stages = question.choices.flatMap((choice) => choice.rules);
    if (
      stages.length > 0 &&
      stages.some((rule) =>
        [...ofTables, ...possible].some((other) => isAbout(other, rule) && addsNoPlace(rule, other, isLimited)),
      )
    )
      passOver([question.cell]);
    else questions.push(question);
  }
  return { rules, questions, ignored, withdrawn };
}

/** Both announce the work. */
function areBothFirst(one: ProposedRule, other: ProposedRule): boolean {
  return one.stage === "announce" && other.stage === "announce";
}

function sharesWay(one: ProposedRule, other: ProposedRule): boolean {
  return one.channels.some((channel) => other.channels.some((second) => isSameName(channel.name, second.name)));
}

/** `Notices are sent by email to all staff`, from which a table of times has its readers: it is no notice by itself. */
function isReadWith({ table, row, words }: SourceCell, cells: readonly SourceCell[]): boolean {
  return (
    cells.some((other) => other.table === table && other.row === row && other.words === words) &&
    readCellWords(words).tokens.every(({ kind }) => kind !== "when")
  );
}

/** What calls itself a reminder and comes after the table's notice is one more. */
function isReminderOf(rule: ProposedRule, ofTable: readonly ProposedRule[]): boolean {
  const notices = ofTable.filter(({ stage }) => ahead.includes(stage));
  return (
    rule.stage === "reminder" &&
    reminderWords.test(rule.source) &&
    notices.every((other) => other.stage === "announce" && isEarlier(other.timing, rule.timing))
  );
}

function isEarlier(one: ProposedRule["timing"], other: ProposedRule["timing"]): boolean {
  if (one.kind === "planning") return true;
  return one.kind === "before" && other.kind === "before" && roughHours(one) > roughHours(other);
}

/** `The manager decides whether passengers have to be told` */
const leavesToSomebody = /\bdecides? (?:whether|if|when|who|how)\b/iu;

/** `Others as set out in their contract` are not those of the table, and `if it takes longer than an hour` it does not say. */
function isOfOthers({ cell, choices }: PolicyQuestion, ofTables: readonly ProposedRule[]): boolean {
  if (!told.test(cell.words)) return false;
  if (findClauses(cell.words).some(({ compares }) => compares) || leavesToSomebody.test(cell.words)) return true;
  if (readCellWords(cell.words).tokens.some((token) => token.kind === "pointer")) return true;
  const named = choices
    .flatMap((choice) => choice.rules.map(({ audience }) => audience))
    .filter(({ name }) => !generic.test(name));
  return named.some((audience) => ofTables.every((rule) => !areReadersOfBoth(rule.audience, audience)));
}

/** Whether it says how long before or how often, in figures, and no table says so of its readers: it is one notice more. */
function isAtTimeOfItsOwn({ cell, choices }: PolicyQuestion, ofTables: readonly ProposedRule[]): boolean {
  const isExact = timingEntries(readCellWords(cell.words)).some(
    ({ when }) => when.kind === "before" || (when.kind === "during" && when.everyMinutes !== null),
  );
  const rules = choices.flatMap((choice) => choice.rules);
  const isSaid = (rule: ProposedRule): boolean =>
    ofTables.some((other) => isSameTime(other, rule) && areReadersOfBoth(other.audience, rule.audience));
  return isExact && rules.length > 0 && !rules.some(isSaid);
}

const toldWords = anyOf`
  told|informed|notified|warned|e-?mailed|written to|kept in the (?:picture|loop)
  informiert|benachrichtigt
  underrettes|informeres|varsles|(?:får|giver) (?:\p{L}+ )?besked
`;
const told = new RegExp(String.raw`\b${toldWords}\b|(?:informé|prévenu|averti)e?s?(?!\p{L})`, "iu");

const ahead: readonly Stage[] = ["announce", "reminder"];

/** One notice in two places: the same point of the window's life, and the same channel or the same readers. */
function isSameNotice(one: ProposedRule, other: ProposedRule): boolean {
  const isSameTime = one.stage === other.stage || (ahead.includes(one.stage) && ahead.includes(other.stage));
  return (
    isSameTime &&
    isSameChange(one, other) &&
    ((sharesChannel(one, other) && areReadersOfBoth(one.audience, other.audience)) ||
      isSameName(one.audience.name, other.audience.name))
  );
}

/** The same point of the window's life for the same readers, as far as either says who they are. */
function isAbout(one: ProposedRule, other: ProposedRule): boolean {
  const areSame = areReadersOfBoth(one.audience, other.audience) || generic.test(one.audience.name);
  return one.stage === other.stage && isSameChange(one, other) && areSame;
}

const anyReaders = anyOf`
  readers of .*
  internal(?: teams?)?|external(?: parties| stakeholders)?
  (?:all |affected |relevant |external )?(?:customers|clients|users|stakeholders|teams|staff)
  everyone|everybody|all
`;
/** Names that say no more than on which side they are. */
const generic = new RegExp(`^${anyReaders}$`, "iu");

function areReadersOfBoth(ofTable: ProposedRule["audience"], told: ProposedRule["audience"]): boolean {
  const side = ({ voice }: ProposedRule["audience"]): string => (voice === "business" ? "internal" : voice);
  if (side(ofTable) !== side(told)) return false;
  if (generic.test(told.name)) return true;
  const words = (name: string): string[] =>
    (name.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/u, "")).filter((word) => !anybody.has(word));
  return words(ofTable.name).some((word) => words(told.name).includes(word));
}

/** Words for people that say nothing of who they are. */
const anybody = new Set(["team", "staff", "people", "group", "member", "user", "service"]);

function isSameTime(one: ProposedRule, other: ProposedRule): boolean {
  return describeTiming(one.timing) === describeTiming(other.timing);
}

/** `in the relevant Slack channels`, and what nothing is said of, is no other way than the table's. */
function addsNoChannel(told: ProposedRule, ofTable: ProposedRule, standIns: StandIns): boolean {
  return told.channels.every(
    ({ name, kind }) =>
      standIns.isOpen(name) ||
      (kind !== "mail" && kind !== "manual" && !name.startsWith("#")) ||
      ofTable.channels.some((other) => other.name.toLowerCase().includes(name.toLowerCase())),
  );
}

/** What is doubtful is asked for the sake of a place the table does not name, not for another word for mail. */
function addsNoPlace(told: ProposedRule, ofTable: ProposedRule, isLimited: boolean): boolean {
  // `Traders also get a call if …`: another way, under a condition of its own.
  const isPlace = ({ name, kind }: ProposedRule["channels"][number]): boolean =>
    name.startsWith("#") || (isLimited && kind === "manual");
  return told.channels.every(
    (channel) => !isPlace(channel) || ofTable.channels.some((other) => isSameName(other.name, channel.name)),
  );
}

function isUnderCondition(words: string): boolean {
  return readCellWords(words).tokens.some((token) => token.kind === "condition" && token.condition === "unsure");
}

const urgent = /^(?:emergency|urgent|unplanned|notfall|akut|dringend|eilig|ungeplant|urgent|non planifi)/iu;

/** What a table says of every change is not what a sentence says of emergencies. */
function isSameChange(one: ProposedRule, other: ProposedRule): boolean {
  if (one.changeType !== other.changeType && [one, other].some(({ changeType }) => urgent.test(changeType ?? "")))
    return isSameKind(one.changeType ?? "", other.changeType ?? "");
  return one.changeType === null || other.changeType === null || isSameKind(one.changeType, other.changeType);
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function sharesChannel(one: ProposedRule, other: ProposedRule): boolean {
  const isSameSide = (one.audience.voice === "internal") === (other.audience.voice === "internal");
  return isSameSide && sharesWay(one, other);
}

function disagreement(ofTable: ProposedRule, { rule, cells }: Reading["rules"][number], isEither = false): PolicyQuestion {
  const [cell = { table: 0, row: 0, column: 0, words: "" }, ...otherCells] = cells;
  return {
    id: `${cell.table}-${cell.row}-${cell.column}-beside`,
    cell,
    otherCells,
    changeType: rule.changeType ?? ofTable.changeType,
    why: `Two places disagree: the table says “${ofTable.source}”, and here it is “${cell.words}”.`,
    question: `Which one holds for “${ofTable.audience.name}”?`,
    choices: [
      { label: `The table: ${describeTiming(ofTable.timing)}`, rules: isEither ? [ofTable] : [], change: { kind: "none" } },
      isEither
        ? { label: `The sentence: ${describeTiming(rule.timing)}`, rules: [rule], change: { kind: "none" } }
        : { label: `Both: also ${describeTiming(rule.timing)}`, rules: [rule], change: { kind: "none" } },
    ],
  };
}
