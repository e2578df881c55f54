import { roughHours } from "../words/lead-time.ts";
import {
  agreedElsewhere,
  contradiction,
  type Doubt,
  type DoubtContext,
  doubtOf,
  neverSaid,
  type Option,
  optionOf,
} from "./doubt.ts";
import { notice, noticeAhead, noticeWeekly, type StagedNotice } from "./staged-notice.ts";
import { mergeEntries, type TimingEntry } from "./timing-entries.ts";

/** What a cell's times come to: notices that are certain, and doubts with what each could mean. */
type DecidedTimings = {
  readonly certain: readonly StagedNotice[];
  readonly doubts: readonly Doubt[];
  /** Those of `doubts` that come from the row's or column's words, and not from the cell's. */
  readonly doubtsOfRow: ReadonlySet<Doubt>;
};

/** Decides which notices a cell's own times and those of its row or column make together. */
export function decideTimings(own: readonly TimingEntry[], base: readonly TimingEntry[], context: DoubtContext): DecidedTimings {
  const { entries, contradicts } = mergeEntries(own, base);
  if (entries.length === 0) return { certain: [], doubts: [neverSaid(context)], doubtsOfRow: new Set() };
  const certain: StagedNotice[] = [];
  const doubts: Doubt[] = [];
  const doubtsOfRow = new Set<Doubt>();
  const announcing = announcingEntry(entries);
  for (const entry of entries) {
    if (entry === contradicts?.own) continue;
    const read = readEntry(entry, announcing, context);
    if (!("options" in read)) certain.push(...read);
    else {
      doubts.push(read);
      if (base.includes(entry)) doubtsOfRow.add(read);
    }
  }
  if (contradicts !== null) doubts.push(disagreement(contradicts.own, contradicts.base, context));
  return { certain: distinct(certain), doubts, doubtsOfRow };
}

/** The first word of a change is its announcement: when planning starts, else the longest time ahead. The others remind. */
function announcingEntry(entries: readonly TimingEntry[]): TimingEntry | null {
  const planning = entries.find((entry) => entry.when.kind === "planning");
  if (planning !== undefined) return planning;
  const ahead = entries.filter((entry) => entry.when.kind === "before" && !entry.isReminder);
  return ahead.reduce<TimingEntry | null>(
    (first, entry) => (first === null || hoursOf(entry) > hoursOf(first) ? entry : first),
    null,
  );
}

function hoursOf(entry: TimingEntry): number {
  return entry.when.kind === "before" ? roughHours(entry.when.lead.target) : 0;
}

function readEntry(entry: TimingEntry, announcing: TimingEntry | null, context: DoubtContext): StagedNotice[] | Doubt {
  if (entry.orElse !== null) return alternatives(entry, announcing, context);
  if (entry.agreed !== null) return withConditions(agreedElsewhere(entry.words, entry.agreed, context), entry);
  const isReminder = entry.isReminder || (announcing !== null && entry !== announcing && entry.when.kind === "before");
  const doubt = doubtOf(entry.when, { ...context, isReminder });
  if (doubt !== null) return withConditions(doubt, entry);
  const notices = conditioned(certainNotices(entry, isReminder, context), entry);
  return entry.conditions.includes("unsure") ? onlyIfNeeded(entry.words, notices) : notices;
}

function certainNotices({ when }: TimingEntry, isReminder: boolean, { side }: DoubtContext): StagedNotice[] {
  switch (when.kind) {
    case "planning":
      return [notice(isReminder ? "reminder" : "announce", { kind: "planning" })];
    case "before":
      return [noticeAhead(isReminder ? "reminder" : "announce", when.lead, side, when.at)];
    case "weekly":
      return when.weekday === null || when.everyWeeks === null ? [] : [noticeWeekly(when.weekday, when.everyWeeks, side)];
    case "start":
      return [notice("start", { kind: "start" })];
    case "during":
      return when.everyMinutes === null ? [] : [notice("progress", { kind: "during", everyMinutes: when.everyMinutes })];
    case "end":
      return [notice("completed", { kind: "end" })];
    case "statusChange":
      return [notice(when.stage, { kind: "statusChange" })];
    case "sometimeBefore":
    case "daily":
    case "implementation":
    case "unclear":
      return [];
  }
}

function conditioned(notices: readonly StagedNotice[], { conditions }: Pick<TimingEntry, "conditions">): StagedNotice[] {
  return notices.map((one) => ({
    ...one,
    condition: {
      customersAffected: one.condition.customersAffected || conditions.includes("customers"),
      impactOnly: one.condition.impactOnly || conditions.includes("impact"),
    },
  }));
}

function withConditions(doubt: Doubt, entry: TimingEntry): Doubt {
  return entry.conditions.length === 0
    ? doubt
    : { ...doubt, options: doubt.options.map((option) => optionOf(conditioned(option.notices, entry))) };
}

/** "If needed" is for a person to judge each time, or for the app to judge by a fact of the window. */
export function onlyIfNeeded(words: string, notices: readonly StagedNotice[]): Doubt {
  return {
    why: `“${words}” is a condition the app cannot know.`,
    question: "When is it needed?",
    options: [
      optionOf(conditioned(notices, { conditions: ["impact"] })),
      optionOf(conditioned(notices, { conditions: ["customers"] })),
      optionOf(notices, ", every time"),
    ],
  };
}

function alternatives(entry: TimingEntry, announcing: TimingEntry | null, context: DoubtContext): Doubt {
  const each: TimingEntry[] = [];
  for (let one: TimingEntry | null = entry; one !== null; one = one.orElse) each.push({ ...one, orElse: null });
  const options = each.flatMap((one): Option[] => {
    const read = readEntry(one, announcing === entry ? one : announcing, context);
    return "options" in read ? read.options.slice(0, 2) : [optionOf(read)];
  });
  const all = options.flatMap((option) => option.notices);
  return {
    why: "It names alternatives: “or” is a choice to make.",
    question: "Which one?",
    options: [...options, { label: `Both: ${optionOf(all).label}`, notices: all }],
  };
}

function disagreement(own: TimingEntry, base: TimingEntry, context: DoubtContext): Doubt {
  const take = (entry: TimingEntry): Option & { where: string } => {
    const read = readEntry(entry, entry, context);
    const option = "options" in read ? (read.options[0] ?? optionOf([])) : optionOf(read);
    return { ...option, where: entry.words };
  };
  const one = take(own);
  const other = take(base);
  const both = contradiction(one, other);
  if (own.when.kind !== "before" || base.when.kind !== "planning") return both;
  // Planning comes first, so the time ahead is then a reminder.
  const inTurn = [...other.notices, noticeAhead("reminder", own.when.lead, context.side)];
  return { ...both, options: [one, other, optionOf(inTurn)].map(({ label, notices }) => ({ label, notices })) };
}

function distinct(notices: readonly StagedNotice[]): StagedNotice[] {
  if (notices.length < 2) return [...notices];
  const seen = new Set<string>();
  return notices.filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
