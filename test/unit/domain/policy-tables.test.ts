import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyReading } from "../../../src/core/domain/policy.ts";
import { readPolicy } from "../../../src/core/domain/policy-reading/read-policy.ts";
import { inWords, questionsFor, readText, rulesFor } from "./policy-fixtures/read.ts";

const all = (reading: PolicyReading): string[] => reading.rules.map((one) => inWords(one.rule));
const asked = (reading: PolicyReading): string[] => reading.questions.map((one) => one.question);

describe("a table in any order, under any names", () => {
  test("who, how, when and by whom in columns of their own", () => {
    const reading = readText(`
| Stakeholder group | How | When | Who sends |
|---|---|---|---|
| Hospital customers | Email and customer portal | 10 business days before, 2 business days before, on completion | Service manager |
| Clinical leads | Teams | at least 48 hours in advance; during every 30 minutes; after completion | Release manager |
| Executives | Email or phone | Only if outage is expected: T-3 | Head of platform |
| Service desk | #service-desk | as needed | Release manager |`);
    expect(all(reading)).toEqual([
      "announce · Hospital customers · Email, Customer portal · 10 business days before, 09:00 · 10 business days promised (customer)",
      "reminder · Hospital customers · Email, Customer portal · 2 business days before, 09:00",
      "completed · Hospital customers · Email, Customer portal · when it is over",
      "announce · Clinical leads · Teams · 48 hours before · 48 hours promised (coordinator)",
      "progress · Clinical leads · Teams · every 30 minutes while it runs",
      "completed · Clinical leads · Teams · when it is over",
      "announce · Executives · Email or Phone · 3 days before, 09:00 · 3 days promised (coordinator) · if there is an impact",
    ]);
    expect(reading.rules[0]?.rule.lead).toBe("Service manager");
    expect(asked(reading)).toEqual(["Which of Email and Phone is used?", "When is it sent?"]);
    expect(reading.questions[1]?.why).toBe("“as needed” does not say when.");
  });

  test("a column for each stage: later columns remind the readers the first one names", () => {
    const reading = readText(
      [
        "Change type\tAnnouncement\tReminder 1\tReminder 2\tPost-release\tOwner\tSent?",
        "Major release\tEmail customers 10 business days before\t5 days before\t1 day before\tEmail\tProduct owner\tyes",
        "Hotfix\tSlack #eng\tN/A\tN/A\tx\tTech lead\t",
      ].join("\n"),
    );
    expect(rulesFor(reading, "Major release")).toEqual([
      "announce · Customers · Email · 10 business days before, 09:00 · 10 business days promised (customer)",
      "reminder · Customers · Email · 5 days before, 09:00",
      "reminder · Customers · Email · 1 day before, 09:00",
      "completed · Customers · Email · when it is over",
    ]);
    expect(rulesFor(reading, "Hotfix")).toEqual(["completed · Internal teams · #eng · when it is over"]);
    expect(asked(reading)).toEqual(["How long before the start?"]);
    expect(reading.ignored.find((one) => one.cell.column === 6)?.why).toContain("records what was done");
  });

  test("channels down and lead times across, with marks", () => {
    const reading = readText(`
| Channel | 2 weeks before | 1 day before | At start | Completed |
|---|---|---|---|---|
| Email to customers | x | x | | x |
| #ops | | x | x | x |`);
    expect(all(reading)).toEqual([
      "announce · Customers · Email · 14 days before, 09:00 · 14 days promised (customer)",
      "reminder · Customers · Email · 1 day before, 09:00",
      "completed · Customers · Email · when it is over",
      "announce · Internal teams · #ops · 1 day before, 09:00 · 24 hours promised (coordinator)",
      "start · Internal teams · #ops · at the start",
      "completed · Internal teams · #ops · when it is over",
    ]);
    expect(reading.questions).toEqual([]);
  });

  test("nobody is guessed to read a status page: it is asked", () => {
    const reading = readText("| Change | Status page | When |\n|---|---|---|\n| Release | x | at start |");
    expect(asked(reading)).toEqual(["Who is told through Status page?"]);
    expect(reading.questions[0]?.choices.map((choice) => choice.label)).toEqual([
      "Customers",
      "Internal teams",
      "Business stakeholders",
      "No notice",
    ]);
  });

  test("a cell with several notices is read part by part", () => {
    const reading = readText(`
| Change | Notify |
|---|---|
| Release | Email customers 5 days before, #ops 1 day before and at start |`);
    expect(all(reading)).toEqual([
      "announce · Customers · Email · 5 days before, 09:00 · 5 days promised (customer)",
      "announce · Internal teams · #ops · 1 day before, 09:00 · 24 hours promised (coordinator)",
      "start · Internal teams · #ops · at the start",
    ]);
  });

  test("timing in one table and channels in another are one rule, not two", () => {
    const reading = readText(`
| Change | Customers | Internal |
|---|---|---|
| Release | 5 business days before | 24 hours before |

| Change | Internal channel | Customer channel |
|---|---|---|
| Release | #dev | Email |`);
    expect(all(reading)).toEqual([
      "announce · Customers · Email · 5 business days before, 09:00 · 5 business days promised (customer)",
      "announce · Internal teams · #dev · 24 hours before · 24 hours promised (coordinator)",
    ]);
    expect(reading.questions).toEqual([]);
  });

  test("two places that contradict each other are asked about, with both", () => {
    const reading = readText(`
| Change | Customers (Email) |
|---|---|
| Release | 5 business days before |

| Change | Customers (Email) |
|---|---|
| Release | 10 business days before |`);
    expect(all(reading)).toEqual([]);
    expect(reading.questions[0]?.why).toBe("Two places disagree: “5 business days before” and “10 business days before”.");
    expect(reading.questions[0]?.choices.map((choice) => choice.label)).toEqual([
      "5 business days before, 09:00",
      "10 business days before, 09:00",
      "No notice",
    ]);
  });

  test("a cell and its row that contradict each other are asked about, too", () => {
    const reading = readText(
      "| Change | Internal (Slack) | Timing |\n|---|---|---|\n| Release | #dev (24h notice) | 3 days before |",
    );
    expect(all(reading)).toEqual([]);
    expect(reading.questions[0]?.why).toContain("Two places disagree");
  });
});

