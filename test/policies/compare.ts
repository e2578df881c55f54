import type { PolicyQuestion, PolicyReading, ProposedRule, SourceCell } from "../../src/core/domain/policy.ts";
import { describeAmount, describePromised, describeTiming } from "../../src/core/domain/rule-words.ts";
import type { Expected, ExpectedNotice } from "./expected.ts";

/** How a reading compares with what a careful reader makes of the same policy. Each list holds what to look at. */
export type Comparison = {
  /** Notices read as they are meant, questions rightly asked, and facts found. */
  readonly right: number;
  /** All questions that were asked. */
  readonly asked: number;
  /** Questions about what is plain. */
  readonly needless: readonly string[];
  /** Notices nobody meant, or meant otherwise, or twice. */
  readonly wrong: readonly string[];
  /** Notices, questions, facts and words that ended nowhere. */
  readonly lost: readonly string[];
};

/** One notice of a rule, for one channel. */
type Owed = { readonly rule: ProposedRule; readonly channel: string; readonly text: string };

export function compare(reading: PolicyReading, expected: Expected): Comparison {
  const owed = reading.rules.flatMap(({ rule }) => owedBy(rule));
  const found = new Set<ExpectedNotice>();
  const wrong: string[] = [];
  for (const one of owed) {
    const meant = expected.notices.find((notice) => !found.has(notice) && isMeant(one, notice));
    if (meant === undefined) wrong.push(one.text);
    else found.add(meant);
  }
  const questions = matchQuestions(reading.questions, expected);
  const missing = expected.notices.filter((notice) => !found.has(notice) && !notice.isOptional);
  // What a needless question would make, answered rightly, is asked needlessly and not lost.
  const inAnswers = reading.questions.flatMap((question) => question.choices.flatMap((choice) => choice.rules.flatMap(owedBy)));
  const lost = missing.filter((notice) => !inAnswers.some((one) => isMeant(one, notice))).map(({ line }) => line);
  const facts = expected.facts.filter((fact) => reading.requiredFacts.some((one) => says(one, fact)));
  return {
    right: found.size + questions.rightly + facts.length,
    asked: reading.questions.length,
    needless: questions.needless.map((one) => `${one.question} (${one.cell.words}: ${one.why})`),
    wrong,
    lost: [
      ...lost,
      ...questions.unasked.map(({ about, words }) => `? ${about}: ${words}`),
      ...expected.facts.filter((fact) => !facts.includes(fact)).map((fact) => `fact: ${fact}`),
      ...expected.noNotices
        .filter((words) => !reading.ignored.some((one) => says(one.cell.words, words) || says(one.why, words)))
        .map((words) => `not shown as no notice: ${words}`),
      ...uncovered(reading).map((words) => `no rule, question or reason: ${words}`),
    ],
  };
}

function owedBy(rule: ProposedRule): Owed[] {
  return rule.channels.map((channel) => ({ rule, channel: channel.name, text: textOf(rule, channel.name) }));
}

function textOf(rule: ProposedRule, channel: string): string {
  const { changeType, stage, audience, timing, lead } = rule;
  const parts = [
    stage,
    `${audience.name} (${audience.voice})`,
    channel,
    timingOf(rule),
    promisedOf(rule),
    conditionOf(rule),
    lead,
  ];
  return `${changeType ?? "Every change"}: ${parts.filter((part) => part !== "").join(" | ")}${timing.kind === "weekly" ? " weekly" : ""}`;
}

function timingOf({ timing }: ProposedRule): string {
  if (timing.kind === "during") return `every ${timing.everyMinutes} minutes`;
  return describeTiming(timing).replace(/,? 09:00/u, "");
}

function promisedOf({ promised }: ProposedRule): string {
  return promised === null ? "" : describePromised(promised).replace(/ promised$/u, "");
}

function conditionOf({ condition }: ProposedRule): string {
  const kinds = [condition.customersAffected ? "customers" : "", condition.impactOnly ? "impact" : ""];
  const said = kinds.filter((kind) => kind !== "").join(" and ");
  return said === "" ? "" : `if ${said}`;
}

function isMeant({ rule, channel }: Owed, notice: ExpectedNotice): boolean {
  const changeType = rule.changeType ?? "Every change";
  return (
    notice.changeTypes.some((one) => one.toLowerCase() === changeType.toLowerCase()) &&
    notice.stages.includes(rule.stage) &&
    notice.audiences.some((name) => says(rule.audience.name, name)) &&
    (notice.voices.includes("any") || notice.voices.includes(rule.audience.voice)) &&
    says(channel, notice.channel) &&
    says(notice.channel, channel) &&
    notice.timings.includes(timingOf(rule)) &&
    (notice.promised === null || samePromise(notice.promised, promisedOf(rule))) &&
    notice.condition === conditionOf(rule) &&
    (notice.lead === null || rule.lead === notice.lead)
  );
}

/** `2 days` and `48 hours` promise the same. */
function samePromise(one: string, other: string): boolean {
  const hours = (words: string): string => {
    const days = /^(\d+) days?$/u.exec(words)?.[1];
    return days === undefined ? words : describeAmount(Number(days) * 24, "hours");
  };
  return hours(one) === hours(other);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/gu, "-")
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
}

function says(text: string, words: string): boolean {
  return plain(text).includes(plain(words));
}

function matchQuestions(asked: readonly PolicyQuestion[], { questions }: Expected) {
  const open = [...asked];
  const unasked = questions.filter(({ about, words }) => {
    const index = open.findIndex(
      (one) =>
        isAbout(one, about) &&
        [one.cell.words, ...one.otherCells.map((cell) => cell.words), one.why].some((text) => says(text, words)),
    );
    if (index === -1) return true;
    open.splice(index, 1);
    return false;
  });
  return { rightly: questions.length - unasked.length, unasked, needless: open };
}

/** Questions about channels, readers and mentions are told apart by what their answers change; the others ask when. */
function isAbout({ choices }: PolicyQuestion, about: string): boolean {
  const kinds: Record<string, string> = { channels: "channel", audience: "readers", mention: "mention", none: "time" };
  const kind = kinds[choices[0]?.change.kind ?? "none"];
  return kind === (about in { channel: 0, readers: 0, mention: 0 } ? about : "time");
}

/** Words of the source behind no rule, no question and no reason. */
function uncovered(reading: PolicyReading): string[] {
  const keyOf = ({ table, row, column }: Pick<SourceCell, "table" | "row" | "column">): string => `${table}/${row}/${column}`;
  const cells = [
    ...reading.rules.flatMap((one) => one.cells),
    ...reading.questions.flatMap((one) => [one.cell, ...one.otherCells]),
    ...reading.ignored.map((one) => one.cell),
  ];
  const covered = new Set(cells.map(keyOf));
  return reading.tables.flatMap(({ rows }, table) =>
    rows.flatMap((row, number) =>
      row.flatMap((words, column) => (covered.has(keyOf({ table, row: number, column })) ? [] : [words.trim()])),
    ),
  );
}
