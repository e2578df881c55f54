import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import { count } from "../../ui/words.ts";

/** Stages of which everyone who was told before hears, whether a rule says so or not. */
export const owedAnyway: ReadonlySet<Stage> = new Set(["extended", "rescheduled", "cancelled", "rolledBack", "completed"]);

/** How many rules of this workspace begin with a template, or who gets it without one. */
export function rulesInWords(template: Pick<TemplateEntry, "stage" | "rules"> | undefined): string {
  if (template !== undefined && template.rules > 0) return count(template.rules, "rule");
  return template !== undefined && owedAnyway.has(template.stage) ? "to those told" : "no rule";
}
