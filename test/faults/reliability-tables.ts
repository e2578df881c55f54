import { allMigrations } from "../../src/adapters/sqlite/migrations/all-migrations.ts";
import { connectionNames } from "../../src/core/domain/connection-kind.ts";
import { badInputs } from "./bad-inputs/all-bad-inputs.ts";
import { badInputAreas } from "./bad-inputs/bad-input.ts";
import { followedKinds, followingPoints, renewingPoints } from "./following/following-points.ts";
import { pointsFor } from "./kills/points.ts";
import { mutants } from "./mutations/mutants.ts";

/** The lists of docs/reliability.md, made from what the tests run: by the name of the place each one has there. */
const tables: Readonly<Record<string, () => string>> = {
  "bad inputs": () =>
    badInputAreas
      .flatMap((area) => {
        const rows = badInputs.filter((row) => row.area === area);
        const lines = rows.map(({ name, input, expected }) => `| ${cell(name)} | ${code(input)} | ${cell(expected)} |`);
        return [`### ${area} (${rows.length})`, "", "| bad input | such as | what comes of it |", "|---|---|---|", ...lines, ""];
      })
      .join("\n")
      .trim(),
  "how many bad inputs": () => `${badInputs.length} bad inputs`,
  "kill points": () =>
    pointsFor(allMigrations.length)
      .map(({ name }) => `- ${name}`)
      .join("\n"),
  "following points": () =>
    [
      `In ${followedKinds.map((kind) => connectionNames[kind]).join(", ")} a record is made, changed and ended, each time at:`,
      "",
      ...followingPoints.map(({ name }) => `- ${name}`),
      "",
      "And while a sign-in is renewed, whose refresh token is used up by its use:",
      "",
      ...renewingPoints.map(
        ({ name, costsSignIn }) => `- ${name}: ${costsSignIn ? "costs a sign-in, and no message" : "costs nothing"}`,
      ),
    ].join("\n"),
  defects: () => mutants.map(({ name }) => `- ${name}`).join("\n"),
};

/** A document with every list in its place, between `<!-- name -->` and `<!-- /name -->`. Throws when a place is missing. */
export function docWithTables(document: string): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from === -1 || to === -1) throw new Error(`There is no place for “${name}” in docs/reliability.md.`);
    const isInline = !text.slice(from, to).includes("\n");
    const content = isInline ? table() : `\n${table()}\n`;
    return `${text.slice(0, from + begin.length)}${content}${text.slice(to)}`;
  }, document);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/gu, " ").trim();
}

/** An input as code, whatever it holds; only its beginning where it is long. */
function code(text: string): string {
  const oneLine = text.replaceAll(/\s+/gu, " ").trim();
  const short = oneLine.length > 90 ? `${oneLine.slice(0, 88)}…` : oneLine;
  return `<code>${cell(short).replaceAll("`", "&#96;").replaceAll("*", "&#42;").replaceAll("_", "&#95;")}</code>`;
}
