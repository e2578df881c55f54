import { describe, expect, test } from "vitest";
import { type CheckedRendering, type CheckInput, checkDraft } from "../../../src/core/domain/checker.ts";
import { type CheckName, checkTable } from "../../../src/core/domain/checks/check-table.ts";
import type { MessageContent } from "../../../src/core/domain/delivery.ts";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { aDirectory } from "../../builders/directory.ts";
import { aFactsInput, aRecipient } from "../../builders/notice.ts";
import { aWindow, exampleStart, formerTime, zonedTime } from "../../builders/window.ts";

const when = "Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)";
const contact = "Service desk, servicedesk@example.org, staffed day and night";

type Case = Partial<CheckInput> & {
  readonly stage?: Parameters<typeof aFactsInput>[0];
  readonly subject?: string;
  readonly channelKind?: CheckedRendering["channelKind"];
  readonly content?: MessageContent;
};

/** The names and quotes of what the checker finds in a sentence inside an otherwise good notice. */
function findings(sentence: string, { stage = "announce", subject, channelKind, content, ...changes }: Case = {}) {
  const voice = changes.voice ?? "customer";
  const base = aFactsInput(stage, voice);
  const opening = { completed: "The work is over, planned for", rescheduled: "It has moved:", start: "Started:" };
  const news = { ...opening }[stage as string] ?? "Patient portal will stop on";
  const text = `${news} ${when}. ${sentence}\n\n${contact}\n\nFW-2026-118`;
  const rendering: CheckedRendering = {
    recipient: base.recipient,
    channelKind: channelKind ?? "mail",
    customerName: voice === "customer" ? "North Hospital" : null,
    subject: subject ?? "Patient portal stops, Sat 28 Nov 02:00 GMT (FW-2026-118)",
    text,
    content: content ?? { kind: "manual", subject: "", text },
  };
  const draft = { subject: "", body: "" };
  return checkDraft({ ...base, draft, voice, problems: [], renderings: [rendering], ...changes });
}

function seen(sentence: string, changes: Case = {}): string[] {
  return findings(sentence, changes).map(({ check, quote }) => `${check}: ${quote}`);
}

test("a good notice gives no findings", () => {
  expect(seen("All else works.")).toEqual([]);
});

describe("what is wrong in a customer's copy is found with its exact words", () => {
  test.each<[CheckName, string, string]>([
    ["timeWithoutZone", "Finish by 01:30 please.", "01:30"],
    ["timeWithoutZone", "Finish by 9 pm please.", "9 pm"],
    ["wrongZone", "It starts at 02:00 BST.", "02:00 BST"],
    ["wrongZone", "It starts at 02:00 EST.", "02:00 EST"],
    ["timeDisagrees", "The break is 03:00–05:00 GMT.", "03:00–05:00"],
    ["otherTime", "Finish your work by 17:30 GMT.", "17:30"],
    ["wrongWeekday", "That is Fri 28 Nov 2026.", "Fri 28 Nov 2026"],
    ["wrongWeekday", "That is Friday, November 28, 2026.", "Friday, November 28, 2026"],
    ["otherDate", "It is offline again on Thu 3 Dec 2026.", "Thu 3 Dec 2026"],
    ["pastDate", "It was agreed for Mon 2 Nov 2026.", "Mon 2 Nov 2026"],
    ["digitsOnlyDate", "It is on 11/12/2026.", "11/12/2026"],
    ["digitsOnlyDate", "It is Sat 28/11, as agreed.", "28/11"],
    ["vagueTime", "It ends at midnight.", "midnight"],
    ["vagueTime", "It ends by midnight at the latest.", "midnight"],
    ["noFigure", "It is a momentary break.", "momentary break"],
    ["otherReference", "Quote FW-2026-117 to us.", "FW-2026-117"],
    ["longerThanWindow", "Expect a break of 3 hours.", "3 hours"],
    ["internalHost", "We restart db01.intranet.example.org first.", "db01.intranet.example.org"],
    ["internalHost", "We restart node-7.eks.internal first.", "node-7.eks.internal"],
    ["internalHost", "We restart 10.20.30.40 first.", "10.20.30.40"],
    ["ticketNumber", "See OPS-4458 for more.", "OPS-4458"],
    ["ticketNumber", "See CHG0031337 for more.", "CHG0031337"],
    ["internalName", "Ask Dana Reed about it.", "Dana Reed"],
    ["otherCustomer", "South Clinic has agreed.", "South Clinic"],
    ["otherCustomer", "Write to it@south.example too.", "it@south.example"],
    ["massMention", "Hello @channel, please read.", "@channel"],
    ["massMention", "Hello <!here>, please read.", "<!here>"],
    ["secret", "The password is Winter2026!", "Winter2026!"],
    ["personalNumber", "NHS number 943 476 5919 was affected.", "943 476 5919"],
    ["hiddenCharacter", "The por\u200Btal stops.", "por[U+200B]tal"],
    ["hiddenCharacter", "The \u202Elatrop stops.", "[U+202E]latrop"],
    ["deadWording", "The reason is TBD.", "TBD"],
    ["deadWording", "Lorem ipsum dolor.", "Lorem ipsum"],
    ["deadWording", "Read more [link here].", "[link here]"],
    ["deadWording", "It is because of [reason].", "[reason]"],
    ["deadWording", "Reason: [text]", "[text]"],
    ["deadWording", "It is on mm/dd/yy.", "mm/dd/yy"],
    ["deadWording", "The service xx stops.", "xx"],
    ["leftoverMarkup", "The reason is {{ window.reason }}.", "{{ window.reason }}"],
    ["leftoverMarkup", "The reason is **old**.", "**old**"],
  ])("%s in %j", (check, sentence, quote) => {
    const found = findings(sentence);
    expect(found).toContainEqual(expect.objectContaining({ check, quote, gravity: checkTable[check], part: "body" }));
    expect(found.every(({ message }) => message.length > 20)).toBe(true);
  });
});

