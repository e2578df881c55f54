import type { Nodes, RootContent } from "mdast";
import { isTitle } from "./plain-words.ts";

/*
 * A page copied from a browser or a word processor has its headings as short lines of their own. Where a page marks any
 * heading, it marks all of them.
 */

const textEnd = /[.:!?]\s*$/u;
const listItem = /^\s*(?:[-*+]|\d{1,2}[.)]) \S/u;

/** The lines with blank ones around a heading that stands right above its text. */
export function partedHeadings(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => /^#{1,6} /u.test(line))) return lines;
  return lines.flatMap((line, index) => {
    const [above, below] = [lines[index - 1]?.trim() ?? "", lines[index + 1]?.trim() ?? ""];
    const isParted = (above === "" || textEnd.test(above)) && isPlainHeading(line);
    // A line of wrapped text is about as long as the next.
    const isOverText = below.length > 1.5 * line.length && /^\p{Lu}/u.test(below) && textEnd.test(below);
    return isParted && (isOverText || listItem.test(below)) ? ["", line, ""] : [line];
  });
}

/** The nodes with such lines as headings: one over text as if it were in bold, and one over such a heading above it. */
export function withPlainHeadings(
  nodes: readonly RootContent[],
  wordsOf: (node: Nodes, wrapped?: string) => string,
): RootContent[] {
  if (nodes.some((node) => node.type === "heading" || isEmphasised(node))) return [...nodes];
  const isLine = nodes.map((node) => node.type === "paragraph" && isPlainHeading(wordsOf(node, "\n")));
  const isOverText = nodes.map((node, index) => {
    const next = nodes[index + 1];
    if (next?.type === "list") return isLine[index] === true || (node.type === "paragraph" && isStage(wordsOf(node, "\n")));
    return isLine[index] === true && next?.type === "paragraph" && isText(wordsOf(next));
  });
  return nodes.map((node, index) => {
    if (node.type !== "paragraph") return node;
    if (isOverText[index] === true) return { type: "paragraph", children: [{ type: "strong", children: node.children }] };
    const isOver = isLine[index] === true && isOverText[index + 1] === true;
    return isOver ? { type: "heading", depth: 6, children: node.children } : node;
  });
}

/** `T-0` */
function isStage(text: string): boolean {
  return /^[TD] ?[-+] ?\d{1,3}$/u.test(text);
}

/** A paragraph all in bold. */
export function isEmphasised(node: Nodes): boolean {
  return "children" in node && node.children.length === 1 && node.children[0]?.type === "strong";
}

function isPlainHeading(text: string): boolean {
  return isTitle(text) && /^[\p{Lu}\d]/u.test(text) && !/[!?\d\ue001|]$/u.test(text) && text.split(" ").length <= longestHeading;
}

/** In words. */
const longestHeading = 7;

function isText(words: string): boolean {
  return words.split(" ").length > longestHeading && textEnd.test(words);
}
