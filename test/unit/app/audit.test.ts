import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditAreas, auditWords, commandsOfArea } from "../../../src/core/domain/audit-words.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let backend: TestApp;
const everything = { who: "", area: null, about: "" };

beforeEach(async () => {
  backend = await openTestApp();
  await makeExampleWorkspace(backend);
});
afterEach(() => backend.close());

test("entries come newest first, named by what they are about, and are found by who, area and name", async () => {
  const { app } = backend;
  await app.windows.create(draftIn(backend, 5000, 60, { title: "Swap the =lamp" }));
  granted(app.outbox.pause("A drill"));
  const { lines, end, hasMore } = await app.audit.entries(everything, null);
  expect(lines.map(({ what }) => what)).toEqual(["sending.pause", "windows.create", "workspaces.create"]);
  expect(lines[1]?.subject).toMatch(/^Swap the =lamp \(/u);
  expect(end).toMatchObject({ entries: 3, lastHash: lines[0]?.hash });
  expect(hasMore).toBe(false);
  const found = async (question: Partial<typeof everything> | { readonly area: "sending" }) =>
    (await app.audit.entries({ ...everything, ...question }, null)).lines.map(({ what }) => what);
  expect(await found({ about: "swap" })).toEqual(["windows.create"]);
  expect(await found({ area: "sending" })).toEqual(["sending.pause"]);
  expect(await found({ who: "COORDINATOR" })).toHaveLength(3);
  expect(await found({ who: "nobody" })).toEqual([]);
});

test("a long log is read page by page, without a gap and without an entry twice", async () => {
  for (let number = 0; number < 120; number += 1) {
    granted(backend.app.outbox.pause(`Drill ${number}`));
    granted(backend.app.outbox.resume("person", "It is over"));
  }
  const seen: number[] = [];
  for (let before: number | null = null; ; ) {
    const { lines, hasMore }: Awaited<ReturnType<typeof backend.app.audit.entries>> = await backend.app.audit.entries(
      everything,
      before,
    );
    seen.push(...lines.map(({ sequence }) => sequence));
    if (!hasMore) break;
    before = lines.at(-1)?.sequence ?? 1;
  }
  expect(seen).toEqual(Array.from({ length: 241 }, (_, index) => 241 - index));
});

test("a check tells a whole log from one that was changed", async () => {
  expect(await backend.app.audit.verify()).toMatchObject({ kind: "intact", entries: 1 });
  granted(backend.app.outbox.pause("A drill"));
  const file = readdirSync(backend.folder).find((name) => name.endsWith(".forewarn")) ?? "";
  const database = new DatabaseSync(join(backend.folder, file));
  database.exec("DROP TRIGGER audit_is_not_changed; UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 2");
  database.close();
  expect(await backend.app.audit.verify()).toEqual({ kind: "broken", sequence: 2 });
});

test("exports hold every entry and where the log ended, and no formula", async () => {
  const { app } = backend;
  await app.windows.create(draftIn(backend, 5000, 60, { title: "=HYPERLINK(1)" }));
  const csv = await app.audit.csv(everything);
  const { lastHash } = (await app.audit.entries(everything, null)).end;
  expect(csv.entries).toBe(2);
  expect(csv.isWhole).toBe(true);
  expect(csv.fileName).toBe("audit-log-2026-11-23-2-entries.csv");
  expect(csv.text).toContain(`"'=HYPERLINK(1) (`);
  expect(csv.text.trimEnd().split("\r\n").at(-1)).toBe(`"2","","","","End of the log","","","","${lastHash}"`);
  const json: unknown = JSON.parse((await app.audit.json({ ...everything, area: "windows" })).text);
  expect(json).toMatchObject({ log: { entries: 2, lastHash }, entries: [{ what: "windows.create", words: "Window created" }] });
});

test("every area has commands, and every known command words", () => {
  for (const area of auditAreas) expect(commandsOfArea[area].length).toBeGreaterThan(0);
  expect(auditWords("outbox.lapsed.cancel")).not.toContain("outbox");
  expect(auditWords("something.new")).toBe("something.new");
});