describe("what only looks wrong is let pass", () => {
  test.each([
    "It starts at 02:00 GMT and ends at 04:00 GMT.",
    "It starts on Saturday, November 28, 2026.",
    "In New York that is Fri 27 Nov 2026, 21:00–23:00 EST (UTC-5).".replace(/.*/u, "That is Sat 28 Nov 2026, 02:00 UTC."),
    "The break is between 02:30 and 02:40 GMT.",
    "Next word: Fri 27 Nov 2026, 10:00 GMT (UTC+0)",
    "We meet on Thu 3 Dec 2026.",
    "The ratio is 16:9 and the version 2.11.4.",
    "See https://status.example.org/2026/11/12:30 for more.",
    "It runs overnight, and is within 2 hours.",
    "Old records are kept as before; read more within 24 hours before.",
    "We use host.example.org and localhost.example.com.",
    "The address 8.8.8.8 stays; version 10.2 too.",
    "It needs TLS-1, UTF-8, ISO-8601, SHA-256 and ICD-10.",
    "Quote FW-2026-118 to us.",
    "Dana Reeder and Reed Dana said so.",
    "North Hospital has agreed; it@north.example knows.",
    "Write to news@channel.example.org or @channels.",
    "Todoist, XXL and TBDs are words.",
    "Prices rise [see the list].",
    "[internal] All of us know.",
    "Multiply 2 * 3 * 4, if a < b.",
  ])("%s", (sentence) => {
    expect(seen(sentence)).toEqual([]);
  });
});

describe("a table with a column from and a column to", () => {
  const table = (...rows: string[]): string => ["", "", "Where     From                        To", ...rows].join("\n");
  const london = "London    Sat 28 Nov 2026, 02:00 GMT  Sat 28 Nov 2026, 04:00 GMT";

  test("tells the window in each row of its own zone", () => {
    expect(seen(table(london, "New York  Fri 27 Nov 2026, 21:00 EST  Fri 27 Nov 2026, 23:00 EST"))).toEqual([]);
    const late = "New York  Fri 27 Nov 2026, 22:00 EST  Fri 27 Nov 2026, 23:00 EST";
    expect(seen(table(london, late))).toEqual(["timeDisagrees: 22:00"]);
  });

  test.each([
    ["From", "To"],
    ["Start", "End"],
  ])("tells the steps of the work in rows of one zone, under %s and %s", (from, to) => {
    const steps = ["Copy      02:00 GMT  02:40 GMT", "Switch    02:40 GMT  02:50 GMT", "Tests     02:50 GMT  04:00 GMT"];
    expect(seen(["", "", `Step      ${from.padEnd(9)}  ${to}`, ...steps].join("\n"))).toEqual([]);
  });
});

