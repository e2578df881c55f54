import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { type CheckedRendering, checkDraft } from "../../../src/core/domain/checker.ts";
import { checkTable, overridableChecks } from "../../../src/core/domain/checks/check-table.ts";
import type { Facts } from "../../../src/core/domain/message.ts";
import { aFactsInput } from "../../builders/notice.ts";
import { texts, values } from "./text.ts";

const renderer = createMessageRenderer();
const good =
  "Patient portal will stop on Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0).\n\nService desk, servicedesk@example.org, staffed day and night\n\nFW-2026-118";

describe("a bad sentence in a customer's notice", () => {
  test.each(texts)("$name: $expected", ({ sentence, check }) => {
    const base = aFactsInput("announce", "customer");
    const text = `${good}\n\n${sentence}`;
    const rendering: CheckedRendering = {
      recipient: base.recipient,
      channelKind: "mail",
      customerName: "North Hospital",
      subject: "Patient portal stops, Sat 28 Nov 02:00 GMT (FW-2026-118)",
      text,
      content: { kind: "manual", subject: "", text },
    };
    const found = checkDraft({
      ...base,
      draft: { subject: "", body: "" },
      voice: "customer",
      problems: [],
      renderings: [rendering],
    });
    expect(found).toContainEqual(
      expect.objectContaining({ check, gravity: checkTable[check], isOverridable: overridableChecks.has(check) }),
    );
  });
});

/** What a reader sees of some HTML. */
function wordsOf(html: string): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  const words = (node: (typeof tree)["children"][number]): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return "";
    return node.tagName === "br" ? "\n" : node.children.map(words).join("");
  };
  return tree.children.map(words).join("");
}

describe("a bad value", () => {
  const facts = (value: string): Facts => new Map([["window.title", { kind: "text", text: value }]]);
  const draft = { subject: "{{ window.title }}", body: "Before {{ window.title }} after `{{ window.title }}`" };

  test.each(values)("$name: $expected", ({ value }) => {
    const lines = value.replace(/\r\n?/gu, "\n");
    const plain = renderer.render(draft, facts("word"), "slack", "").message.content;
    const render = (channel: "slack" | "teamsChannel" | "mail") => renderer.render(draft, facts(value), channel, "").message;
    for (const channel of ["teamsChannel", "mail"] as const) {
      const { html, content } = render(channel);
      expect(wordsOf(html)).toBe(`Before ${lines} after ${value.replace(/\r\n?/gu, "\n")}`);
      expect(html.match(/<(?!\/?(?:p|code)>|br>)/gu)).toBeNull();
      if (content.kind === "teams") expect(content.mentions).toEqual([]);
    }
    const { subject, content } = render("slack");
    expect(subject).not.toMatch(/[\r\n]/u);
    if (content.kind !== "slack" || plain.kind !== "slack") throw new Error("not Slack");
    expect(content.text).not.toMatch(/[<>]/u);
    expect(content.blocks.length).toBe(plain.blocks.length);
    expect(JSON.stringify(content.blocks)).not.toMatch(/"type":"(?:user|usergroup|broadcast|channel|link|mrkdwn)"/u);
  });
});
