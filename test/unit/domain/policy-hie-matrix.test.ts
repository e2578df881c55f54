import { describe, expect, test } from "vitest";
import { proposedRule } from "../../../src/contract/schemas/rule.ts";
import { decidedRules } from "../../../src/core/domain/policy-reading/decided-rules.ts";
import { inWords, questionsFor, readFixture, rulesFor } from "./policy-fixtures/read.ts";

const reading = readFixture("hie-matrix.md");
const external = "Email/Portal";

describe("the communication matrix of the HIE platform, row by row", () => {
  test("an emergency fix is told at once and when it is over; how often meanwhile is asked once for both readers", () => {
    expect(rulesFor(reading, "Emergency fix")).toEqual([
      "announce · Internal teams · #ops, #devops · when planning starts",
      "completed · Internal teams · #ops, #devops · when it is over",
      `announce · Critical stakeholders · ${external} · when planning starts`,
      `completed · Critical stakeholders · ${external} · when it is over`,
    ]);
    expect(questionsFor(reading, "Emergency fix")).toEqual([
      {
        cell: "As soon as identified, during & after resolution",
        choices: {
          "Every 30 minutes while it runs": [
            "progress · Internal teams · #ops, #devops · every 30 minutes while it runs",
            `progress · Critical stakeholders · ${external} · every 30 minutes while it runs`,
          ],
          "Every 60 minutes while it runs": [
            "progress · Internal teams · #ops, #devops · every 60 minutes while it runs",
            `progress · Critical stakeholders · ${external} · every 60 minutes while it runs`,
          ],
          "Every 15 minutes while it runs": [
            "progress · Internal teams · #ops, #devops · every 15 minutes while it runs",
            `progress · Critical stakeholders · ${external} · every 15 minutes while it runs`,
          ],
          "No notice": [],
        },
      },
    ]);
  });

  test("a planned infrastructure update: ranges are a promise and a target, and progress is only for an impact", () => {
    expect(rulesFor(reading, "Planned infrastructure update")).toEqual([
      "announce · Internal teams · #devops, #infrastructure, #product · 48 hours before · 24 hours promised (coordinator)",
      "completed · Internal teams · #devops, #infrastructure, #product · when it is over",
      `announce · Affected customers · ${external} · 5 business days before, 09:00 · 3 business days promised (customer) · if customers are affected`,
      `completed · Affected customers · ${external} · when it is over · if customers are affected`,
    ]);
    const [question, ...others] = questionsFor(reading, "Planned infrastructure update");
    expect(others).toEqual([]);
    expect(question?.choices["Every 30 minutes while it runs, only with an impact"]).toEqual([
      "progress · Internal teams · #devops, #infrastructure, #product · every 30 minutes while it runs · if there is an impact",
      `progress · Affected customers · ${external} · every 30 minutes while it runs · if customers are affected · if there is an impact`,
    ]);
  });

  test("an application update leaves two choices: notice or sprint update, and what was agreed with the business", () => {
    expect(rulesFor(reading, "Application update")).toEqual([
      "completed · Internal teams · #devops, #product · when it is over",
      `completed · Product and business stakeholders · ${external} · when it is over`,
    ]);
    const [internal, business] = questionsFor(reading, "Application update");
    expect(internal?.choices).toEqual({
      "48 hours before (24 hours promised)": [
        "announce · Internal teams · #devops, #product · 48 hours before · 24 hours promised (coordinator)",
      ],
      "In the Sprint update, when planning starts": ["announce · Internal teams · Sprint update · when planning starts"],
      "48 hours before (24 hours promised) and in the Sprint update, when planning starts": [
        "announce · Internal teams · #devops, #product · 48 hours before · 24 hours promised (coordinator)",
        "announce · Internal teams · Sprint update · when planning starts",
      ],
      "No notice": [],
    });
    expect(business?.cell).toBe("Product/business stakeholders (as agreed, e.g., weekly update)");
    expect(Object.entries(business?.choices ?? {})[0]).toEqual([
      "A reminder every Monday 09:00 until the start",
      [`reminder · Product and business stakeholders · ${external} · every Monday 09:00 until the start`],
    ]);
  });

  test("scheduled maintenance is announced when it is scheduled; weekly or bi-weekly, and how far ahead, are asked", () => {
    expect(rulesFor(reading, "Scheduled maintenance")).toEqual([
      "announce · Internal teams · #devops, #infrastructure · when planning starts",
    ]);
    const [internal, customers] = questionsFor(reading, "Scheduled maintenance");
    expect(internal?.choices).toEqual({
      "A reminder every Monday 09:00 until the start": [
        "reminder · Internal teams · #devops, #infrastructure · every Monday 09:00 until the start",
      ],
      "A reminder every second Monday 09:00 until the start": [
        "reminder · Internal teams · #devops, #infrastructure · every second Monday 09:00 until the start",
      ],
      "No notice": [],
    });
    expect(customers?.cell).toBe("All customers (As per SLA/Customer Checklist - significant advance)");
    expect(Object.keys(customers?.choices ?? {})).toEqual([
      "5 business days before, 09:00 (3 business days promised), as for Planned Infra Update",
      "10 business days before, 09:00 (promised)",
      "5 business days before, 09:00 (promised)",
      "3 business days before, 09:00 (promised)",
      "When planning starts",
      "No notice",
    ]);
    expect(customers?.choices["10 business days before, 09:00 (promised)"]).toEqual([
      `announce · All customers · ${external} · 10 business days before, 09:00 · 10 business days promised (customer)`,
    ]);
  });

  test("a permission change is told to the teams; “N/A unless” is asked, with the row's own times first", () => {
    expect(rulesFor(reading, "Permission change")).toEqual([
      "announce · Internal teams · #devops, #cloud-security · when planning starts",
      "completed · Internal teams · #devops, #cloud-security · when it is over",
    ]);
    const [question, ...others] = questionsFor(reading, "Permission change");
    expect(others).toEqual([]);
    expect(question?.cell).toBe("N/A (unless direct customer impact)");
    expect(Object.entries(question?.choices ?? {})[0]).toEqual([
      "When planning starts and when it is over, as the row has it",
      [
        `announce · Affected customers · ${external} · when planning starts · if customers are affected`,
        `completed · Affected customers · ${external} · when it is over · if customers are affected`,
      ],
    ]);
    expect(reading.ignored.find((one) => one.cell.words === "Jira link")?.why).toContain("reference");
  });

  test("a cost optimisation goes to the Wednesday meeting once, when planned; its updates and its exception are asked", () => {
    expect(rulesFor(reading, "Cost optimisation")).toEqual([
      "announce · Internal teams · #devops, #product, Wednesday Meeting · when planning starts",
    ]);
    const [updates, exception] = questionsFor(reading, "Cost optimisation");
    expect(updates?.cell).toBe("Planning stage, implementation updates");
    expect(updates?.choices["At the start and when it is over"]).toEqual([
      "start · Internal teams · #devops, #product · at the start",
      "completed · Internal teams · #devops, #product · when it is over",
    ]);
    expect(exception?.cell).toBe("N/A (unless affecting service/features)");
    expect(Object.keys(exception?.choices ?? {}).at(-1)).toBe("No notice");
  });

  test("the slash between mail and portal is asked once, and its answer reaches every external rule", () => {
    const [question] = questionsFor(reading, null);
    expect(question?.cell).toBe("External Notification (Email/Portal)");
    expect(Object.keys(question?.choices ?? {})).toEqual(["Both: Email and Portal", "Email only", "Portal only", "No notice"]);
    const first = new Map(reading.questions.map((one) => [one.id, 0]));
    const rules = decidedRules(reading, first);
    const customers = rules.filter((rule) => rule.audience.voice !== "internal");
    expect(customers.length).toBeGreaterThan(8);
    for (const rule of customers)
      expect(rule.channels).toEqual([
        { name: "Email", kind: "mail" },
        { name: "Portal", kind: "manual" },
      ]);
    const noMail = decidedRules(reading, first.set(reading.questions[0]?.id ?? "", 3));
    expect(noMail.filter((rule) => rule.audience.voice !== "internal")).toEqual([]);
    expect(noMail.filter((rule) => rule.audience.voice === "internal").map(inWords)).toEqual(
      rules.filter((rule) => rule.audience.voice === "internal").map(inWords),
    );
  });

  test("asks ten questions and no more, each with its reason, its words, and “No notice” as an answer", () => {
    expect(reading.questions).toHaveLength(10);
    expect(new Set(reading.questions.map((one) => one.id)).size).toBe(10);
    for (const question of reading.questions) {
      expect(question.why).toMatch(/\.$/u);
      expect(question.cell.words).not.toBe("");
      expect(question.choices.at(-1)).toMatchObject({ label: "No notice", rules: [] });
    }
  });

  test("names the lead of each row, keeps the policy's words, and lets nothing go without a person", () => {
    for (const { rule } of reading.rules) {
      expect(rule.lead).toMatch(/^DevOps Engineer/u);
      expect(rule.source).toContain("Timing: ");
      expect(rule.sending).toBe("person");
    }
  });

  test("every rule it comes to passes the door of the contract", () => {
    const rules = decidedRules(reading, new Map(reading.questions.map((one) => [one.id, 0])));
    for (const rule of rules) expect(proposedRule.safeParse(rule).error).toBeUndefined();
  });
});