test("a picture at the head of a line hides no time", () => {
  expect(seen(":construction: Started 05:00 GMT.", { stage: "start", voice: "internal" })).toContain("timeDisagrees: 05:00");
});

describe("the day by which readers must act", () => {
  const window = aWindow({ toDo: "Export your open orders by Fri 27 Nov 2026, 17:00 GMT." });
  const changes = { window, voice: "internal" } as const;

  test("may stand in the subject", () => {
    const subject = "Export orders by Fri 27 Nov: Patient portal stops Sat 28 Nov";
    expect(seen("Export your open orders by Fri 27 Nov 2026, 17:00 GMT.", { ...changes, subject })).toEqual([]);
  });

  test("is the one that the window states", () => {
    const subject = "Export orders by Thu 26 Nov: Patient portal stops Sat 28 Nov";
    expect(seen("Export your open orders by Thu 26 Nov 2026.", { ...changes, subject })).toEqual([
      "otherDate: Thu 26 Nov",
      "otherDate: Thu 26 Nov 2026",
    ]);
  });

  test("is none of the service itself", () => {
    const subject = "Patient portal available by Fri 27 Nov";
    expect(seen("", { ...changes, subject })).toContain("dateDisagrees: Fri 27 Nov");
  });
});

test("engineers may read hosts, tickets and names", () => {
  expect(seen("We restart 10.20.30.40, see OPS-4458, ask Dana Reed.", { voice: "internal" })).toEqual([]);
});

test("a record of this window is certain to be ours, a pattern is not", () => {
  const window = aWindow({ references: [{ label: "OPS-4458", url: null }] });
  expect(seen("See OPS-4458 and OPS-9.", { window })).toEqual(["internalReference: OPS-4458", "ticketNumber: OPS-9"]);
});

test("hours of the contact point are no times of the window", () => {
  const base = aFactsInput();
  const workspace = { ...base.workspace, contactPoint: "Desk, desk@example.org, 08:00–18:00" };
  expect(seen("Ask Desk, desk@example.org, 08:00–18:00.", { workspace })).toEqual([]);
});

describe("a time that changed", () => {
  const window = aWindow({
    formerTimes: [formerTime(exampleStart - 7 * day + hour / 2, exampleStart - 7 * day + 2 * hour, "rescheduled", "")],
  });
  test("is left over in a reminder", () => {
    expect(seen("It starts on Sat 21 Nov 2026, 02:30 GMT.", { window, now: exampleStart - 8 * day })).toContain(
      "oldTime: Sat 21 Nov 2026",
    );
    const moved = aWindow({ formerTimes: [formerTime(exampleStart - 3 * hour, exampleStart - hour, "rescheduled", "")] });
    expect(seen("It starts at 23:00 GMT.", { window: moved })).toEqual(["oldTime: 23:00"]);
  });
  test("belongs in the notice that says it moved", () => {
    expect(seen("It was Sat 21 Nov 2026, 02:30–04:00 GMT.", { window, stage: "rescheduled" })).toEqual([]);
  });
});

test("a date that has passed is found even when it is the window's", () => {
  const now = exampleStart + 2 * day;
  const base = aFactsInput();
  const notice = { ...base.notice, latestUsefulAt: now + hour };
  expect(seen("", { now, notice }).map((found) => found.split(":")[0])).toContain("pastDate");
});

test("the end of the work is told by its actual time", () => {
  expect(seen("It ended at 03:40 GMT.", { stage: "completed" })).toEqual([]);
});

test("an end told in the future tense is the announcement's text", () => {
  expect(seen("It will be unavailable for ten minutes.", { stage: "completed" })).toEqual([
    "futureAfterEnd: will be unavailable",
  ]);
  expect(seen("It will be available.", { stage: "completed" })).toEqual([]);
  expect(seen("It will be unavailable.", { stage: "announce" })).toEqual([]);
});

