import { type Finding, findingKey, type Override } from "../../domain/message.ts";
import { type Answer, refuse } from "../answer.ts";

/**
 * The refusal of a draft with an error nobody overrode, or with a warning nobody acknowledged by name.
 * Only what is overridable can be overridden, each finding by itself and with a reason.
 */
export function blockedByFindings(
  findings: readonly Finding[],
  acknowledged: readonly string[],
  overrides: readonly Override[] = [],
): Answer<never> | null {
  const errors = findings.filter((finding) => finding.gravity === "error" && reasonFor(finding, overrides) === null);
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

/** Why a person overrode this finding, or null when nobody did, or nobody may. */
export function reasonFor(finding: Finding, overrides: readonly Override[]): string | null {
  if (!finding.isOverridable) return null;
  const key = findingKey(finding);
  const reason = overrides.find((override) => override.key === key)?.reason.trim() ?? "";
  return reason === "" ? null : reason;
}
