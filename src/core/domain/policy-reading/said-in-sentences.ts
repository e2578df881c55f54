import type { PolicyReading } from "../policy.ts";
import { describeTiming } from "../rule-words.ts";
import type { StandIns } from "./cells/stand-ins.ts";

type Rules = PolicyReading["rules"];

/**
 * `Type of work | Minimum lead time`, and further down sentences which say who is told so long ahead, and through what: the
 * table makes no notices beside theirs. Where one of its times is in no sentence, it is asked about as ever.
 */
export function saidInSentences(
  ofTables: Rules,
  ofSentences: Rules,
  standIns: StandIns,
): { readonly rules: Rules; readonly ignored: PolicyReading["ignored"] } {
  const isOpen = ({ rule }: Rules[number]): boolean =>
    standIns.isOpen(rule.audience.name) && rule.channels.every(({ name }) => standIns.isOpen(name));
  const open = ofTables.filter(isOpen);
  const isSaid = ({ rule }: Rules[number]): boolean =>
    ofSentences.some((one) => one.rule.stage === rule.stage && describeTiming(one.rule.timing) === describeTiming(rule.timing));
  if (open.length === 0 || !open.every(isSaid)) return { rules: ofTables, ignored: [] };
  const why = "The sentences say who is told so long ahead, and through what.";
  return {
    rules: ofTables.filter((one) => !isOpen(one)),
    ignored: open.flatMap(({ cells }) => cells.map((cell) => ({ cell, why }))),
  };
}
