import { noCondition, type Rule } from "../../src/core/domain/matrix.ts";

/** Hospitals are told by mail three business days ahead, at nine of their own morning. */
export function aRule(changes: Partial<Rule> = {}): Rule {
  return {
    id: "r1",
    changeTypeId: null,
    stage: "announce",
    audienceId: "customers",
    channelIds: ["mail"],
    timing: { kind: "before", amount: 5, unit: "businessDays", at: "09:00", place: { kind: "recipient" } },
    promised: null,
    condition: noCondition,
    lead: "DevOps engineer",
    sending: "person",
    source: "Affected customers (5 business days)",
    ...changes,
  };
}
