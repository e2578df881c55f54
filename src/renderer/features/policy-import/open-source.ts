import { pasteLength } from "./paste-limit.ts";
import { type PastedPage, pageOf } from "./pasted-page.ts";

/** What can be opened, as the file picker takes it. */
export const openable = ".md,.markdown,.rst,.txt,.html,.htm,.csv,.tsv";

/** A source ready for reading, or why it was not taken. */
export type OpenedSource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "page"; readonly page: PastedPage }
  | { readonly kind: "refused"; readonly why: string };

/** Takes a policy from a file: text as it is, a web page as a page. */
export async function openSource(file: File): Promise<OpenedSource> {
  const name = file.name.toLowerCase();
  if (!openable.split(",").some((ending) => name.endsWith(ending))) {
    return refused(
      `${file.name} is no text. Open a file that ends in ${openable.replaceAll(",", ", ")}, or copy the table out of its program and paste it.`,
    );
  }
  // Four bytes a character at most: a longer file need not be read to be refused.
  if (file.size > pasteLength * 4) return refused(tooLong(`${file.name} is longer`));
  let text: string;
  try {
    text = decode(await file.arrayBuffer());
  } catch {
    return refused(`${file.name} could not be read from the disk. Check that it is still there.`);
  }
  if (text.includes("\0")) return refused(`${file.name} is no text. Copy the table out of its program and paste it.`);
  if (text.length > pasteLength) return refused(tooLong(`${file.name} is longer`));
  const page = name.endsWith(".html") || name.endsWith(".htm") ? pageOf(text, file.name) : null;
  return page === null ? { kind: "text", text } : { kind: "page", page };
}

/** Takes what was pasted or dropped: the table where there is one, the plain words otherwise. Null where there is nothing. */
export function takeSource(data: DataTransfer): OpenedSource | null {
  const html = data.getData("text/html");
  const page = html.length > pasteLength ? null : pageOf(html, "the clipboard");
  if (page !== null) return { kind: "page", page };
  const text = data.getData("text/plain");
  if (text.length > pasteLength) return refused(tooLong("This is longer"));
  return text === "" ? null : { kind: "text", text };
}

/** Why a text of this length is not taken; null when it is short enough. */
export function lengthProblem(length: number): string | null {
  return length > pasteLength ? `${tooLong("This is longer")} Nothing was changed.` : null;
}

function tooLong(what: string): string {
  return `${what} than ${pasteLength.toLocaleString("en")} characters. Take only the part with the table.`;
}

function refused(why: string): OpenedSource {
  return { kind: "refused", why: `${why} Nothing was changed.` };
}

/** Spreadsheets save text as UTF-16 with a byte order mark, or in the code page of old Windows. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
