import type { BadInput } from "./bad-input.ts";

/** A draft that cannot be rendered as meant. */
export type TemplateRow = BadInput & {
  readonly body: string;
  /** The problem the renderer names, or null when it only leaves out what is unsafe. */
  readonly problem: "syntax" | "unknownVariable" | "emptyVariable" | null;
  /** What must not be in the mail's HTML. */
  readonly without?: RegExp;
};

function blocked(name: string, body: string, problem: "syntax" | "unknownVariable" | "emptyVariable"): TemplateRow {
  const why = { syntax: "its line is named", unknownVariable: "the variable is named", emptyVariable: "the gap is marked" };
  return { area: "templates", name, input: body, expected: `Approval is blocked; ${why[problem]}`, body, problem };
}

function harmless(name: string, body: string, expected: string, without: RegExp): TemplateRow {
  return { area: "templates", name, input: body, expected, body, problem: null, without };
}

export const templates: readonly TemplateRow[] = [
  blocked("a variable nobody knows", "{{ window.secret }}", "unknownVariable"),
  blocked("a misspelt variable", "{{ window.raeson }}", "unknownVariable"),
  blocked("a variable without a value", "{{ window.lead }}", "emptyVariable"),
  blocked("a tag left open", "{% if window.title %}x", "syntax"),
  blocked("braces left open", "{{ window.title", "syntax"),
  blocked("a file of this computer", "{% include '/etc/passwd' %}", "syntax"),
  blocked("another template", "{% render 'other' %}", "syntax"),
  blocked("a variable of its own", "{% assign x = 1 %}", "syntax"),
  blocked("raw output", "{% raw %}{{ x }}{% endraw %}", "syntax"),
  blocked("a filter that is not allowed", "{{ window.title | url_encode }}", "syntax"),
  blocked("the makings of an object", "{{ window.constructor }}", "unknownVariable"),
  blocked("a prototype", "{{ window.__proto__ }}", "unknownVariable"),
  blocked("a loop without end", "{% for i in (1..99999999) %}{% for j in (1..99999999) %}x{% endfor %}{% endfor %}", "syntax"),
  harmless("a script", "<script>alert(1)</script>", "Arrives as the text it is", /<script>alert/u),
  harmless("a picture from elsewhere", "![x](https://evil.example/i.png)", "Only its words are sent", /<img[^>]+evil/u),
  harmless(
    "a link that runs code",
    "[x](javascript:alert(1))",
    "Only its words are sent, and approval is blocked",
    /javascript:/u,
  ),
  harmless("a link with data in it", "[x](data:text/html,x)", "Only its words are sent, and approval is blocked", /href="data:/u),
];
