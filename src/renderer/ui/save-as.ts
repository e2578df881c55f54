/** Hands a file to the browser's own download; nothing leaves this computer. */
export function saveAs(fileName: string, type: string, text: string): void {
  // A byte order mark, so that spreadsheets read names outside ASCII as what they are. JSON must not have one (RFC 8259).
  const mark = type.startsWith("text/csv") ? "\uFEFF" : "";
  const address = URL.createObjectURL(new Blob([mark, text.replace(/^\uFEFF/u, "")], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; the address would keep the text in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
