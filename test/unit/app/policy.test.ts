import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decidedRules } from "../../../src/core/domain/policy-reading/decided-rules.ts";
import { granted, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  granted(
    await desk.app.workspaces.create({
      name: "Blank",
      zone: "Europe/London",
      exampleId: null,
      coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
    }),
  );
});
afterEach(() => desk.close());

const matrix = `
| Kind of change | Who leads | Inside (Slack) | Customers (email) | When |
| --- | --- | --- | --- | --- |
| Application update | Release lead | \`#builds\`, \`#product\` (24-48h notice) | Affected customers (3-5 business days notice) | Pre-deployment, post-deployment |
`;

async function importMatrix(source: string): Promise<number> {
  const reading = granted(await desk.app.policy.read(source));
  const decisions = new Map(reading.questions.map(({ id }) => [id, 0]));
  return granted(await desk.app.policy.apply(decidedRules(reading, decisions))).rules;
}

test("an imported matrix brings its rules, audiences and channels, each once", async () => {
  const added = await importMatrix(matrix);
  expect(added).toBeGreaterThanOrEqual(4);
  expect(desk.app.matrix.rules()).toHaveLength(added);
  const { channels, audiences } = desk.app.directory.all();
  expect(channels.map(({ name }) => name)).toEqual(expect.arrayContaining(["#builds", "#product"]));
  expect(new Set(audiences.map(({ name }) => name)).size).toBe(audiences.length);
});

test("importing the same matrix again adds nothing", async () => {
  const added = await importMatrix(matrix);
  expect(await importMatrix(matrix)).toBe(0);
  expect(desk.app.matrix.rules()).toHaveLength(added);
});

test("a text without a matrix is refused, says what to paste, and changes nothing", async () => {
  const answer = await desk.app.policy.read("Lunch is at twelve.");
  expect(answer).toMatchObject({ ok: false, refusal: { code: "invalid", field: "source" } });
  expect(desk.app.matrix.rules()).toHaveLength(0);
});

const processDocument = "../shared/seeds/000_6429106017a34458.txt";
test.runIf(existsSync(processDocument))(
  "a notification process imports with the people it names as members [needs ../shared/seeds]",
  async () => {
    const added = await importMatrix(readFileSync(processDocument, "utf8"));
    expect(added).toBeGreaterThanOrEqual(6);
    const { audiences, contacts } = desk.app.directory.all();
    const named = audiences.find(({ mentionIds }) => mentionIds.length > 0);
    expect(named?.contactIds).toEqual(expect.arrayContaining([...(named?.mentionIds ?? [])]));
    expect(contacts.length).toBeGreaterThan(0);
  },
);
