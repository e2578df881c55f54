import { type Finding, findingKey, type Override } from "../../domain/message.ts";
import type { Draft } from "../../domain/notice.ts";
import { sensitiveDataIn, withoutSensitiveData } from "../../domain/sensitive-data.ts";
import { reasonFor } from "./blocked-by-findings.ts";

/** What a person took upon themselves with an approval, as the audit log keeps it. Never holds a secret itself. */
export type Acknowledgements = {
  /** Keys of the warnings that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Errors that were overridden: which check, what was seen (`an AWS access key`), and the reason given. */
  readonly overridden: readonly { readonly check: string; readonly saw: string; readonly reason: string }[];
};

/** What of the acknowledgements and overrides handed in concerns these findings. The rest is nobody's decision. */
export function acknowledgementsOf(
  findings: readonly Finding[],
  acknowledged: readonly string[],
  overrides: readonly Override[],
): Acknowledgements {
  const asked = new Set(acknowledged);
  return {
    acknowledged: findings
      .filter((finding) => finding.gravity === "warning" && asked.has(findingKey(finding)))
      .map((finding) => withoutSensitiveData(findingKey(finding))),
    overridden: findings.flatMap((finding) => {
      const reason = reasonFor(finding, overrides);
      return reason === null ? [] : [{ check: finding.check, saw: sawIn(finding), reason: withoutSensitiveData(reason) }];
    }),
  };
}

/** A draft as a register keeps it: what is secret in it is named and not repeated. */
export function draftForAudit(draft: Draft | null): Draft | null {
  return draft === null ? null : { subject: withoutSensitiveData(draft.subject), body: withoutSensitiveData(draft.body) };
}

/** What kind of thing a finding saw. Its message says so in words; the value itself is in the quote alone. */
function sawIn({ quote, message }: Finding): string {
  return sensitiveDataIn(quote)[0]?.what ?? /looks like ([^.]+)\./u.exec(message)?.[1] ?? "";
}
