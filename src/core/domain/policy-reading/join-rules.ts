import type { PolicyQuestion, PolicyReading, ProposedRule } from "../policy.ts";
import { describeTiming } from "../rule-words.ts";
import { roughHours } from "./words/lead-time.ts";
import { startWithCapital } from "./words/plain-text.ts";

type ReadRule = PolicyReading["rules"][number];

/**
 * A policy may say one thing in two places. The same notice read twice becomes one rule with the channels of both; two
 * places that give different times for it become a question that shows both.
 */
export function joinRules(read: readonly ReadRule[]): { rules: ReadRule[]; questions: PolicyQuestion[] } {
  const groups = new Map<string, ReadRule[]>();
  for (const one of read) {
    const key = noticeKey(one.rule);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const rules: ReadRule[] = [];
  const questions: PolicyQuestion[] = [];
  for (const group of groups.values()) {
    const times = inTurn(joinSameTimes(group));
    const contradicting = times.filter((one) => isFromElsewhere(one, times[0]));
    const [first] = times;
    if (first === undefined || contradicting.length === 0 || first.rule.stage !== "announce") rules.push(...times);
    else questions.push(contradictionOf(first, times));
  }
  return { rules, questions };
}

function noticeKey({ changeType, stage, audience }: ProposedRule): string {
  return JSON.stringify([changeType, stage, audience.name.toLowerCase()]);
}

function joinSameTimes(group: readonly ReadRule[]): ReadRule[] {
  if (group.length === 1) return [...group];
  const joined = new Map<string, ReadRule>();
  for (const one of group) {
    const key = JSON.stringify([one.rule.timing, one.rule.condition]);
    const before = joined.get(key);
    if (before === undefined) {
      joined.set(key, one);
      continue;
    }
    const more = one.rule.channels.filter((channel) => !before.rule.channels.some((other) => other.name === channel.name));
    joined.set(key, {
      rule: {
        ...before.rule,
        channels: [...before.rule.channels, ...more],
        promised: before.rule.promised ?? one.rule.promised,
        lead: before.rule.lead === "" ? one.rule.lead : before.rule.lead,
      },
      cells: [...before.cells, ...one.cells],
    });
  }
  return [...joined.values()];
}

/** Rows of one table that announce the same change twice (`T-7`, `T-1`): the earlier announces, the later remind. */
function inTurn(group: readonly ReadRule[]): ReadRule[] {
  const hoursAhead = ({ rule: { timing } }: ReadRule): number =>
    timing.kind === "planning" ? Number.POSITIVE_INFINITY : timing.kind === "before" ? roughHours(timing) : 0;
  const isAlike = group.every((one) => one.rule.stage === "announce" && !isFromElsewhere(one, group[0]));
  if (group.length < 2 || !isAlike) return [...group];
  const most = Math.max(...group.map(hoursAhead));
  return group.map((one) =>
    hoursAhead(one) === most ? one : { ...one, rule: { ...one.rule, stage: "reminder", promised: null } },
  );
}

function isFromElsewhere(one: ReadRule, other: ReadRule | undefined): boolean {
  return one.cells[0]?.table !== other?.cells[0]?.table;
}

function contradictionOf(first: ReadRule, all: readonly ReadRule[]): PolicyQuestion {
  const [cell = { table: 0, row: 0, column: 0, words: "" }, ...otherCells] = all.flatMap((one) => one.cells);
  const own = all.map((one) => one.cells[0]?.words ?? "");
  // Where the first words are the same, the whole of each place tells what differs.
  const isAlike = new Set(own).size < own.length;
  const words = all.map((one, index) => `“${isAlike ? one.rule.source.slice(0, 200) : (own[index] ?? "")}”`);
  return {
    id: `${cell.table}-${cell.row}-${cell.column}-places`,
    cell,
    otherCells,
    changeType: first.rule.changeType,
    why: `Two places disagree: ${words.join(" and ")}.`,
    question: `Which one holds for “${first.rule.audience.name}”?`,
    choices: [
      ...all.map((one) => ({
        label: startWithCapital(describeTiming(one.rule.timing)),
        rules: [one.rule],
        change: { kind: "none" as const },
      })),
      { label: "No notice", rules: [], change: { kind: "none" } },
    ],
  };
}