describe("more of what policies do", () => {
  test("a column of channels may name any place; words of time that are no time are asked about", () => {
    const reading = readText(`
| Audience | Channel | Timing |
|---|---|---|
| Users | Release notes + API changelog | After deployment |
| Support | Handbook page | Launch day |
| External partners | Email | 30 days before breaking changes |
| Customers (if impacted) | Status page | Within 30 minutes |`);
    expect(all(reading)).toEqual([
      "completed · Users · Release notes, API changelog · when it is over",
      "start · Support · Handbook page · at the start",
    ]);
    expect(reading.questions.map((one) => one.why)).toEqual([
      "The words “breaking changes” were not understood, and may change what is meant.",
      "It is not certain when: “within” a time does not say when the time begins to run.",
    ]);
    expect(reading.questions[1]?.choices[0]?.rules[0]?.condition.impactOnly).toBe(true);
  });

  test("customers named beside a team's channel are not told in it", () => {
    const reading = readText(`
| Type | Day-of | Post-release |
|---|---|---|
| Hotfix | #engineering | #engineering + customers by email |`);
    expect(all(reading)).toEqual([
      "start · Internal teams · #engineering · at the start",
      "completed · Internal teams · #engineering · when it is over",
      "completed · Customers · Email · when it is over",
    ]);
  });

  test("rows that are steps: the first announces, later ones remind", () => {
    const reading = readText(`
| When | What | Who | How |
|---|---|---|---|
| T-7 days | Announcement | All customers | Email; status page |
| T-24h | Reminder | All customers | Email |
| T-0 | Start notice | Customers, #ops | Status page |`);
    expect(all(reading)).toEqual([
      "announce · All customers · Email, Status page · 7 days before, 09:00 · 7 days promised (customer)",
      "reminder · All customers · Email · 24 hours before",
      "start · Customers · Status page · at the start",
      "start · Internal teams · #ops · at the start",
    ]);
  });

  test("a row about a rollback is a state any change may come to", () => {
    const reading = readText(
      "| Event | Audience | Channel | Timing |\n|---|---|---|---|\n| Rollback (if needed) | All stakeholders | Slack #incidents | Immediately |",
    );
    expect(rulesFor(reading, null)).toEqual(["rolledBack · All stakeholders · #incidents · when it happens"]);
  });

  test("times in a table, readers and channels in a list under another heading", () => {
    const reading = readText(`
### Maintenance windows

| Type | Frequency | Window | Advance notice |
|---|---|---|---|
| Routine | Weekly | Sunday 2:00 - 4:00 | 48 hours |

### Notification

Notifications are sent via:
- Email to account administrators
- Status page
`);
    expect(all(reading)).toEqual([
      "announce · Account administrators · Email, Status page · 48 hours before · 48 hours promised (customer)",
    ]);
    expect(reading.ignored.find((one) => one.cell.words === "Weekly")?.why).toContain("when the work takes place");
  });

  test("“same as above” is read as the words above, and shown as written", () => {
    const reading = readText(`
| Activity | Teams channel | Customer e-mail |
|---|---|---|
| Upgrade | Ops General, 2 days before and on completion | 5 working days' notice; all clear afterwards |
| Rotation | same as above | none |`);
    expect(rulesFor(reading, "Rotation")).toEqual(
      rulesFor(reading, "Upgrade").filter((rule) => rule.includes("Internal teams · Ops General")),
    );
    expect(reading.rules.at(-1)?.cells[0]?.words).toBe("same as above");
  });

  test("a column of conditions holds for its rows; one the app cannot judge is asked about", () => {
    const reading = readText(`
| Change | Customers (Email) | When | Condition |
|---|---|---|---|
| Upgrade | x | 3 days before | outage expected |
| Patch | x | 3 days before | class B |
| Move | x | 3 days before | - |`);
    expect(rulesFor(reading, "Upgrade")).toEqual([
      "announce · Customers · Email · 3 days before, 09:00 · 3 days promised (customer) · if there is an impact",
    ]);
    expect(rulesFor(reading, "Patch")).toEqual([]);
    expect(reading.questions[0]?.why).toBe("“class B” is a condition the app cannot know.");
    expect(rulesFor(reading, "Move")).toHaveLength(1);
  });
});

