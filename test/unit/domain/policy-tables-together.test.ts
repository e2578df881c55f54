import { describe, expect, test } from "vitest";
import type { PolicyReading } from "../../../src/core/domain/policy.ts";
import { inWords, readText, rulesFor } from "./policy-fixtures/read.ts";

const all = (reading: PolicyReading): string[] => reading.rules.map((one) => inWords(one.rule));
const why = (reading: PolicyReading, words: string): string | undefined =>
  reading.ignored.find((one) => one.cell.words === words)?.why;

describe("what one place of a document says for another", () => {
  test("groups of a spreadsheet that an empty row parts are one table, and readers above go on", () => {
    const reading = readText(
      [
        "Type of work,Recipient,Lead time,Means,Owner",
        "Pump change,Farmers,T-10,Letter,Planning",
        ",,T-2,Text message,Planning",
        ",,,,",
        "Gate painting,Lock keepers,T-5,Phone,Control room",
        ",,,,",
        "Office,Hours,,,",
        "Planning,07:30-16:00,,,",
        "Control room,day and night,,,",
      ].join("\n"),
    );
    expect(rulesFor(reading, "Pump change")).toEqual([
      "announce · Farmers · Letter · 10 days before, 09:00 · 10 days promised (customer)",
      "reminder · Farmers · Text message · 2 days before, 09:00",
    ]);
    expect(rulesFor(reading, "Gate painting")).toEqual([
      "announce · Lock keepers · Phone · 5 days before, 09:00 · 5 days promised (customer)",
    ]);
    expect(reading.questions).toEqual([]);
    expect(why(reading, "07:30-16:00")).toContain("at what hours");
  });

  test("a row that says how and when, and whose cell of readers is empty, is asked about and not passed over", () => {
    const reading = readText(`
| Type of work | Recipient | Lead time | Means |
|---|---|---|---|
| Pump change | Farmers | 10 days before | Letter |
| Gate painting | | 5 days before | Phone |
| Paving | | | |`);
    expect(reading.questions.map((one) => one.question)).toEqual(["Who is told through Phone?"]);
    expect(rulesFor(reading, "Gate painting")).toHaveLength(1);
    expect(rulesFor(reading, "Paving")).toEqual([]);
  });

  test("an organisation's own names of the stages are read where it explains them, and only there", () => {
    const table = [
      "| Readers | Step | Time | Means |",
      "|---|---|---|---|",
      "| Farmers | Dry | 3 days before | Letter |",
      "| Farmers | Wet | | Letter |",
    ];
    const explained = readText([...table, "", "Dry = announcement. Wet = the work is over."].join("\n"));
    expect(all(explained)).toEqual([
      "announce · Farmers · Letter · 3 days before, 09:00 · 3 days promised (customer)",
      "completed · Farmers · Letter · when it is over",
    ]);
    expect(explained.questions).toEqual([]);
    const kinds = `| Kind | Readers | Time | Means |
|---|---|---|---|
| Planned work | Farmers | 3 days before | Letter |
| Storm work | Farmers | 1 hour before | Phone |

"Planned work" means work announced in advance. "Storm work" means work that begins at once.`;
    expect(readText(kinds).rules.map(({ rule }) => rule.changeType)).toEqual(["Planned work", "Storm work"]);
    const unexplained = readText(table.join("\n"));
    expect(all(unexplained)).not.toContain("completed · Farmers · Letter · when it is over");
    expect(unexplained.questions.length).toBeGreaterThan(0);
  });

  test("a notice is owed wherever the table of when and the table of whom both have an entry for the step", () => {
    const reading = readText(`
| Class | Announcement | Reminder | End |
|---|---|---|---|
| 1 | 30 days before | 3 days before | within 1 hour of the end |
| 2 | 5 days before | – | next morning |

| Reader | Announcement | Reminder | End |
|---|---|---|---|
| Farmers | letter | – | letter |
| Boatmen | email | email (class 1 only) | email (class 2 only) |`);
    expect(rulesFor(reading, "Class 1")).toEqual([
      "announce · Farmers · Letter · 30 days before, 09:00 · 30 days promised (customer)",
      "completed · Farmers · Letter · when it is over",
      "announce · Boatmen · Email · 30 days before, 09:00 · 30 days promised (customer)",
      "reminder · Boatmen · Email · 3 days before, 09:00",
    ]);
    expect(rulesFor(reading, "Class 2")).toEqual([
      "announce · Farmers · Letter · 5 days before, 09:00 · 5 days promised (customer)",
      "completed · Farmers · Letter · when it is over",
      "announce · Boatmen · Email · 5 days before, 09:00 · 5 days promised (customer)",
      "completed · Boatmen · Email · when it is over",
    ]);
    expect(reading.questions).toEqual([]);
  });

  test("letters stand for the readers a table names, each of whom may be told otherwise", () => {
    const reading = readText(`
## Lock repairs

| Step | Readers | Means | Time |
|---|---|---|---|
| Announcement | A, B | letter; B: Teams "Locks" | 10 days before |
| End | A, B | same as announcement | at once |

C receives an email 2 days before.

## Readers

| Letter | Who |
|---|---|
| A | Farmers |
| B | Lock keepers |
| C | Boatmen |`);
    expect(all(reading)).toEqual([
      "announce · Farmers · Letter · 10 days before, 09:00 · 10 days promised (customer)",
      "announce · Lock keepers · Teams: Locks · 10 days before, 09:00 · 10 days promised (coordinator)",
      "completed · Farmers · Letter · when it is over",
      "completed · Lock keepers · Teams: Locks · when it is over",
      "announce · Boatmen · Email · 2 days before, 09:00 · 48 hours promised (customer)",
    ]);
    expect(reading.questions).toEqual([]);
    expect(why(reading, "Boatmen")).toContain("what names and codes mean");
  });
});

