import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { dressFor, noHouseStyle } from "../../../src/core/domain/house-style.ts";
import { aFactsInput, someFacts } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";
import { type Doubt, doubtsInOutlook } from "../../mail/outlook-check.ts";

const renderer = createMessageRenderer();

function mailOf(draft: { readonly subject: string; readonly body: string }, facts = someFacts()): string {
  const { content } = renderer.render(draft, facts, "mail", "").message;
  if (content.kind !== "mail") throw new Error("not a mail");
  return content.html;
}

/**
 * What Word leaves out and nobody misses (docs/mail-in-outlook.md): by where it stands. Each must occur, or the table says
 * more than is so.
 */
const leftOut = new Map<string, string>([
  ['<div style="max-width:640px">', "a table of 640 px beside it, for Outlook alone, does the same"],
  ['<div style="margin:0px auto">', "that table is centred by its attribute"],
  ['<div style="width:100%">', "a cell of that table is as wide"],
  ['<div style="display:inline-block">', "a block in a cell of its own is as good"],
  ['<td style="border-radius:6px">', "the corners are square"],
  ['<div style="word-spacing:normal">', "says what is so without it"],
  ['<body style="word-spacing:normal">', "says what is so without it"],
  ['<div style="max-height:0px">', "the preview line is hidden by display:none"],
  ['<div style="max-width:0px">', "the preview line is hidden by display:none"],
  ['<div style="opacity:0">', "the preview line is hidden by display:none"],
  ['<div style="overflow:hidden">', "the preview line is hidden by display:none"],
  ['<div style="line-height:1px">', "the preview line is hidden by display:none"],
  ['<span style="white-space:nowrap">', "a line may end inside 02:00–04:00, which reads as well"],
]);
/** Markdown of a person's own draft, which no default template uses: it reads well without. */
const leftOutOfOwnDrafts = new Map<string, string>([
  ['<pre style="white-space:pre-wrap">', "Word keeps the lines of pre, and wraps none"],
]);

/** A house's logo. */
const leftOutOfLogos = new Map<string, string>([
  ['<img style="display:block">', "what follows it is a block, so that it has a line of its own all the same"],
]);

function places(doubts: readonly Doubt[]): string[] {
  return [...new Set(doubts.map(({ where }) => where))];
}

test("Outlook's engine supports all that the 36 default templates are made of, save what nobody misses", () => {
  const all = defaultTemplates().flatMap((template) =>
    doubtsInOutlook(mailOf(template, factsFor(aFactsInput(template.stage, template.voice)))),
  );
  expect(all.filter(({ where }) => !leftOut.has(where))).toEqual([]);
  expect(places(all).toSorted()).toEqual([...leftOut.keys()].toSorted());
});

test("and all that a draft of one's own can be made of", () => {
  const body = [
    "First **words** of _news_ about ~~old~~ {{ window.raeson }}.",
    "# One\n\n## Two\n\n### Three",
    "- a\n  1. b\n- `c`",
    "> said",
    "| a | b |\n| --- | ---: |\n| [c](https://example.org) | d |",
    "---",
    "```\ncode\n```",
  ].join("\n\n");
  const doubts = doubtsInOutlook(mailOf({ subject: "News", body }));
  expect(doubts.filter(({ where }) => !leftOut.has(where) && !leftOutOfOwnDrafts.has(where))).toEqual([]);
});

test("and what a house dresses its mails in", () => {
  const logo = { mediaType: "image/png", width: 480, height: 120, base64: "iVBORw0KGgo=" } as const;
  const style = { ...noHouseStyle, salutation: "Dear customer", signOff: "Kind regards\nThe desk", brandColour: "#0a5c7a", logo };
  const worn = dressFor(style, "Programme", true, someFacts());
  const { content } = renderer.render({ subject: "News", body: "x" }, someFacts(), "mail", "", worn).message;
  const doubts = doubtsInOutlook(content.kind === "mail" ? content.html : "");
  expect(doubts.filter(({ where }) => !leftOut.has(where)).map(({ where }) => where)).toEqual([...leftOutOfLogos.keys()]);
});

test.each([
  ['<p style="padding:4px">x</p>', "css-padding"],
  ['<div style="border-top:1px solid #000000">x</div>', "css-border"],
  ['<div style="float:left">x</div>', "css-float"],
  ['<div style="display:flex">x</div>', "css-display"],
  ['<p style="font-size:1rem">x</p>', "css-font-size"],
  ['<p style="line-height:22px">x</p>', "css-line-height"],
  ['<span style="margin:0 0 4px 0">x</span>', "css-margin"],
  ['<img src="cid:x" alt="" width="50%">', "html-width"],
  ["<section>x</section>", "html-semantics"],
  ["<button>x</button>", "html-button-submit"],
  ["<marquee>x</marquee>", "html-marquee"],
  ['<ol><li value="3">x</li></ol>', "html-lists"],
  ["<!--[if mso]><video></video><![endif]-->", "html-video"],
  ['<p style="unheard-of:1">x</p>', "css-unheard-of"],
])("%s is found", (planted, feature) => {
  expect(doubtsInOutlook(`<html><body>${planted}</body></html>`).map((doubt) => doubt.feature)).toEqual([feature]);
});

test("what is hidden from Outlook is not judged", () => {
  expect(doubtsInOutlook("<html><body><!--[if !mso]><!--><video></video><!--<![endif]--></body></html>")).toEqual([]);
});
