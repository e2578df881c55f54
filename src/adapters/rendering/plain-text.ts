import type { List, PhrasingContent, Root, RootContent, Table } from "mdast";
import { assertNever } from "../../core/domain/assert-never.ts";

/** The message as plain text, written for reading: one blank line between paragraphs, addresses after their words. */
export function plainText(root: Root, width: number | null = null): string {
  return blocks(root.children, width).join("\n\n");
}

function blocks(nodes: readonly RootContent[], width: number | null): string[] {
  return nodes.map((node) => block(node, width)).filter((text) => text !== "");
}

function block(node: RootContent, width: number | null): string {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return wrap(inlineText(node.children), width);
    case "list":
      return listText(node, width);
    case "blockquote":
      return indent(blocks(node.children, width && width - 2).join("\n\n"), "> ", "> ");
    case "code":
      return indent(node.value, "    ", "    ");
    case "thematicBreak":
      return "----";
    case "table":
      return tableRows(node).join("\n");
    default:
      return wrap(inlineText([node as PhrasingContent]), width);
  }
}

function listText(list: List, width: number | null): string {
  const first = list.start ?? 1;
  return list.children
    .map((item, index) => {
      const bullet = list.ordered ? `${first + index}. ` : "- ";
      const inner = blocks(item.children, width && width - bullet.length).join(list.spread ? "\n\n" : "\n");
      return indent(inner, bullet, " ".repeat(bullet.length));
    })
    .join("\n");
}

/** A table's rows, its columns lined up. */
export function tableRows(table: Table): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => inlineText(cell.children).replaceAll("\n", " ")));
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, column) => Math.max(all[column] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.reduce((before, node, index) => before + inlineNode(node, before, nodes[index + 1]), "");
}

function inlineNode(node: PhrasingContent, before: string, next: PhrasingContent | undefined): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "mention":
      return `@${node.name.replace(/^@/u, "")}`;
    case "missing":
      return `[${node.text}]`;
    case "delete":
      return struckOut(inlineText(node.children), before, next !== undefined && next.type !== "break");
    case "link":
      return linkText(inlineText(node.children), node.url);
    case "strong":
    case "emphasis":
      return inlineText(node.children);
    case "footnoteReference":
    case "html":
    case "image":
    case "imageReference":
    case "linkReference":
    case "value":
      return "";
    default:
      return assertNever(node);
  }
}

/**
 * What is struck out elsewhere says in words that it holds no more, unless the words before it say so already: at the
 * beginning of a sentence that goes on, "was …, now"; else "(was: …)".
 */
function struckOut(words: string, before: string, goesOn: boolean): string {
  if (/\bwas\s+$/iu.test(before)) return words;
  return goesOn && /(?:^|[.:;\n]\s*)$/u.test(before) ? `was ${words}, now` : `(was: ${words})`;
}

/** The words of a tree that are struck out. */
export function struckOutIn(node: Root | RootContent): string[] {
  if (node.type === "delete") return [inlineText(node.children)];
  return "children" in node ? node.children.flatMap((child) => struckOutIn(child)) : [];
}

function linkText(words: string, url: string): string {
  const address = url.replace(/^(?:mailto|tel):/iu, "");
  return words === "" || words === address || words === url ? address : `${words}: ${address}`;
}

function indent(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first + line : line === "" ? others.trimEnd() : others + line))
    .join("\n");
}

/** What a reader takes in as one: `28 Nov 2026,`, `02:00–04:00 GMT (UTC+0)`, `2 hours`. No line ends inside it. */
const oneThing = /\d{1,2} \p{Lu}\p{Ll}{2} \d{4}|\d{1,2}:\d{2} [A-Z]{2,5}(?: \(UTC[^\s)]*\))?|\d+ (?:minute|hour|day)s?/gu;
const kept = "\u00a0";

/** Breaks lines at spaces so that they fit, never inside a word, an address or a time. */
function wrap(text: string, width: number | null): string {
  if (width === null) return text;
  return text
    .split("\n")
    .map((line) => {
      const wrapped: string[] = [];
      let current = "";
      for (const word of line.replace(oneThing, (words) => words.replaceAll(" ", kept)).split(" ")) {
        if (current !== "" && current.length + 1 + word.length > width) {
          wrapped.push(current);
          current = word;
        } else current = current === "" ? word : `${current} ${word}`;
      }
      return [...wrapped, current].join("\n").replaceAll(kept, " ");
    })
    .join("\n");
}
