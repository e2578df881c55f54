import type { RatedPolicy } from "./corpus.ts";
import { type FirstRun, firstRunInWords, firstRuns } from "./first-runs.ts";

const forms: Readonly<Record<string, string>> = {
  md: "Markdown",
  html: "HTML",
  htm: "HTML of a word processor",
  rst: "reStructuredText",
  tsv: "tabs",
  csv: "CSV",
  txt: "plain text",
};

/** What each policy showed, as a Markdown table with a line for all. */
export function tableOf(rated: readonly RatedPolicy[]): string {
  const heads = ["policy", "form", "characters", "right", "asked", "needless", "wrong", "lost"];
  const rows = rated.map((one) => [
    one.name.replace(/\.[a-z]+$/u, ""),
    forms[one.name.split(".").at(-1) ?? ""] ?? "",
    one.characters.toLocaleString("en"),
    ...[one.right, one.asked, one.needless.length, one.wrong.length, one.lost.length].map(String),
  ]);
  const sum = (of: (one: RatedPolicy) => number): string => String(rated.reduce((all, one) => all + of(one), 0));
  const last = [
    `**all ${rated.length}**`,
    "",
    "",
    sum((one) => one.right),
    sum((one) => one.asked),
    sum((one) => one.needless.length),
    sum((one) => one.wrong.length),
    sum((one) => one.lost.length),
  ];
  return rowsOf([heads, heads.map((_, index) => (index < 2 ? "---" : "--:")), ...rows, last]);
}

/** The goals, and how far the policies are from them. */
export function summaryOf(rated: readonly RatedPolicy[]): string {
  const asked = rated.reduce((all, one) => all + one.asked, 0);
  const needless = rated.reduce((all, one) => all + one.needless.length, 0);
  const share = ((100 * needless) / Math.max(1, asked)).toFixed(1);
  return `Asked needlessly: ${share} % of ${asked} questions. Goals: wrong 0, lost 0, needless under 5 %.`;
}

/** The sets kept apart, as each was first read. */
function tableOfFirstRuns(runs: readonly FirstRun[]): string {
  const heads = ["set", "policies", "the reading", "right", "asked", "needless", "wrong", "lost"];
  const rows = runs.map(({ set, policies, reading, right, asked, needless, wrong, lost }) => [
    set,
    String(policies),
    reading,
    ...[right, asked, needless, wrong, lost].map(String),
  ]);
  return rowsOf([heads, heads.map((_, index) => (index === 0 || index === 2 ? "---" : "--:")), ...rows]);
}

/** As `npm run policies:rate` says them. */
export function firstRunsInWords(): string {
  return ["Sets kept apart, at their first run:", ...firstRuns.map((one) => `  ${firstRunInWords(one)}`)].join("\n");
}

/** docs/policies.md with both tables in their places. Throws where there is none. */
export function docWithRates(document: string, rated: readonly RatedPolicy[]): string {
  const all = `${summaryOf(rated)}\n\n${tableOf(rated)}`;
  return inPlace(inPlace(document, "rates", all), "first runs", tableOfFirstRuns(firstRuns));
}

function inPlace(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`There is no place for the ${name} in docs/policies.md.`);
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`;
}

function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
