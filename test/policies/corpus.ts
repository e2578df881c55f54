import { existsSync, readdirSync, readFileSync } from "node:fs";
import { takeApart } from "../../src/adapters/policy-reader/take-apart.ts";
import { readPolicy } from "../../src/core/domain/policy-reading/read-policy.ts";
import type { SourceDocument } from "../../src/core/domain/source-document.ts";
import { type Comparison, compare } from "./compare.ts";
import { parseExpected } from "./expected.ts";

export type RatedPolicy = Comparison & {
  readonly name: string;
  readonly characters: number;
  /** Milliseconds the reading took. */
  readonly took: number;
};

/** Reads every policy of a folder as the application does, and compares each with what stands beside it. */
export function rateFolder(folder: "corpus" | "held-out"): RatedPolicy[] {
  const place = new URL(`./${folder}/`, import.meta.url);
  // Once its policies are read they go into the corpus, and git keeps no empty folder.
  const files = (existsSync(place) ? readdirSync(place) : [])
    .filter((file) => !file.endsWith(".expected.txt"))
    .sort(new Intl.Collator("en", { numeric: true }).compare);
  return files.map((file) => {
    const text = withChapters(readFileSync(new URL(file, place), "utf8"));
    const expected = parseExpected(readFileSync(new URL(file.replace(/\.[a-z]+$/u, ".expected.txt"), place), "utf8"));
    const start = performance.now();
    const document = takeApart(text);
    const reading = readPolicy(document);
    const took = performance.now() - start;
    const comparison = compare(reading, expected);
    const cells = new Set(reading.tables.flatMap((table) => table.rows.flat().map((cell) => cell.trim())));
    const dropped = wordsOf(document).filter(
      (words) => !cells.has(words.trim()) && !reading.tables.some((table) => isShown(table, words)),
    );
    return {
      ...comparison,
      lost: [...comparison.lost, ...dropped.map((words) => `not shown: ${words}`)],
      name: file,
      characters: text.length,
      took,
    };
  });
}

/** Every point and paragraph of the source: each must be there to be seen beside the rules. */
function wordsOf({ sections }: SourceDocument): string[] {
  return sections.flatMap(({ points, prose }) => [...points.map((point) => point.text), ...prose]);
}

function isShown({ headers, rows }: ReturnType<typeof readPolicy>["tables"][number], words: string): boolean {
  // `When: 3 days before` may be shown as a cell under `When`.
  return rows.some((row) =>
    row.some((cell, column) => cell.includes(words) || `${headers[column] ?? ""}: ${cell}` === words.replace(/\s+/gu, " ")),
  );
}

/** `{{chapters 60}}` stands for so many chapters of a handbook that are about other things. */
function withChapters(text: string): string {
  return text.replace(/\{\{chapters (\d+)\}\}/gu, (_, amount: string) =>
    Array.from({ length: Number(amount) }, (_one, index) => chapter(index + 1)).join("\n\n"),
  );
}

function chapter(number: number): string {
  return `## ${number}. Racks of hall ${number}

Hall ${number} holds forty racks. Each rack has a label on its door and a sheet inside, and whoever opens the door writes on the
sheet what was done. Cold air comes in at the front and warm air leaves at the back; blanking plates close what is unused.
Spare disks lie in the cabinet by the door, sorted by size, and are counted on the first working day of each month.

- Doors are locked outside working hours.
- Cables are red for power, blue for data and yellow for management.
- Lamps that stay amber for ten minutes are looked at by the shift.

| Rack | Height | Power | Owner |
|---|---|---|---|
| ${number}-A | 42 units | two feeds | Platform |
| ${number}-B | 48 units | two feeds | Storage |

The sheet is kept for two years. A copy of it goes into the folder of the hall, beside the drawings of its power and its cooling,
so that those who come after can see what was changed, in which order, and for what reason it seemed right at the time.`;
}
