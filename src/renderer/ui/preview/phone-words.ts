/** Of a subject, a phone held upright shows about this many characters (360 to 390 px wide, the sender's usual size). */
const subjectWidth = 41;
/** Two lines of what the mail begins with. */
const lineWidth = 96;

/** A subject as a phone's list cuts it: where its room ends, word or not. */
export function subjectOnPhone(subject: string): { readonly shown: string; readonly isCut: boolean } {
  const isCut = [...subject].length > subjectWidth;
  return { shown: isCut ? cut(subject, subjectWidth) : subject, isCut };
}

/**
 * What a phone shows under the subject: the hidden line our mails begin with, else their first words. Read as text: parsed by
 * the browser, a mail's style attributes would be reported by the page's policy.
 */
export function previewLine(html: string): string {
  const body = html.replace(/^[\s\S]*?<body[^>]*>/u, "");
  const hidden = /^\s*<div[^>]*display:none[^>]*>(?<line>[^<]*)<\/div>/u.exec(body)?.groups?.line;
  const words = hidden ?? body.replace(/<!--[\s\S]*?-->|<[^>]+>/gu, " ");
  const line = inWords(words).replace(/\s+/gu, " ").trim();
  return [...line].length > lineWidth ? cut(line, lineWidth) : line;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function inWords(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/gu, (entity, name: string) => entities[name] ?? entity);
}

function cut(text: string, width: number): string {
  return `${[...text]
    .slice(0, width - 1)
    .join("")
    .trimEnd()}…`;
}
