import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { aFactsInput, windowAt } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";

const renderer = createMessageRenderer();
const oldTime = "Sat 21 Nov 2026, 02:00–04:00 GMT (UTC+0)";
const template = defaultTemplates().find(({ stage, voice }) => stage === "rescheduled" && voice === "customer");

function rendered(channel: "slack" | "mail" | "teamsChannel" | "manual", body = template?.body ?? "") {
  return renderer.render({ subject: "Moved", body }, factsFor(aFactsInput("rescheduled")), channel, "").message;
}

test("a mail strikes out the old time beside the new one, and says so in words for whoever has no strokes", () => {
  const { content, html, text } = rendered("mail");
  // Its hours are kept on one line.
  const mail = content.kind === "mail" ? content.html.replace(/<span style="white-space:nowrap;">([^<]*)<\/span>/gu, "$1") : "";
  expect(mail).toMatch(new RegExp(`it was <s style="[^"]+">${RegExp.escape(oldTime)}</s>`, "u"));
  expect(content.kind === "mail" && content.text.replace(/\s+/gu, " ")).toContain(`it was ${oldTime}`);
  expect(html).toContain(`it was <s>${oldTime}</s>`);
  expect(text).toContain(`it was ${oldTime}`);
});

test("Teams strikes it out, too, and what is done by hand says it in words", () => {
  const teams = rendered("teamsChannel").content;
  expect(teams.kind === "teams" && teams.html).toContain(`it was <s>${oldTime}</s>`);
  const manual = rendered("manual").content;
  expect(manual.kind === "manual" && manual.text).toContain(`it was ${oldTime}`);
});

test("Slack strikes it out in its blocks; what a screen reader is given says it in words", () => {
  const slack = rendered("slack").content;
  if (slack.kind !== "slack") throw new Error("Not for Slack");
  expect(JSON.stringify(slack.blocks)).toContain(
    JSON.stringify({ type: "text", text: oldTime, style: { bold: true, strike: true } }),
  );
  expect(slack.text).toContain(`it was ${oldTime}`);
});

test("words struck out without a “was” before them get one where there are no strokes", () => {
  expect(rendered("manual", "~~{{ window.oldWhen }}~~ {{ window.when }}").text).toMatch(/^was Sat 21 Nov .*, now Sat 28 Nov /u);
  expect(rendered("manual", "Now ~~{{ window.oldWhen }}~~ {{ window.when }}").text).toContain(`(was: ${oldTime})`);
});

test("a value that looks like strokes stays as it was typed", () => {
  const input = aFactsInput("rescheduled", "customer", { window: { ...windowAt("rescheduled"), reason: "~~never~~ mind" } });
  const { message } = renderer.render({ subject: "Moved", body: "{{ window.reason }}" }, factsFor(input), "mail", "");
  expect(message.html).toBe("<p>~~never~~ mind.</p>");
});

test("a time that is struck out contradicts nothing, and the same time standing does", () => {
  const findings = (body: string) => {
    const input = aFactsInput("reminder", "customer", { window: windowAt("rescheduled") });
    const draft = { subject: "Reminder (FW-2026-118)", body };
    const { message, problems } = renderer.render(draft, factsFor(input), "mail", "");
    const rendering = { recipient: input.recipient, channelKind: "mail" as const, customerName: null, ...message };
    return checkDraft({ ...input, draft, voice: "customer", problems, renderings: [rendering] }).map(({ check }) => check);
  };
  expect(findings("Patient portal will be interrupted on ~~{{ window.oldWhen }}~~ {{ window.when }}.")).not.toContain("oldTime");
  expect(findings("Patient portal will be interrupted on {{ window.oldWhen }}, {{ window.when }}.")).toContain("oldTime");
});
