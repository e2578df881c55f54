import fc from "fast-check";
import type { Element, Nodes } from "hast";
import ICAL from "ical.js";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { renderCalendarFile } from "../../../src/adapters/rendering/calendar-file.ts";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { toCsv } from "../../../src/core/domain/csv.ts";
import type { ChannelKind } from "../../../src/core/domain/directory.ts";
import type { Facts, FactValue } from "../../../src/core/domain/message.ts";
import type { SlackBlock } from "../../../src/core/domain/slack-blocks.ts";
import { aDirectory, aWorkspace } from "../../builders/directory.ts";
import { hostileText } from "../../builders/hostile-text.ts";
import { aWindow, exampleStart } from "../../builders/window.ts";

const renderer = createMessageRenderer();
const html = unified().use(rehypeParse, { fragment: true });
const runs = { numRuns: 400 };

/** A draft with a value in every place a value can stand in. */
const draft = {
  subject: "News of {{ window.title }}",
  body: [
    "Before {{ window.title }} after **{{ window.reason }}** and _{{ window.effect }}_.",
    "- {{ window.todo }}\n- second",
    "> {{ window.rollback }}",
    "`{{ window.note }}`",
    "## {{ window.lead }}",
    "| a | b |\n| --- | --- |\n| {{ window.owner }} | c |",
    "{{ customer.name }} {{ service.names }}",
  ].join("\n\n"),
};
const names = [
  "window.title",
  "window.reason",
  "window.effect",
  "window.todo",
  "window.rollback",
  "window.note",
  "window.lead",
  "window.owner",
  "customer.name",
];

function factsOf(value: string): Facts {
  const text: FactValue = { kind: "text", text: value };
  return new Map<string, FactValue>([
    ...names.map((name): [string, FactValue] => [name, text]),
    ["service.names", { kind: "list", items: [text, { kind: "link", text: value, url: "https://status.example.org/" }] }],
    ["window.reference", { kind: "text", text: "FW-2026-118" }],
  ]);
}

function rendered(value: string, channel: ChannelKind) {
  return renderer.render(draft, factsOf(value), channel, "").message;
}

/** Everything of a piece of HTML but its words: tags and attributes in order. Line breaks are words. */
function skeleton(source: string): string[] {
  const tags: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "element" && node.tagName !== "br") tags.push(`${node.tagName} ${JSON.stringify(propertiesOf(node))}`);
    if (node.type === "comment" || node.type === "doctype") tags.push(node.type);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(html.parse(source));
  return tags;
}

/** A mail's frame names its subject to screen readers: words, although they stand in an attribute. */
function propertiesOf({ properties }: Element): unknown {
  return "ariaLabel" in properties ? { ...properties, ariaLabel: "" } : properties;
}

/** A Slack message without its words. */
function slackSkeleton(blocks: readonly SlackBlock[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === "text" && typeof value === "string" ? "" : value)).replaceAll(
    /(?:\{"type":"text","text":""\},?)+/gu,
    "T",
  );
}

test("a hostile value changes no element and no attribute of a mail or of a Teams message", () => {
  const plain = { mail: rendered("word", "mail"), teams: rendered("word", "teamsChannel") };
  fc.assert(
    fc.property(hostileText, (value) => {
      fc.pre(value.trim() !== "");
      const mail = rendered(value, "mail");
      const teams = rendered(value, "teamsChannel");
      expect(skeleton(mail.html)).toEqual(skeleton(plain.mail.html));
      if (mail.content.kind !== "mail" || plain.mail.content.kind !== "mail") throw new Error("no mail");
      expect(skeleton(mail.content.html)).toEqual(skeleton(plain.mail.content.html));
      if (teams.content.kind !== "teams" || plain.teams.content.kind !== "teams") throw new Error("not Teams");
      expect(skeleton(teams.content.html)).toEqual(skeleton(plain.teams.content.html));
      expect(teams.content.mentions).toEqual([]);
    }),
    runs,
  );
});

