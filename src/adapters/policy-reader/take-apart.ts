import type { SourceDocument } from "../../core/domain/source-document.ts";
import { readDelimited } from "./delimited-source.ts";
import { createDocumentBuilder } from "./document-builder.ts";
import { readHtml } from "./html-source.ts";
import { readMarkdown } from "./markdown-source.ts";
import { withoutTabbedItems } from "./plain-headings.ts";

/** Takes a pasted policy apart in whatever form it comes: Markdown, HTML, or cells from a spreadsheet. Never throws for odd input. */
export function takeApart(source: string): SourceDocument {
  try {
    return read(source);
  } catch (error) {
    // Thousands of quotes or elements inside one another: no page is, and the parsers climb down by recursion.
    if (error instanceof RangeError) return { title: "", tables: [], sections: [] };
    throw error;
  }
}

function read(source: string): SourceDocument {
  const text = source
    .replace(/\r\n?/gu, "\n")
    .replace(/^\ufeff/u, "")
    .replaceAll("\0", "");
  if (isHtml(text)) {
    const builder = createDocumentBuilder();
    readHtml(text, builder);
    return builder.finish();
  }
  const listed = withoutTabbedItems(text);
  const delimited = readDelimited(listed);
  if (delimited !== null) return delimited;
  const builder = createDocumentBuilder();
  readMarkdown(listed, builder);
  return builder.finish();
}

/** Markdown may hold HTML too: only what begins with a tag is taken for a page. */
function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|meta|table|thead|tbody|tr|h[1-6]|p|div|span|section|article|main|ul|ol|style|!--)[\s>-]/iu.test(
    text.slice(0, 5000),
  );
}
