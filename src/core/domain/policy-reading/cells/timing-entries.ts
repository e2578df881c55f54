import { isOfClock } from "../../matrix.ts";
import { areAlternatives, asideOf, type CellWords, type Token } from "../words/cell-words.ts";
import type { ConditionKind } from "../words/condition-words.ts";
import { saysHowFast } from "../words/haste-words.ts";
import { slotOf, type When } from "../words/when.ts";
import { sameLead } from "./staged-notice.ts";

/** One time of notice a cell names, with the condition it stands under. */
export type TimingEntry = {
  readonly when: When;
  readonly isReminder: boolean;
  readonly conditions: readonly ConditionKind[];
  /** The words it was read from. */
  readonly words: string;
  /** For a time agreed elsewhere (`as agreed, e.g. weekly`): the examples given. */
  readonly agreed: readonly When[] | null;
  /** The entry this one is an alternative to ("or"), or null. */
  readonly orElse: TimingEntry | null;
};

/** The times a cell names, in order. */
export function timingEntries(words: CellWords): TimingEntry[] {
  const pointers = words.tokens.filter((token) => token.kind === "pointer");
  const isExample = (token: Token): boolean => pointers.some((pointer) => isTogether(words, pointer, token));
  const whens = words.tokens.filter((token) => token.kind === "when");
  const entries: TimingEntry[] = [];
  let previous: Token | null = null;
  for (const token of whens) {
    if (isExample(token)) continue;
    const entry = {
      when: token.when,
      isReminder: token.isReminder,
      conditions: conditionsOf(words, token),
      words: wordsOf(words, token),
      agreed: null,
    };
    const last = entries.at(-1);
    // `If extended or cancelled` names two things that may happen, and no choice.
    const areEvents = last?.when.kind === "statusChange" && token.when.kind === "statusChange";
    if (last !== undefined && previous !== null && !areEvents && areAlternatives(words, previous, token))
      entries[entries.length - 1] = { ...last, orElse: { ...entry, orElse: last.orElse } };
    else entries.push({ ...entry, orElse: null });
    previous = token;
  }
  for (const token of pointers) {
    const examples = whens.filter((when) => isTogether(words, token, when)).map((when) => when.when);
    // A pointer beside a time tells where to read more (whom, in which list); alone, or with examples, it stands for the time.
    if (examples.length === 0 && (entries.length > 0 || !isOpenTime(words.text.slice(token.start, token.end)))) continue;
    const aside = asideOf(words, token);
    entries.push({
      when: { kind: "unclear", why: "it is agreed elsewhere", slot: "before", near: [] },
      isReminder: false,
      conditions: conditionsOf(words, token),
      words: aside?.text ?? words.text.slice(token.start, token.end),
      agreed: examples,
      orElse: null,
    });
  }
  return withoutVague(withoutHaste(words, asConditions(words, withoutZero(entries))));
}

/** `T-0 (end)` is the end of that day's work, and no second notice. */
function withoutZero(entries: readonly TimingEntry[]): readonly TimingEntry[] {
  const isZero = ({ when, words }: TimingEntry): boolean => when.kind === "start" && /^[TD]\s?[-+=]?\s?0$/iu.test(words.trim());
  return entries.filter((entry, index) => !(isZero(entry) && entries[index + 1]?.when.kind === "end"));
}

/** `Every 30 minutes if the work is extended`: that it is, is a condition of the time, and no notice of its own. */
function asConditions({ text }: CellWords, entries: readonly TimingEntry[]): readonly TimingEntry[] {
  const isCondition = (entry: TimingEntry | undefined, before: TimingEntry | undefined): boolean =>
    entry?.when.kind === "statusChange" &&
    before !== undefined &&
    before.when.kind === "during" &&
    /^(?:if|when|falls|wenn|hvis|si)\s/iu.test(entry.words) &&
    text.includes(`${before.words} ${entry.words}`);
  return entries.flatMap((entry, index) => {
    if (isCondition(entry, entries[index - 1])) return [];
    const next = entries[index + 1];
    if (next === undefined || !isCondition(next, entry)) return [entry];
    return [{ ...entry, conditions: [...entry.conditions, "unsure" as const], words: `${entry.words} ${next.words}` }];
  });
}

/** `Immediately`: how fast, and not counted from the work. */
export function isHaste({ when, words }: TimingEntry): boolean {
  return when.kind === "planning" && saysHowFast(words);
}

/** `Within 30 minutes`, whatever of: how fast, too. */
export function isSoon({ when }: TimingEntry): boolean {
  return when.kind === "unclear" && when.slot === "start";
}

/** `Immediately if cancelled`, `If the work overruns, email at once`: how fast, once it has happened. */
function withoutHaste({ text }: CellWords, entries: readonly TimingEntry[]): readonly TimingEntry[] {
  const isNextTo = (one: TimingEntry | undefined, other: TimingEntry): boolean =>
    one?.when.kind === "statusChange" ||
    (one?.when.kind === "end" && (isWithin(other) || text.includes(`${other.words} ${one.words}`)));
  const isHowFast = (entry: TimingEntry): boolean => isHaste(entry) || isWithin(entry) || isAsSoonAs(entry);
  const isPoint = (entry: TimingEntry): boolean => !isHowFast(entry);
  return entries.filter((entry, index) => {
    const [before, after] = [entries.slice(0, index).findLast(isPoint), entries.slice(index + 1).find(isPoint)];
    return isPoint(entry) || !(isNextTo(before, entry) || isNextTo(after, entry));
  });
}

