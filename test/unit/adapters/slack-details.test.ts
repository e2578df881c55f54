import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { aFactsInput } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";

const renderer = createMessageRenderer();

function inSlack(body: string, subject = "Patient portal interrupted ({{ window.reference }})") {
  const { content } = renderer.render({ subject, body }, factsFor(aFactsInput()), "slack", "").message;
  if (content.kind !== "slack") throw new Error("not for Slack");
  const [, ...lines] = content.text.split("\n\n");
  return { message: lines.join("\n\n"), details: content.details?.text ?? null, content };
}

test("why, what changes and how it is undone go into the thread; what to do, whom to ask and the next word stay", () => {
  const { message, details } = inSlack(
    "**{{ service.names }} will be off {{ window.when }}.**\n\n**Why:** {{ window.reason }}\n\n**To do:** {{ window.todo }}\n\n**Ask:** {{ contact.point }}\n**If it goes wrong:** {{ window.rollback }}\n**Next word:** {{ next.word }}",
  );
  expect(message).toMatch(
    /^Patient portal will be off Sat 28 Nov.*\n\nTo do: You need to do nothing\.\n\nAsk: .*\nNext word: /su,
  );
  expect(details).toMatch(/^Why: The old version gets no more security fixes\.\n\nIf it goes wrong: We go back/u);
});

test("a list is cut in two lists", () => {
  const { message, details, content } = inSlack(
    "Off {{ window.when }}.\n\n- **Expect:** {{ window.effect }}\n- **Why:** {{ window.reason }}\n- **To do:** {{ window.todo }}\n- **Affected:** {{ service.names }}",
  );
  expect(message).toMatch(/\n\n- Expect: .*\n- To do: .*$/u);
  expect(details).toMatch(/^- Why: .*\n- Affected: Patient portal$/u);
  expect(JSON.stringify(content.details?.blocks)).toContain('"type":"rich_text_list"');
});

test("the first words are never taken apart, and a line without a label stays with the line before", () => {
  const { message, details } = inSlack("{{ window.title }}\n\n**Why:** {{ window.reason }}\nNo date is planned.\n\nThank you.");
  expect(message).toBe("Upgrade of the booking database\n\nThank you.");
  expect(details).toBe("Why: The old version gets no more security fixes.\nNo date is planned.");
});

test("a sentence that says something to act on stays whole", () => {
  expect(inSlack("x\n\n{{ window.reason }} {{ window.todo }}").details).toBeNull();
});

test("our reference stays in the message where the subject does not say it", () => {
  const body = "x\n\nOur reference: {{ window.reference }}";
  expect(inSlack(body).details).toBe("Our reference: FW-2026-118");
  expect(inSlack(body, "Patient portal interrupted").details).toBeNull();
});

test("a message of nothing but news has no thread", () => {
  expect(inSlack("**{{ service.names }}** is off.").content).not.toHaveProperty("details");
});

test.each(defaultTemplates().map((template) => [`${template.stage} for ${template.voice}`, template] as const))(
  "%s: the message in Slack is shorter than the mail, and nothing is lost",
  (_, template) => {
    // Slack writes people's names in its own way.
    const facts = new Map(
      [...factsFor(aFactsInput(template.stage, template.voice))].filter(([name]) => !name.includes("mention")),
    );
    const { text, content } = renderer.render(template, facts, "slack", "").message;
    if (content.kind !== "slack") throw new Error("not for Slack");
    const words = (of: string): string[] => of.match(/[\p{L}\p{N}]+/gu) ?? [];
    const message = content.text.split("\n\n").slice(1).join("\n\n");
    expect(words(message).length).toBeLessThan(words(text).length);
    expect(words(`${message} ${content.details?.text ?? ""}`).toSorted()).toEqual(words(text).toSorted());
    for (const fact of ["Sat 28 Nov 2026", "GMT (UTC+0)", "You need to do nothing"]) expect(message).toContain(fact);
  },
);
