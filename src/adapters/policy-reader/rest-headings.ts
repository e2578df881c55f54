const adornment = /^([=\-~^"'`#*+.:_<>])\1{2,}\s*$/u;
/** Adornments that Markdown takes for something else: a code fence, a rule, a list. */
const foreign = /^([~^"'`#*+.:_<>])\1{2,}\s*$/u;

/**
 * Headings and numbered lists of reStructuredText as those of Markdown. A line of punctuation under a line of words makes a
 * heading; which sign means which level is told by the order they come in.
 */
export function restAsMarkdown(lines: readonly string[]): readonly string[] {
  if (!isRest(lines)) return lines;
  const levels: string[] = [];
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const sign = adornment.exec(lines[index + 1] ?? "")?.[1];
    const isOver = adornment.test(line) && isWords(lines[index + 1]) && adornment.test(lines[index + 2] ?? "");
    if (isOver) continue;
    if (sign !== undefined && isWords(line) && (lines[index + 1] ?? "").trim().length + 2 >= line.trim().length) {
      if (!levels.includes(sign)) levels.push(sign);
      kept.push("", `${"#".repeat(Math.min(6, levels.indexOf(sign) + 1))} ${line.trim()}`, "");
      index++;
    } else kept.push(line.replace(/^(\s*)#\. /u, "$11. ").replace(/^\.\. .*$/u, ""));
  }
  return kept;
}

function isWords(line: string | undefined): boolean {
  return line !== undefined && /\p{L}/u.test(line) && !/^\s*[|+]/u.test(line) && !/^\s/u.test(line);
}

/** Something in it that only reStructuredText has: a heading Markdown would not see, a directive, or `#.` for a number. */
function isRest(lines: readonly string[]): boolean {
  return lines.some(
    (line, index) =>
      /^\s*#\. \S/u.test(line) ||
      /^\.\. [\w-]+::/u.test(line) ||
      (foreign.test(line) && isUnderWords(lines, index)) ||
      isOverline(lines, index),
  );
}

function isUnderWords(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1];
  const isBlock = /^[~`]/u.test(lines[index] ?? "");
  return (
    isWords(above) &&
    (!isBlock || (lines[index - 2] ?? "").trim() === "") &&
    (lines[index] ?? "").trim().length + 2 >= (above ?? "").trim().length
  );
}

/** A line of signs over and under the words: `=====`, `Title`, `=====`. */
function isOverline(lines: readonly string[], index: number): boolean {
  return /^={3,}\s*$/u.test(lines[index] ?? "") && isWords(lines[index + 1]) && /^={3,}\s*$/u.test(lines[index + 2] ?? "");
}
