import { afterAll, beforeAll, expect, test } from "vitest";
import { day, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeAll(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterAll(() => desk.close());

const told = {
  goesOn: "Messages go on working",
  toDo: "Clinics: print the lists\nLabs: pause the load",
  afterwards: "Search has a new page",
  toDoAfter: "Labs: start the load",
};

function noticeOf(windowId: string, stage: Notice["stage"]): Notice {
  const found = granted(desk.app.windows.get(windowId)).notices.find(
    (notice) => notice.stage === stage && notice.voice === "customer" && notice.state.kind !== "superseded",
  );
  if (found === undefined) throw new Error(`no ${stage} for customers`);
  return found;
}

async function textOf(windowId: string, stage: Notice["stage"]): Promise<string> {
  const { id } = noticeOf(windowId, stage);
  const { draft } = granted(desk.app.notices.compose(id));
  return granted(await desk.app.notices.preview(id, draft, null)).messages.manual.text;
}

async function announce(windowId: string): Promise<void> {
  const { id } = noticeOf(windowId, "announce");
  const { draft } = granted(desk.app.notices.compose(id));
  const { findings } = granted(await desk.app.notices.preview(id, draft, null));
  granted(await desk.app.notices.approve(id, draft, "now", findings.map(findingKey)));
  await desk.pass(11_000);
}

test("what is asked once on the window stands in its notices, and what is taken back is told as none", async () => {
  const toDoBy = { wall: wallOf(desk.now() + 5 * day, "Europe/London"), occurrence: null };
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120, { ...told, toDoBy })));
  const text = await textOf(id, "announce");
  expect(text).toContain("Messages go on working.");
  expect(text).toContain("Clinics: print the lists.\nLabs: pause the load.");
  expect(text).toMatch(/Deadline: \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/u);

  const { window } = granted(desk.app.windows.get(id));
  const draft = draftIn(desk, 7 * 24 * 60, 120, { goesOn: "", toDo: "", toDoBy: null });
  granted(await desk.app.windows.change(id, window.revision, draft, ""));
  const changed = await textOf(id, "announce");
  expect(changed).toContain("All else works.");
  expect(changed).toContain("You need to do nothing.");
  expect(changed).not.toContain("Deadline");
});

test("a deadline that no clock shows is asked about at its field", async () => {
  const draft = draftIn(desk, 7 * 24 * 60, 120, { ...told, toDoBy: { wall: "2027-03-28T01:30", occurrence: null } });
  const { problems } = await desk.app.windows.assess(draft, null);
  expect(problems).toMatchObject([{ field: "toDoBy", gravity: "error" }]);
});

test("a roll back says what was lost, and when it is tried again; a cancellation the new date", async () => {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 30, 120, told)));
  const { id: other } = granted(await desk.app.windows.create(draftIn(desk, 60, 120)));
  await announce(id);
  await announce(other);
  const { window } = granted(desk.app.windows.get(other));
  granted(await desk.app.windows.cancel(other, window.revision, "A part is late", "We plan it for Sat 19 Dec 2026"));
  expect(await textOf(other, "cancelled")).toContain("We plan it for Sat 19 Dec 2026.");
  await desk.pass(30 * minute);
  granted(
    await desk.app.windows.conclude(id, "rolledBack", "It was too slow.", {
      lost: "Entries of 02:10 to 02:15 GMT must be made again",
      nextTry: "We try again on Sat 12 Dec 2026",
    }),
  );
  const rolledBack = await textOf(id, "rolledBack");
  expect(rolledBack).toContain("Entries of 02:10 to 02:15 GMT must be made again.");
  expect(rolledBack).toMatch(/Next word: We try again on Sat 12 Dec 2026\. You get a notice at least \d+ \w+ ?\w* before\./u);
});
