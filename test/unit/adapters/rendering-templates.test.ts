import { describe, expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { parseTemplateFile } from "../../../src/adapters/rendering/template-file.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { voices } from "../../../src/core/domain/directory.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import type { Template } from "../../../src/core/domain/message.ts";
import { aFactsInput, windowAt } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";

const renderer = createMessageRenderer();
const templates = defaultTemplates();

function renderTemplate(template: Template, changes: Parameters<typeof aFactsInput>[2] = {}) {
  const input = aFactsInput(template.stage, template.voice, changes);
  const { message, problems } = renderer.render(template, factsFor(input), "mail", "");
  const rendering = { recipient: input.recipient, channelKind: "mail" as const, customerName: "North Hospital", ...message };
  const findings = checkDraft({ ...input, draft: template, voice: template.voice, problems, renderings: [rendering] });
  return { message, problems, findings };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

test("there is one template for every stage and voice", () => {
  const names = templates.map(({ stage, voice }) => `${stage}.${voice}`).sort();
  expect(names).toEqual(stages.flatMap((stage) => voices.map((voice) => `${stage}.${voice}`)).sort());
});

describe.each(templates.map((template) => [`${template.stage} for ${template.voice}`, template] as const))(
  "%s",
  (_, template) => {
    const { message, problems, findings } = renderTemplate(template);

    test("renders without a problem, and the checker has nothing to say", () => {
      expect(problems).toEqual([]);
      expect(findings).toEqual([]);
    });

    test("tells service, day and zone within its first fourteen words, and the effect before the rest", () => {
      const first = wordsOf(message.text).slice(0, 14).join(" ");
      expect(first).toContain("Patient portal");
      expect(first).toMatch(/Sat 28|since Sat/u);
      expect(first).toMatch(/interrupted|stay available|worked as/u);
    });

    test("says what changes, when, in which zone, why, what to do, whom to ask, when to hear next, and our reference", () => {
      const ownWhy = {
        rescheduled: "The supplier is not ready.",
        extended: "The copy of the data is slower than expected.",
        cancelled: "The supplier withdrew the update.",
        rolledBack: "The new version was too slow.",
      };
      for (const fact of [
        "Upgrade of the booking database",
        "Sat 28 Nov 2026, 02:00",
        "GMT (UTC+0)",
        { ...ownWhy }[template.stage as string] ?? "The old version gets no more security fixes.",
        "You need to do nothing",
        "servicedesk@example.org",
        "Next word:",
        "FW-2026-118",
      ]) {
        expect(message.text).toContain(fact);
      }
    });

    test("has no status word only when it announces", () => {
      const words = { reminder: "Reminder", start: "Started", progress: "Update", extended: "Extended", rescheduled: "Moved" };
      const last = { cancelled: "Cancelled", rolledBack: "Rolled back", completed: "Completed" };
      const word = { announce: "Break in Patient portal", ...words, ...last }[template.stage];
      expect(message.subject.startsWith(word)).toBe(true);
      expect(message.subject.endsWith("(FW-2026-118)")).toBe(true);
    });

    test.runIf(template.voice === "customer" || template.voice === "executive")("is at most 120 words long", () => {
      expect(wordsOf(message.text).length).toBeLessThanOrEqual(120);
    });

    test("renders for a window with the least facts, in another zone, without an unclear gap", () => {
      const window = {
        ...windowAt(template.stage),
        impact: "none" as const,
        expectedDowntimeMinutes: null,
        references: [],
        lead: "",
        communicationOwner: "",
        zone: "Asia/Tokyo",
      };
      const again = renderTemplate(template, { window });
      expect(again.problems).toEqual([]);
      expect(again.message.text).not.toMatch(/\[|\(\)|: *\n| ,|\.\.|: ;/u);
    });
  },
);

test("no two stages share a subject", () => {
  for (const voice of voices) {
    const subjects = templates
      .filter((template) => template.voice === voice)
      .map((template) => renderTemplate(template).message.subject);
    expect(new Set(subjects).size).toBe(stages.length);
  }
});

test("the plan for going back is told as long as the work is ahead", () => {
  for (const template of templates.filter(({ stage }) => stage === "announce" || stage === "reminder")) {
    expect(renderTemplate(template).message.text).toContain("We go back to the old version within 20 minutes.");
  }
});

test("a moved notice has the old and the new time in one line", () => {
  for (const template of templates.filter(({ stage }) => stage === "rescheduled")) {
    expect(renderTemplate(template).message.text.split("\n")[0]).toMatch(
      /Sat 28 Nov 2026, 02:00.*it was Sat 21 Nov 2026, 02:00/u,
    );
  }
});

test("what was said of the effect beforehand is not repeated once it is over", () => {
  for (const template of templates.filter(({ stage }) => ["cancelled", "rolledBack", "completed"].includes(stage))) {
    expect(renderTemplate(template).message.text).not.toContain("You cannot sign in");
  }
});

test("customers and executives get no names, tickets or mentions", () => {
  for (const template of templates.filter(({ voice }) => voice === "customer" || voice === "executive")) {
    expect(`${template.subject}${template.body}`).not.toMatch(/mention|window\.(?:lead|owner|references)/u);
  }
});

test("a file that is no template is refused with its name", () => {
  expect(() => parseTemplateFile("announce.nobody.md", "Subject: x\n\ny")).toThrow("announce.nobody.md");
  expect(() => parseTemplateFile("announce.customer.md", "no subject")).toThrow("announce.customer.md");
});

describe.each(
  templates
    .filter(({ stage }) => stage === "announce" || stage === "reminder" || stage === "rescheduled")
    .map((template) => [`${template.stage} for ${template.voice}`, template] as const),
)("shorter notice than promised: %s", (_, template) => {
  const base = aFactsInput(template.stage, template.voice);
  const promise = { kind: "broken", latest: base.now - 1, earliestStart: base.now + 1_000_000_000 } as const;
  const recipient = { ...base.recipient, promise };
  const notice = { ...base.notice, recipients: [recipient] };
  const shortNotice = { reason: "The supplier closed a hole that is in use", approver: "Head of operations" };
  const told = base.told.map((word) => ({ ...word, startAt: word.startAt - 1 }));

  test("says why in a sentence, names nobody who agreed, and passes the checker", () => {
    const window = { ...base.window, shortNotice };
    const { message, problems, findings } = renderTemplate(template, { window, notice, recipient, told });
    expect(problems).toEqual([]);
    expect(message.text.replace(/\s+/gu, " ")).toMatch(
      /This is shorter notice than (?:we promise|our policy promises), because the supplier closed a hole that is in use\./u,
    );
    expect(message.text).not.toContain(shortNotice.approver);
    expect(findings.filter(({ check, gravity }) => check.startsWith("shortNotice") || gravity === "error")).toEqual([]);
  });
});
