import type { Row } from "./matrix-columns.ts";

/** The policy's words behind a rule: the notice's cell and the row's time and condition, each with its column's name. */
export function sourceOf(row: Row, own: number): string {
  const others = row.matrix.columns.flatMap((column, index) =>
    column.role === "timing" || column.role === "stage" || column.role === "condition" || column.role === "channel"
      ? [index]
      : [],
  );
  return [...new Set([own, ...others])]
    .filter((index) => (row.cells[index] ?? "").trim() !== "")
    .map((index) => {
      const header = row.matrix.headers[index] ?? "";
      const text = (row.cells[index] ?? "").replace(/\s+/gu, " ");
      return header === "" ? text : `${header}: ${text}`;
    })
    .join(" · ")
    .slice(0, 4000);
}
