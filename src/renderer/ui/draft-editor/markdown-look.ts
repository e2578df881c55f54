import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** Markdown in the editor: weight and faintness, no colours. */
export const markdownLook = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading, fontWeight: "700" },
    { tag: tags.strong, fontWeight: "700" },
    { tag: tags.emphasis, fontStyle: "italic" },
    { tag: tags.strikethrough, textDecoration: "line-through" },
    { tag: [tags.link, tags.url], textDecoration: "underline" },
    { tag: [tags.processingInstruction, tags.meta], color: "var(--fw-faint)" },
    { tag: tags.quote, color: "var(--fw-soft)" },
  ]),
);
