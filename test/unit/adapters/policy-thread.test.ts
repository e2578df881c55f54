import { expect, test } from "vitest";
import { createPolicyReader } from "../../../src/adapters/policy-reader/reading-thread.ts";

const matrix = (rows: number): string =>
  `| Change | Internal (Slack) | Customers (email) |\n|---|---|---|\n${Array.from(
    { length: rows },
    (_, row) => `| Change ${row} | #ops 24 hours before | 5 business days before, on completion |`,
  ).join("\n")}`;

test("a table of 5,000 rows is refused with the reason, and the application goes on meanwhile", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns++;
  }, 5);
  const answer = await createPolicyReader().read(matrix(5000));
  clearInterval(timer);
  expect(answer).toEqual({
    kind: "refused",
    reason:
      "Its 5,000 rows make 15,000 rules and 0 questions; 2,000 are the most that are read at once. Paste a part of the table: its header and the rows you need.",
  });
  // Were it read here, nothing else would have had a turn.
  expect(turns).toBeGreaterThan(3);
});

test("what takes too long is ended, and said", async () => {
  const reader = createPolicyReader({ time: 1, memory: 512, items: 2000 });
  expect(await reader.read(matrix(3000))).toMatchObject({ kind: "refused", reason: expect.stringContaining("took longer") });
});
