import { existsSync, readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, onTestFinished, test } from "vitest";
import type { FeedFilter } from "../../../src/core/domain/calendar/calendar-feed.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

const everything: FeedFilter = { serviceIds: [], customerIds: [], impacts: [] };

/** An example workspace, whose own windows are left out of what the tests look at. */
async function anApp(): Promise<TestApp> {
  const test = await openTestApp();
  onTestFinished(() => test.close());
  await makeExampleWorkspace(test);
  examples = new Set(test.app.windows.find("").map(({ id }) => `${id}@forewarn`));
  return test;
}

/** The entries of the example's own windows, which are left out. */
let examples: ReadonlySet<string> = new Set();

function eventsOf(text: string): readonly {
  readonly uid: string;
  readonly sequence: number;
  readonly text: string;
  readonly status: string;
  readonly start: string;
}[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents("vevent")
    .map((event) => ({
      uid: String(event.getFirstPropertyValue("uid")),
      sequence: Number(event.getFirstPropertyValue("sequence")),
      status: String(event.getFirstPropertyValue("status")),
      start: String(event.getFirstPropertyValue("dtstart")),
      text: event.toString(),
    }))
    .filter(({ uid }) => !examples.has(uid));
}

/** Sends every notice of a window that is open and due by the plan, at once. */
async function announce(test: TestApp, id: string): Promise<void> {
  const { notices } = granted(test.app.windows.get(id));
  const first = notices.filter(
    ({ stage, state, voice }) => stage === "announce" && state.kind === "open" && voice === "customer",
  );
  expect(first.length).toBeGreaterThan(0);
  for (const notice of first) {
    const { draft } = granted(test.app.notices.compose(notice.id));
    const answer = await test.app.notices.approve(notice.id, draft, "now", [], []);
    if (!answer.ok) throw new Error(answer.refusal.message);
  }
  await test.pass(30_000);
}

test("a feed for the inside holds every window, and its address is known only when it is made", async () => {
  const test = await anApp();
  const { id } = granted(await test.app.windows.create(draftIn(test, 7 * 24 * 60, 60)));
  const { token, id: feedId } = granted(await test.app.feeds.create("All changes", everything, false));
  const answer = test.app.feeds.read(token);
  expect(eventsOf(answer?.text ?? "").map(({ uid }) => uid)).toEqual([`${id}@forewarn`]);
  expect(answer?.text).toContain("X-WR-CALNAME:All changes");
  const stored = JSON.stringify(test.app.feeds.all());
  expect(stored).not.toContain(token);
  expect(readFileSync(`${test.folder}/workspace.forewarn`).includes(token)).toBe(false);
  expect(test.app.feeds.all()).toMatchObject([{ id: feedId, windows: examples.size + 1, path: null, isForCustomers: false }]);
});

test("an address that was replaced or removed leads nowhere, as any other", async () => {
  const test = await anApp();
  const first = granted(await test.app.feeds.create("All", everything, false));
  const second = granted(await test.app.feeds.newAddress(first.id));
  expect(test.app.feeds.read(first.token)).toBeNull();
  expect(test.app.feeds.read(second.token)).not.toBeNull();
  expect(test.app.feeds.read("x".repeat(43))).toBeNull();
  granted(await test.app.feeds.remove(first.id));
  expect(test.app.feeds.read(second.token)).toBeNull();
  expect((await test.app.feeds.remove(first.id)).ok).toBe(false);
});

test("the filter lets through services and impacts", async () => {
  const test = await anApp();
  const { services } = test.app.directory.all();
  const outage = granted(
    await test.app.windows.create(draftIn(test, 3 * 24 * 60, 60, { serviceIds: services.slice(0, 1).map(({ id }) => id) })),
  );
  const mild = granted(
    await test.app.windows.create(
      draftIn(test, 4 * 24 * 60, 60, {
        impact: "degraded",
        expectedDowntimeMinutes: null,
        serviceIds: services.slice(1, 2).map(({ id }) => id),
      }),
    ),
  );
  const shownBy = async (name: string, filter: Partial<FeedFilter>): Promise<string[]> => {
    const { token } = granted(await test.app.feeds.create(name, { ...everything, ...filter }, false));
    return eventsOf(test.app.feeds.read(token)?.text ?? "").map(({ uid }) => uid.split("@", 1)[0] ?? "");
  };
  expect(await shownBy("outages", { impacts: ["outage"] })).toEqual([outage.id]);
  expect(await shownBy("second", { serviceIds: services.slice(1, 2).map(({ id }) => id) })).toEqual([mild.id]);
  expect(await shownBy("both", {})).toEqual([outage.id, mild.id]);
});