describe("times", () => {
  const timing = (words: string): PolicyReading => readText(`| Change | Customers (Email) |\n|---|---|\n| Release | ${words} |`);
  const customers = "announce · Customers · Email";

  test.each([
    ["3-5 business days", "5 business days before, 09:00 · 3 business days promised (customer)"],
    ["24–48h notice", "48 hours before · 24 hours promised (customer)"],
    ["two weeks in advance", "14 days before, 09:00 · 14 days promised (customer)"],
    ["T-14 to T-10", "14 days before, 09:00 · 10 days promised (customer)"],
    ["10 days preferred, 5 days minimum", "10 days before, 09:00 · 5 days promised (customer)"],
    ["minimum 5 working days", "5 business days before, 09:00 · 5 business days promised (customer)"],
    ["5 Werktage vorher", "5 business days before, 09:00 · 5 business days promised (customer)"],
    ["5 hverdage før", "5 business days before, 09:00 · 5 business days promised (customer)"],
    ["5 jours ouvrés avant", "5 business days before, 09:00 · 5 business days promised (customer)"],
    ["the day before", "1 day before, 09:00 · 24 hours promised (customer)"],
    ["15 minutes before", "15 minutes before · 15 minutes promised (customer)"],
    ["30 Minuten vorher", "30 minutes before · 30 minutes promised (customer)"],
    ["120 minutes before", "2 hours before · 2 hours promised (customer)"],
    ["as soon as possible", "when planning starts"],
    ["without any delay", "when planning starts"],
    ["ohne schuldhaftes Zögern", "when planning starts"],
  ])("“%s” is plain", (words, expected) => {
    const reading = timing(words);
    expect(reading.questions).toEqual([]);
    expect(all(reading)).toEqual([`${customers} · ${expected}`]);
  });

  test.each([
    ["at least 3–5 days", "either end may be the promise"],
    ["4 days per day of outage", "per day of outage"],
    ["H+30", "from the start or from the end"],
    ["15 minutes", "it does not say of what"],
    ["well in advance", "how long"],
    ["TBD", "TBD"],
    ["every Blue Moon, not on Fridays", "not understood"],
    ["in a timely manner", "how long"],
    ["as agreed", "as agreed"],
  ])("“%s” is asked, and nothing is guessed", (words, why) => {
    const reading = timing(words);
    expect(all(reading)).toEqual([]);
    expect(reading.questions.map((one) => one.why).join(" ")).toContain(why);
  });
});