test("a hostile value changes nothing of a Slack message but its words, and mentions nobody in its text", () => {
  const plain = rendered("word", "slack").content;
  fc.assert(
    fc.property(hostileText, (lines) => {
      // A line break parts what is bold into two pieces; what they are stays the same.
      const value = lines.replace(/[\r\n]+/gu, " ");
      fc.pre(value.trim() !== "");
      const { content } = rendered(value, "slack");
      if (content.kind !== "slack" || plain.kind !== "slack") throw new Error("not Slack");
      expect(slackSkeleton(content.blocks as SlackBlock[])).toBe(slackSkeleton(plain.blocks as SlackBlock[]));
      expect(content.text).not.toMatch(/[<>]/u);
      expect(content.text).not.toMatch(/&(?!amp;|lt;|gt;)/u);
    }),
    runs,
  );
});

test("a hostile value arrives in plain text as the text it is", () => {
  fc.assert(
    fc.property(hostileText, (value) => {
      fc.pre(value.trim() !== "");
      const { text } = renderer.render(
        { subject: "x", body: "Before {{ window.title }} after" },
        factsOf(value),
        "manual",
        "",
      ).message;
      expect(text).toBe(`Before ${value.replace(/\r\n|\r/gu, "\n")} after`);
    }),
    runs,
  );
});

test("a subject stays one line without control characters, whatever a value or a draft holds", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (value, typed) => {
      const { subject } = renderer.render(
        { subject: `{{ window.title }} ${typed}`, body: "x" },
        factsOf(value),
        "mail",
        "",
      ).message;
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
    runs,
  );
});

test("no draft, however hostile, makes an element that could act", () => {
  const allowed =
    /^(?:p|br|strong|em|s|ul|ol|li|blockquote|pre|code|hr|h[1-6]|a|table|thead|tbody|tr|th|td|mark|span|at|html|head|body)$/u;
  fc.assert(
    fc.property(hostileText, hostileText, (body, value) => {
      for (const channel of ["mail", "teamsChannel"] as const) {
        const { message } = renderer.render({ subject: "x", body: `${body}\n\n{{ window.title }}` }, factsOf(value), channel, "");
        for (const tag of skeleton(message.html)) {
          const [name = "", ...rest] = tag.split(" ");
          expect(name).toMatch(allowed);
          const properties = JSON.parse(rest.join(" ") || "{}") as Record<string, unknown>;
          expect(Object.keys(properties).every((key) => /^(?:href|start|className|align|id)$/u.test(key))).toBe(true);
          if (properties.href !== undefined) expect(properties.href).toMatch(/^(?:https:\/\/|mailto:|tel:)/iu);
        }
      }
    }),
    runs,
  );
});

/** The lines of a calendar file, unfolded (RFC 5545, 3.1). */
function linesOf(file: string): string[] {
  return file
    .replace(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .slice(0, -1);
}

test("a hostile value adds no line, property or parameter to a calendar file, and stays the text it is", () => {
  const fileWith = (value: string, email = "releases@example.org"): string =>
    renderCalendarFile({
      window: aWindow({ title: value, effect: value, toDo: value }),
      workspace: aWorkspace({ name: value, contactPoint: value, coordinator: { name: value, email } }),
      services: aDirectory().services.map((service) => ({ ...service, name: value })),
      phase: null,
      series: [],
      now: exampleStart - 1000,
    })(value);
  const namesOf = (file: string): string[] => linesOf(file).map((line) => (/^[A-Z-]+/u.exec(line) ?? ["?"])[0]);
  const plain = namesOf(fileWith("word"));
  fc.assert(
    fc.property(hostileText, hostileText, (value, email) => {
      const file = fileWith(value, email);
      expect(namesOf(file)).toEqual(plain);
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
      for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vevent");
      expect(Object.keys(event?.getFirstProperty("organizer")?.jCal[1] ?? {})).toEqual(["cn"]);
      const words = `${value}, ${value}: ${value}`.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
      expect(event?.getFirstPropertyValue("summary")).toBe(words);
    }),
    runs,
  );
});

test("no cell of a CSV starts like a formula, and every one can be read back", () => {
  fc.assert(
    fc.property(hostileText, (value) => {
      const csv = toCsv(["a"], [[value]]);
      const cell = csv.slice('"a"\r\n"'.length, -'"\r\n'.length).replaceAll('""', '"');
      expect(cell.replace(/^'/u, "")).toBe(value.replace(/^'/u, ""));
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^\p{Cc}/u);
    }),
    runs,
  );
});
