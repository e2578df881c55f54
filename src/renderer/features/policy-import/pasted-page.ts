/** A cell's words, and over how many columns and rows it goes: merged ones stay where they are. */
type PastedCell = { readonly words: string; readonly columns: number; readonly rows: number };

/** A page or spreadsheet part as HTML, and enough of its first table to recognise it by. */
export type PastedPage = {
  readonly html: string;
  /** Where it comes from: `the clipboard`, or a file's name. */
  readonly from: string;
  readonly tables: number;
  readonly rows: readonly (readonly PastedCell[])[];
  readonly totalRows: number;
};

/** Rows and columns of a table that its preview shows. */
const rowsShown = 12;
const columnsShown = 8;

/** HTML taken for a page when there is a table in it; null otherwise. Scripts and pictures in it do not run or load. */
export function pageOf(html: string, from: string): PastedPage | null {
  if (!/<table[\s>]/iu.test(html)) return null;
  const tables = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table")];
  const rows = [...(tables[0]?.rows ?? [])];
  if (rows.length === 0) return null;
  return {
    // Spreadsheets begin with elements of their own, by which nobody would know this for a page.
    html: `<!doctype html>\n${html}`,
    from,
    tables: tables.length,
    rows: rows.slice(0, rowsShown).map((row) =>
      [...row.cells].slice(0, columnsShown).map((cell) => ({
        words: (cell.textContent ?? "").trim(),
        columns: Math.min(columnsShown, cell.colSpan),
        rows: Math.min(rowsShown, cell.rowSpan),
      })),
    ),
    totalRows: rows.length,
  };
}
