import { isGreeting } from "../../../core/domain/checks/reading/sentences.ts";
import { type FactSource, factSource } from "../../../core/domain/fact-sources.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import type { Finding, Mend } from "../../../core/domain/message.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import type { FactLookUp } from "./draft-editor.tsx";
import { placeInSource, type SourcePlace } from "./place-in-source.ts";

/** A change of the text that a button makes. */
export type DraftEdit = {
  readonly label: string;
  readonly part: "subject" | "body";
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
};

/** What can be done about a finding: here, or where the fact is stated whose words they are. */
export type MendHere = {
  readonly edit: DraftEdit | null;
  readonly fact: { readonly name: string; readonly source: FactSource } | null;
};

/** What the text is for: one notice of a stage, or a template for many. */
type Written = { readonly stage: Stage; readonly isOneNotice: boolean };

/** Longer ones are not named on a button. */
const longestNamed = 48;

/**
 * What a button beside the finding may do in this text. A fact's words are changed where they are stated; Forewarn's own,
 * which are stated nowhere, give way to others in the draft of one notice, but not in a template for many windows.
 */
export function mendHere(finding: Finding, text: Draft, factOf: FactLookUp, { stage, isOneNotice }: Written): MendHere {
  const { mend, places } = finding;
  const [first] = places;
  const target = mend?.kind === "replace" ? mend.place : first;
  const found = target === undefined ? null : placeInSource(text[target.part], target, factOf);
  if (found !== null && found.fact !== null && target !== undefined) {
    const source = factSource(found.fact, stage);
    const edit = isOneNotice && source.kind === "words" ? wordsInstead(mend, target.part, found, found.fact, factOf) : null;
    return { edit, fact: { name: found.fact, source } };
  }
  if (mend?.kind === "append") {
    const { body } = text;
    const end = body.trimEnd().length;
    const replacement = end === 0 ? mend.replacement : `\n\n${mend.replacement}`;
    return { fact: null, edit: { label: mend.label, part: "body", from: end, to: body.length, replacement } };
  }
  if (mend?.kind === "prepend") {
    const from = endOfGreeting(text.body);
    return { fact: null, edit: { label: mend.label, part: "body", from, to: from, replacement: `${mend.replacement}\n\n` } };
  }
  if (mend === null || found === null || target === undefined) return { edit: null, fact: null };
  const { part } = target;
  const { label, replacement } = mend;
  return { fact: null, edit: { label, part, ...withoutGap(text[part], found, replacement), replacement } };
}

/** Where the text begins after a line that only greets. */
function endOfGreeting(body: string): number {
  const first = /^\s*([^\n]*)\n+/u.exec(body);
  return first !== null && isGreeting({ text: first[1] ?? "", from: 0 }) ? first[0].length : 0;
}

/** The words a fact shows, mended, in the fact's place. */
function wordsInstead(
  mend: Mend | null,
  part: "subject" | "body",
  { from, to }: SourcePlace,
  fact: string,
  factOf: FactLookUp,
): DraftEdit | null {
  const shown = factOf(fact);
  if (mend?.kind !== "replace" || shown.kind !== "value" || !shown.text.includes(mend.place.quote)) return null;
  const replacement = shown.text
    .replace(mend.place.quote, () => mend.replacement)
    .replace(/\s+/gu, " ")
    .trim();
  return { label: replacement.length > longestNamed ? mend.label : `Write “${replacement}”`, part, from, to, replacement };
}

/** What is taken out goes with the blank before or after it. */
function withoutGap(text: string, { from, to }: { readonly from: number; readonly to: number }, replacement: string) {
  if (replacement !== "") return { from, to };
  if (text[from - 1] === " " && /^(?:[\s.,;:!?]|$)/u.test(text.slice(to))) return { from: from - 1, to };
  return { from, to: text[to] === " " ? to + 1 : to };
}

/** The text with a mend made. */
export function mended(text: Draft, { part, from, to, replacement }: DraftEdit): Draft {
  const before = text[part];
  return { ...text, [part]: `${before.slice(0, from)}${replacement}${before.slice(to)}` };
}
