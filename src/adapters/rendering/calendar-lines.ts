import ICAL from "ical.js";

/** ical.js writes properties it does not know as they are: the escaping of text (RFC 5545, 3.3.11) is ours to do. */
export function addText(component: ICAL.Component, name: string, value: string): ICAL.Property {
  return component.addProperty(new ICAL.Property([name, {}, "unknown", escapedText(value)], component));
}

/** A value of type TEXT on one line (RFC 5545, 3.3.11). */
export function escapedText(value: string): string {
  return oneLine(value).replace(/[\\;,]/gu, "\\$&");
}

/** Text of several lines: breaks become `\n` in the file, and no other control character may be in it (RFC 5545, 3.3.11). */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}

/** Text without any break: what would begin another line becomes a space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** An address as part of a URI: nothing in it ends the value or begins another line. */
export function addressPart(email: string): string {
  return encodeURI(email.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ""));
}

/** Lines of at most 75 octets, never cut inside a character (RFC 5545, 3.1). ical.js counts the fold's own space out. */
export function refolded(file: string): string {
  return file
    .replace(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

/** One line, folded. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let written = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      written += "\r\n ";
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}
