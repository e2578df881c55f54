import type { Element } from "hast";
import { LRUCache } from "lru-cache";
import type { Root } from "mdast";
import type { MessageContent } from "../../core/domain/delivery.ts";
import { largestLogo, type MailDress } from "../../core/domain/house-style.ts";
import { createHtmlWriter, escapeHtml } from "./filled-html.ts";
import { element, namedMention } from "./html.ts";
import { withLabelsApart } from "./labelled-tree.ts";
import type { Slot } from "./liquid-draft.ts";
import { mailLayout } from "./mail-layout.ts";
import { plainText } from "./plain-text.ts";

/** Widest line of a mail's plain text: RFC 3676 asks for under 79, and a reply puts two signs before each. */
const lineWidth = 72;
const previewLength = 140;

/** Forewarn's own, where a workspace has none: the band above a mail and its links. */
const ownColour = "#1f5eff";

/**
 * Outlook reads styles only where they stand: each element carries its own. Lists are indented by their margin, and nothing
 * rests on a padding or border outside of table cells, which Word leaves out (docs/mail-in-outlook.md).
 */
const styles: Readonly<Record<string, string>> = {
  p: "margin:0 0 14px 0;",
  ul: "margin:0 0 14px 24px;padding:0;",
  ol: "margin:0 0 14px 24px;padding:0;",
  li: "margin:0 0 6px 0;",
  h1: "margin:20px 0 8px 0;font-size:18px;line-height:1.35;font-weight:600;",
  h2: "margin:20px 0 8px 0;font-size:16px;line-height:1.35;font-weight:600;",
  h3: "margin:16px 0 6px 0;font-size:15px;line-height:1.5;font-weight:600;",
  s: "color:#667080;text-decoration:line-through;",
  blockquote: "margin:0 0 14px 20px;color:#4d5766;",
  code: "font-family:Consolas,Menlo,monospace;font-size:13px;background-color:#f6f7f9;",
  pre: "margin:0 0 14px 0;background-color:#f6f7f9;white-space:pre-wrap;",
  table: "margin:0 0 14px 0;border-collapse:collapse;",
  th: "padding:6px 10px;border:1px solid #e2e5ea;text-align:left;font-weight:600;",
  td: "padding:6px 10px;border:1px solid #e2e5ea;",
  hr: "margin:18px 0;",
  // What a gap is marked with: Word has no such element, so it becomes a span.
  mark: "background-color:#ffe9a8;color:#14181f;",
};
const label = "font-size:13px;color:#4d5766;";

const slot = /%%(TITLE|HEADING|PREVIEW|BRAND|LOGO|SALUTATION|BODY|SIGNOFF|FOOTER)%%/u;
const layoutParts = mailLayout.split(slot);

export type MailInput = {
  readonly subject: string;
  /** The draft's tree and the values to write into it. */
  readonly tree: Root;
  readonly slots: readonly Slot[];
  /** The same tree with its values in place. */
  readonly filled: Root;
  readonly text: string;
  readonly sender: string;
  readonly reference: string;
  /** What the mail wears beside its text. */
  readonly dress: MailDress;
};