test("an outage told of a window without impact contradicts it", () => {
  const window = aWindow({ impact: "none", expectedDowntimeMinutes: null });
  expect(seen("It will be briefly down.", { window })).toEqual(["contradictsImpact: will be briefly down"]);
  expect(seen("It will be available.", { window })).toEqual([]);
});

test("a fact the window lacks is asked for", () => {
  expect(seen("", { window: aWindow({ rollbackPlan: "" }) })).toEqual(["missingFact: rollbackPlan"]);
});

test("problems of the template are named, once, and not asked for twice", () => {
  const problems = [
    { kind: "emptyVariable", part: "body", name: "window.reason" },
    { kind: "emptyVariable", part: "body", name: "window.reason" },
    { kind: "unknownVariable", part: "subject", name: "window.titel" },
    { kind: "syntax", part: "body", line: 3, message: "tag not closed" },
  ] as const;
  const found = findings("", { problems, window: aWindow({ reason: "" }) });
  expect(found.map(({ check }) => check)).toEqual(["emptyVariable", "unknownVariable", "brokenTemplate"]);
  expect(found[1]?.message).toContain("is it window.title");
});

test("a notice without our reference cannot be found again", () => {
  const base = aFactsInput();
  const window = { ...base.window, reference: "FW-2026-200" };
  expect(seen("", { window })).toEqual(["noReference: FW-2026-200", "otherReference: FW-2026-118"]);
});

test("a notice that names nobody to ask is found", () => {
  const base = aFactsInput();
  const rendering = { recipient: base.recipient, channelKind: "manual" as const, customerName: null };
  const content = { kind: "manual" as const, subject: "", text: "" };
  const renderings = [{ ...rendering, subject: "FW-2026-118", text: `It stops on ${when}.`, content }];
  expect(seen("", { renderings })).toEqual(["noContact: "]);
});

describe("length", () => {
  const long = (characters: number) => "Word and word. ".repeat(Math.ceil(characters / 15));
  test("Slack recommends one length and refuses another", () => {
    const internal = { voice: "internal", channelKind: "slack" } as const;
    expect(seen(long(3_000), internal)).toEqual([]);
    expect(seen(long(4_200), internal)).toEqual(["longText: "]);
    expect(seen(long(13_500), internal)).toEqual(["tooLong: "]);
  });
  test("Teams refuses more than 28 KB, counted in bytes", () => {
    const teams = (html: string) =>
      ({ voice: "internal", channelKind: "teamsChannel", content: { kind: "teams", subject: "", html, mentions: [] } }) as const;
    expect(seen("", teams("x".repeat(28 * 1024)))).toEqual([]);
    expect(seen("", teams("x".repeat(28 * 1024 + 1)))).toEqual(["tooLong: "]);
    expect(seen("", teams("–".repeat(10_000)))).toEqual(["tooLong: "]);
  });
  test("a subject's news fits into about sixty characters, our reference aside", () => {
    const news = "n".repeat(66);
    expect(seen("", { subject: `${news} (FW-2026-118)` })).toEqual([]);
    expect(seen("", { subject: `${news}y (FW-2026-118)` })).toEqual([`longSubject: ${news}y (FW-2026-118)`]);
  });
  test("customers get at most 120 words, engineers more", () => {
    expect(seen("word ".repeat(130))).toEqual(["manyWords: "]);
    expect(seen("word ".repeat(130), { voice: "internal" })).toEqual([]);
  });
});

