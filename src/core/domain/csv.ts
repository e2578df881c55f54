/**
 * Beginnings with which a spreadsheet takes a cell for a formula (OWASP, CSV injection), in their full-width forms too,
 * which some read as the plain ones; and control characters, behind which some still look for them.
 */
const formulaStart = /^(?:[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\p{Cc})/u;

/** A table as CSV (RFC 4180, CRLF): every cell quoted, formula characters neutralised by a leading apostrophe. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