describe("forms a table comes in", () => {
  const expected = [
    "announce · Internal teams · #ops · 24 hours before · 24 hours promised (coordinator)",
    "announce · All customers · Email · 5 business days before, 09:00 · 5 business days promised (customer)",
  ];

  test("HTML without header cells, in German", () => {
    const reading = readText(
      "<table><tr><td>Änderungsart</td><td>Verantwortlich</td><td>Intern (Slack)</td><td>Extern (E-Mail)</td><td>Zeitpunkt</td></tr>" +
        "<tr><td>Geplante Wartung</td><td>Betrieb</td><td>#ops 24 Stunden vorher</td><td>Alle Kunden (5 Werktage vorher)</td><td>Vorab, nach Abschluss</td></tr>" +
        "<tr><td>Kleine Änderung</td><td>Betrieb</td><td>keine</td><td>-</td><td>-</td></tr></table>",
    );
    expect(rulesFor(reading, "Geplante Wartung")).toEqual([
      expected[0],
      "completed · Internal teams · #ops · when it is over",
      expected[1]?.replace("All customers", "Alle Kunden"),
      "completed · Alle Kunden · Email · when it is over",
    ]);
    expect(reading.ignored.filter((one) => one.cell.row === 1)).toHaveLength(5);
  });

  test("stacked and repeated headers, merged cells", () => {
    const reading = readText(`<table>
<tr><th rowspan="2">Change</th><th colspan="2">Internal</th><th colspan="2">External</th></tr>
<tr><th>Slack</th><th>Owner</th><th>Email</th><th>Owner</th></tr>
<tr><td rowspan="2">Release</td><td>#ops 24 hours before</td><td>Dev</td><td>All customers 5 business days before</td><td>PO</td></tr>
<tr><td>Slack</td><td>Owner</td><td>-</td><td>-</td></tr>
</table>`);
    expect(rulesFor(reading, "Release").slice(0, 2)).toEqual(expected);
  });

  test("cells copied from a spreadsheet, with a line break inside one", () => {
    const reading = readText(
      'Change\tInternal\tExternal (mail)\nRelease\t"#ops\n24h notice"\tAll customers 5 business days before',
    );
    expect(rulesFor(reading, "Release")).toEqual(expected);
  });

  test("a table of reStructuredText", () => {
    const reading = readText(`
+---------+---------------------+--------------------------------------+
| Change  | Internal            | External (Email)                     |
+=========+=====================+======================================+
| Release | #ops                | All customers 5 business days before |
|         | 24 hours before     |                                      |
+---------+---------------------+--------------------------------------+
`);
    expect(rulesFor(reading, "Release")).toEqual(expected);
  });
});

describe("what is no matrix", () => {
  test.each([
    ["| Severity | Description | Response time | Resolution time |\n|---|---|---|---|\n| P1 | outage | 15 minutes | 4 hours |"],
    ["| Name | Phone | Email |\n|---|---|---|\n| Duty manager | 555 | duty@example.org |"],
    ["| Request type | Lead time for approval | Approver |\n|---|---|---|\n| Normal | 5 business days | Board chair |"],
  ])("a table of another kind is told apart, with the reason at every cell", (table) => {
    const reading = readText(table);
    expect([reading.rules, reading.questions]).toEqual([[], []]);
    expect(reading.ignored).toHaveLength(reading.tables[0]?.rows[0]?.length ?? 0);
  });
});

