import { importLength } from "./import-length.ts";

/** What can be opened, as the file picker takes it. */
export const importable = ".ics,.ical,.csv,.tsv";

export type OpenedImport =
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | { readonly kind: "refused"; readonly why: string };

/** Takes a calendar or a table from the disk as text. What is too long is refused before it is read. */
export async function openImport(file: File): Promise<OpenedImport> {
  const name = file.name.toLowerCase();
  if (!importable.split(",").some((ending) => name.endsWith(ending))) {
    return refused(`${file.name} is neither a calendar (.ics) nor a table (.csv).`);
  }
  // Four bytes a character at most.
  if (file.size > importLength * 4) return refused(tooLong(file));
  try {
    const bytes = await file.arrayBuffer();
    const text = decode(bytes);
    return text.length > importLength ? refused(tooLong(file)) : { kind: "file", name: file.name, text };
  } catch {
    return refused(`${file.name} could not be read from the disk. Check that it is still there.`);
  }
}

function tooLong(file: File): string {
  return `${file.name} is longer than ${importLength.toLocaleString("en")} characters.`;
}

function refused(why: string): OpenedImport {
  return { kind: "refused", why: `${why} Nothing was imported.` };
}

/** Calendars are UTF-8; spreadsheets also save in UTF-16 or the code page of old Windows. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
