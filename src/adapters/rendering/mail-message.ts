import type { Element } from "hast";
import type { Root } from "mdast";
import type { MessageContent } from "../../core/domain/delivery.ts";
import { createHtmlWriter, escapeHtml } from "./filled-html.ts";
import { namedMention } from "./html.ts";
import type { Slot } from "./liquid-draft.ts";
import { mailLayout } from "./mail-layout.ts";
import { plainText } from "./plain-text.ts";

/** Widest line of a mail's plain text, for readers that do not wrap (RFC 3676 asks for under 79). */
const lineWidth = 78;
const previewLength = 140;

/** Outlook reads styles only where they stand: each element carries its own. */
const styles: Readonly<Record<string, string>> = {
  p: "margin:0 0 14px 0;",
  ul: "margin:0 0 14px 0;padding:0 0 0 22px;",
  ol: "margin:0 0 14px 0;padding:0 0 0 22px;",
  li: "margin:0 0 4px 0;",
  h1: "margin:20px 0 8px 0;font-size:18px;line-height:24px;font-weight:600;",
  h2: "margin:20px 0 8px 0;font-size:16px;line-height:22px;font-weight:600;",
  h3: "margin:16px 0 6px 0;font-size:15px;line-height:22px;font-weight:600;",
  a: "color:#1f5eff;text-decoration:underline;",
  blockquote: "margin:0 0 14px 0;padding:0 0 0 12px;border-left:3px solid #e2e5ea;color:#4d5766;",
  code: "font-family:Consolas,Menlo,monospace;font-size:13px;background-color:#f6f7f9;",
  pre: "margin:0 0 14px 0;padding:10px 12px;background-color:#f6f7f9;white-space:pre-wrap;",
  table: "margin:0 0 14px 0;border-collapse:collapse;",
  th: "padding:6px 10px;border:1px solid #e2e5ea;text-align:left;font-weight:600;",
  td: "padding:6px 10px;border:1px solid #e2e5ea;",
  hr: "margin:18px 0;border:0;border-top:1px solid #e2e5ea;",
  mark: "background-color:#ffe9a8;color:#14181f;padding:0 3px;",
};

const slot = /%%(TITLE|PREVIEW|BODY|FOOTER)%%/u;
const layoutParts = mailLayout.split(slot);

export type MailInput = {
  readonly subject: string;
  /** The draft's tree and the values to write into it. */
  readonly tree: Root;
  readonly slots: readonly Slot[];
  /** The same tree with its values in place. */
  readonly filled: Root;
  readonly text: string;
  readonly footer: string;
};

/** Writes notices as mails: HTML that Outlook lays out, and plain text for whoever reads that. The calendar file is added to each. */
export function createMailWriter(): (input: MailInput) => Extract<MessageContent, { kind: "mail" }> {
  const write = createHtmlWriter({ mention: namedMention, dress });
  return ({ subject, tree, slots, filled, text, footer }) => {
    const fillings: Readonly<Record<string, string>> = {
      TITLE: escapeHtml(subject),
      PREVIEW: escapeHtml(preview(text)),
      BODY: write(tree, slots),
      FOOTER: escapeHtml(footer),
    };
    const html = layoutParts.map((part, index) => (index % 2 === 0 ? part : (fillings[part] ?? ""))).join("");
    return { kind: "mail", subject, html, text: plainText(filled, lineWidth), calendar: "" };
  };
}

function dress(element: Element): void {
  const style = styles[element.tagName];
  if (style !== undefined) element.properties = { ...element.properties, style };
}

/** What a list of mails shows beside the subject. */
function preview(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  if (line.length <= previewLength) return line;
  return `${line.slice(0, line.lastIndexOf(" ", previewLength))}…`;
}
