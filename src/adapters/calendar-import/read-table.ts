import { CsvError, parse } from "csv-parse/sync";
import type { ForeignTable } from "../../core/domain/calendar/foreign-entry.ts";
import { amount, type ImportLimits, LimitMet } from "./import-limits.ts";

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** A CSV file as cells, each row with the line it begins at. Commas, semicolons and tabs, as the header shows. */
export function readTable(text: string, limits: ImportLimits): ForeignTable {
  if (text.length > limits.length) throw new LimitMet(`It is longer than ${amount(limits.length)} characters.`);
  const source = text.replace(/^\uFEFF/u, "");
  let parsed: readonly Parsed[];
  try {
    parsed = parse(source, {
      delimiter: delimiterOf(source),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      // One more than is taken, so that too many are noticed.
      to: limits.rows + 2,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (error instanceof CsvError) {
      const line = "lines" in error ? Number(error.lines) : 1;
      throw new LimitMet(`Line ${line}: this row can't be read. ${error.message.slice(0, 200)}`);
    }
    throw error;
  }
  const [first, ...rows] = parsed;
  if (first === undefined) throw new LimitMet("It is empty.");
  if (rows.length > limits.rows) throw new LimitMet(`It has more than ${amount(limits.rows)} rows.`);
  if (parsed.some(({ record }) => record.length > limits.columns)) {
    throw new LimitMet(`It has more than ${amount(limits.columns)} columns.`);
  }
  const problems = rows
    .filter(({ record }) => record.length !== first.record.length)
    .map(({ record, info }) => ({
      line: info.lines,
      message: `This row has ${record.length} cells, and the header ${first.record.length}.`,
    }));
  const broken = new Set(problems.map(({ line }) => line));
  return {
    header: first.record,
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })).filter(({ line }) => !broken.has(line)),
    problems,
  };
}

/** Whichever of the three the header has most of. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/u, 1)[0] ?? "";
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).sign;
}