test("a customer's feed says nothing before the notice does, and then only what the customer was told", async () => {
  const test = await anApp();
  const [customer] = test.app.directory.all().customers;
  const draft = draftIn(test, 14 * 24 * 60, 60, {
    rollbackPlan: "Back to the old node pool within 20 minutes.",
    lead: "Lead on duty",
    references: [{ label: "Change record", url: "https://changes.example.org/1" }],
  });
  const { id } = granted(await test.app.windows.create(draft));
  const { token } = granted(
    await test.app.feeds.create("For one hospital", { ...everything, customerIds: [customer?.id ?? ""] }, false),
  );
  const events = () => eventsOf(test.app.feeds.read(token)?.text ?? "");
  expect(events()).toEqual([]);

  await announce(test, id);
  const [told] = events();
  expect(told?.uid).toBe(`${id}@forewarn`);
  const words = told?.text.replaceAll("\r\n ", "") ?? "";
  expect(words).toContain("Saved data is safe");
  expect(words).toContain(`X-MAINTNOTE-ACCOUNT:${customer?.name}`);
  for (const inside of ["old node pool", "Lead on duty", "changes.example.org", "winter's load"])
    expect(words).not.toContain(inside);

  // Moved, and nobody was told yet: the customer's calendar still says what the customer heard.
  const { window } = granted(test.app.windows.get(id));
  granted(await test.app.windows.change(id, window.revision, { ...draft, ...draftTimes(test, 15) }, "A supplier needs longer."));
  const withoutDates = (text = "") => text.replace(/^(?:DTSTAMP|LAST-MODIFIED):.*$/gmu, "");
  expect(events().map(({ text }) => withoutDates(text))).toEqual([withoutDates(told?.text)]);
  const inside = granted(await test.app.feeds.create("Inside", everything, false));
  expect(eventsOf(test.app.feeds.read(inside.token)?.text ?? "")[0]?.start).not.toBe(told?.start);
});

function draftTimes(test: TestApp, days: number) {
  const { start, end } = draftIn(test, days * 24 * 60, 60);
  return { start, end };
}

test("a file of a feed follows every change, and goes with the feed", async () => {
  const test = await anApp();
  const { id } = granted(await test.app.feeds.create("../Nacht & Nebel", everything, true));
  const path = test.app.feeds.all()[0]?.path ?? "";
  expect(path.startsWith(`${test.folder}/feeds/feed-nacht-nebel-`)).toBe(true);
  expect(eventsOf(readFileSync(path, "utf8"))).toEqual([]);
  const window = granted(await test.app.windows.create(draftIn(test, 3 * 24 * 60, 60)));
  await test.pass(minute);
  await expect.poll(() => eventsOf(readFileSync(path, "utf8")).map(({ uid }) => uid)).toEqual([`${window.id}@forewarn`]);
  granted(await test.app.feeds.keepAsFile(id, false));
  expect(existsSync(path)).toBe(false);
  granted(await test.app.feeds.keepAsFile(id, true));
  expect(existsSync(path)).toBe(true);
  granted(await test.app.feeds.remove(id));
  expect(existsSync(path)).toBe(false);
});

test("two feeds of one name are refused, and so is a reader's feed", async () => {
  const test = await anApp();
  granted(await test.app.feeds.create("All", everything, false));
  const again = await test.app.feeds.create("all", everything, false);
  expect(again).toMatchObject({ ok: false, refusal: { code: "invalid", field: "name" } });
  expect(test.app.feeds.all()).toHaveLength(1);
});

test("an entry's number does not go back when a step is undone after the file was fetched", async () => {
  const test = await anApp();
  const { id } = granted(await test.app.windows.create(draftIn(test, 1, 60)));
  const { token } = granted(await test.app.feeds.create("All", everything, false));
  const number = () => eventsOf(test.app.feeds.read(token)?.text ?? "")[0]?.sequence;
  expect(number()).toBe(1);
  await test.pass(2 * minute);
  const { batchId } = granted(await test.app.windows.extend(id, 30, "It takes longer."));
  expect(number()).toBe(2);
  granted(await test.app.windows.undo(batchId));
  expect(number()).toBe(3);
  granted(await test.app.windows.conclude(id, "completed", ""));
  expect(number()).toBe(4);
});