/** `As soon as we know it`, beside what happens. */
function isAsSoonAs({ when, words }: TimingEntry): boolean {
  return when.kind === "planning" && /^(?:as soon as|sobald|så snart|dès que) /iu.test(words);
}

/** `When it is over, within two working days`: beside an event, how long the news of it may take, or how early it has to come. */
function isWithin(entry: TimingEntry): boolean {
  return isSoon(entry) || (entry.when.kind === "unclear" && entry.when.slot === "status");
}

/** `During, every 30 minutes` is one time: the vague word and the figure that makes it exact. */
export function withoutVague(entries: readonly TimingEntry[]): TimingEntry[] {
  const isExact = entries.some((entry) => entry.when.kind === "during" && entry.when.everyMinutes !== null);
  const isAhead = entries.some((entry) => entry.when.kind === "before" || entry.when.kind === "planning");
  return entries.filter(
    ({ when, isReminder }) =>
      !(isExact && when.kind === "during" && when.everyMinutes === null) &&
      !(isAhead && !isReminder && when.kind === "sometimeBefore"),
  );
}

/** Words that leave the time itself open, rather than name a list or a document. */
function isOpenTime(words: string): boolean {
  return /agree|tb[dc]|to be|ad[ -]hoc|case by case|discretion|same|absprache|aftale|convenir|varies|depend|sla|contract/iu.test(
    words,
  );
}

function isTogether(words: CellWords, pointer: Token, token: Token): boolean {
  const aside = asideOf(words, pointer);
  return aside !== null
    ? asideOf(words, token) === aside
    : asideOf(words, token) === null &&
        /^[\s,.:;-]*(?:e\.?g\.?|for example|such as|i\.e\.)?[\s,.:;-]*$/iu.test(words.text.slice(pointer.end, token.start));
}

/** The words of a time, with a condition after it that a person has to judge. */
function wordsOf({ text, tokens }: CellWords, token: Token): string {
  const next = tokens.find((other) => other.start >= token.end);
  const isUnsure = next?.kind === "condition" && next.condition === "unsure";
  const end = isUnsure ? next.end : token.end;
  return text.slice(token.start, text.charAt(end) === ")" && isUnsure ? end + 1 : end).trim();
}

/** `Rollback, if triggered`: that it happens is what the time says already. */
function isWhatHappens({ text }: CellWords, token: Token, condition: Token): boolean {
  return (
    token.kind === "when" &&
    token.when.kind === "statusChange" &&
    /^[(,]?\s*(?:if|when|where) (?:triggered|needed|required|necessary|applicable|it happens|used)\W*$/iu.test(
      text.slice(condition.start, condition.end),
    )
  );
}

/** A condition holds for the time right before it; said first, or after a channel, it holds for the whole cell. */
function conditionsOf(words: CellWords, token: Token): ConditionKind[] {
  return words.tokens.flatMap((condition) => {
    if (condition.kind !== "condition" || isWhatHappens(words, token, condition)) return [];
    const before = words.tokens.filter((other) => other.start < condition.start && other.kind !== "condition").at(-1);
    const isForAll = before === undefined || before.kind === "channel";
    return isForAll || before === token ? [condition.condition] : [];
  });
}

/**
 * What a cell says of times, completed by what its row or column says: the cell's own word of a part of the window's life
 * stands in place of the row's. Two times that differ are left for a person (`contradicts`).
 */
export function mergeEntries(
  own: readonly TimingEntry[],
  base: readonly TimingEntry[],
): { entries: TimingEntry[]; contradicts: { own: TimingEntry; base: TimingEntry } | null } {
  if (own.length === 0) return { entries: [...base], contradicts: null };
  const specificBefore = base.filter((entry) => slotOf(entry.when) === "before" && entry.when.kind !== "sometimeBefore");
  const ownWords = own.filter((entry) => entry.when.kind !== "sometimeBefore" || specificBefore.length === 0);
  const entries = [...ownWords];
  let contradicts: { own: TimingEntry; base: TimingEntry } | null = null;
  for (const entry of base) {
    const slot = slotOf(entry.when);
    const same = ownWords.filter((other) => slotOf(other.when) === slot);
    if (same.length === 0) {
      if (!(slot === "start" && ownWords.every(isByTheClock))) entries.push(entry);
      continue;
    }
    if (slot !== "before" || entry.when.kind === "sometimeBefore") continue;
    const isOnlyReminded = same.every((other) => other.isReminder || other.when.kind === "weekly" || other.when.kind === "daily");
    if (isOnlyReminded && !entry.isReminder) entries.push(entry);
    else if (!same.some((other) => isAgreement(other, entry))) {
      const differs = same[0];
      if (differs !== undefined && contradicts === null) contradicts = { own: differs, base: entry };
    }
  }
  return { entries, contradicts };
}

/** Whether the cell's word can stand for the row's: the same time, or one that is asked about anyway. */
function isAgreement(own: TimingEntry, base: TimingEntry): boolean {
  if (own.when.kind === "unclear" || own.agreed !== null || own.orElse !== null) return true;
  if (own.when.kind === "before" && base.when.kind === "before") return sameLead(own.when.lead, base.when.lead);
  return own.when.kind === base.when.kind;
}

/** `30 minutes before`, under `Begin`: counted from it, and no second notice. */
function isByTheClock({ when }: TimingEntry): boolean {
  return when.kind === "before" && isOfClock(when.lead.target.unit);
}
