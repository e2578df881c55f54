import ICAL from "ical.js";
import { expect, onTestFinished, test } from "vitest";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

const day = 24 * 60;

/** Approves and sends what is open of a stage to customers. */
async function send(test: TestApp, id: string, stage: Stage): Promise<void> {
  const { notices } = granted(test.app.windows.get(id));
  const owed = notices.filter((notice) => notice.stage === stage && notice.state.kind === "open" && notice.voice === "customer");
  expect(owed.length).toBeGreaterThan(0);
  for (const notice of owed) {
    const { draft } = granted(test.app.notices.compose(notice.id));
    granted(await test.app.notices.approve(notice.id, draft, "now", [], []));
  }
  await test.pass(30_000);
}

/** The calendar files of the mails one customer got, in order. */
function filesOf(test: TestApp, windowId: string, customerId: string): readonly ICAL.Component[] {
  return test.app.outbox
    .practiceMailbox()
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ content, windowId: of, customerId: to }) =>
      content.kind === "mail" && of === windowId && to === customerId ? [content.calendar] : [],
    )
    .flatMap((text) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent") ?? []);
}

test("the file in each customer's mail moves and cancels the entry of the one before", async () => {
  const test = await openTestApp();
  onTestFinished(() => test.close());
  await makeExampleWorkspace(test);
  const { id } = granted(await test.app.windows.create(draftIn(test, 14 * day, 60)));
  await send(test, id, "announce");
  const { start, end } = draftIn(test, 15 * day, 60);
  granted(await test.app.windows.move(id, 1, start, end, "A supplier needs longer."));
  await send(test, id, "rescheduled");
  granted(await test.app.windows.cancel(id, 2, "It is not needed any more."));
  await send(test, id, "cancelled");

  const told = test.app.directory.all().customers.filter(({ id: customer }) => filesOf(test, id, customer).length > 0);
  expect(told.length).toBeGreaterThan(0);
  for (const customer of told) {
    const files = filesOf(test, id, customer.id);
    const values = (name: string) => files.map((event) => String(event.getFirstPropertyValue(name)));
    expect(values("uid")).toEqual(files.map(() => `${id}@forewarn`));
    expect(values("sequence")).toEqual(["1", "2", "3"]);
    expect(values("status")).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    expect(values("x-maintnote-status")).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    expect(new Set(values("x-maintnote-account"))).toEqual(new Set([customer.name.replace(",", "\\,")]));
    expect(values("dtstart")[0]).not.toBe(values("dtstart")[1]);
  }
});