test("saved windows are one file, in which nothing is said that stays inside", async () => {
  const test = await anApp();
  const one = granted(await test.app.windows.create(draftIn(test, 3 * 24 * 60, 60)));
  const two = granted(await test.app.windows.create(draftIn(test, 5 * 24 * 60, 60)));
  const file = granted(test.app.calendarFiles.ofWindows([one.id, two.id, "gone"]));
  expect(file).toMatchObject({ windows: 2, fileName: "windows-2026-11-26-to-2026-11-28.ics" });
  expect(eventsOf(file.text).map(({ uid }) => uid)).toEqual([`${one.id}@forewarn`, `${two.id}@forewarn`]);
  expect(file.text).not.toContain("old nodes");
  expect(granted(test.app.calendarFiles.ofWindows([one.id])).fileName).toMatch(/^[A-Z]+-2026-\d+\.ics$/u);
  expect(test.app.calendarFiles.ofWindows(["gone"]).ok).toBe(false);
});

test.each([
  ["a machine inside", "Drain node-3.internal.example.org"],
  ["a ticket", "Resize nodes (OPS-4711)"],
  ["a record the window itself refers to", "Resize nodes, change 0042"],
  ["another customer", "Resize nodes for {customer}"],
  ["a person inside", "Resize nodes, Wilhelmina Inside knows more"],
])("what names %s stays out of a customer's feed, the mail's file and a saved one", async (_what, title) => {
  const test = await anApp();
  granted(
    await test.app.directory.save({
      kind: "contact",
      entry: {
        id: "",
        name: "Wilhelmina Inside",
        kind: "person",
        role: "Engineer",
        email: "wilhelmina.inside@example.org",
        slackId: null,
        teamsId: null,
        active: true,
      },
    }),
  );
  const [customer, other] = test.app.directory.all().customers;
  const words = title.replace("{customer}", other?.name ?? "");
  const references = [{ label: "change 0042", url: null }];
  const { id } = granted(
    await test.app.windows.create(draftIn(test, 14 * 24 * 60, 60, { title: words, effect: words, toDo: words, references })),
  );
  const { notices } = granted(test.app.windows.get(id));
  for (const notice of notices.filter(({ stage, voice }) => stage === "announce" && voice === "customer")) {
    const { draft } = granted(test.app.notices.compose(notice.id));
    // The person who writes the text takes the words out of it; of the calendar nobody thinks.
    const body = draft.body.replaceAll(/\{\{ ?window\.(title|effect|todo) ?\}\}/gu, "Works on the portal.");
    const { findings } = granted(await test.app.notices.preview(notice.id, { ...draft, body }, null));
    granted(await test.app.notices.approve(notice.id, { ...draft, body }, "now", findings.map(findingKey), []));
  }
  await test.pass(30_000);
  const { token } = granted(await test.app.feeds.create("Theirs", { ...everything, customerIds: [customer?.id ?? ""] }, false));
  const feed = test.app.feeds.read(token)?.text ?? "";
  const saved = granted(test.app.calendarFiles.ofWindows([id])).text;
  const mails = test.app.outbox
    .practiceMailbox()
    .flatMap(({ content, customerId, windowId }) =>
      content.kind === "mail" && windowId === id && customerId === customer?.id ? [content.calendar] : [],
    );
  expect(mails.length).toBeGreaterThan(0);
  for (const text of [feed, saved, ...mails]) {
    const [event] = eventsOf(text);
    expect(event?.text).toContain("Planned maintenance");
    expect(event?.text.replaceAll(/\r\n /gu, "")).not.toContain(words);
  }
  const inside = granted(await test.app.feeds.create("Ours", everything, false));
  expect(
    eventsOf(test.app.feeds.read(inside.token)?.text ?? "")
      .map(({ text }) => text.replaceAll(/\r\n /gu, ""))
      .join(),
  ).toContain(words.replaceAll(",", "\\,"));
});
