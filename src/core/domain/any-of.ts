/**
 * A pattern of alternatives, one or a few a line, so that a list of phrases reads as a list. Blank lines and lines that
 * begin with `//` are remarks; blanks at both ends of a line mean nothing. Backslashes stand as in a pattern between
 * slashes, and what is set in with `${…}` is a pattern, too.
 *
 * @returns the source of a group, for `new RegExp` or `wholeWords`. A line that is no pattern makes those throw.
 */
export function anyOf({ raw }: TemplateStringsArray, ...parts: readonly (string | RegExp)[]): string {
  const text = raw.reduce((read, next, index) => `${read}${sourceOf(parts[index - 1])}${next}`);
  const alternatives = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
  return `(?:${alternatives.join("|")})`;
}

function sourceOf(part: string | RegExp | undefined): string {
  return part instanceof RegExp ? `(?:${part.source})` : (part ?? "");
}
