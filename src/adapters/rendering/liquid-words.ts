/** What the template engine found wrong, as an author of notices can mend it. Its own words where we have no better ones. */
export function troubleInWords(message: string): string {
  for (const [pattern, words] of plainWords) {
    const match = pattern.exec(message);
    if (match !== null) return words(match[1]?.trim() ?? "");
  }
  return message;
}

const plainWords: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^tag "?\{%-?\s*(\w+)[^"]*"? not closed/u, (tag) => `The tag {% ${tag} %} is never closed: end it with {% end${tag} %}.`],
  [/^tag "?(\{%.*)"? not closed/su, () => "A tag is opened here and never closed: end it with %}."],
  [/^output "?(\{\{.*)"? not closed/su, () => "A fact is opened here and never closed: end it with }}."],
  [/^expected "\|" before filter/u, () => "Between {{ and }} stands one name of a fact, such as window.when."],
  [/^undefined filter: (.+)$/u, (filter) => `There is no filter “${filter}” here. Take it out.`],
  [/^tag "(\w+)" not found/u, (tag) => `There is no tag “${tag}” here. Use if, unless, case or for.`],
  [
    /^(?:memory alloc|template render|parse length) limit exceeded/u,
    () => "This makes too much text or takes too long, as a loop without an end does. Take the loop out.",
  ],
];
