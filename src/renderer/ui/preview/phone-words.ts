/** Of a subject, a phone held upright shows about this many characters (360 to 390 px wide, the sender's usual size). */
const subjectWidth = 41;
/** Two lines of what the mail begins with. */
const lineWidth = 96;

/** A subject as a phone's list cuts it: where its room ends, word or not. */
export function subjectOnPhone(subject: string): { readonly shown: string; readonly isCut: boolean } {
  const isCut = [...subject].length > subjectWidth;
  return { shown: isCut ? cut(subject, subjectWidth) : subject, isCut };
}

/** What a phone shows under the subject: the first words of the mail's HTML, hidden ones too. */
export function previewLine(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const hidden = body.firstElementChild;
  const words = (hidden?.getAttribute("style")?.includes("display:none") === true ? hidden : body).textContent;
  const line = words.replace(/\s+/gu, " ").trim();
  return [...line].length > lineWidth ? cut(line, lineWidth) : line;
}

function cut(text: string, width: number): string {
  return `${[...text]
    .slice(0, width - 1)
    .join("")
    .trimEnd()}…`;
}
