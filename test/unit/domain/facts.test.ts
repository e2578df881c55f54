import { describe, expect, test } from "vitest";
import { factNames } from "../../../src/core/domain/fact-names.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import type { Facts } from "../../../src/core/domain/message.ts";
import { missingFacts } from "../../../src/core/domain/missing-facts.ts";
import { aDirectory, aService, aWorkspace } from "../../builders/directory.ts";
import { aFactsInput, aNotice, aRecipient, someFacts } from "../../builders/notice.ts";
import { aRule } from "../../builders/rule.ts";
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

test("the next word is the plan's next notice for this reader, else the end: always a clock time", () => {
  const input = aFactsInput();
  const reminderAt = exampleStart - 16 * hour;
  expect(words(factsFor(input), "next.word")).toBe("Fri 27 Nov 2026, 10:00 GMT (UTC+0)");
  const ending = "when it is over, by Sat 28 Nov 2026, 04:00 GMT (UTC+0)";
  expect(words(factsFor({ ...input, plan: [input.notice] }), "next.word")).toBe(ending);
  const forAnother = aNotice({
    key: "other",
    stage: "reminder",
    recipients: [aRecipient({ customerId: "south", dueAt: reminderAt })],
  });
  expect(words(factsFor({ ...input, plan: [input.notice, forAnother] }), "next.word")).toBe(ending);
});

test("a notice that is due already promises nothing that has passed", () => {
  const input = aFactsInput();
  expect(words(factsFor({ ...input, now: exampleStart - hour }), "next.word")).toContain("when it is over, by Sat 28");
  expect(words(factsFor({ ...input, now: exampleStart + 3 * hour }), "next.word")).toBe(
    "when it is over; no time can be given yet",
  );
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

test("with more than two services the first sentence names one and counts the rest, which are named elsewhere", () => {
  const directory = aDirectory({
    services: [aService(), aService({ id: "api", name: "API" }), aService({ id: "b", name: "Billing" })],
  });
  const facts = someFacts("announce", "customer", { directory, window: aWindow({ serviceIds: ["portal", "api", "b"] }) });
  expect(words(facts, "service.some")).toBe("Patient portal and 2 more");
  expect(facts.get("service.others")).toMatchObject({ items: [{ text: "API" }, { text: "Billing" }] });
});

test("a name is cut where a subject has no room for it", () => {
  const directory = aDirectory({ services: [aService({ name: "Regional health information exchange" })] });
  expect(words(someFacts("extended", "customer", { directory }), "service.brief")).toBe("Regional health…");
});

describe("what nobody stated is said to be none", () => {
  test.each<[Stage, keyof typeof factNames, string]>([
    ["announce", "window.goesOn", "All else works."],
    ["announce", "window.break", "one break of up to 10 minutes"],
    ["announce", "window.todo", "You need to do nothing."],
    ["progress", "window.progress", "All goes as planned."],
    ["completed", "window.afterwards", "Nothing looks or works in a new way."],
    ["completed", "window.todo", "You need to do nothing."],
    ["rolledBack", "window.lost", "Nothing was lost, and there is nothing to redo."],
    ["rolledBack", "window.nextTry", "No new date is set."],
    ["rolledBack", "notice.promised", "You get a notice before."],
    ["cancelled", "window.newDate", "No new date is planned."],
  ])("%s: %s", (stage, name, said) => {
    expect(words(someFacts(stage), name)).toBe(said);
  });

  test("no break too", () => {
    const window = aWindow({ impact: "none", expectedDowntimeMinutes: null });
    expect(words(someFacts("announce", "customer", { window }), "window.break")).toBe("no break");
    expect(words(someFacts("announce", "customer", { window }), "window.goesOn")).toBe("Everything works as usual.");
  });
});

describe("what readers must do", () => {
  const toDo = "Clinicians: sign out\nPharmacies: print the day's list.";
  const by = zonedTime(exampleStart - 9 * hour);
  test("is a line for each role, with its deadline in the reader's zone", () => {
    const recipient = aRecipient({ zone: "America/New_York", customerId: "south" });
    const facts = factsFor({ ...aFactsInput("announce", "customer", { window: aWindow({ toDo, toDoBy: by }) }), recipient });
    expect(words(facts, "window.todo")).toBe("Clinicians: sign out.\nPharmacies: print the day's list.");
    expect(words(facts, "window.todoBy")).toBe("Fri 27 Nov 2026, 12:00 EST (UTC-5)");
  });
  test("is due by the start where nobody said by when", () => {
    expect(words(someFacts("announce", "customer", { window: aWindow({ toDo }) }), "window.todoBy")).toBe(
      "before Sat 28 Nov 2026, 02:00 GMT (UTC+0)",
    );
    expect(words(someFacts(), "window.todoBy")).toBeNull();
  });
  test("is not asked for any more once its time has passed and the work runs", () => {
    const facts = someFacts("start", "customer", { window: aWindow({ toDo, toDoBy: by }) });
    expect(words(facts, "window.todo")).toBe("You need to do nothing more.");
    expect(words(facts, "window.todoBy")).toBeNull();
  });
});

describe("whom to ask, and whether somebody answers then", () => {
  const weekly = { kind: "weekly", weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" } as const;
  const opening = (stage: Stage, workspace: Parameters<typeof aWorkspace>[0]) =>
    words(someFacts(stage, "customer", { workspace: aWorkspace(workspace) }), "contact.open");
  test("is not said where nobody said when it is open", () => {
    expect(opening("announce", {})).toBeNull();
  });
  test("is open all through the work, day and night", () => {
    expect(opening("announce", { contactHours: { kind: "always" } })).toBe("open throughout");
  });
  test("is closed at night, and says when it opens, or who answers then", () => {
    expect(opening("announce", { contactHours: weekly })).toBe("open from Mon 30 Nov 2026, 08:00 GMT (UTC+0)");
    expect(opening("announce", { contactHours: weekly, contactOtherwise: "the on-call desk" })).toBe(
      "during the work ask the on-call desk",
    );
  });
  test("after the work counts the time of the notice, not of the window", () => {
    expect(opening("cancelled", { contactHours: weekly })).toBe("open from Fri 27 Nov 2026, 08:00 GMT (UTC+0)");
    expect(opening("announce", { contactHours: { ...weekly, weekdays: [5], from: "20:00", to: "06:00" } })).toBe(
      "open throughout",
    );
  });
});

test("a new try is promised the notice that the audience's rule promises", () => {
  const rules = [aRule({ audienceId: "customers", promised: { amount: 3, unit: "businessDays", calendar: "customer" } })];
  expect(words(someFacts("rolledBack", "customer", { rules }), "notice.promised")).toBe(
    "You get a notice at least 3 business days before.",
  );
});

test.each([
  [90, "minutes", "90 minutes"],
  [120, "minutes", "2 hours"],
  [48, "hours", "48 hours"],
] as const)("a promise of %i %s is told as %s", (amount, unit, told) => {
  const rules = [aRule({ audienceId: "customers", promised: { amount, unit, calendar: "customer" } })];
  expect(words(someFacts("rolledBack", "customer", { rules }), "notice.promised")).toBe(
    `You get a notice at least ${told} before.`,
  );
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