/** Writes notices as mails: HTML that Outlook lays out, and plain text for whoever reads that. The calendar file is added to each. */
export function createMailWriter(): (input: MailInput) => Extract<MessageContent, { kind: "mail" }> {
  const writers = new LRUCache<string, ReturnType<typeof createHtmlWriter>>({ max: 4 });
  // The writer knows a tree it has written before by its identity.
  const apart = new WeakMap<Root, Root>();

  function labelled(tree: Root): Root {
    const known = apart.get(tree) ?? withLabelsApart(tree);
    apart.set(tree, known);
    return known;
  }

  function writerIn(colour: string): ReturnType<typeof createHtmlWriter> {
    const known =
      writers.get(colour) ??
      createHtmlWriter({ mention: namedMention, dress: (element) => dressed(element, colour), words: timesWhole });
    writers.set(colour, known);
    return known;
  }

  return ({ subject, tree, slots, filled, text, sender, reference, dress }) => {
    const { salutation, signOff, logo } = dress;
    const colour = dress.brandColour ?? ownColour;
    const fillings: Readonly<Record<string, string>> = {
      TITLE: escapeHtml(subject),
      HEADING: escapeHtml(heading(subject, reference)),
      PREVIEW: escapeHtml(preview(text)),
      BRAND: colour,
      LOGO: logo === null ? "" : logoHtml(logo),
      SALUTATION: lines(salutation),
      BODY: writerIn(colour)(labelled(tree), slots),
      SIGNOFF: lines(signOff),
      FOOTER: escapeHtml([sender, reference].filter((words) => words !== "").join(" · ")),
    };
    const html = layoutParts.map((part, index) => (index % 2 === 0 ? part : (fillings[part] ?? ""))).join("");
    const parts = [salutation, plainText(withLabelsApart(filled), lineWidth), signOff].filter((part) => part !== "");
    const mail = { kind: "mail", subject, html, text: parts.join("\n\n"), calendar: "" } as const;
    if (logo === null) return mail;
    const { contentId, mediaType, base64 } = logo;
    return { ...mail, logo: { contentId, mediaType, base64 } };
  };
}

/** A line or lines of a house style: words, never markup. */
function lines(words: string): string {
  return words === "" ? "" : `<p style="${styles.p}">${escapeHtml(words).replaceAll("\n", "<br>")}</p>`;
}

/** Drawn at half its pixels, for screens that have two where others have one; on white, since most logos are made for it. */
function logoHtml({ contentId, width, height, alt }: NonNullable<MailDress["logo"]>): string {
  const scale = Math.min(1, largestShown.width / width, largestShown.height / height);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const style = "display:block;margin:0 0 16px 0;border:0;background-color:#ffffff;";
  return `<img src="cid:${escapeHtml(contentId)}" alt="${escapeHtml(alt)}" ${size} style="${style}">`;
}

const largestShown = { width: largestLogo.width / 2, height: largestLogo.height / 2 } as const;

function dressed(element: Element, colour: string): void {
  const style = element.tagName === "a" ? `color:${colour};text-decoration:underline;` : styles[element.tagName];
  if (style !== undefined) element.properties = { ...element.properties, style };
  if (element.tagName === "p") markLabel(element);
  if (element.tagName === "mark") element.tagName = "span";
  if (element.tagName !== "span") keepTimesWhole(element);
}

/** `UTC-8`, `21:00–23:00`: a line would end at the dash, and the next begin with a figure that says nothing by itself. */
const oneWord = /\bUTC-\d{1,2}(?::\d{2})?|\b\d{1,2}:\d{2}–\d{1,2}:\d{2}\b/gu;
const unbroken = "white-space:nowrap;";

function timesWhole(escaped: string): string {
  return escaped.replace(oneWord, `<span style="${unbroken}">$&</span>`);
}

/** The same for words that stand in the draft itself. */
function keepTimesWhole(parent: Element): void {
  parent.children = parent.children.flatMap((child): Element["children"] => {
    if (child.type !== "text") return [child];
    const between = child.value.split(oneWord);
    const times = [...child.value.matchAll(oneWord)];
    return between.flatMap((value, index) => {
      const [found] = times[index] ?? [];
      const text = { type: "text", value } as const;
      return found === undefined ? [text] : [text, element("span", { style: unbroken }, found)];
    });
  });
}

/** The words that a paragraph begins with on a line of their own, up to a colon: a sentence in bold is none. */
function markLabel({ children: [first, second] }: Element): void {
  if (first?.type !== "element" || first.tagName !== "strong" || second?.type !== "element" || second.tagName !== "br") return;
  const end = first.children.at(-1);
  if (end?.type !== "text" || !end.value.trimEnd().endsWith(":")) return;
  first.properties = { className: ["fw-label"], style: label };
}

/** The subject without our reference, which stands under the text. */
function heading(subject: string, reference: string): string {
  const end = `(${reference})`;
  return subject.endsWith(end) && subject.length > end.length ? subject.slice(0, -end.length).trimEnd() : subject;
}

/** What a list of mails shows beside the subject. */
function preview(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  if (line.length <= previewLength) return line;
  return `${line.slice(0, line.lastIndexOf(" ", previewLength))}…`;
}
