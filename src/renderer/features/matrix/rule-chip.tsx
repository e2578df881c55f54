import { VisuallyHidden } from "@mantine/core";
import type { Rule } from "../../../core/domain/matrix.ts";
import { isOutside } from "../../../core/domain/planning/plan-recipients.ts";
import { IconBolt, IconShieldCheck, IconUser } from "../../ui/icons.ts";
import { stageWords } from "../../ui/words.ts";
import classes from "./rule-grid.module.css";
import { conditionWords, namesOf, promisedWords, type RuleContext, sendingWords, timingWords } from "./rule-words.ts";
import { StageIcon } from "./stage-icon.tsx";

type Props = { readonly rule: Rule; readonly context: RuleContext; readonly onOpen: () => void };

/** A rule in its cell: what is told, when, where; then what is promised, and on what condition. Opens the rule. */
export function RuleChip({ rule, context, onOpen }: Props) {
  const { directory, zone } = context;
  const audience = directory.audiences.find(({ id }) => id === rule.audienceId);
  const isOutsideAudience = audience !== undefined && isOutside(audience);
  const condition = conditionWords(rule.condition, directory);
  const Sending = rule.sending === "automatic" ? IconBolt : IconUser;
  return (
    <button type="button" className={classes.chip} data-rule={rule.id} data-sending={rule.sending} onClick={onOpen}>
      <span className={classes.lead}>
        <span className={classes.sending} title={sendingWords[rule.sending]} aria-hidden="true">
          <Sending size={13} stroke={1.75} />
        </span>
        <StageIcon stage={rule.stage} />
        <strong>{stageWords[rule.stage]}</strong>{" "}
        <span className={classes.timing}>{timingWords(rule.timing, isOutsideAudience, zone)}</span>
      </span>
      <span>{namesOf(rule.channelIds, directory.channels)}</span>
      {rule.promised !== null && (
        <span className={classes.promised}>
          <IconShieldCheck size={14} stroke={1.75} aria-hidden="true" />
          <VisuallyHidden>promised </VisuallyHidden>
          {promisedWords(rule.promised)}
        </span>
      )}
      {condition !== "" && <span>{condition}</span>}
      <VisuallyHidden>{sendingWords[rule.sending].toLowerCase()}</VisuallyHidden>
    </button>
  );
}