describe("a notice that is shorter than promised", () => {
  const base = aFactsInput();
  const promise = { kind: "broken", latest: exampleStart - 6 * day, earliestStart: exampleStart + 3 * day } as const;
  const kept = { kind: "kept", latest: exampleStart - day } as const;
  const recipients = [aRecipient({ promise }), aRecipient({ customerId: "south", promise: kept })];
  const notice = { ...base.notice, recipients };
  const shortNotice = { reason: "The supplier closed a hole that is in use.", approver: "Head of operations" };

  test("names the customer, the last chance and the start that would keep the promise", () => {
    const found = findings("", { notice }).filter(({ check }) => check === "promiseNotKept");
    expect(found).toMatchObject([{ gravity: "hint", quote: "North Hospital", part: "plan" }]);
    expect(found[0]?.message).toContain("Sun 22 Nov 2026, 02:00 GMT");
    expect(found[0]?.message).toContain("Tue 1 Dec 2026, 02:00 GMT");
  });

  test("is blocked until the window says why, and who agreed to it", () => {
    expect(findings("", { notice })[0]).toMatchObject({
      check: "shortNoticeUnexplained",
      gravity: "error",
      isOverridable: false,
    });
    const half = aWindow({ shortNotice: { ...shortNotice, approver: " " } });
    expect(seen("", { notice, window: half })).toContain("shortNoticeUnexplained: ");
    expect(seen("", { notice, window: aWindow({ shortNotice }) })).not.toContain("shortNoticeUnexplained: ");
  });

  test("must say the reason to those readers", () => {
    const window = aWindow({ shortNotice });
    const said = "It is short notice, because the supplier closed a hole\nthat is in use. We are sorry.";
    expect(seen("It is on Saturday.", { notice, window })).toContain("shortNoticeUnsaid: ");
    expect(seen(said, { notice, window })).not.toContain("shortNoticeUnsaid: ");
  });

  test("is not short for whoever heard of this start in time, whatever a later look says", () => {
    const told = recipients.map(({ channelId, customerId }) => ({
      audienceId: "customers",
      channelId,
      customerId,
      stage: "announce" as const,
      startAt: exampleStart,
      endAt: exampleStart + 2 * hour,
      at: exampleStart - 2 * day,
      heardSince: exampleStart - 7 * day,
    }));
    expect(seen("", { notice, told }).filter((found) => /short|promise/u.test(found))).toEqual([]);
  });

  test("makes the reminder short, too, and none of what is told once the work has begun", () => {
    const reminder = { ...base.notice, stage: "reminder" as const, recipients: [aRecipient()] };
    expect(seen("", { notice: reminder, plan: [notice, reminder] })).toContain("shortNoticeUnexplained: ");
    const start = { ...reminder, stage: "start" as const };
    expect(seen("", { notice: start, plan: [notice, start] })).not.toContain("shortNoticeUnexplained: ");
  });
});

test("a notice that has outlived its use is stopped", () => {
  const base = aFactsInput();
  expect(seen("", { notice: { ...base.notice, latestUsefulAt: base.now - 1 } })).toEqual([
    "tooLate: Mon 23 Nov 2026, 01:58 GMT (UTC+0)",
  ]);
});

test("the gravest finding comes first, and each key occurs once", () => {
  const base = aFactsInput();
  const [recipient] = base.notice.recipients;
  if (recipient === undefined) throw new Error("no recipient");
  const content = { kind: "manual" as const, subject: "", text: "" };
  const text = `Sat 28 Nov 2026, 02:00 GMT to midnight, TBD. ${"word ".repeat(130)} ${contact} FW-2026-118`;
  const one: CheckedRendering = { recipient, channelKind: "mail", customerName: "North Hospital", subject: "TBD", text, content };
  const two: CheckedRendering = { ...one, recipient: { ...recipient, customerId: "south", zone: "America/New_York" } };
  const found = findings("", { renderings: [one, two], directory: aDirectory() });
  expect(found.map(({ gravity }) => gravity)).toEqual(["error", "warning", "hint"]);
  expect(new Set(found.map(findingKey)).size).toBe(found.length);
});

test("a window in summer is told in summer time", () => {
  const start = Date.UTC(2026, 6, 4, 1);
  const window = aWindow({ start: zonedTime(start), end: zonedTime(start + hour) });
  const base = aFactsInput();
  const recipients = [aRecipient({ dueAt: start - day + hour / 2 })];
  const notice = { ...base.notice, latestUsefulAt: start, recipients };
  const content = { kind: "manual" as const, subject: "", text: "" };
  const rendering = {
    recipient: base.recipient,
    channelKind: "mail" as const,
    customerName: null,
    subject: "FW-2026-118",
    content,
  };
  const check = (text: string) =>
    seen("", { window, notice, now: start - day, plan: [], renderings: [{ ...rendering, text: `${text} ${contact}` }] });
  expect(check("It is Sat 4 Jul 2026, 02:00–03:00 BST.")).toEqual([]);
  expect(check("It is Sat 4 Jul 2026, 02:00–03:00 GMT.")).toEqual(["wrongZone: 02:00–03:00 GMT"]);
});

