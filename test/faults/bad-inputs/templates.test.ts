import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { aFactsInput } from "../../builders/notice.ts";
import { templates } from "./templates.ts";

const renderer = createMessageRenderer();

test.each(templates)("$name: $expected", ({ body, problem, without, expected }) => {
  const base = aFactsInput("announce", "customer");
  const draft = { subject: "News", body };
  const { message, problems } = renderer.render(draft, new Map([["window.title", { kind: "text", text: "Title" }]]), "mail", "");
  const findings = checkDraft({
    ...base,
    draft,
    voice: "customer",
    problems,
    renderings: [{ ...message, recipient: base.recipient, channelKind: "mail", customerName: "North Hospital" }],
  });
  const isBlocked = findings.some(
    ({ check, gravity }) =>
      gravity === "error" && ["brokenTemplate", "unknownVariable", "emptyVariable", "unsafeLink"].includes(check),
  );
  expect(isBlocked).toBe(/blocked/u.test(expected));
  if (problem !== null) expect(problems.map(({ kind }) => kind)).toContain(problem);
  if (without !== undefined && message.content.kind === "mail") expect(message.content.html).not.toMatch(without);
});
