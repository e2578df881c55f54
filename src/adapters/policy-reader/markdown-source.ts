import type { List, ListItem, Nodes, Table } from "mdast";
import { toString as wordsOfLeaf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type DocumentBuilder, keyedLine } from "./document-builder.ts";
import { takeGridTables } from "./grid-tables.ts";
import { htmlTables } from "./html-source.ts";
import { readLongMarkdown } from "./long-markdown.ts";
import { otherMarkupAsMarkdown } from "./other-markup.ts";
import { type FoundTable, takePipeTables } from "./pipe-tables.ts";
import { isEmphasised, partedHeadings, withPlainHeadings } from "./plain-headings.ts";
import { takePlainTables } from "./plain-tables.ts";
import { isTitle, lowestHeading, raised, tidy, withoutElement } from "./plain-words.ts";
import { restAsMarkdown } from "./rest-headings.ts";

const parser = unified().use(remarkParse).use(remarkGfm);
/** Private-use characters: they mark where a table stood, and occur in no policy. */
const mark = /^\ue000(\d+)\ue001$/u;

/** In characters, tables not counted. */
const longText = 200_000;

/** Reads Markdown, and the headings and tables of reStructuredText. */
export function readMarkdown(source: string, builder: DocumentBuilder): void {
  const tables: FoundTable[] = [];
  const placeholder = (table: FoundTable): string => `\ue000${tables.push(table) - 1}\ue001`;
  const lines = takeHtmlTables(withoutFrontMatter(source), placeholder).split("\n");
  const written = otherMarkupAsMarkdown(lines).map(plainLine);
  const rest = restAsMarkdown(takePlainTables(takePipeTables(takeGridTables(written, placeholder), placeholder), placeholder));
  const isLong = rest.reduce((length, line) => length + line.length + 1, 0) > longText;
  if (!isLong) {
    const page = parser.parse(partedHeadings(rest).join("\n"));
    walk({ ...page, children: withPlainHeadings(page.children, wordsOf) }, builder, tables, -1);
    return;
  }
  readLongMarkdown(rest, builder, (line) => {
    const table = tables[Number(mark.exec(line)?.[1] ?? -1)];
    if (table === undefined) return false;
    builder.table(table);
    return true;
  });
}

/** Bullets as pages copied from a browser have them, and footnotes by their marks. */
function plainLine(line: string): string {
  const bulleted = line.replace(/^(\s{0,12})[•·▪▫◦‣●○■□➢➤✓✔–—]\s+(?=\S)/u, "$1- ");
  return bulleted.includes("[^") ? bulleted.replace(/\[\^(\d{1,2})\](?::\s*)?/gu, (_, mark: string) => raised(mark)) : bulleted;
}

/** Front matter is data about the page; remark would take its last line for a heading. */
function withoutFrontMatter(source: string): string {
  if (!source.startsWith("---\n")) return source;
  const end = source.indexOf("\n---", 3);
  return end === -1 || end > 20_000 ? source : source.slice(end + 4);
}

/** HTML tables inside Markdown, found by plain search: a broken one must cost no more than its length. */
function takeHtmlTables(source: string, placeholder: (table: FoundTable) => string): string {
  const lower = source.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (let start = lower.indexOf("<table"); start !== -1; start = lower.indexOf("<table", from)) {
    const close = lower.indexOf("</table>", start);
    const end = close === -1 ? source.length : close + "</table>".length;
    parts.push(source.slice(from, start));
    for (const table of htmlTables(source.slice(start, end))) parts.push(`\n\n${placeholder(table)}\n\n`);
    from = end;
  }
  parts.push(source.slice(from));
  return parts.join("");
}

function walk(node: Nodes, builder: DocumentBuilder, tables: readonly FoundTable[], listDepth: number): void {
  switch (node.type) {
    case "heading":
      builder.heading(node.depth, tidy(wordsOf(node)));
      return;
    case "paragraph": {
      const lines = tidy(wordsOf(node, "\n"));
      const isKeyed = lines.split("\n").every((line) => keyedLine.test(line));
      const text = isKeyed ? lines : tidy(wordsOf(node));
      const table = tables[Number(mark.exec(text)?.[1] ?? -1)];
      if (table === undefined && isEmphasised(node) && isTitle(text)) builder.heading(lowestHeading, text);
      else if (table === undefined) builder.paragraph(text);
      else builder.table(table);
      return;
    }
    case "list":
      for (const item of node.children) walk(item, builder, tables, listDepth + 1);
      return;
    case "listItem":
      readItem(node, builder, tables, listDepth);
      return;
    case "code":
      for (const part of node.value.split(/\n*(\ue000\d+\ue001)\n*/u)) {
        const table = tables[Number(mark.exec(part)?.[1] ?? -1)];
        if (table === undefined) builder.paragraph(tidy(part));
        else builder.table(table);
      }
      return;
    // One in a quotation, which its signs hid from those who looked for tables.
    case "table":
      builder.table(quotedTable(node));
      return;
    case "html":
      builder.paragraph(tidy(node.value.replace(/<[^<>]{0,2000}>/gu, (tag) => ` ${withoutElement(tag)} `)));
      return;
    default:
      if ("children" in node) for (const child of node.children) walk(child, builder, tables, listDepth);
  }
}

function quotedTable({ children }: Table): FoundTable {
  const [headers = [], ...rows] = children.map((row) => row.children.map((cell) => tidy(wordsOf(cell))));
  return { headers, rows };
}

function readItem(item: ListItem, builder: DocumentBuilder, tables: readonly FoundTable[], depth: number): void {
  const isList = (child: Nodes): child is List => child.type === "list";
  const own = item.children.filter((child) => child.type === "paragraph").map((child) => wordsOf(child));
  builder.point(depth, tidy(own.join("\n")));
  for (const child of item.children) {
    if (isList(child)) walk(child, builder, tables, depth);
    else if (child.type !== "paragraph") walk(child, builder, tables, depth);
  }
}

/** The words of a node; a line that is only wrapped is no new line, unless `wrapped` says so. */
function wordsOf(node: Nodes, wrapped = " "): string {
  switch (node.type) {
    case "text":
      return node.value.replace(/\s*\n\s*/gu, wrapped);
    case "break":
      return "\n";
    case "html":
      return /^<br\s{0,9}\/?>$/iu.test(node.value) ? "\n" : withoutElement(node.value);
    default:
      return "children" in node ? node.children.map((child) => wordsOf(child, wrapped)).join("") : wordsOfLeaf(node);
  }
}
