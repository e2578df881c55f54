import { anyOf } from "../../core/domain/any-of.ts";

/** White space of any kind as single spaces, line breaks kept, no empty lines. */
export function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\u200b\u200e\u200f\ufeff]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hyphen: "-",
};

const elements = anyOf`
  // Blocks
  blockquote|center|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|summary|ul
  // Tables
  col|colgroup|table|tbody|td|tfoot|th|thead|tr
  // Words within a line
  a|abbr|b|big|br|cite|code|del|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr
  // Pictures and forms
  img|path|svg|button|input|label
`;
const element = new RegExp(`^</?${elements}(?=[\\s/>])`, "iu");

/** Nothing for a tag of HTML; `<channel>` of a form keeps its words. */
export function withoutElement(tag: string): string {
  return tag.startsWith("<!") || element.test(tag) ? "" : tag.replace(/[<>]/gu, " ");
}

/**
 * The words of one Markdown table cell, without its markup. Written by hand because remark takes six seconds for the
 * cells of a table of 1.5 MB, and only the words are wanted: emphasis, code marks, links, line breaks and entities.
 */
export function wordsOfCell(cell: string): string {
  let text = cell
    .replace(/:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check(?:_mark)?):/gu, "✅")
    .replace(/:(?:x|negative_squared_cross_mark|cross_mark|heavy_multiplication_x|no_entry(?:_sign)?):/gu, "❌");
  if (text.includes("<"))
    text = text.replace(/<br\s{0,9}\/?>|<\/(?:li|p|div)>/giu, "\n").replace(/<\/?[a-z][^<>]{0,500}>/giu, withoutElement);
  if (text.includes("]("))
    text = text.replace(
      /!?\[([^[\]]{0,1000})\]\((?:<[^<>]{0,2000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})[^()]{0,300}\)/gu,
      "$1",
    );
  text = text
    .replace(/(\*{1,3}|~~|`{1,3})(?=\S)/gu, "")
    .replace(/(\S)(\*{1,3}|~~|`{1,3})/gu, "$1")
    .replace(/(^|[\s(,])_{1,2}(?=\S)/gu, "$1")
    .replace(/(\S)_{1,2}(?=$|[\s),.;:])/gu, "$1")
    .replace(/\\([!-/:-@[-`{-~])/gu, "$1");
  if (text.includes("&")) text = text.replace(/&([a-z]{2,8});/gu, (whole, name: string) => entities[name] ?? whole);
  return tidy(text);
}

/** A figure as a footnote's mark: `2` is `²`. */
export function raised(mark: string): string {
  return [...mark].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit))).join("");
}

/** Whether a line set apart in bold is a heading, and no sentence or key (`When: …`). */
export function isTitle(text: string): boolean {
  return text.length <= 80 && !text.includes("\n") && !/[.:;,]$|: /u.test(text);
}

/** Below all that pages mark as headings. */
export const lowestHeading = 7;
