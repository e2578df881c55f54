import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import type { ChannelKind } from "../../../src/core/domain/directory.ts";
import type { SlackBlock } from "../../../src/core/domain/slack-blocks.ts";
import { someFacts } from "../../builders/notice.ts";

const renderer = createMessageRenderer();

function render(body: string, channel: ChannelKind = "manual", subject = "News") {
  return renderer.render({ subject, body }, someFacts(), channel, "BEGIN:VCALENDAR");
}

test("a name nobody knows is a problem and a marked gap", () => {
  const { message, problems } = render("Because {{ window.raeson }}.");
  expect(problems).toEqual([{ kind: "unknownVariable", part: "body", name: "window.raeson" }]);
  expect(message.html).toContain('<mark class="missing">window.raeson is unknown</mark>');
  expect(message.text).toBe("Because [window.raeson is unknown].");
});

test("a name nobody knows is a problem even where it is only asked for", () => {
  expect(render("{% if window.raeson %}x{% endif %}y").problems).toMatchObject([
    { kind: "unknownVariable", name: "window.raeson" },
  ]);
});

test("a known fact without a value is a problem where it is printed, not where it is asked for", () => {
  expect(render("{{ window.movedWhy }}").problems).toEqual([{ kind: "emptyVariable", part: "body", name: "window.movedWhy" }]);
  expect(render("{% if window.movedWhy %}{{ window.movedWhy }}{% endif %}ok").problems).toEqual([]);
  expect(render("x", "mail", "{{ window.movedWhy }}").problems).toMatchObject([{ kind: "emptyVariable", part: "subject" }]);
});

test("a draft that is no Liquid says where, and shows what was typed", () => {
  const { message, problems } = render("first\n{% if %}");
  expect(problems).toMatchObject([{ kind: "syntax", part: "body", line: 2 }]);
  expect(message.text).toContain("{% if %}");
});

test.each([
  "{% include 'secret' %}",
  "{% render 'secret' %}",
  "{% layout 'secret' %}",
  "{% capture x %}a{% endcapture %}",
  "{{ window.title | raw }}",
  "{{ window.title | date: '%s' }}",
])("%s is refused", (body) => {
  expect(render(body).problems).toMatchObject([{ kind: "syntax" }]);
});

test("nothing of JavaScript is within reach", () => {
  const { message } = render("{{ window.constructor }} {{ window.__proto__ }} {{ window.title.constructor }}");
  expect(message.text).not.toMatch(/function|object/u);
});

test("a draft that would run for ever is stopped", () => {
  expect(render("{% for i in (1..100000000) %}x{% endfor %}").problems).toMatchObject([{ kind: "syntax" }]);
});

test("loops, filters and defaults work on facts", () => {
  expect(render("{% for item in window.references %}{{ item }};{% endfor %}").message.text).toContain("Change record: https://");
  expect(render("{{ window.title | upcase }}").message.text).toBe("UPGRADE OF THE BOOKING DATABASE");
  expect(render("{{ window.movedWhy | default: 'no reason' }}").message.text).toBe("no reason");
  expect(render("{{ window.references.size }}").message.text).toBe("1");
});

test("drafts of the same words but other facts do not share what they say", () => {
  const draft = { subject: "x", body: "{% if window.note %}Note: {{ window.note }}{% else %}none{% endif %}" };
  expect(renderer.render(draft, someFacts("announce"), "manual", "").message.text).toBe("none");
  expect(renderer.render(draft, someFacts("cancelled"), "manual", "").message.text).toBe(
    "Note: The supplier withdrew the update.",
  );
});

test("plain text keeps lists, numbers and line breaks readable", () => {
  const { text } = render("# Title\n\nOne\ntwo\n\n- a\n- b\n  - c\n\n3. x\n4. y\n\n> said\n\n~~old~~ new").message;
  expect(text).toBe("Title\n\nOne\ntwo\n\n- a\n- b\n  - c\n\n3. x\n4. y\n\n> said\n\nwas old, now new");
});

test("a mail's plain text is wrapped, its addresses are not", () => {
  const address = `https://example.org/${"a".repeat(90)}`;
  const { content } = render(`${"word ".repeat(40)}\n\n[Follow it](${address})`, "mail").message;
  if (content.kind !== "mail") throw new Error("not a mail");
  expect(content.text).toContain(address);
  expect(content.text.split("\n").filter((line) => line.length > 78 && !line.includes("https://"))).toEqual([]);
  expect(content.calendar).toBe("BEGIN:VCALENDAR");
});

test("a mail is one layout with title, body and our reference", () => {
  const { content } = render("**Hello** you", "mail", "News of A & B").message;
  if (content.kind !== "mail") throw new Error("not a mail");
  expect(content.html).toMatch(/<title>News of A &amp; B<\/title>/u);
  expect(content.html).toContain("<strong>Hello</strong> you");
  expect(content.html).toContain("FW-2026-118");
  expect(content.html).toContain('<p style="margin:0 0 14px 0;">');
  expect(content.html).not.toContain("%%");
  expect(content.html).toContain("<table");
});

test("Slack gets a title, a block a paragraph, and nested lists by indentation", () => {
  const { content } = render("One **two** _three_\n\n- a\n  - b\n- c\n\n---\n\n`code`", "slack").message;
  if (content.kind !== "slack") throw new Error("not Slack");
  const blocks = content.blocks as SlackBlock[];
  expect(blocks[0]).toEqual({ type: "header", text: { type: "plain_text", text: "News", emoji: false } });
  expect(blocks.map((block) => block.type)).toEqual(["header", "rich_text", "rich_text", "divider", "rich_text"]);
  expect(JSON.stringify(blocks[1])).toContain('{"type":"text","text":"two","style":{"bold":true}}');
  expect(blocks[2]).toMatchObject({ elements: [{ indent: 0 }, { indent: 1 }, { indent: 0 }] });
  expect(content.text).toBe("News\n\nOne two three\n\n- a\n  - b\n- c\n\n----\n\ncode");
});

test("Slack never gets more than fifty blocks, and loses nothing", () => {
  const { content } = render(Array.from({ length: 120 }, (_, index) => `Paragraph ${index}`).join("\n\n"), "slack").message;
  if (content.kind !== "slack") throw new Error("not Slack");
  expect(content.blocks.length).toBeLessThanOrEqual(50);
  const all = JSON.stringify(content.blocks);
  for (const index of [0, 48, 49, 119]) expect(all).toContain(`"Paragraph ${index}"`);
});

test("a subject too long for a Slack title is kept whole", () => {
  const subject = "Long ".repeat(40).trim();
  const { content } = render("x", "slack", subject).message;
  if (content.kind !== "slack") throw new Error("not Slack");
  expect(JSON.stringify(content.blocks[0])).toContain(subject);
  expect((content.blocks as SlackBlock[])[0]?.type).toBe("rich_text");
});
