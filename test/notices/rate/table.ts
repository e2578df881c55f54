import { exampleWindows } from "./example-windows.ts";
import type { TemplateRating } from "./rating.ts";

const columns = ["stage", "voice", "facts, checker", "facts, reader", "words", "grade", "before the date", "subject"] as const;

/** The ratings as a Markdown table, each figure the worst over all windows and readers. */
export function tableOf(ratings: readonly TemplateRating[]): string {
  const rows = ratings.map(({ stage, voice, byChecker, byReader, words, grade, beforeDate, subject }) => [
    stage,
    voice,
    `${byChecker} of 9`,
    `${byReader} of 9`,
    String(words),
    grade.toFixed(1),
    String(beforeDate),
    String(subject),
  ]);
  return [columns, columns.map((_, index) => (index < 2 ? "---" : "--:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

/** What was rated, and every goal that is missed by name. */
export function summaryOf(ratings: readonly TemplateRating[]): string {
  const misses = ratings.flatMap((rating) => rating.misses);
  const renderings = ratings.reduce((sum, rating) => sum + rating.renderings, 0);
  const rated = `${ratings.length} templates over ${exampleWindows.length} windows, ${renderings} mails.`;
  if (misses.length === 0) return `${rated} No goal is missed.`;
  return [`${rated} ${misses.length} missed:`, ...misses.map((miss) => `- ${miss}`)].join("\n");
}

/** A document with the table and its summary in their place. Throws where there is none. */
export function docWithRatings(document: string, ratings: readonly TemplateRating[]): string {
  const [begin, end] = ["<!-- ratings -->", "<!-- /ratings -->"];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to === -1) throw new Error("There is no place for the ratings in docs/notices.md.");
  return `${document.slice(0, from + begin.length)}\n${summaryOf(ratings)}\n\n${tableOf(ratings)}\n${document.slice(to)}`;
}