describe("nothing is lost", () => {
  const words = fc.constantFrom(
    "",
    "N/A",
    "N/A (unless needed)",
    "#ops",
    "Email",
    "email or portal",
    "customers",
    "Affected customers (3-5 business days)",
    "24h",
    "weekly",
    "during & after",
    "as agreed",
    "if impact",
    "x",
    "Pre-deployment",
    "Teams",
    "not on Fridays",
    "T+1",
    "yes",
    "(",
    "a | b",
    "\n",
    "🦔",
  );
  const header = fc.constantFrom(
    "Change",
    "Internal",
    "External",
    "When",
    "Channel",
    "Audience",
    "Owner",
    "Reminder",
    "Notes",
    "",
    "If",
  );
  const cell = fc.oneof(
    words,
    fc.tuple(words, words).map((pair) => pair.join(" ")),
    fc.string({ maxLength: 30 }),
  );
  const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.record({
      heading: fc.constantFrom("", "Emergency fix", "Matrix"),
      headers: fc.oneof(fc.array(header, { minLength: width, maxLength: width }), fc.constant([])),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
    }),
  );

  test("every cell of any table is behind a rule, a question or a reason, and ids are unique", () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), (tables) => {
        const reading = readPolicy({ title: "", tables, sections: [] });
        const cells = [
          ...reading.rules.flatMap((one) => one.cells),
          ...reading.questions.flatMap((one) => [one.cell, ...one.otherCells]),
          ...reading.ignored.map((one) => one.cell),
        ];
        const covered = new Set(cells.map((one) => `${one.table}/${one.row}/${one.column}`));
        for (const [number, one] of reading.tables.entries())
          for (const [row, rowCells] of one.rows.entries())
            for (const column of rowCells.keys()) expect(covered).toContain(`${number}/${row}/${column}`);
        const ids = reading.questions.map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const question of reading.questions) expect(question.choices.length).toBeGreaterThan(1);
        for (const { rule } of reading.rules) expect(rule.channels.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a table of half a megabyte takes seconds, not minutes", () => {
    let source = "| Change Type | Lead | Internal (Slack) | External (Email/Portal) | Timing |\n|---|---|---|---|---|\n";
    for (let row = 0; source.length < 500_000; row++)
      source += `| **Change ${row}** | Engineer | Alert in \`#ops\` & \`#devops\` (24-48h notice) | Affected customers (3-5 business days notice) | Pre-deployment, during (if impact), post-deployment |\n`;
    // Processor time, for other tests run beside this one. On two idle cores it takes about a second.
    const before = process.cpuUsage();
    const reading = readText(source);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
    expect(reading.rules.length).toBeGreaterThan(10_000);
  });

  test("questions of a policy name the change they are about", () => {
    const reading = readText("| Change | Internal (Slack) | When |\n|---|---|---|\n| Release | #ops | as needed |");
    expect(questionsFor(reading, "Release")).toHaveLength(1);
  });
});

describe("a table of changes and how long before, which names no readers", () => {
  const times = "| Change | When |\n|---|---|\n| Planned maintenance | 5 days before |\n| Emergency fix | 1 hour before |\n";

  test("who is told, and through what, is taken from the sentence or the list beside it, which is asked about no more", () => {
    const expected = [
      "announce · All staff · Email · 5 days before, 09:00 · 5 days promised (coordinator)",
      "announce · All staff · Email · 1 hour before · 1 hour promised (coordinator)",
    ];
    const beside = readText(`# Maintenance\n\nNotices are sent by email to all staff.\n\n${times}`);
    expect(all(beside)).toEqual(expected);
    expect(asked(beside)).toEqual([]);
    const listed = readText(`# Maintenance\n\nNotices are sent via:\n\n- email to all departments\n- the intranet\n\n${times}`);
    expect(all(listed).map((rule) => rule.split(" · ").slice(1, 3))).toEqual([
      ["All departments", "Email, Intranet"],
      ["All departments", "Email, Intranet"],
    ]);
    expect(asked(listed)).toEqual([]);
  });

  test("under a heading of announcements it owes notices, and to whom is asked", () => {
    const reading = readText(`# Announcements of changes\n\n${times}`);
    expect(reading.rules).toHaveLength(2);
    expect(asked(reading)[0]).toBe("Who is told?");
  });

  test.each([
    [
      "steps before a change",
      "| Step | When |\n|---|---|\n| Order the parts | 5 days before |\n| Book the room | 2 days before |\n",
    ],
    [
      "activities",
      "| Activity | Timing |\n|---|---|\n| Freeze code | 1 day before the release |\n| Smoke test | at the start |\n",
    ],
    ["tests of releases", "| Release | Test run |\n|---|---|\n| Major | 2 days before |\n| Minor | 1 day before |\n"],
  ])("%s are none, though the page says who hears of changes", (_, table) => {
    const reading = readText(`# Maintenance\n\nNotices are sent by email to all staff.\n\n${table}`);
    expect(reading.rules).toEqual([]);
  });
});
