import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { takeApart } from "../../../src/adapters/policy-reader/take-apart.ts";
import { readPolicy } from "../../../src/core/domain/policy-reading/read-policy.ts";

const corpus = new URL("../../policies/corpus/", import.meta.url);
/** Policies in sentences and lists whose headings are marked. */
const marked = readdirSync(corpus)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(new URL(name, corpus), "utf8") }))
  .filter(({ text }) => !text.includes("|") && /^(?:#|\*\*)/mu.test(text));

/** What a browser's copy keeps: every word, and no mark of a heading. */
const asPlainText = (text: string): string => text.replace(/^#+ +/gmu, "").replaceAll("**", "");
/** A word processor's: every paragraph on a line of its own, and no blank line. */
const lineByLine = (text: string): string => asPlainText(text).replace(/\n\s*\n/gu, "\n");
/** And its lists with a tab behind every sign. */
const withTabs = (text: string): string =>
  lineByLine(text)
    .replace(/^- (?:\[.\] )?/gmu, "•\t")
    .replace(/^ +- /gmu, "o\t")
    .replace(/^(\d+\.) /gmu, "$1\t");

/** Its rules and questions, wherever they stand. */
function readingOf(text: string) {
  const { rules, questions } = readPolicy(takeApart(text));
  return {
    rules: rules.map(({ rule: { changeType, stage, audience, channels, timing, promised } }) =>
      [changeType, stage, audience.name, ...channels.map(({ name }) => name), JSON.stringify([timing, promised])].join(" | "),
    ),
    questions: questions.map(({ question, why, choices }) => [question, why, ...choices.map(({ label }) => label)].join(" | ")),
  };
}

test.each([
  ["with blank lines between its paragraphs", asPlainText],
  ["line by line", lineByLine],
  ["line by line, with tabs in its lists", withTabs],
])("a policy copied as plain text, %s, is read as the policy is", (_, copied) => {
  expect(marked.length).toBeGreaterThan(30);
  for (const { name, text } of marked) expect({ name, ...readingOf(copied(text)) }).toEqual({ name, ...readingOf(text) });
});
