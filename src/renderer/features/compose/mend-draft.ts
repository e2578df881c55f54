import { type FactName, factNames } from "../../../core/domain/fact-names.ts";
import type { Finding, Place } from "../../../core/domain/message.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import type { FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import { placeInSource } from "../../ui/draft-editor/place-in-source.ts";

/** What can be done about a finding here: a change of the draft, or a fact to be changed where it is stated. */
export type MendHere =
  | {
      readonly kind: "edit";
      readonly label: string;
      readonly part: "subject" | "body";
      readonly from: number;
      readonly to: number;
      readonly replacement: string;
    }
  | { readonly kind: "fact"; readonly fact: string; readonly what: string; readonly place: FactPlace };

/** Where a fact is stated: on the window, in the Directory, in Settings, or in the plan. */
export type FactPlace = "window" | "directory" | "settings" | "plan";

/** What a button beside the finding may do in this draft; null where a person must write. */
export function mendHere({ mend, places }: Finding, draft: Draft, factOf: FactLookUp): MendHere | null {
  const [first] = places;
  const target = mend?.kind === "replace" ? mend.place : first;
  const found = target === undefined ? null : placeInSource(draft[target.part], target, factOf);
  if (found?.fact !== null && found?.fact !== undefined) {
    return { kind: "fact", fact: found.fact, what: meaningOf(found.fact), place: statedIn(found.fact) };
  }
  if (mend === null) return null;
  if (mend.kind === "append") {
    const { body } = draft;
    const end = body.trimEnd().length;
    const replacement = end === 0 ? mend.replacement : `\n\n${mend.replacement}`;
    return { kind: "edit", label: mend.label, part: "body", from: end, to: body.length, replacement };
  }
  if (found === null || target === undefined) return null;
  const { part } = target;
  return {
    kind: "edit",
    label: mend.label,
    part,
    ...withoutGap(draft[part], found, mend.replacement),
    replacement: mend.replacement,
  };
}

/** What is taken out goes with the blank before or after it. */
function withoutGap(text: string, { from, to }: { readonly from: number; readonly to: number }, replacement: string) {
  if (replacement !== "") return { from, to };
  if (text[from - 1] === " " && /^(?:[\s.,;:!?]|$)/u.test(text.slice(to))) return { from: from - 1, to };
  return { from, to: text[to] === " " ? to + 1 : to };
}

function meaningOf(fact: string): string {
  return fact in factNames ? factNames[fact as FactName] : fact;
}

function statedIn(fact: string): FactPlace {
  const [kind] = fact.split(".");
  if (kind === "service" || kind === "customer" || kind === "audience" || kind === "mention") return "directory";
  if (kind === "contact" || kind === "workspace" || kind === "coordinator") return "settings";
  return kind === "next" || kind === "notice" || kind === "told" ? "plan" : "window";
}

/** The draft with a mend made. */
export function mended(draft: Draft, { part, from, to, replacement }: Extract<MendHere, { kind: "edit" }>): Draft {
  const text = draft[part];
  return { ...draft, [part]: `${text.slice(0, from)}${replacement}${text.slice(to)}` };
}

/** Where words stand in the draft, for a click on them; null where it does not show them. */
export function selectionOf(place: Place, draft: Draft, factOf: FactLookUp) {
  return placeInSource(draft[place.part], place, factOf);
}
