import { describe, expect, test } from "vitest";
import { readText } from "./policy-fixtures/read.ts";

/** Kind of change, stage, readers, ways and time of every rule. */
function owed(text: string): string[] {
  return readText(text).rules.map(({ rule }) =>
    [
      rule.changeType ?? "any",
      rule.stage,
      rule.audience.name,
      rule.channels.map(({ name }) => name).join(", "),
      rule.timing.kind === "before" ? `${rule.timing.amount} ${rule.timing.unit}` : rule.timing.kind,
    ].join(" · "),
  );
}

const announced = [
  "# How planned outages are announced",
  "",
  "- We email harbour masters five days before an outage.",
  "- Pilots are told in #pilots two days before.",
].join("\n");

describe("what a policy has said before, and points back to", () => {
  test("those who had the announcement are told by the same means, each in their way", () => {
    expect(
      owed(`${announced}\n- If an outage is cancelled, everybody who had the announcement is told by the same means.`).slice(2),
    ).toEqual(["any · cancelled · Harbour masters · Email · statusChange", "any · cancelled · Pilots · #pilots · statusChange"]);
  });

  test("where nothing is announced to anybody, it is asked who they are", () => {
    const reading = readText("# Outages\n\nIf an outage is cancelled, everybody who had the announcement is told by email.");
    expect(reading.questions.map(({ question }) => question)).toContain("Who is told through Email?");
  });

  test("a clause that applies to other work is owed for that work, too", () => {
    const text = [
      "3.4 The Provider shall email the Service Contacts when Planned Maintenance is over.",
      "",
      "4.3 Clause 3.4 applies to Emergency Maintenance accordingly.",
    ].join("\n");
    expect(owed(text).at(-1)).toBe("Emergency Maintenance · completed · Service Contacts · Email · end");
  });

  test("at the same time as the sentence before, which says when", () => {
    expect(
      owed("# Outages\n\n- We email pilots five days before an outage.\n- At the same time we email harbour masters."),
    ).toEqual(["any · announce · Pilots · Email · 5 days", "any · announce · Harbour masters · Email · 5 days"]);
  });

  test("two in one sentence, each in their way, are told nothing of each other's", () => {
    expect(owed("# Outages\n\nIf an outage is extended, pilots are told by text message and harbour masters by email.")).toEqual([
      "any · extended · Pilots · Text message · statusChange",
      "any · extended · Harbour masters · Email · statusChange",
    ]);
  });
});
