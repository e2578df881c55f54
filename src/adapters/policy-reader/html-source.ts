import type { Element, Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { withFirstRowsAsHeader } from "../../core/domain/merged-cells.ts";
import type { MergedCell } from "../../core/domain/source-document.ts";
import type { DocumentBuilder } from "./document-builder.ts";
import type { FoundTable } from "./pipe-tables.ts";
import { isTitle, lowestHeading, raised, tidy } from "./plain-words.ts";

const parser = unified().use(rehypeParse, { fragment: true });
const lineEnders = new Set(["br", "p", "table", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"]);
const unread = new Set(["script", "style", "template", "head", "svg", "noscript"]);

/** Reads an HTML document, or a piece of one, as copied from a web page or a word processor. */
export function readHtml(source: string, builder: DocumentBuilder): void {
  walk(parser.parse(source), builder, -1);
}

/** The tables of a piece of HTML. */
export function htmlTables(source: string): FoundTable[] {
  const found: FoundTable[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "element" && node.tagName === "table") found.push(readTable(node));
    else if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(parser.parse(source));
  return found;
}

function words(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/\s+/gu, " ");
  if (node.type === "element" && (unread.has(node.tagName) || isHidden(node))) return "";
  if (node.type === "element" && node.tagName === "img") return String(node.properties.alt ?? "");
  if (node.type === "element" && node.tagName === "input" && node.properties.type === "checkbox")
    return node.properties.checked === true ? "✅" : "☐";
  const inner = "children" in node ? node.children.map(words).join("") : "";
  if (node.type === "element" && node.tagName === "sup" && /^\s*\[?\d{1,2}\]?\s*$/u.test(inner))
    return raised(inner.replace(/\D/gu, ""));
  return node.type === "element" && lineEnders.has(node.tagName) ? `${inner}\n` : inner;
}

function isHidden(element: Element): boolean {
  return element.properties.hidden === true;
}

function walk(node: Nodes, builder: DocumentBuilder, listDepth: number): void {
  if (node.type === "text") {
    builder.paragraph(tidy(node.value));
    return;
  }
  if (node.type !== "element") {
    if ("children" in node) for (const child of node.children) walk(child, builder, listDepth);
    return;
  }
  if (unread.has(node.tagName) || isHidden(node)) return;
  const level = /^h([1-6])$/u.exec(node.tagName)?.[1];
  if (level !== undefined) builder.heading(Number(level), tidy(words(node)));
  else if (node.tagName === "table") {
    for (const caption of captionsOf(node)) builder.heading(lowestHeading, tidy(words(caption)));
    if (isLayout(node)) for (const row of rowsOf(node)) for (const cell of row.children) walk(cell, builder, -1);
    else builder.table(readTable(node));
  } else if (node.tagName === "p") readParagraph(node, builder);
  else if (node.tagName === "ul" || node.tagName === "ol") for (const item of node.children) walk(item, builder, listDepth + 1);
  else if (node.tagName === "dt") builder.point(0, tidy(words(node)));
  else if (node.tagName === "dd") builder.point(1, tidy(words(node)));
  else if (node.tagName === "li") {
    const isList = (child: Nodes): boolean => child.type === "element" && (child.tagName === "ul" || child.tagName === "ol");
    builder.point(
      Math.max(0, listDepth),
      tidy(
        node.children
          .filter((child) => !isList(child))
          .map(words)
          .join(""),
      ),
    );
    for (const child of node.children) if (isList(child)) walk(child, builder, listDepth);
  } else for (const child of node.children) walk(child, builder, listDepth);
}

const bullet = /^(?:[•·▪◦‣●○■□§–—]|o(?=\s\s)|\(?(?:\d{1,2}|[a-z])[.)])\s*(?=\S)/u;

/** Word processors save the points of a list as paragraphs that begin with their bullet, and some headings as bold ones. */
function readParagraph(node: Element, builder: DocumentBuilder): void {
  const text = tidy(words(node));
  const isPoint = /listparagraph|list-?item|listbullet|listnumber/iu.test(String(node.properties.className ?? ""));
  const inner = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = inner;
  const isBold = inner.length === 1 && only?.type === "element" && (only.tagName === "b" || only.tagName === "strong");
  if (isPoint || /^[•·▪◦‣●○■□]\s/u.test(text)) builder.point(0, text.replace(bullet, ""));
  else if (isBold && isTitle(text)) builder.heading(lowestHeading, text);
  else builder.paragraph(text);
}

function captionsOf(table: Element): readonly Element[] {
  return table.children.filter((child): child is Element => child.type === "element" && child.tagName === "caption");
}

/** Old pages put all they say into the cells of a table: such a one holds headings or tables of its own. */
function isLayout(table: Element): boolean {
  const holds = (node: Nodes): boolean =>
    node.type === "element" && (/^(?:h[1-6]|table)$/u.test(node.tagName) || node.children.some(holds));
  const rows = [...rowsOf(table)];
  const cells = rows.flatMap((row) => row.children.filter((cell) => cell.type === "element"));
  return cells.some(holds) && cells.length <= rows.length * 2;
}

/** A table's rows; a cell that spans rows or columns is repeated in each, so that every row can be read by itself. */
function readTable(table: Element): FoundTable {
  const rows: string[][] = [];
  const merged: MergedCell[] = [];
  let headerRows = 0;
  const spans: { text: string; left: number }[] = [];
  for (const row of rowsOf(table)) {
    const cells: string[] = [];
    const fillSpans = (): void => {
      for (let span = spans[cells.length]; span !== undefined && span.left > 0; span = spans[cells.length]) {
        span.left--;
        cells.push(span.text);
      }
    };
    let isHeader = true;
    for (const cell of row.children) {
      if (cell.type !== "element" || (cell.tagName !== "td" && cell.tagName !== "th")) continue;
      fillSpans();
      if (cell.tagName === "td") isHeader = false;
      const text = tidy(words(cell));
      const columns = spanOf(cell, "colSpan");
      const down = spanOf(cell, "rowSpan");
      if (columns * down > 1) merged.push({ row: rows.length, column: cells.length, rows: down, columns });
      for (let column = 0; column < columns; column++) {
        spans[cells.length] = { text, left: down - 1 };
        cells.push(text);
      }
    }
    fillSpans();
    if (cells.length === 0) continue;
    if (isHeader && headerRows === rows.length) headerRows++;
    rows.push(cells);
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (const row of rows) while (row.length < width) row.push("");
  const headers = joinedHeaders(rows.slice(0, headerRows));
  return withFirstRowsAsHeader({ headers: [], rows, merged }, headers, headerRows);
}

/** A span is a small number; anything else is a slip or an attack on memory. */
function spanOf(cell: Element, name: "colSpan" | "rowSpan"): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 60) : 1;
}

function* rowsOf(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "tr") yield child;
    else if (child.tagName === "thead" || child.tagName === "tbody" || child.tagName === "tfoot") yield* rowsOf(child);
  }
}

/** Headers stacked over one another become one, outermost first: `External / Timing`. */
function joinedHeaders(rows: readonly (readonly string[])[]): string[] {
  const [first = []] = rows;
  return first.map((_, column) => {
    const parts = rows.map((row) => row[column] ?? "").filter((text) => text !== "");
    return [...new Set(parts)].join(" / ");
  });
}
