import type { Nodes, RootContent } from "mdast";
import { keyedLine } from "./document-builder.ts";
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
  if (isLineByLine(lines)) return partedLines(lines);
  return lines.flatMap((line, index) => {
    const [above, below] = [lines[index - 1]?.trim() ?? "", lines[index + 1]?.trim() ?? ""];
    const isParted = (above === "" || textEnd.test(above)) && isPlainHeading(line);
    // A line of wrapped text is about as long as the next.
    const isOverText = below.length > 1.5 * line.length && /^\p{Lu}/u.test(below) && textEnd.test(below);
    return isParted && (isOverText || listItem.test(below)) ? ["", line, ""] : [line];
  });
}

const tabbedItem = /^\s{0,12}(?<sign>[-*+•·▪▫◦‣●○■□➢➤✓✔–—o§\uf0a7\uf0b7]|\d{1,2}[.)]|[a-z][.)])\t+(?<words>[^\t]*\S)\s*$/u;

/** The items of lists as a word processor copies them, with a tab behind their sign, as Markdown has them. */
export function withoutTabbedItems(source: string): string {
  if (!source.includes("\t")) return source;
  let isInList = false;
  const lines = source.split("\n").map((line) => {
    const { sign, words } = tabbedItem.exec(line)?.groups ?? {};
    const isUnder = isInList && sign !== undefined && /^[o§▪\uf0a7a-z]/u.test(sign);
    isInList = sign !== undefined;
    if (sign === undefined || words === undefined) return line;
    return `${isUnder ? "    " : ""}${/^\d/u.test(sign) ? sign : "-"} ${words}`;
  });
  return lines.join("\n");
}

/** Whether every line is a paragraph, as a word processor copies them: no line is blank, and none goes on in the next. */
function isLineByLine(lines: readonly string[]): boolean {
  const text = lines.join("\n").trim().split("\n");
  return (
    text.length >= fewestLines &&
    text.every((line) => /^(?:\s*(?:[-*+]|\d{1,2}[.)]) |["“„(#]?[\p{Lu}\d])/u.test(line)) &&
    text.some((line) => isText(line) || listItem.test(line)) &&
    !text.some((line) => /^(?:[=~-]{3,}|.*[|\t\ue000])/u.test(line))
  );
}

const fewestLines = 4;

/** Items of a list stay together, and so do lines of `Who: …`, `How: …` until the first of their keys comes again. */
function partedLines(lines: readonly string[]): readonly string[] {
  const keys = lines.map((line) => (keyedLine.test(line) ? line.slice(0, line.indexOf(":")) : ""));
  const first = keys.find((key, index) => key !== "" && keys.includes(key, index + 1));
  return lines.flatMap((line, index) => {
    const above = index - 1;
    const isOfKeys = keys[index] !== "" && keys[index] !== first && (keys[above] ?? "") !== "";
    return isOfKeys || (listItem.test(line) && listItem.test(lines[above] ?? "")) ? [line] : ["", line];
  });
}

/** The nodes with such lines as headings: one over text as if it were in bold, and one over such a heading above it. */
export function withPlainHeadings(
  nodes: readonly RootContent[],
  wordsOf: (node: Nodes, wrapped?: string) => string,
): RootContent[] {
  if (nodes.some((node) => node.type === "heading" || isEmphasised(node))) return [...nodes];
  const parted = nodes.map((node, index) => numberedHeading(node, nodes[index + 1], wordsOf) ?? node);
  if (parted.some((node) => isEmphasised(node))) return parted;
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

/** `4. Maintenance` over a paragraph is no step of a list. */
function numberedHeading(node: RootContent, next: RootContent | undefined, wordsOf: (node: Nodes) => string): RootContent | null {
  const [item, ...others] = node.type === "list" && node.ordered === true ? node.children : [];
  const [line] = item?.children ?? [];
  if (line?.type !== "paragraph" || others.length > 0 || item?.children.length !== 1) return null;
  const isHeading = isPlainHeading(wordsOf(line)) && !aTask.test(wordsOf(line));
  const isOverText = next?.type === "paragraph" && isText(wordsOf(next));
  return isHeading && isOverText ? { type: "paragraph", children: [{ type: "strong", children: line.children }] } : null;
}

const aTask = /\b(?:notif(?:y|ies)|informs?|tells?|announces?|e-?mails?|sends?|posts?|publish(?:es)?|reminds?|calls?)\b/iu;

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
