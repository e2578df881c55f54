import type { DocumentBuilder } from "./document-builder.ts";
import { wordsOfCell } from "./plain-words.ts";

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u;
const underline = /^ {0,3}(=+|-+)\s*$/u;
const point = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(.*)$/u;
const rule = /^ {0,3}(?:[-*_]\s*){3,}$/u;

/** Something that stood in the text and was taken out before: its mark gives it back to the builder. */
type PlaceTaken = (line: string) => boolean;

/**
 * Reads the headings, points and paragraphs of a long Markdown text line by line. remark takes six seconds for a megabyte of
 * prose, of which only the words are wanted; what it knows beyond these (quotes, code, footnotes) is read as paragraphs here.
 */
export function readLongMarkdown(lines: readonly string[], builder: DocumentBuilder, placeTaken: PlaceTaken): void {
  let open: { text: string[]; indent: number | null } = { text: [], indent: null };
  /** Columns at which the points above began, for how deep the next one is. */
  let columns: number[] = [];
  const flush = (): void => {
    const words = wordsOfCell(open.text.join(" "));
    if (words !== "") {
      if (open.indent === null) builder.paragraph(words);
      else builder.point(open.indent, words);
    }
    open = { text: [], indent: null };
  };
  for (const [index, line] of lines.entries()) {
    const found = heading.exec(line);
    const item = point.exec(line);
    if (line.trim() === "") flush();
    else if (found !== null) {
      flush();
      columns = [];
      builder.heading((found[1] ?? "#").length, wordsOfCell(found[2] ?? ""));
    } else if (underline.test(line) && open.indent === null && open.text.length === 1 && (lines[index - 1] ?? "").trim() !== "") {
      const words = wordsOfCell(open.text.join(" "));
      open = { text: [], indent: null };
      columns = [];
      builder.heading(line.includes("=") ? 1 : 2, words);
    } else if (rule.test(line)) flush();
    else if (placeTaken(line.trim())) {
      flush();
      columns = [];
    } else if (item !== null) {
      flush();
      const column = (item[1] ?? "").length;
      columns = [...columns.filter((other) => other < column), column];
      open = { text: [item[2] ?? ""], indent: columns.length - 1 };
    } else {
      if (!/^\s/u.test(line) && open.text.length === 0) columns = [];
      open.text.push(line.trim().replace(/^>\s?/u, ""));
    }
  }
  flush();
}
