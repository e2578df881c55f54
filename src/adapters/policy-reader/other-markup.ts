const mediaWikiOpen = /^\s*\{\|/u;
const mediaWikiClose = /^\s*\|\}/u;
const asciiDocFence = /^\s*\|===\s*$/u;
const orgRule = /^\s*\|-[-+]*\+[-+]*\|?\s*$/u;
const jiraHeader = /^\s*\|\|.*\|\|\s*$/u;
const boxLine = /[│║┃]/u;
const boxRule = /^\s*[┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝╟╫╢╒╤╕╞╪╡╘╧╛╭╮╰╯┏┳┓┣╋┫┗┻┛\s]+$/u;

/**
 * Tables and headings of MediaWiki, AsciiDoc, Jira and Confluence, Org and box drawings as those of Markdown. Each is told by
 * its own sign of a table; a text that has none of them is left as it is.
 */
export function otherMarkupAsMarkdown(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => mediaWikiOpen.test(line))) return withHeadings(mediaWiki(lines), /^(={1,6})\s*(.+?)\s*=+\s*$/u);
  if (lines.some((line) => asciiDocFence.test(line))) return withHeadings(asciiDoc(lines), /^(={1,6})\s+(.+)$/u);
  if (lines.some((line) => jiraHeader.test(line))) return jira(lines);
  if (lines.some((line) => orgRule.test(line))) return withHeadings(lines.map(orgLine), /^(\*{1,6})\s+(.+)$/u);
  return lines.some((line) => boxLine.test(line)) ? lines.flatMap(boxedLine) : lines;
}

function withHeadings(lines: readonly string[], heading: RegExp): string[] {
  return lines.map((line) => {
    const [whole, signs = "", words = ""] = heading.exec(line) ?? [];
    return whole === undefined ? line : `${"#".repeat(signs.length)} ${words}`;
  });
}

function pipeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\n+/gu, "<br>").replace(/\|/gu, "\\|").trim()).join(" | ")} |`;
}

function pipeTable(rows: readonly (readonly string[])[], hasHeader: boolean): string[] {
  const [first = [], ...rest] = rows;
  const delimiter = `|${first.map(() => "---").join("|")}|`;
  return ["", pipeRow(first), ...(hasHeader ? [delimiter] : []), ...rest.map(pipeRow), ""];
}

/** `{|`, rows after `|-`, cells after `|` or `||`, header cells after `!` or `!!`. */
function mediaWiki(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let rows: string[][] | null = null;
  let hasHeader = false;
  for (const line of lines) {
    const text = line.trim();
    if (mediaWikiOpen.test(text)) {
      rows = [];
      hasHeader = false;
    } else if (rows === null) kept.push(line);
    else if (mediaWikiClose.test(text)) {
      kept.push(
        ...pipeTable(
          rows.filter((row) => row.length > 0),
          hasHeader,
        ),
      );
      rows = null;
    } else if (text.startsWith("|+")) kept.push("", `**${text.slice(2).trim()}**`, "");
    else if (text.startsWith("|-")) rows.push([]);
    else if (/^[|!]/u.test(text)) {
      if (text.startsWith("!") && rows.length <= 1) hasHeader = true;
      if (rows.length === 0) rows.push([]);
      const cells = text.slice(1).split(text.startsWith("!") ? /!!|\|\|/u : /\|\|/u);
      // `style="…" | words`: what stands before a single bar is how it looks.
      rows.at(-1)?.push(...cells.map((cell) => cell.replace(/^[^|[\]]*=[^|[\]]*\|(?!\|)/u, "").trim()));
    } else {
      const row = rows.at(-1);
      if (row !== undefined && row.length > 0) row[row.length - 1] = `${row.at(-1) ?? ""}\n${text}`;
    }
  }
  return rows === null
    ? kept
    : [
        ...kept,
        ...pipeTable(
          rows.filter((row) => row.length > 0),
          hasHeader,
        ),
      ];
}

/** Cells between two `|===`, in rows of as many as the options or the first line have. */
function asciiDoc(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (!asciiDocFence.test(line)) {
      kept.push(line);
      continue;
    }
    const end = lines.findIndex((other, at) => at > index && asciiDocFence.test(other));
    const options = /^\s*\[.*\]\s*$/u.test(kept.at(-1) ?? "") ? (kept.pop() ?? "") : "";
    kept.push(...asciiDocTable(lines.slice(index + 1, end === -1 ? lines.length : end), options));
    index = end === -1 ? lines.length : end;
  }
  return kept;
}

function asciiDocTable(lines: readonly string[], options: string): string[] {
  const blocks = lines
    .join("\n")
    .split(/\n\s*\n/u)
    .map(asciiDocCells)
    .filter((cells) => cells.length > 0);
  const [, cols = ""] = /cols\s*=\s*"?([^"\]]+)"?/u.exec(options) ?? [];
  const repeated = /^(\d+)\*/u.exec(cols)?.[1];
  const width = repeated !== undefined ? Number(repeated) : cols !== "" ? cols.split(",").length : (blocks[0]?.length ?? 1);
  const cells = blocks.flat();
  const rows = Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells[row * width + column] ?? ""),
  );
  const hasHeader = /header/u.test(options) || (blocks.length > 1 && blocks[0]?.length === width);
  return pipeTable(rows, hasHeader);
}

/** `|one |two`, and `2+|over two columns` said for each. */
function asciiDocCells(block: string): string[] {
  const cells: string[] = [];
  const parts = block.split(/(?:^|(?<=\s))(?:(\d+)\+)?(?:\.\d+\+)?[<^>]?[adehlmsv]?\|/u);
  for (let index = 1; index < parts.length; index += 2) {
    const times = Number(parts[index] ?? 1);
    for (let count = 0; count < times; count++) cells.push((parts[index + 1] ?? "").trim());
  }
  return cells;
}

/** `||a||b||` over `|c|d|`. */
function jira(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [heading, level = "", words = ""] = /^\s*h([1-6])\.\s+(.+)$/u.exec(line) ?? [];
    if (heading !== undefined) return [`${"#".repeat(Number(level))} ${words}`];
    if (!/^\s*\|/u.test(line)) return [line];
    const row = line.trim().replace(/\|\|/gu, "|");
    return jiraHeader.test(line) ? ["", row, `|${"---|".repeat(row.split("|").length - 2)}`] : [row];
  });
}

function orgLine(line: string): string {
  return orgRule.test(line) ? line.replace(/\+/gu, "|") : line;
}

function boxedLine(line: string): string[] {
  if (boxLine.test(line) && !boxRule.test(line)) return [line.replace(/[│║┃]/gu, "|")];
  if (!boxRule.test(line) || line.trim() === "") return [line];
  const columns = line.replace(/[^┼╬╪╫╋]/gu, "").length + 1;
  return columns > 1 ? [`|${"---|".repeat(columns)}`] : [];
}