describe("a section that is as for another kind of change", () => {
  const major = `
## Major release

| Readers | Means | Time |
|---|---|---|
| Farmers | letter | 10 days before |
| Boatmen | email | 5 days before |
`;

  test("has the notices of that kind", () => {
    const reading = readText(`${major}
## Minor release

As for the major release in every respect.`);
    expect(rulesFor(reading, "Minor release")).toEqual(rulesFor(reading, "Major release"));
    expect(rulesFor(reading, "Minor release")).toHaveLength(2);
  });

  test("is asked about where it makes exceptions, with the notices these leave", () => {
    const reading = readText(`${major}
## Minor release

Readers and means as for the major release, without boatmen.`);
    expect(rulesFor(reading, "Minor release")).toEqual([]);
    const [question] = reading.questions.filter((one) => one.changeType === "Minor release");
    expect(question?.choices[0]?.rules.map(inWords)).toEqual([
      "announce · Farmers · Letter · 10 days before, 09:00 · 10 days promised (customer)",
    ]);
  });
});

describe("tables that are set apart from the notices", () => {
  const gates = "\n\n| Gate | Release | Patch |\n|---|---|---|\n| Meeting | 5 days before, by phone | 2 days before, by email |";

  test.each([
    ["by their heading", `## Gates (not part of the announcements)${gates}`],
    ["by a sentence beside them", `## Gates${gates}\n\nNo gate is a notice.`],
  ])("%s", (_, text) => {
    const reading = readText(text);
    expect(reading.rules).toEqual([]);
    expect(reading.questions).toEqual([]);
    expect(why(reading, "5 days before, by phone")).toContain("set apart");
  });

  test("and no others", () => {
    expect(readText(`## Gates${gates}`).questions.length).toBeGreaterThan(0);
    expect(readText(`## Gates${gates}\n\nNone of these is optional.`).questions.length).toBeGreaterThan(0);
  });
});
