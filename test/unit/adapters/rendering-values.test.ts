import { describe, expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import type { ChannelKind } from "../../../src/core/domain/directory.ts";
import type { Facts, FactValue } from "../../../src/core/domain/message.ts";
import type { SlackBlock } from "../../../src/core/domain/slack-blocks.ts";

const renderer = createMessageRenderer();

function facts(values: Record<string, string | FactValue>): Facts {
  return new Map(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? { kind: "text", text: value } : value]),
  );
}

function render(body: string, values: Record<string, string | FactValue>, channel: ChannelKind = "manual", subject = "News") {
  return renderer.render({ subject, body }, facts(values), channel, "");
}

/** What a browser would show of some HTML. */
function shown(html: string): string {
  return html
    .replace(/<br>/gu, "\n")
    .replace(/<[^>]+>/gu, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x26;", "&")
    .replaceAll("&amp;", "&");
}

const hostile = [
  "*bold* and **more** and _this_ and ~that~",
  "<b>b</b><script>alert(1)</script>",
  "<!here> <@U123> <!subteam^S1> @channel",
  "{{ window.reason }} {% if x %}",
  "[a](javascript:alert(1)) ![i](https://x.example/i.png)",
  "# title\n- item\n> quote",
  "https://evil.example/?a=1&b=2",
  'a "quoted" & <at id="0">name</at>',
  "`code` ``` fence",
  "\uE0000\uE001",
];

describe.each(hostile)("the value %j", (value) => {
  test("arrives in plain text as it is", () => {
    expect(render("Before {{ window.title }} after", { "window.title": value }).message.text).toBe(`Before ${value} after`);
  });

  test("arrives in Slack as plain text without formatting, links or mentions", () => {
    const { message } = render("Before {{ window.title }} after", { "window.title": value }, "slack");
    if (message.content.kind !== "slack") throw new Error("not Slack");
    const [, block] = message.content.blocks as SlackBlock[];
    if (block?.type !== "rich_text" || block.elements[0]?.type !== "rich_text_section") throw new Error("no rich text");
    const { elements } = block.elements[0];
    expect(elements.every((element) => element.type === "text" && element.style === undefined)).toBe(true);
    expect(elements.map((element) => (element.type === "text" ? element.text : "")).join("")).toBe(`Before ${value} after`);
    expect(message.content.text.replace(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[<>]/u);
  });

  test.each(["teamsChannel", "mail"] as const)("arrives in %s as text, not as elements", (channel) => {
    const { message } = render("Before {{ window.title }} after", { "window.title": value }, channel);
    const html = message.html;
    expect(html.match(/<\/?(?!p\b|br\b)[a-z][^>]*>/giu)).toBeNull();
    expect(shown(html)).toBe(`Before ${value} after`);
    if (message.content.kind === "teams") expect(message.content).toMatchObject({ mentions: [] });
    if (message.content.kind === "teams") expect(message.content.html).not.toMatch(/<(?!\/?p\b|br\b)/u);
    if (message.content.kind === "mail") expect(message.content.html).not.toMatch(/<script|<b>|<at\b|javascript:[^<]*"/u);
  });

  test("stays on the one line of a subject", () => {
    const { message } = render("x", { "window.title": value }, "mail", "News: {{ window.title }}");
    expect(message.subject).toBe(`News: ${value.replace(/\s+/gu, " ")}`);
  });
});

test("a line break in a value does not start a mail header", () => {
  const { message } = render("x", { "window.title": "a\r\nBcc: all@example.org" }, "mail", "{{ window.title }}");
  expect(message.subject).toBe("a Bcc: all@example.org");
});

test("raw HTML in a draft is shown as the text it is", () => {
  const { message } = render("<img src=x onerror=alert(1)>\n\nand <b>this</b>", {}, "teamsChannel");
  expect(message.html).not.toMatch(/<img|<b>/u);
  expect(message.text).toContain("<img src=x onerror=alert(1)>");
  expect(message.text).toContain("<b>this</b>");
});

test.each(["javascript:alert(1)", "http://plain.example/", "data:text/html,x", "//evil.example", "/relative"])(
  "a link to %s leaves only its words",
  (url) => {
    const typed = render(`See [here](${url}) now`, {}).message;
    expect(typed.html).not.toContain("<a");
    expect(typed.text).toBe("See here now");
    const asFact = render("See {{ service.status }} now", { "service.status": { kind: "link", text: "here", url } }).message;
    expect(asFact.html).not.toContain("<a");
    expect(asFact.text).toBe("See here now");
    const inAddress = render("See [here]({{ window.title }}) now", { "window.title": url }).message;
    expect(inAddress.html).not.toContain("<a");
  },
);

test("a link fact becomes a link in every form", () => {
  const link = { kind: "link", text: "Live status", url: "https://status.example.org/portal" } as const;
  const values = { "service.status": link };
  expect(render("{{ service.status }}", values).message.text).toBe("Live status: https://status.example.org/portal");
  expect(render("{{ service.status }}", values).message.html).toContain(
    '<a href="https://status.example.org/portal">Live status</a>',
  );
  const slack = render("{{ service.status }}", values, "slack").message.content;
  expect(JSON.stringify(slack)).toContain('{"type":"link","url":"https://status.example.org/portal","text":"Live status"}');
  const address = render("[follow it]({{ service.status }})", values).message.html;
  expect(address).toContain('<a href="https://status.example.org/portal">follow it</a>');
});

test("mentions call people and groups where their channel knows them, and are names elsewhere", () => {
  const mentions: FactValue = {
    kind: "list",
    items: [
      { kind: "mention", name: "Dana Reed", slackId: "U0DANA", teamsId: "aad-dana" },
      { kind: "mention", name: "On call", slackId: "S0ONCALL", teamsId: null },
    ],
  };
  const values = { "audience.mentions": mentions };
  const slack = render("{{ audience.mentions }}", values, "slack").message.content;
  if (slack.kind !== "slack") throw new Error("not Slack");
  expect(JSON.stringify(slack.blocks)).toContain('{"type":"user","user_id":"U0DANA"}');
  expect(JSON.stringify(slack.blocks)).toContain('{"type":"usergroup","usergroup_id":"S0ONCALL"}');
  expect(slack.text).toContain("<@U0DANA> <!subteam^S0ONCALL>");

  const teams = render("{{ audience.mentions }}", values, "teamsChannel").message.content;
  if (teams.kind !== "teams") throw new Error("not Teams");
  expect(teams.html).toContain('<at id="0">Dana Reed</at>');
  expect(teams.html).toContain("@On call");
  expect(teams.mentions).toEqual([{ id: 0, name: "Dana Reed", userId: "aad-dana" }]);

  expect(render("{{ audience.mentions }}", values, "mail").message.text).toBe("@Dana Reed @On call");
});
