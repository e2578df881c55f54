import type { FactLookUp } from "./draft-editor.tsx";

export const variablePattern = /\{\{\s*([\w.-]+)\s*\}\}/gu;

/** Where words stand in a draft: as typed, as a variable of that name, or as the variable that shows them. */
export function findWords(
  text: string,
  words: string,
  factOf: FactLookUp,
): { readonly from: number; readonly to: number } | null {
  if (words.trim() === "") return null;
  const at = text.indexOf(words);
  if (at !== -1) return { from: at, to: at + words.length };
  const named = /^\{\{\s*([\w.-]+)\s*\}\}$/u.exec(words)?.[1];
  for (const match of text.matchAll(variablePattern)) {
    const name = match[1] ?? "";
    const fact = factOf(name);
    if (name === named || (fact.kind === "value" && fact.text.includes(words))) {
      return { from: match.index, to: match.index + match[0].length };
    }
  }
  // Rendered words differ from typed ones in case or in spaces at times.
  const loosely = text.toLowerCase().indexOf(words.toLowerCase());
  return loosely === -1 ? null : { from: loosely, to: loosely + words.length };
}
