import { VisuallyHidden } from "@mantine/core";
import { IconBolt, IconFilter, IconShieldCheck, IconUser } from "@tabler/icons-react";
import type { Rule } from "../../../core/domain/matrix.ts";
import { isOutside } from "../../../core/domain/plan-recipients.ts";
import { stageWords } from "../../ui/words.ts";
import classes from "./rule-grid.module.css";
import { conditionWords, namesOf, promisedWords, type RuleContext, sendingWords, timingWords } from "./rule-words.ts";
import { StageIcon } from "./stage-icon.tsx";

type Props = { readonly rule: Rule; readonly context: RuleContext; readonly onOpen: () => void };

/** A rule in its cell: what is told, when, where; then what is promised and on what condition. Opens the rule. */
export function RuleChip({ rule, context, onOpen }: Props) {
  const { directory, zone } = context;
  const audience = directory.audiences.find(({ id }) => id === rule.audienceId);
  const conditions = conditionWords(rule.condition, directory);
  const Sending = rule.sending === "automatic" ? IconBolt : IconUser;
  return (
    <button type="button" className={classes.chip} data-rule={rule.id} data-sending={rule.sending} onClick={onOpen}>
      <span className={classes.stage}>
        <StageIcon stage={rule.stage} />
        <strong>{stageWords[rule.stage]}</strong>
        <span className={classes.sending} title={sendingWords[rule.sending]}>
          <Sending size={13} stroke={1.75} aria-hidden="true" />
        </span>
      </span>
      <span className={classes.timing}>{timingWords(rule.timing, audience !== undefined && isOutside(audience), zone)}</span>
      <span className={classes.channels}>{namesOf(rule.channelIds, directory.channels)}</span>
      {rule.promised !== null && (
        <span className={classes.mark} data-tone="good">
          <IconShieldCheck size={13} stroke={1.75} aria-hidden="true" />
          <VisuallyHidden>promised </VisuallyHidden>
          {promisedWords(rule.promised)}
        </span>
      )}
      {conditions.map((words) => (
        <span key={words} className={classes.mark}>
          <IconFilter size={13} stroke={1.75} aria-hidden="true" />
          {words}
        </span>
      ))}
      <VisuallyHidden>, {sendingWords[rule.sending].toLowerCase()}</VisuallyHidden>
    </button>
  );
}