describe("names and links that are not what they look like", () => {
  const withContact = (changes: object) =>
    aDirectory({
      contacts: aDirectory().contacts.map((contact) => (contact.id === "north-it" ? { ...contact, ...changes } : contact)),
    });
  test.each<[CheckName, object, string]>([
    ["hiddenInName", { name: "Robin\u200B Hale" }, "Robin[U+200B] Hale"],
    ["hiddenInName", { email: "it@north\u00AD.example" }, "it@north[U+00AD].example"],
    ["lookAlikeName", { name: "Rоbin Hale" }, "Rоbin Hale"],
    ["lookAlikeName", { email: "it@nоrth.example" }, "it@nоrth.example"],
    ["lookAlikeName", { email: "it@xn--80ak6aa92e.com" }, "it@xn--80ak6aa92e.com"],
  ])("%s: %j", (check, changes, quote) => {
    expect(findings("", { directory: withContact(changes) })).toContainEqual(
      expect.objectContaining({ check, quote, gravity: "error", isOverridable: false, part: "plan" }),
    );
  });

  test.each<[CheckName, string, string]>([
    ["unsafeLink", "[click](javascript:alert(1))", "javascript:alert(1"],
    ["unsafeLink", "javascript:alert(1)", "javascript:alert(1"],
    ["userInLink", "https://bank.example@evil.example/x.", "https://bank.example@evil.example/x"],
    ["otherTarget", "[https://bank.example](https://evil.example)", "https://evil.example"],
    ["lookAlikeLink", "[here](https://pаypal.example)", "https://pаypal.example"],
    ["plainHttp", "[here](http://status.example.org)", "http://status.example.org"],
  ])("%s in the draft %j", (check, body, quote) => {
    expect(findings("", { draft: { subject: "", body } })).toContainEqual(
      expect.objectContaining({ check, quote, gravity: checkTable[check] }),
    );
  });

  test("an honest link, and one that a fact fills in, are none", () => {
    const body =
      "[Live status](https://status.example.org/a?b=1#c) <https://example.org> mailto:a@example.org [x]({{ service.status }})";
    expect(findings("", { draft: { subject: "", body } })).toEqual([]);
  });
});

test("an internal text on its way to a customer, or to a channel that others share, is an error", () => {
  const readers = { outside: true, saidBy: "provider", detail: "Slack: shared with one other organisation", since: 1 } as const;
  const shared = aDirectory({
    channels: aDirectory().channels.map((channel) => (channel.id === "eng" ? { ...channel, readers } : channel)),
  });
  const { notice, recipient } = aFactsInput("announce", "internal");
  expect(recipient.channelId).toBe("eng");
  expect(seen("", { voice: "internal", notice, directory: shared })).toEqual(["internalNoticeOutside: #engineering"]);
  expect(seen("", { voice: "internal", notice })).toEqual([]);
});

test("what a calendar file would carry is looked through, too", () => {
  const window = aWindow({ toDo: "Use the password: Winter2026!" });
  expect(seen("", { window })).toContain("secret: Winter2026!");
});

test("words that are wrong wherever they stand are pointed at in each place, and counted as one", () => {
  const [tbd, ...others] = findings("The reason is TBD and the plan TBD. We go TBDs. Ask db-1.internal, not db-12.internal.", {
    subject: "Patient portal stops TBD, Sat 28 Nov 02:00 GMT (FW-2026-118)",
  }).filter(({ check }) => check === "deadWording");
  expect([tbd?.quote, tbd?.places, tbd?.alike].flat()).toMatchObject([
    "TBD",
    { part: "subject", nth: 0 },
    { part: "body", nth: 0 },
    { part: "body", nth: 1 },
  ]);
  expect(others).toEqual([]);
});
