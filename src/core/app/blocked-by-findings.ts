import { type Finding, findingKey } from "../domain/message.ts";
import { type Answer, refuse } from "./answer.ts";

/** The refusal of a draft with an error, or with a warning nobody acknowledged by name. */
export function blockedByFindings(findings: readonly Finding[], acknowledged: readonly string[]): Answer<never> | null {
  const errors = findings.filter(({ gravity }) => gravity === "error");
  if (errors[0] !== undefined) {
    const rest = errors.length === 1 ? "" : ` There are ${errors.length - 1} more.`;
    return refuse("blockedByFindings", `${errors[0].message}${rest} Nothing was sent.`);
  }
  const open = findings.filter((finding) => finding.gravity === "warning" && !acknowledged.includes(findingKey(finding)));
  if (open[0] !== undefined) {
    return refuse("blockedByFindings", `Mend or acknowledge each warning first: ${open[0].message} Nothing was sent.`);
  }
  return null;
}
