import type { WindowDraft } from "../../../core/domain/window-draft.ts";

/** What is wrong with a draft, by field. */
type Errors = Readonly<Record<string, string>>;

/** The fields that are wrong, each once and as closely as it is known: `references.0.url` and not `references` beside it. */
export function wrongFields(errors: Errors): readonly string[] {
  const fields = Object.keys(errors);
  return fields.filter((field) => !fields.some((other) => other.startsWith(`${field}.`)));
}

/** What a plan cannot be made without. */
const needed: readonly string[] = ["title", "changeTypeId", "serviceIds", "start", "end"] satisfies (keyof WindowDraft)[];

/** Whether all that a plan needs is there, and something else keeps it from being made. */
export function isHeldUp(errors: Errors): boolean {
  const wrong = wrongFields(errors).map((field) => field.split(".", 1)[0] ?? field);
  return wrong.length > 0 && !wrong.some((field) => needed.includes(field));
}
