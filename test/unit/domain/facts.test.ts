import { expect, test } from "vitest";
import { factNames } from "../../../src/core/domain/fact-names.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import type { Facts } from "../../../src/core/domain/message.ts";
import { missingFacts } from "../../../src/core/domain/missing-facts.ts";
import { aDirectory, aService } from "../../builders/directory.ts";
import { aFactsInput, aNotice, aRecipient, someFacts } from "../../builders/notice.ts";
import { aWindow, exampleStart, formerTime, zonedTime } from "../../builders/window.ts";

function words(facts: Facts, name: keyof typeof factNames): string | null {
  const fact = facts.get(name);
  if (fact === undefined) return null;
  return fact.kind === "text" || fact.kind === "link" ? fact.text : fact.kind;
}

test("every fact has a name that templates are offered", () => {
  for (const stage of stages) {
    for (const name of someFacts(stage as Stage).keys()) {
      if (!name.startsWith("mention.")) expect(Object.keys(factNames)).toContain(name);
    }
  }
});

test("a reader elsewhere gets the time in their own zone, with the window's own beside it", () => {
  const recipient = aRecipient({ zone: "America/New_York", customerId: "south" });
  const facts = factsFor({ ...aFactsInput(), recipient });
  expect(words(facts, "window.when")).toBe("Fri 27 Nov 2026, 21:00–23:00 EST (UTC-5)");
  expect(words(facts, "window.whenLocal")).toBe("Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)");
  expect(words(facts, "customer.name")).toBe("South Clinic");
});

test("a reader in the window's zone is not told the same time twice", () => {
  expect(words(someFacts(), "window.whenLocal")).toBeNull();
});

test("a short break within a long window interrupts, and does not make the whole window an outage", () => {
  expect(words(someFacts(), "window.impact")).toBe("interrupted");
  expect(words(someFacts(), "window.downtime")).toBe("up to 10 minutes");
});

test("a break as long as the window is the outage itself", () => {
  const facts = someFacts("announce", "customer", { window: aWindow({ expectedDowntimeMinutes: 120 }) });
  expect(words(facts, "window.impact")).toBe("unavailable");
  expect(words(facts, "window.downtime")).toBeNull();
});

test("whoever needs to do nothing is told so", () => {
  expect(words(someFacts(), "window.todo")).toBe("You need to do nothing.");
  const facts = someFacts("announce", "customer", { window: aWindow({ toDo: "Sign out before it starts" }) });
  expect(words(facts, "window.todo")).toBe("Sign out before it starts.");
});

test("the old time is the one this reader was told, not the window's last one", () => {
  const input = aFactsInput("rescheduled");
  const startAt = exampleStart - 3 * day;
  const told = [
    {
      audienceId: "a",
      channelId: "mail",
      customerId: "north",
      stage: "announce" as const,
      startAt,
      endAt: startAt + hour,
      at: 0,
    },
  ];
  expect(words(factsFor({ ...input, told }), "window.oldWhen")).toBe("Wed 25 Nov 2026, 02:00–03:00 GMT (UTC+0)");
});

test("a reader who was told nothing gets the window's last time as the old one", () => {
  const facts = factsFor({ ...aFactsInput("rescheduled"), told: [] });
  expect(words(facts, "window.oldWhen")).toBe("Sat 21 Nov 2026, 02:00–04:00 GMT (UTC+0)");
  expect(words(facts, "told.day")).toBeNull();
});

test("an extension on the same day repeats only the old clock time", () => {
  expect(words(someFacts("extended"), "window.oldEnd")).toBe("04:00 GMT");
  const window = aWindow({
    end: zonedTime(exampleStart + 23 * hour),
    formerTimes: [formerTime(exampleStart, exampleStart + 2 * hour, "extended", "")],
  });
  expect(words(someFacts("extended", "customer", { window }), "window.oldEnd")).toBe("Sat 28 Nov 2026, 04:00 GMT (UTC+0)");
});

test.each([
  [-20 * minute, "20 minutes earlier than planned"],
  [65 * minute, "1 hour 5 minutes later than planned"],
  [3 * minute, "on time"],
])("an end %i ms after the plan is told in words", (late, expected) => {
  const window = aWindow({ outcome: { kind: "completed", at: 0, endedAt: exampleStart + 2 * hour + late, note: "" } });
  expect(words(someFacts("completed", "customer", { window }), "window.punctuality")).toBe(expected);
});

test("the next word is a time only when the plan holds such a notice for this reader", () => {
  const input = aFactsInput();
  const reminderAt = exampleStart - 16 * hour;
  expect(words(factsFor(input), "next.word")).toBe("Fri 27 Nov 2026, 10:00 GMT (UTC+0)");
  expect(words(factsFor({ ...input, plan: [input.notice] }), "next.word")).toBe("when the work is over");
  const forAnother = aNotice({
    key: "other",
    stage: "reminder",
    recipients: [aRecipient({ customerId: "south", dueAt: reminderAt })],
  });
  expect(words(factsFor({ ...input, plan: [input.notice, forAnother] }), "next.word")).toBe("when the work is over");
});

test("a notice that is due already promises nothing that has passed", () => {
  const input = aFactsInput();
  expect(words(factsFor({ ...input, now: exampleStart - hour }), "next.word")).toBe("when the work is over");
});

test("after the last word nothing more is promised", () => {
  expect(words(someFacts("completed"), "next.word")).toBeNull();
  expect(words(someFacts("cancelled"), "next.word")).toBeNull();
});

test("several services are named, and counted where room is short", () => {
  const window = aWindow({ serviceIds: ["portal", "api"] });
  const facts = someFacts("announce", "customer", { window });
  expect(facts.get("service.names")).toMatchObject({
    kind: "list",
    items: [{ text: "Patient portal" }, { text: "Partner API" }],
  });
  expect(words(facts, "service.brief")).toBe("Patient portal and 1 more");
  expect(words(facts, "service.is")).toBe("are");
});

test("only active contacts are called by name", () => {
  const directory = aDirectory();
  const contacts = directory.contacts.map((contact) => (contact.id === "dana" ? { ...contact, active: false } : contact));
  const facts = someFacts("announce", "internal", { directory: { ...directory, contacts } });
  expect(facts.get("audience.mentions")).toMatchObject({ items: [{ name: "Platform on call" }] });
});

test("a service without a status page has no link", () => {
  const directory = aDirectory({ services: [aService({ statusUrl: null })] });
  expect(someFacts("announce", "customer", { directory }).has("service.status")).toBe(false);
});

test("a window that states everything lacks nothing", () => {
  expect(missingFacts(aWindow())).toEqual([]);
});

test.each([
  [{ reason: " " }, "reason"],
  [{ effect: "" }, "effect"],
  [{ rollbackPlan: "" }, "rollbackPlan"],
  [{ title: "" }, "title"],
  [{ serviceIds: [] }, "serviceIds"],
  [{ end: zonedTime(exampleStart) }, "end"],
  [{ impact: "outage" as const, expectedDowntimeMinutes: null }, "expectedDowntimeMinutes"],
])("a window without %j is asked for it", (changes, field) => {
  expect(missingFacts(aWindow(changes)).map((missing) => missing.field)).toEqual([field]);
});
