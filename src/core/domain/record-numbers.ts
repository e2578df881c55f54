import { escaped } from "./escaped.ts";

/** Records of other systems as they are numbered nearly everywhere: `CHG0031337`, `OPS-42`. */
export const recordNumber =
  /(?<![\w-])(?:(?:INC|CHG|CHANGE|RITM|REQ|PRB|TASK|SCTASK|CTASK)\d{5,}|[A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])/gu;

const standards = /^(?:UTC|GMT|UTF|ISO|IEC|SHA|AES|RSA|TLS|SSL|RFC|HTTP|COVID|SARS|ICD|HL|FHIR|IPV|WCAG|MP|PDF|CVE)\d?-/u;

/** Standards and zones are written like a record: `ISO-9001`, `UTC-5`. */
export function isStandard(found: string): boolean {
  return standards.test(found);
}

/** How records are numbered elsewhere, as it is written in Settings: `OPS-#`, where # stands for digits. */
export function numberedLike(pattern: string): RegExp {
  const source = pattern.trim().split(/#+/u).map(escaped).join("\\d+");
  return new RegExp(`(?<![\\w-])${source}(?![\\w-])`, "gu");
}

/** Whether words are nothing but the number of a record, written as usual or as this workspace's are (`OPS-#`). */
export function isRecordNumber(words: string, patterns: readonly string[]): boolean {
  const isWhole = (pattern: RegExp): boolean => words.match(pattern)?.[0] === words;
  return patterns.some((pattern) => isWhole(numberedLike(pattern))) || (isWhole(recordNumber) && !isStandard(words));
}
