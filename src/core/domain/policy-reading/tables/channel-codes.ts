import type { SourceCell } from "../../policy.ts";
import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isMark } from "../words/channel-words.ts";
import { plainText } from "../words/plain-text.ts";
import { keyOfCell, type NamedTimes } from "./named-times.ts";

const ofCodes =
  /^(?:codes?|keys?|symbols?|letters?|signs?|abbreviations?|abbr\.?|kürzel|zeichen|tegn|forkortelse|sigles?|abréviations?)$/iu;
const definition =
  /(?<![\p{L}\p{N}])(?<code>\p{Lu}{1,3})\s*(?:=|:|-|means|stands for|steht für|betyder|signifie)\s*(?<words>\p{L}[^,;.=\n|]{1,40})/gu;

type Code = { readonly words: string; readonly cell: SourceCell | null };

/** `E` or `E, S` in a cell, where the document says that E is email and S is SMS: the channels it stands for. */
export function withChannelCodes(tables: readonly SourceTable[], { sections }: SourceDocument): NamedTimes {
  const known = new Map<string, Code>();
  for (const [number, table] of tables.entries()) for (const [code, meant] of codesOf(table, number)) known.set(code, meant);
  const lines = sections.flatMap((section) => section.points.map((point) => plainText(point.text)));
  for (const line of lines)
    for (const [code, words] of defined(line)) if (!known.has(code)) known.set(code, { words, cell: null });
  if (known.size === 0) return { tables, keys: new Set(), cited: new Map() };
  const keys = new Set<number>();
  const cited = new Map<string, SourceCell>();
  const replaced = tables.map((table, number): SourceTable => {
    const rows = table.rows.map((row, index) =>
      row.map((cell, column) => {
        const codes = cell.trim().split(/\s*[,;/+&\s]\s*/u);
        const meant = codes.flatMap((code) => known.get(code) ?? []);
        if (meant.length < codes.length || meant.some(({ cell: at }) => at?.table === number)) return cell;
        for (const { cell: at } of meant) {
          if (at === null) continue;
          keys.add(at.table);
          cited.set(keyOfCell(number, index, column), at);
        }
        return meant.map(({ words }) => words).join(", ");
      }),
    );
    return { ...table, rows };
  });
  return { tables: replaced, keys, cited };
}

function isChannel(words: string): boolean {
  return readCellWords(words).tokens.some((token) => token.kind === "channel");
}

function codesOf(table: SourceTable, number: number): [string, Code][] {
  const codes = codesInTable(table, number);
  return codes.every(([, { words }]) => isChannel(words)) ? codes : [];
}

/** The rows of a table of two columns, of short codes and what they stand for; two at least. */
export function codesInTable(table: SourceTable, number: number): [string, Code & { readonly cell: SourceCell }][] {
  const areCodes = table.rows.every(([code = ""]) => /^\S{1,3}$/u.test(code) && !/^\d+$/u.test(code) && !isMark(code));
  const isNamed = ofCodes.test((table.headers[0] ?? "").trim()) || (table.headers[0] ?? "").trim() === "";
  if (table.headers.length !== 2 || !areCodes || !isNamed) return [];
  if (table.rows.length < 2) return [];
  return table.rows.map(([code = "", words = ""], row) => [
    code,
    { words, cell: { table: number, row, column: 0, words: code } },
  ]);
}

/** `E = email, S = SMS`: two at least, all of channels. */
function defined(line: string): [string, string][] {
  const found = [...line.matchAll(definition)].map(({ groups }): [string, string] => [
    groups?.code ?? "",
    (groups?.words ?? "").trim(),
  ]);
  return found.length >= 2 && found.every(([, words]) => isChannel(words)) ? found : [];
}
